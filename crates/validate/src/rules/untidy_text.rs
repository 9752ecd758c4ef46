//! A text holds what a reader sees and nothing else.

use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    diagnose::{
        names::composed,
        text_marks::{Mark, is_placeholder, mark},
    },
    recognise::Sketch,
    rules::{
        rule::{Check, Rule},
        texts::visit_texts,
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("untidy-text", Level::Warning, include_str!("../../docs/untidy-text.md")),
    check: Check::Record(check),
};

const COPIED: &str = "write it anew by hand; this comes with text copied out of other programs";

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    visit_texts(entry, &mut |pointer, text| {
        if let Some(mark) = mark(text.as_str()).filter(|_| !is_placeholder(text.as_str())) {
            let (message, help) = told(mark, text.as_str());
            findings.push(Finding::new(&RULE.code, entry.value(pointer.to_string()), message).help(help));
        }
    });
}

/// Wider than `check`: the text may be a placeholder, or a quote.
pub(super) fn doubt(record: &Sketch) -> bool {
    record.has_marked_text
}

/// What to say of a mark, and what to do.
fn told(mark: Mark, text: &str) -> (String, String) {
    match mark {
        Mark::OuterSpace => ("the text begins or ends with a space".into(), format!("write `{}`", text.trim())),
        Mark::Html => ("the text holds HTML".into(), "write what a reader of the page sees".into()),
        Mark::Invisible(c) => (format!("the text holds the invisible character U+{:04X}", u32::from(c)), COPIED.into()),
        Mark::Unreadable => (
            "the text holds U+FFFD, which programs put where they could not read a character".into(),
            "look the character up where the text comes from".into(),
        ),
        Mark::Decomposed => (
            "the text holds letters apart from their accents".into(),
            format!("write `{}`, in which each is one character", composed(text)),
        ),
        Mark::Misread => ("the text looks like UTF-8 that was read in another encoding".into(), COPIED.into()),
    }
}
