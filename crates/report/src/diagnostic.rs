//! What is wrong, and where in which document: data, which a renderer makes readable.

use std::ops::Range;

use crate::{Code, Level};

/// Something wrong with the data.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Diagnostic {
    /// What sort of mistake it is.
    pub code: &'static Code,
    /// How bad it is: the code's own level, unless the caller raised it.
    pub level: Level,
    /// Where it is. Nothing, where it is about the dataset as a whole.
    pub location: Option<Location>,
    /// What is wrong, in one sentence.
    pub message: String,
    /// Other places that have to do with it.
    pub related: Vec<Related>,
    /// What to do.
    pub help: Option<String>,
    /// What mends it, where nothing else can be meant.
    pub fix: Option<Fix>,
}

/// What mends a mistake beyond doubt: all of it, or none.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fix {
    /// Where text gives way to other text, in the document of the diagnostic, in order. There are none where the byte
    /// order mark is to go, which is no part of a document's text.
    pub edits: Vec<Edit>,
}

/// Text that gives way to other text.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Edit {
    /// The bytes that go, on the boundaries of characters.
    pub bytes: Range<usize>,
    /// What comes in their place.
    pub replacement: String,
}

/// A place that has to do with a diagnostic.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Related {
    /// Where.
    pub location: Location,
    /// What is there.
    pub message: String,
}

/// Bytes of a document that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Location {
    /// Which document: its index in those that were read.
    pub document: usize,
    /// The bytes of its text, on the boundaries of characters.
    pub bytes: Range<usize>,
}

impl Location {
    /// These bytes of a document, by its index among those that were read.
    pub fn new(document: usize, bytes: Range<usize>) -> Self {
        Self { document, bytes }
    }
}
