//! A stretch of the text of a document.

use std::ops::Range;

use standpoint_report::{Part, Place, Spot};

/// Some text of a document: all of it, or one record.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stretch<'t> {
    pub(crate) text: &'t str,
    pub(crate) document: usize,
    /// The byte of the document at which it starts.
    pub(crate) start: usize,
}

impl Stretch<'_> {
    /// A part of it.
    pub(crate) fn part(self, bytes: Range<usize>) -> Self {
        Self { text: &self.text[bytes.clone()], start: self.start + bytes.start, ..self }
    }

    /// Its bytes in the document.
    pub(crate) fn bytes(self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// Bytes of it as a place in the document.
    pub(crate) fn place(self, bytes: Range<usize>) -> Place {
        Place::bytes(self.document, bytes.start + self.start..bytes.end + self.start)
    }

    /// A key or a value of the record that it is, as a place in the document.
    pub(crate) fn pointer(self, pointer: String, part: Part) -> Place {
        Place { document: self.document, spot: Spot::Pointer { record: self.bytes(), pointer, part } }
    }

    /// It without the white space of JSON at its ends.
    pub(crate) fn trimmed(self) -> Self {
        self.part(trimmed(self.text, 0..self.text.len()))
    }
}

/// Where `part`, a slice of `text`, stands in it.
pub(crate) fn place_in(text: &str, part: &str) -> Range<usize> {
    let start = part.as_ptr().addr() - text.as_ptr().addr();
    start..start + part.len()
}

/// `range` of `text` without the white space of JSON at its ends.
pub(crate) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    place_in(text, text[range].trim_matches([' ', '\t', '\n', '\r']))
}
