//! The texts in a folder.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use standpoint_model::Sha256;
use standpoint_validate::{Error, files_below, read_file};

use crate::SourceText;

/// The largest text that is read.
const LARGEST: u64 = 1 << 30;

/// The texts of sources, by the sources' ids.
pub(crate) type TextsOfSources<'t> = BTreeMap<&'t str, &'t SourceText>;

/// The texts in a folder and in those below it, whatever the names of their files.
#[derive(Debug, Clone)]
pub(crate) struct Texts {
    pub(crate) folder: PathBuf,
    texts: Vec<SourceText>,
}

impl Texts {
    /// Reads the texts in a folder. Files that are not UTF-8 are no texts.
    pub(crate) fn read(folder: &Path) -> Result<Self, Error> {
        let mut texts = Vec::new();
        for path in files_below(folder)? {
            if let Ok(text) = String::from_utf8(read_file(&path, LARGEST)?) {
                texts.push(SourceText::new(text));
            }
        }
        Ok(Self { folder: folder.into(), texts })
    }

    /// The text with a digest.
    pub(crate) fn get(&self, digest: &Sha256) -> Option<&SourceText> {
        self.texts.iter().find(|text| text.sha256() == digest)
    }
}

/// Reads the text of a source.
///
/// # Errors
///
/// [`Error`] if the file cannot be read or is not UTF-8.
pub fn read_source_text(path: &Path) -> Result<SourceText, Error> {
    let text = String::from_utf8(read_file(path, LARGEST)?).map_err(|_| Error::NotText { path: path.into() })?;
    Ok(SourceText::new(text))
}
