//! Cells as text.

use std::borrow::Cow;

use serde_json::Number;
use standpoint_model::Edtf;

use crate::tables::Cell;

/// What a spreadsheet may take for the start of a formula, and the mark that keeps it from doing so.
const STARTS_OF_FORMULAS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];
const MARK: char = '\'';

pub(super) fn written<'a>(cell: &'a Cell<'_>) -> Cow<'a, str> {
    match cell {
        Cell::Absent => "".into(),
        Cell::Text(text) if is_marked(text) => format!("{MARK}{text}").into(),
        Cell::Text(text) => text.as_ref().into(),
        Cell::Integer(number) => number.to_string().into(),
        // With a full stop always, as in JSON.
        Cell::Number(number) => Number::from_f64(*number).map(|number| number.to_string()).unwrap_or_default().into(),
        Cell::Boolean(truth) => truth.to_string().into(),
    }
}

/// Whether a text gets a mark: it begins as a formula does, or with marks before that. A date before the common era is no formula.
fn is_marked(text: &str) -> bool {
    text.trim_start_matches(MARK).starts_with(STARTS_OF_FORMULAS) && Edtf::new(text).is_err()
}

#[cfg(test)]
mod tests {
    use super::{Cell, MARK, written};

    fn text_of(text: &str) -> String {
        written(&Cell::Text(text.into())).into_owned()
    }

    #[test]
    fn a_text_that_looks_like_a_formula_gets_a_mark_that_comes_off_again() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''-0043"] {
            assert_eq!(text_of(text), format!("{MARK}{text}"));
        }
    }

    #[test]
    fn names_and_dates_get_none() {
        for text in ["'Ndrangheta", "''", "1", "a=1", "-0043-03-15", "-0043/0014"] {
            assert_eq!(text_of(text), text);
        }
    }

    #[test]
    fn a_number_gets_none() {
        assert_eq!(written(&Cell::Number(-69.5)), "-69.5");
        assert_eq!(written(&Cell::Number(24.0)), "24.0");
    }
}
