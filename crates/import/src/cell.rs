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
const ERRORS: [&str; 2] = ["#N/A", "#NAME?"];

/// Whether a text is what a spreadsheet shows in the place of a value, in its language: `#SPILL!`, `Err:508`.
fn is_error(text: &str) -> bool {
    let name = text.strip_prefix('#').and_then(|rest| rest.strip_suffix('!'));
    let is_name =
        |name: &str| !name.is_empty() && name.chars().all(|c| c.is_uppercase() || matches!(c, '/' | '0'..='9'));
    let number = text.strip_prefix("Err:");
    ERRORS.contains(&text)
        || name.is_some_and(is_name)
        || number.is_some_and(|number| number.len() == 3 && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The content of a cell that is written so.
pub(crate) fn of_text(text: String) -> Content {
    if is_error(text.trim()) {
        return Content::Unreadable(format!("the formula of this cell has no value: `{}`", text.trim()));
    }
    Content::Text(text)
}

/// Whether a text says nothing, as the model has it.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c <= ' ' || c == '\u{A0}')
}
