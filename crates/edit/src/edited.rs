//! Records that come to say something else, in the files in which they stand.

use std::path::PathBuf;

use serde_json::Value;
use standpoint_model::Record;
use standpoint_validate::{Input, TextFile, TextRecord, Texts, Validation};

use crate::{EditedFile, Error, file, rewrite::Rewrite};

/// What some files of records become, ready to be written.
#[derive(Debug, Clone)]
pub struct Edited {
    files: Vec<EditedFile>,
    records: usize,
}

impl Edited {
    pub(crate) fn of(files: Vec<EditedFile>, records: usize) -> Self {
        Self { files, records }
    }

    /// The files, in the order in which they were read.
    pub fn files(&self) -> &[EditedFile] {
        &self.files
    }

    /// How many records become others, or are new.
    pub fn records(&self) -> usize {
        self.records
    }

    /// Writes the files that change in their places, all of them or none: if one cannot be written, those before it are put
    /// back.
    ///
    /// # Errors
    ///
    /// [`Error`] if a file may not be written, was changed meanwhile, is a link or lies behind one, or is no file at all.
    pub fn write(&self) -> Result<(), Error> {
        file::replace(&self.files)
    }
}

/// Texts, and the records that stand in them, one for one.
pub(crate) struct TypedTexts {
    pub(crate) texts: Texts,
    pub(crate) records: Vec<Record>,
}

impl TypedTexts {
    /// Reads all records; what cannot be read as one is an error, for nobody could say what it names.
    pub(crate) fn of<I: Into<Input>>(inputs: impl IntoIterator<Item = I>) -> Result<Self, Error> {
        let texts = json(inputs)?;
        let typed = |record: &TextRecord| {
            let unread = || Error::NoRecord { path: texts.files[record.file].path().into() };
            serde_json::from_str(texts.text_of(record)).map_err(|_| unread())
        };
        let records = texts.records.iter().map(typed).collect::<Result<_, _>>()?;
        Ok(Self { texts, records })
    }

    /// The position of the record with this id.
    pub(crate) fn place(&self, id: &str) -> Result<usize, Error> {
        let place = self.records.iter().position(|record| record.id() == id);
        place.ok_or_else(|| Error::NotThere { id: id.into() })
    }
}

/// The texts of some inputs, all of which is JSON.
pub(crate) fn json<I: Into<Input>>(inputs: impl IntoIterator<Item = I>) -> Result<Texts, Error> {
    let texts = Validation::new().texts(inputs)?;
    let Some(finding) = texts.findings.first() else { return Ok(texts) };
    let file = finding.place.as_ref().and_then(|place| texts.files.get(place.document));
    Err(Error::NotJson { path: file.map_or_else(PathBuf::new, |file| file.path().into()) })
}

/// Files whose records are being changed, in the order in which these stand.
pub(crate) struct Editing<'t> {
    texts: &'t Texts,
    rewrites: Vec<Rewrite<'t>>,
    records: usize,
}

impl<'t> Editing<'t> {
    pub(crate) fn of(texts: &'t Texts) -> Self {
        Self { texts, rewrites: texts.files.iter().map(|file| Rewrite::of(file.text())).collect(), records: 0 }
    }

    /// Has a record say `new`.
    pub(crate) fn record(&mut self, record: &TextRecord, new: &Value) {
        let old = value(self.texts, record);
        if *new != old {
            self.rewrites[record.file].record(record.bytes.clone(), &old, new);
            self.records += 1;
        }
    }

    /// Adds records behind the last one of a file, if it has one.
    pub(crate) fn add(&mut self, file: usize, new: &[Value]) {
        if let Some(last) = self.texts.records.iter().rfind(|record| record.file == file) {
            let is_by_lines = self.texts.files[file].is_by_lines();
            self.rewrites[file].add_after(last.bytes.clone(), new, is_by_lines);
            self.records += new.len();
        }
    }

    pub(crate) fn finish(self) -> Result<Edited, Error> {
        let edited = |(file, rewrite): (&TextFile, Rewrite<'_>)| EditedFile::of(file.clone(), &rewrite.finish().text);
        let files = self.texts.files.iter().zip(self.rewrites).map(edited).collect::<Result<_, _>>()?;
        Ok(Edited::of(files, self.records))
    }
}

/// The record as a value, its fields in the order in which they stand.
pub(crate) fn value(texts: &Texts, record: &TextRecord) -> Value {
    serde_json::from_str(texts.text_of(record)).unwrap_or_default()
}
