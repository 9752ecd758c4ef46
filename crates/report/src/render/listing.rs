//! Which findings are shown, and how many are not.

use std::{borrow::Cow, collections::BTreeMap};

use super::renderer::Style;
use crate::{Diagnostic, LineColumn, Location, Report};

/// How many findings of one code are shown to people who did not ask for all.
const SHOWN: usize = 20;

/// The diagnostics to show to people, and a line about each code of which there are more.
pub(super) fn shown(report: &Report, style: Style) -> (Vec<&Diagnostic>, String) {
    let mut hidden = report.more();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let shown = report
        .diagnostics()
        .iter()
        .filter(|diagnostic| {
            let count = counts.entry(diagnostic.code.name).or_default();
            *count += 1;
            let is_shown = style.all || *count <= SHOWN;
            if !is_shown {
                *hidden.entry(diagnostic.code.name).or_default() += 1;
            }
            is_shown
        })
        .collect();
    let more =
        |(code, count)| format!("{}; `--all` shows {}\n", not_shown_message(code, count, "shown"), pronoun(count));
    (shown, hidden.into_iter().map(more).collect())
}

/// How many findings of a code are not told, and in what way they are not.
pub(super) fn not_shown_message(code: &str, count: usize, told: &str) -> String {
    match count {
        1 => format!("1 more finding of the code {code} is not {told}"),
        _ => format!("{count} more findings of the code {code} are not {told}"),
    }
}

fn pronoun(count: usize) -> &'static str {
    if count == 1 { "it" } else { "them" }
}

/// The path of a location's document, and where in it the location starts and ends.
pub(super) fn place<'a>(report: &'a Report, location: &Location) -> (Cow<'a, str>, LineColumn, LineColumn) {
    let document = &report.documents()[location.document];
    let (start, end) = document.ends(&location.bytes);
    (document.path().to_string_lossy(), start, end)
}

/// A location as a reader finds it: `records.json:5:12`, or `book.xlsx:Actors!C5`.
pub(super) fn written_place(report: &Report, location: &Location) -> String {
    let document = &report.documents()[location.document];
    format!("{}:{}", document.path().to_string_lossy(), document.place(location.bytes.start))
}

/// The cell of a location, such as `Actors!C5`, if it is in a sheet.
pub(super) fn cell(report: &Report, location: &Location) -> Option<String> {
    let document = &report.documents()[location.document];
    document.sheet_name().map(|_| document.place(location.bytes.start).to_string())
}
