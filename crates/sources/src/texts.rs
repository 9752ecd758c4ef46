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
    pub(crate) files: Vec<TextFile>,
}

/// A file that holds a text.
#[derive(Debug, Clone)]
pub(crate) struct TextFile {
    pub(crate) path: PathBuf,
    pub(crate) text: SourceText,
}

impl Texts {
    /// Reads the texts in a folder. Files that are not UTF-8 are no texts.
    pub(crate) fn read(folder: &Path) -> Result<Self, Error> {
        let mut files = Vec::new();
        for path in files_below(folder)? {
            if let Ok(text) = String::from_utf8(read_file(&path, LARGEST)?) {
                files.push(TextFile { path, text: SourceText::new(text) });
            }
        }
        Ok(Self { folder: folder.into(), files })
    }

    /// The file that holds the text with a digest.
    pub(crate) fn get(&self, digest: &Sha256) -> Option<&TextFile> {
        self.files.iter().find(|file| file.text.sha256() == digest)
    }
}

/// The text of a source, by its digest, from whatever file in a folder or in those below it holds it. None, if none does.
///
/// # Errors
///
/// [`Error`] if the folder or a file in it cannot be read.
pub fn find_source_text(folder: &Path, digest: &Sha256) -> Result<Option<SourceText>, Error> {
    let texts = Texts::read(folder)?;
    Ok(texts.files.into_iter().map(|file| file.text).find(|text| text.sha256() == digest))
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
