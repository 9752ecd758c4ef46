//! A table: a header and rows of cells, each with its place.

use std::ops::Range;

use standpoint_report::Place;

use crate::cell::Cell;

/// A table, whatever it was read from.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    /// The name of its sheet or file.
    pub(crate) name: String,
    /// Its document, by its place among those that were read.
    pub(crate) document: usize,
    /// The names of its columns.
    pub(crate) header: Vec<Cell>,
    /// The rows that are not blank.
    pub(crate) rows: Vec<Row>,
    /// Who wrote it.
    pub(crate) writer: Writer,
}

/// Who wrote a table: how its texts are to be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Writer {
    /// Somebody else. Blanks at the ends of a text mean nothing.
    Other,
    /// An export of ours to a workbook. Texts stand there as they are.
    OwnWorkbook,
    /// An export of ours to CSV. Texts stand there as they are, with an apostrophe before those that begin as formulas do.
    OwnText,
}

/// A row that is not blank.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    /// Its cells that are not blank, in the order of their columns.
    pub(crate) cells: Vec<Cell>,
}

impl Table {
    /// A table whose first row names the columns. The table is empty if there is none.
    pub(crate) fn new(name: String, document: usize, rows: Vec<Row>) -> Self {
        let mut rows = rows.into_iter();
        let header = rows.next().map(|row| row.cells).unwrap_or_default();
        Self { name, document, header, rows: rows.collect(), writer: Writer::Other }
    }

    /// The place of some bytes of the table.
    pub(crate) fn place(&self, bytes: &Range<usize>) -> Place {
        Place::bytes(self.document, bytes.clone())
    }

    /// The place of a row: that of its first cell.
    pub(crate) fn place_of_row(&self, row: &Row) -> Place {
        self.place(&row.cells.first().map_or(0..0, |cell| cell.bytes.clone()))
    }
}

impl Row {
    /// The cell in a column, if it is not blank.
    pub(crate) fn cell(&self, column: usize) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.column == column)
    }
}
