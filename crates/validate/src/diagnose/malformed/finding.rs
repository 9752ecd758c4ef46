//! What is said of a text that a parser refused.

use std::ops::Range;

use standpoint_report::{Change, Finding};

use super::syntax;
use crate::read::stretch::Stretch;

/// The finding for the error with which some text was refused as JSON.
pub(crate) fn finding(stretch: Stretch<'_>, error: &serde_json::Error) -> Box<Finding> {
    let said = error.to_string();
    let said = said.split(" at line ").next().unwrap_or_default();
    let fault = syntax::fault(stretch.text, offset(stretch.text, error.line(), error.column()), said);
    // A parser counts bytes, and stops in the midst of a character too.
    let whole = |at: Range<usize>| stretch.text.floor_char_boundary(at.start)..stretch.text.ceil_char_boundary(at.end);
    let place = stretch.place(whole(fault.at));
    // Whoever writes a file in another form writes all of it so.
    let group = format!("{} {}", fault.message, fault.help);
    let finding = Finding::new(fault.code, place.clone(), fault.message).help(fault.help).of_group(group);
    let finding = if fault.is_surplus { finding.repair(place, Change::Remove) } else { finding };
    Box::new(match fault.related {
        Some((at, what)) => finding.related(stretch.place(whole(at)), what),
        None => finding,
    })
}

/// The byte of a line and a column as `serde_json` counts them: from 1, columns in bytes.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let line_start = match line.checked_sub(2) {
        None => 0,
        Some(nth) => text.match_indices('\n').nth(nth).map_or(text.len(), |(newline, _)| newline + 1),
    };
    text.floor_char_boundary((line_start + column.saturating_sub(1)).min(text.len()))
}
