//! A file that was read, and places in it.

use std::{
    ops::Range,
    path::{Path, PathBuf},
};

/// A file that was read. It keeps what findings point into: of a small file everything, of a large one the lines around
/// them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    path: PathBuf,
    /// In the order of their places; no two overlap.
    pieces: Vec<Piece>,
}

/// Some text of a document, mostly whole lines. Bytes that are not UTF-8 stand in it as U+FFFD; a finding says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The byte of the document at which it starts.
    start: usize,
    /// The number of its first line, from 1.
    first_line: usize,
    /// How many characters of that line stand before it.
    columns_before: usize,
    text: String,
    /// The byte of the piece at which each line starts.
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

impl Piece {
    /// Text that starts at a byte of the document, where the line of this number starts, counted from 1.
    pub fn new(start: usize, first_line: usize, text: String) -> Self {
        let lines = [0].into_iter().chain(text.match_indices('\n').map(|(newline, _)| newline + 1)).collect();
        Self { start, first_line, columns_before: 0, text, lines }
    }

    /// Says that it starts in the midst of its first line, at this column, counted from 1 in Unicode code points.
    #[must_use]
    pub fn at_column(mut self, column: usize) -> Self {
        self.columns_before = column.saturating_sub(1);
        self
    }

    /// The byte of the document at which it starts.
    pub fn start(&self) -> usize {
        self.start
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// A byte of the document as one of the piece, if it lies in it or at its end; else the nearer end.
    pub(crate) fn inside(&self, offset: usize) -> usize {
        offset.saturating_sub(self.start).min(self.text.len())
    }

    fn line_column(&self, offset: usize) -> LineColumn {
        let offset = self.text.floor_char_boundary(self.inside(offset));
        let line = self.lines.partition_point(|&start| start <= offset) - 1;
        let before = if line == 0 { self.columns_before } else { 0 };
        let column = before + self.text[self.lines[line]..offset].chars().count() + 1;
        LineColumn { line: self.first_line + line, column }
    }

    /// The byte of the document at which the line of another one starts.
    pub(crate) fn line_start(&self, offset: usize) -> usize {
        let line = self.lines.partition_point(|&start| start <= self.inside(offset)) - 1;
        self.start + self.lines[line]
    }
}

impl Document {
    /// A document that is kept whole.
    pub fn new(path: impl Into<PathBuf>, text: impl Into<String>) -> Self {
        Self { path: path.into(), pieces: vec![Piece::new(0, 1, text.into())] }
    }

    /// A document of which some text is kept. If two pieces start at the same byte, the longer one is kept.
    pub fn of_pieces(path: PathBuf, mut pieces: Vec<Piece>) -> Self {
        pieces.sort_by_key(|piece| (piece.start, std::cmp::Reverse(piece.text.len())));
        pieces.dedup_by_key(|piece| piece.start);
        Self { path, pieces }
    }

    /// The path, as it was given or found below the one that was given.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The line and the column of a byte offset into the document; of the end of what is kept, where it lies beyond; of the
    /// start of the document, where nothing is kept that far.
    pub fn line_column(&self, offset: usize) -> LineColumn {
        self.piece(offset).map_or(LineColumn { line: 1, column: 1 }, |piece| piece.line_column(offset))
    }

    /// The lines and the columns at which a stretch starts and ends, counted as [`Self::line_column`] does. It ends with the
    /// piece in which it starts.
    pub(crate) fn ends(&self, bytes: &Range<usize>) -> (LineColumn, LineColumn) {
        let nowhere = LineColumn { line: 1, column: 1 };
        let ends = |piece: &Piece| (piece.line_column(bytes.start), piece.line_column(bytes.end));
        self.piece(bytes.start).map_or((nowhere, nowhere), ends)
    }

    /// The piece in which a byte lies, or the last one before it.
    pub(crate) fn piece(&self, offset: usize) -> Option<&Piece> {
        let after = self.pieces.partition_point(|piece| piece.start <= offset);
        self.pieces.get(after.checked_sub(1)?)
    }

    /// The text at `range`, as far as one piece holds it.
    pub fn slice(&self, range: Range<usize>) -> &str {
        self.piece(range.start)
            .and_then(|piece| piece.text.get(piece.inside(range.start)..piece.inside(range.end)))
            .unwrap_or_default()
    }

    /// `range`, clamped to the text and widened to whole characters.
    pub(crate) fn clamp(&self, range: Range<usize>) -> Range<usize> {
        let Some(piece) = self.piece(range.start) else { return 0..0 };
        let start = piece.text.floor_char_boundary(piece.inside(range.start));
        let end = piece.text.ceil_char_boundary(piece.inside(range.end).max(start));
        start + piece.start..end + piece.start
    }
}
