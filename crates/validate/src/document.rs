//! A file that was read, and places in it.

use std::{
    ops::Range,
    path::{Path, PathBuf},
};

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    path: PathBuf,
    text: String,
    /// The byte at which each line starts.
    lines: Vec<usize>,
}

/// A place in a document as people count: lines and columns from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineColumn {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in Unicode code points.
    pub column: usize,
}

impl Document {
    pub(crate) fn new(path: PathBuf, text: String) -> Self {
        let lines = [0].into_iter().chain(text.match_indices('\n').map(|(newline, _)| newline + 1)).collect();
        Self { path, text, lines }
    }

    /// The path, as it was given or found below the one that was given.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The text. Bytes that are not UTF-8 are shown as U+FFFD; a finding says so.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The line and the column of a byte offset into [`Document::text`]; of its end, where it lies beyond.
    pub fn line_column(&self, offset: usize) -> LineColumn {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.lines.partition_point(|&start| start <= offset);
        let start = self.line_start(line);
        LineColumn { line, column: self.text[start..offset].chars().count() + 1 }
    }

    /// The byte at which a line starts, lines counted from 1.
    pub(crate) fn line_start(&self, line: usize) -> usize {
        line.checked_sub(1).and_then(|index| self.lines.get(index)).copied().unwrap_or(0)
    }

    /// `range`, clamped to the text and widened to whole characters.
    pub(crate) fn clamp(&self, range: Range<usize>) -> Range<usize> {
        let start = self.text.floor_char_boundary(range.start);
        let end = self.text.ceil_char_boundary(range.end.max(start));
        start..end
    }
}
