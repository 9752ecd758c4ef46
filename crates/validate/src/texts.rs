//! The texts of records, whatever their format: what changes to files start from.

use std::{
    collections::BTreeSet,
    io,
    ops::Range,
    path::{Path, PathBuf},
};

use standpoint_report::{Document, Finding};

use crate::{
    Error, Validation, codes,
    diagnose::{
        malformed::{self, OverLines},
        syntax,
    },
    read::{
        blocks::{BLOCK, Block, Blocks},
        encoding,
        files::{self, Files, RecordFile},
        form::{Arrangement, Compression},
        input::Input,
        whole_text::WholeText,
    },
};

/// The files of records under some inputs, as text.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Texts {
    /// The files, in the order of the inputs and then of their names.
    pub files: Vec<TextFile>,
    /// The records, in the order in which they stand there. What is not JSON is none.
    pub records: Vec<TextRecord>,
    /// What keeps text from being read as JSON: the places of a finding count in [`Self::files`]. A byte order mark does not.
    pub findings: Vec<Finding>,
    /// Files in the folders whose names do not end as those of records do.
    pub passed_over: Vec<PathBuf>,
}

/// A file of records, as text.
#[derive(Debug, Clone)]
pub struct TextFile {
    document: Document,
    compression: Compression,
    arrangement: Arrangement,
    is_on_disk: bool,
    has_mark: bool,
}

/// Where a record stands.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TextRecord {
    /// Which of the files.
    pub file: usize,
    /// The bytes of its text, without white space at its ends.
    pub bytes: Range<usize>,
}

impl Validation<'_> {
    /// The texts of the inputs and where their records stand, whatever the format of these. All is kept in memory.
    ///
    /// The one question asked of a record is whether it is JSON without a key that comes twice.
    ///
    /// ```
    /// use standpoint_validate::{Input, Validation};
    ///
    /// let texts = Validation::new().texts([Input::bytes("a.ndjson", "{\"a\": 1}\n{\"b\": 2}\n")])?;
    /// let second = &texts.records[1];
    /// assert_eq!(&texts.files[second.file].text()[second.bytes.clone()], "{\"b\": 2}");
    /// # Ok::<(), standpoint_validate::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error`] if an input cannot be read, or a record is longer than any should be.
    pub fn texts<I: Into<Input>>(&self, inputs: impl IntoIterator<Item = I>) -> Result<Texts, Error> {
        let files = Files::of(inputs)?;
        let mut blocks = Blocks::new(&files.found, BLOCK, self.max_record_size);
        let mut block = Block::default();
        let mut texts: Vec<WholeText> = files.found.iter().map(|_| WholeText::default()).collect();
        let (mut records, mut findings) = (Vec::new(), Vec::new());
        let mut marked = BTreeSet::new();
        while blocks.next(&mut block)? {
            texts[block.document].push(&block);
            let is_mark = |finding: &Finding| *finding.code == codes::BYTE_ORDER_MARK;
            if block.findings.iter().any(is_mark) {
                marked.insert(block.document);
            }
            findings.extend(block.findings.drain(..).filter(|finding| !is_mark(finding)));
            let mut over_lines = OverLines::default();
            for text in block.texts() {
                let mut own = Vec::new();
                let stretch = block.stretch(text.bytes.clone());
                match stretch.map(|record| (record, syntax::parse(record, &mut own))) {
                    Ok((record, Some(_))) => records.push(TextRecord { file: block.document, bytes: record.bytes() }),
                    Ok((_, None)) => {}
                    Err(finding) => own.push(*finding),
                }
                findings.append(&mut over_lines.join(&block, &text, own));
            }
            findings.extend(malformed::broken_list(&block));
        }
        let file = |(index, (file, text)): (usize, (&RecordFile, WholeText))| TextFile {
            document: text.into_document(file.path.clone()),
            compression: file.compression(),
            arrangement: file.arrangement(),
            is_on_disk: file.is_on_disk(),
            has_mark: marked.contains(&index),
        };
        let files_as_text = files.found.iter().zip(texts).enumerate().map(file).collect();
        Ok(Texts { files: files_as_text, records, findings, passed_over: files.passed_over })
    }
}

impl Texts {
    /// The text of one of the records.
    pub fn text_of(&self, record: &TextRecord) -> &str {
        self.files.get(record.file).and_then(|file| file.text().get(record.bytes.clone())).unwrap_or_default()
    }
}

impl TextFile {
    /// The path, as it was given or found below the one that was given.
    pub fn path(&self) -> &Path {
        self.document.path()
    }

    /// The text with its lines, for places.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// The text, without a byte order mark; as far as the first bytes that are not UTF-8, of which a finding tells.
    pub fn text(&self) -> &str {
        self.document.slice(0..usize::MAX)
    }

    /// Whether the file begins with a byte order mark, which [`Self::text`] and [`Self::encoded`] leave out.
    pub fn has_byte_order_mark(&self) -> bool {
        self.has_mark
    }

    /// Whether each line of it is a record, rather than all of it one record or a list of them.
    pub fn is_by_lines(&self) -> bool {
        self.arrangement == Arrangement::Lines
    }

    /// Whether it is a file, rather than standard input or bytes in memory.
    pub fn is_on_disk(&self) -> bool {
        self.is_on_disk
    }

    /// The bytes that a file of this name has for another text: compressed, if its name says so.
    ///
    /// # Errors
    ///
    /// What the compressor answers.
    pub fn encoded(&self, text: &str) -> io::Result<Vec<u8>> {
        self.compression.encoded(text.as_bytes())
    }

    /// Whether the file still holds the text.
    ///
    /// # Errors
    ///
    /// [`Error::Read`] if it cannot be read any more.
    pub fn is_unchanged(&self) -> Result<bool, Error> {
        let path = self.path();
        let file = Files::of([path])?;
        let failed = |cause| Error::Read { path: path.into(), cause };
        let mut bytes = Vec::new();
        for file in &file.found {
            io::Read::read_to_end(&mut file.open(&std::sync::Arc::default())?, &mut bytes).map_err(failed)?;
        }
        let text = if self.has_mark { bytes.strip_prefix(encoding::MARK) } else { Some(&*bytes) };
        Ok(text == Some(self.text().as_bytes()))
    }

    /// The path of the file without links on the way to it.
    pub fn real_path(&self) -> PathBuf {
        files::real_path(self.path())
    }
}
