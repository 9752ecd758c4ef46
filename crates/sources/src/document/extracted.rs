//! What a document is taken apart into.

use standpoint_model::Sha256;

use super::headings::Heading;

/// A document, taken apart.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Document {
    /// The whole text that a reader would see. Between two pages stands a form feed.
    pub text: String,
    /// Whether the text is the file as it is, so that spans may point into the file itself.
    pub is_file: bool,
    /// What the document calls itself.
    pub title: Option<String>,
    /// Its headings, in the order of the text.
    pub headings: Vec<Heading>,
    /// How many pages it has, if it has pages.
    pub pages: Option<usize>,
    /// What sort of file it is.
    pub media_type: &'static str,
    /// The digest of the bytes of the file.
    pub sha256: Sha256,
    /// What was guessed or could not be taken over, in words for people.
    pub remarks: Vec<String>,
}

/// What keeps a file from being read, and what to do.
#[derive(Debug)]
pub(crate) struct Fault {
    pub(super) sort: String,
    pub(super) help: &'static str,
}

impl Fault {
    pub(crate) fn new(sort: impl Into<String>, help: &'static str) -> Self {
        Self { sort: sort.into(), help }
    }
}
