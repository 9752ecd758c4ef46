//! A file that was read, and places in it.

use std::{
    fmt::{self, Display},
    ops::Range,
    path::{Path, PathBuf},
};

/// A file that was read, or a sheet of one. It keeps what findings point into: of a small file everything, of a large one the
/// lines around them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    path: PathBuf,
    /// The name of the sheet, if it is one of a workbook. Each line of the text is a row, with tabs between its cells.
    sheet: Option<String>,
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

/// A place in a document as people count: lines and columns from 1, columns in characters. In a sheet they are rows and columns
/// of cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineColumn {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in Unicode code points; in a sheet, in cells.
    pub column: usize,
}

/// A place as a reader finds it: `5:12`, or `Actors!C5` in a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Whereabouts<'d> {
    sheet: Option<&'d str>,
    at: LineColumn,
}

impl Display for Whereabouts<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let LineColumn { line, column } = self.at;
        match self.sheet {
            Some(sheet) => write!(f, "{sheet}!{}{line}", letters(column)),
            None => write!(f, "{line}:{column}"),
        }
    }
}

/// The letters by which spreadsheets call a column, counted from 1: `A` to `Z`, then `AA`.
fn letters(mut column: usize) -> String {
    let mut letters = Vec::new();
    while column > 0 {
        column -= 1;
        letters.push(char::from(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[column % 26]));
        column /= 26;
    }
    letters.iter().rev().collect()
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
        Self { path: path.into(), sheet: None, pieces: vec![Piece::new(0, 1, text.into())] }
    }

    /// A sheet of a workbook. Each line of the text is a row, from the first of the sheet, and has tabs between its cells, from the
    /// first column; so cells hold neither tabs nor line feeds here.
    ///
    /// ```
    /// use standpoint_report::Document;
    ///
    /// let sheet = Document::sheet("book.xlsx", "Actors", "id\tname\nactor/front\tFront\n");
    /// assert_eq!(sheet.place(20).to_string(), "Actors!B2");
    /// ```
    pub fn sheet(path: impl Into<PathBuf>, name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { sheet: Some(name.into()), ..Self::new(path, text) }
    }

    /// A document of which some text is kept. If two pieces start at the same byte, the longer one is kept.
    pub fn of_pieces(path: PathBuf, mut pieces: Vec<Piece>) -> Self {
        pieces.sort_by_key(|piece| (piece.start, std::cmp::Reverse(piece.text.len())));
        pieces.dedup_by_key(|piece| piece.start);
        Self { path, sheet: None, pieces }
    }

    /// The path, as it was given or found below the one that was given.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The name of the sheet, if it is one of a workbook.
    pub fn sheet_name(&self) -> Option<&str> {
        self.sheet.as_deref()
    }

    /// Where a byte of the document is, as a reader finds it.
    pub fn place(&self, offset: usize) -> Whereabouts<'_> {
        Whereabouts { sheet: self.sheet.as_deref(), at: self.line_column(offset) }
    }

    /// The line and the column of a byte offset into the document; of the end of what is kept, where it lies beyond; of the
    /// start of the document, where nothing is kept that far.
    pub fn line_column(&self, offset: usize) -> LineColumn {
        self.piece(offset).map_or(LineColumn { line: 1, column: 1 }, |piece| self.place_in(piece, offset))
    }

    /// The lines and the columns at which a stretch starts and ends, counted as [`Self::line_column`] does. It ends with the
    /// piece in which it starts.
    pub(crate) fn ends(&self, bytes: &Range<usize>) -> (LineColumn, LineColumn) {
        let nowhere = LineColumn { line: 1, column: 1 };
        let ends = |piece: &Piece| (self.place_in(piece, bytes.start), self.place_in(piece, bytes.end));
        self.piece(bytes.start).map_or((nowhere, nowhere), ends)
    }

    fn place_in(&self, piece: &Piece, offset: usize) -> LineColumn {
        let place = piece.line_column(offset);
        if self.sheet.is_none() {
            return place;
        }
        let line = piece.inside(piece.line_start(offset))..piece.inside(offset);
        let tabs = piece.text.get(line).unwrap_or_default().matches('\t').count();
        LineColumn { column: tabs + 1, ..place }
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
