//! How a document is read.

use std::path::{Path, PathBuf};

use standpoint_validate::{Error, read_file};

#[cfg(feature = "docx")]
use super::docx;
#[cfg(feature = "pdf")]
use super::pdf;
use super::{
    extracted::{Document, Fault},
    html, plain,
    sort::Sort,
};

/// The largest document that is read, in bytes.
pub const LARGEST_DOCUMENT: u64 = 256 << 20;

/// Why a document has no text that could be taken.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DocumentError {
    /// The file cannot be read.
    #[error(transparent)]
    Read(#[from] Error),
    /// The file is no document that this program reads.
    #[error("`{}` is {sort}; {help}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What it is.
        sort: String,
        /// What to do.
        help: &'static str,
    },
}

/// How a document is read.
#[derive(Debug, Clone, Copy, Default)]
#[non_exhaustive]
pub struct Reading {
    /// Of a web page, take the article alone: what the page marks as one, or as its main part.
    pub article_only: bool,
}

impl Reading {
    /// Of a web page, takes the article alone.
    #[must_use]
    pub fn article_only(mut self, yes: bool) -> Self {
        self.article_only = yes;
        self
    }

    /// Reads a document: plain text, Markdown, HTML, and with the features of these names PDF and DOCX. Nothing that it links
    /// to is fetched, and nothing in it is run.
    ///
    /// ```
    /// use standpoint_sources::Reading;
    ///
    /// # let folder = tempfile::tempdir()?;
    /// let path = folder.path().join("page.html");
    /// std::fs::write(&path, "<title>The talks</title><h1>Day one</h1><p>They met.<script>run()</script>")?;
    /// let page = Reading::default().read(&path)?;
    /// assert_eq!((page.text.as_str(), page.headings[0].title.as_str()), ("Day one\n\nThey met.\n", "Day one"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`DocumentError`] if the file cannot be read, is too large, or is no document of these sorts.
    pub fn read(&self, path: &Path) -> Result<Document, DocumentError> {
        let bytes = read_file(path, LARGEST_DOCUMENT)?;
        let unreadable =
            |fault: Fault| DocumentError::Unreadable { path: path.into(), sort: fault.sort, help: fault.help };
        self.take_apart(path, &bytes).map_err(unreadable)
    }

    fn take_apart(self, path: &Path, bytes: &[u8]) -> Result<Document, Fault> {
        match Sort::of(path, bytes)? {
            #[cfg(feature = "pdf")]
            Sort::Pdf => pdf::read(bytes),
            #[cfg(not(feature = "pdf"))]
            Sort::Pdf => {
                Err(Fault::new("a PDF file", "this program was built without the feature `pdf`; save its text"))
            }
            #[cfg(feature = "docx")]
            Sort::Docx => docx::read(bytes),
            #[cfg(not(feature = "docx"))]
            Sort::Docx => {
                Err(Fault::new("a Word file", "this program was built without the feature `docx`; save its text"))
            }
            Sort::Html => html::read(bytes, self.article_only),
            Sort::Markdown => Ok(plain::read(bytes, true)),
            Sort::Plain => Ok(plain::read(bytes, false)),
        }
    }
}
