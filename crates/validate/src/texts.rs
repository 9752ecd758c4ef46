//! The texts of records, whatever their format: what changes to files start from.

use std::{
    io,
    ops::Range,
    path::{Path, PathBuf},
};

use standpoint_report::{Document, Finding};

use crate::{
    Error, Validation,
    diagnose::{
        malformed::{self, OverLines},
        syntax,
    },
    read::{
        blocks::{BLOCK, Block, Blocks},
        files::{self, Files, RecordFile},
        form::Compression,
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
    /// What keeps text from being read as JSON: the places of a finding count in [`Self::files`].
    pub findings: Vec<Finding>,
    /// Files in the folders whose names do not end as those of records do.
    pub passed_over: Vec<PathBuf>,
}

/// A file of records, as text.
#[derive(Debug, Clone)]
pub struct TextFile {
    document: Document,
    compression: Compression,
    is_on_disk: bool,
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
        while blocks.next(&mut block)? {
            texts[block.document].push(&block);
            findings.append(&mut block.findings);
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
        let file = |(file, text): (&RecordFile, WholeText)| TextFile {
            document: text.into_document(file.path.clone()),
            compression: file.compression(),
            is_on_disk: file.is_on_disk(),
        };
        let files_as_text = files.found.iter().zip(texts).map(file).collect();
        Ok(Texts { files: files_as_text, records, findings, passed_over: files.passed_over })
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
        Ok(bytes == self.text().as_bytes())
    }

    /// The path of the file without links on the way to it.
    pub fn real_path(&self) -> PathBuf {
        files::real_path(self.path())
    }
}
