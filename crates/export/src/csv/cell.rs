//! Cells as text.

use std::borrow::Cow;

use serde_json::Number;

use crate::tables::Cell;

/// What a spreadsheet may take for the start of a formula, and the mark that keeps it from doing so.
const MARKED: [char; 7] = ['=', '+', '-', '@', '\t', '\r', MARK];
const MARK: char = '\'';

pub(super) fn written<'a>(cell: &'a Cell<'_>) -> Cow<'a, str> {
    match cell {
        Cell::Absent => "".into(),
        Cell::Text(text) if text.starts_with(MARKED) => format!("{MARK}{text}").into(),
        Cell::Text(text) => text.as_ref().into(),
        Cell::Integer(number) => number.to_string().into(),
        // With a full stop always, as in JSON.
        Cell::Number(number) => Number::from_f64(*number).map(|number| number.to_string()).unwrap_or_default().into(),
        Cell::Boolean(truth) => truth.to_string().into(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Cell, MARK, written};

    #[test]
    fn a_text_that_looks_like_a_formula_gets_a_mark_that_comes_off_again() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''", "1", "a=1"] {
            let cell = Cell::Text(text.into());
            let written = written(&cell);
            assert!(!written.starts_with(['=', '+', '-', '@', '\t', '\r']), "{written}");
            assert_eq!(written.strip_prefix(MARK).unwrap_or(&written), text);
        }
    }

    #[test]
    fn a_number_gets_none() {
        assert_eq!(written(&Cell::Number(-69.5)), "-69.5");
        assert_eq!(written(&Cell::Number(24.0)), "24.0");
    }
}
