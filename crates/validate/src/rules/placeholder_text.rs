//! No text stands in for one that is still to be written.

use standpoint_model::Text;
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    diagnose::wording::is_placeholder,
    rules::{
        rule::{Check, Rule},
        texts::visit_texts,
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("placeholder-text", Level::Warning, include_str!("../../docs/placeholder-text.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    visit_texts(&entry.record, &mut |pointer, text| {
        if stands_in(text) {
            findings.push(
                Finding::new(&RULE.code, entry.value(pointer.to_string()), "this text is still to be written")
                    .help("write what belongs here, or leave the field out if the record can do without it"),
            );
        }
    });
}

/// Whether a text stands in for another, or begins by saying that it is not finished.
pub(super) fn stands_in(text: &Text) -> bool {
    is_placeholder(text.as_str())
}
