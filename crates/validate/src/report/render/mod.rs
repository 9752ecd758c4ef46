//! Diagnostics as text: one small file for each form.

mod concise;
mod full;
mod github;
pub(crate) mod json;
mod junit;
mod sarif;

pub use json::report_schema;
pub use standpoint_model::printable;

use std::{borrow::Cow, collections::BTreeMap};

use crate::{Diagnostic, LineColumn, Location, Report};

/// A form in which a report can be written.
#[derive(Debug, Clone, Copy)]
pub struct Renderer {
    /// The name, by which `--format` asks for it.
    pub name: &'static str,
    /// Whether it is all that a reader wants on standard output, because the reader is a program.
    pub for_machines: bool,
    /// The diagnostics of a report as text, which ends with a line feed unless it is empty.
    pub render: fn(&Report, Style) -> String,
}

/// How a form for people may look where it is shown. Forms for machines take no notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// Whether the text may hold the escape sequences that colour a terminal.
    pub color: bool,
    /// How many columns there are.
    pub width: usize,
    /// Whether every finding is shown. If not, of each code the first 20 are, and the others are counted.
    pub all: bool,
}

impl Default for Style {
    /// No colour, 120 columns, the first findings of each code: what a file or a pipe gets.
    fn default() -> Self {
        Self { color: false, width: 120, all: false }
    }
}

/// Every form.
pub static RENDERERS: &[Renderer] =
    &[full::RENDERER, concise::RENDERER, json::RENDERER, sarif::RENDERER, junit::RENDERER, github::RENDERER];

/// How many findings of one code are shown to people who did not ask for all.
const SHOWN: usize = 20;

/// The diagnostics to show to people, and a line about each code of which there are more.
fn shown(report: &Report, style: Style) -> (Vec<&Diagnostic>, String) {
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
    let more = |(code, count)| format!("{}; `--all` shows {}\n", untold(code, count, "shown"), them(count));
    (shown, hidden.into_iter().map(more).collect())
}

/// How many findings of a code are not told, and in what way they are not.
fn untold(code: &str, count: usize, told: &str) -> String {
    match count {
        1 => format!("1 more finding of the code {code} is not {told}"),
        _ => format!("{count} more findings of the code {code} are not {told}"),
    }
}

fn them(count: usize) -> &'static str {
    if count == 1 { "it" } else { "them" }
}

/// The path of a location's document, and where in it the location starts and ends.
fn place<'a>(report: &'a Report, location: &Location) -> (Cow<'a, str>, LineColumn, LineColumn) {
    let document = &report.documents()[location.document];
    let (start, end) = document.ends(&location.bytes);
    (document.path().to_string_lossy(), start, end)
}

impl Renderer {
    /// The form of a given name.
    pub fn by_name(name: &str) -> Option<&'static Self> {
        RENDERERS.iter().find(|renderer| renderer.name == name)
    }
}
