//! A cell of a table.

use std::ops::Range;

/// A cell that is not blank.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Cell {
    /// Its column, from 0.
    pub(crate) column: usize,
    /// What it says.
    pub(crate) content: Content,
    /// Where it stands in the text of its document.
    pub(crate) bytes: Range<usize>,
}

/// What a cell says, as the program that wrote it has it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Content {
    /// A text. All cells of CSV are texts.
    Text(String),
    /// A number, in digits.
    Number(f64),
    /// A truth value.
    Boolean(bool),
    /// A date in EDTF, as exact as the cell shows it; and the number of days that it is stored as.
    Date(String),
    /// Nothing that can be read, and why.
    Unreadable(String),
}

impl Content {
    /// What the cell says, as text.
    pub(crate) fn text(&self) -> String {
        match self {
            Self::Text(text) | Self::Date(text) | Self::Unreadable(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Boolean(truth) => truth.to_string(),
        }
    }
}

/// What spreadsheets show where a formula has no value.
const ERRORS: [&str; 8] = ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#ERROR!"];

/// The content of a cell that is written so.
pub(crate) fn of_text(text: String) -> Content {
    if ERRORS.contains(&text.trim()) {
        return Content::Unreadable(format!("the formula of this cell has no value: `{}`", text.trim()));
    }
    Content::Text(text)
}

/// Whether a text says nothing, as the model has it.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c <= ' ' || c == '\u{A0}')
}
