//! A sheet of a workbook as a table, and as a text in which its cells have places.

use std::{collections::BTreeMap, path::Path};

use standpoint_report::{Document, Finding, Place};

use crate::{
    cell::{Cell, Content, is_blank},
    codes::UNREADABLE_CELL,
    table::{Row, Table},
};

/// A row and a column, from 0.
type Position = (u32, u32);

/// A sheet of a workbook.
#[derive(Debug)]
pub(crate) struct Sheet {
    pub(crate) name: String,
    cells: BTreeMap<Position, Content>,
    /// The first and the last cell of each stretch of cells that are merged.
    merged: Vec<(Position, Position)>,
}

impl Sheet {
    pub(crate) fn new(name: &str) -> Self {
        Self { name: name.to_owned(), cells: BTreeMap::new(), merged: Vec::new() }
    }

    pub(crate) fn add(&mut self, position: Position, content: Content) {
        // A blank text is kept until it is known that it is the value of a formula.
        self.cells.insert(position, content);
    }

    /// Says that a cell has a formula. Without a value of it the cell cannot be read.
    pub(crate) fn add_formula(&mut self, position: Position) {
        let why = "the formula of this cell has no value, for no program has worked it out";
        self.cells.entry(position).or_insert_with(|| Content::Unreadable(why.into()));
    }

    pub(crate) fn add_merged(&mut self, first: Position, last: Position) {
        self.merged.push((first, last));
    }

    /// The sheet without blank cells, unless its text would have more than `limit` bytes.
    pub(crate) fn checked(mut self, limit: u64) -> Option<Self> {
        self.cells.retain(|_, content| !matches!(content, Content::Text(text) if is_blank(text)));
        let mut widths: BTreeMap<u32, u64> = BTreeMap::new();
        for ((row, column), content) in &self.cells {
            let width = widths.entry(*row).or_default();
            *width = (*width).max(u64::from(*column)) + content.text().len() as u64;
        }
        let rows = self.cells.keys().next_back().map_or(0, |(row, _)| u64::from(*row));
        (widths.values().sum::<u64>() + rows <= limit).then_some(self)
    }

    /// The sheet as a table and its document, which will be the one at `document`; and what is wrong with its cells.
    pub(crate) fn into_table(self, path: &Path, document: usize) -> (Table, Document, Vec<Finding>) {
        let mut text = String::new();
        let mut rows: Vec<(u32, Row)> = Vec::new();
        let (mut row, mut column) = (0, 0);
        for ((at_row, at_column), content) in self.cells {
            while row < at_row {
                text.push('\n');
                (row, column) = (row + 1, 0);
            }
            while column < at_column {
                text.push('\t');
                column += 1;
            }
            let start = text.len();
            text.extend(content.text().chars().map(|c| if c.is_control() { ' ' } else { c }));
            let cell = Cell { column: at_column as usize, content, bytes: start..text.len() };
            match rows.last_mut() {
                Some((last, row)) if *last == at_row => row.cells.push(cell),
                _ => rows.push((at_row, Row { cells: vec![cell] })),
            }
        }
        let findings = self.merged.iter().filter_map(|region| merged(&rows, *region, document)).collect();
        let rows = rows.into_iter().map(|(_, row)| row).collect();
        (Table::new(self.name.clone(), document, rows), Document::sheet(path, self.name, text), findings)
    }
}

/// What is wrong with cells that are merged, unless they are all above the first row of data.
fn merged(rows: &[(u32, Row)], (first, last): (Position, Position), document: usize) -> Option<Finding> {
    let header = rows.first().map(|(row, _)| *row)?;
    if last.0 <= header {
        return None;
    }
    let (_, row) = rows.iter().find(|(row, _)| *row == first.0)?;
    let cell = row.cell(first.1 as usize)?;
    let message = "this cell is merged with others, and only the first of them has a value";
    let help = "take the cells apart, and write the value into each of them for which it holds";
    Some(Finding::new(&UNREADABLE_CELL, Place::bytes(document, cell.bytes.clone()), message).help(help))
}

/// A date in EDTF, as exact as a number format of a spreadsheet shows it: a month, if there is no day in it.
pub(crate) fn dated(format: &str, [year, month, day]: [u32; 3], [hour, minute, second]: [u8; 3]) -> Content {
    let signs = signs(format);
    let has = |sign: char| signs.contains(sign);
    if !signs.is_empty() && !has('y') && !has('g') && !has('e') {
        return Content::Unreadable(format!("this cell shows no year; {year:04}-{month:02}-{day:02} is stored in it"));
    }
    Content::Date(match (has('d') || signs.is_empty(), has('m')) {
        // Programs keep days as moments: nobody can tell their midnight from one that was meant.
        (true, _) if has('h') && [hour, minute, second] != [0; 3] => {
            format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")
        }
        (true, _) => format!("{year:04}-{month:02}-{day:02}"),
        (false, true) => format!("{year:04}-{month:02}"),
        (false, false) => format!("{year:04}"),
    })
}

/// The signs of a number format for dates, without texts in quotation marks, brackets and escapes.
fn signs(format: &str) -> String {
    let mut signs = String::new();
    let mut format = format.chars();
    while let Some(c) = format.next() {
        match c {
            '"' => drop(format.by_ref().find(|c| *c == '"')),
            '[' => drop(format.by_ref().find(|c| *c == ']')),
            '\\' | '_' | '*' => drop(format.next()),
            // The second part is for numbers below zero.
            ';' => break,
            c => signs.extend(c.to_lowercase().filter(|c| "ymdhge".contains(*c))),
        }
    }
    if signs.contains(['y', 'm', 'd', 'h']) { signs } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_as_exact_as_its_cell_shows_it() {
        for (format, expected) in [
            ("mm-dd-yy", "2021-08-01"),
            ("d-mmm-yy", "2021-08-01"),
            ("mmm-yy", "2021-08"),
            ("[$-409]mmmm\\ yyyy;@", "2021-08"),
            ("yyyy", "2021"),
            ("\"day\" yyyy/mm", "2021-08"),
            ("General", "2021-08-01"),
            ("", "2021-08-01"),
            ("yyyy-mm-dd hh:mm:ss", "2021-08-01T10:30:00"),
        ] {
            assert_eq!(dated(format, [2021, 8, 1], [10, 30, 0]), Content::Date(expected.into()), "{format}");
        }
        assert_eq!(dated("yyyy-mm-dd hh:mm:ss", [2021, 8, 1], [0; 3]), Content::Date("2021-08-01".into()));
        assert!(matches!(dated("d-mmm", [2021, 8, 1], [0; 3]), Content::Unreadable(why) if why.contains("no year")));
    }
}
