//! A text holds what a reader sees and nothing else.

use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    diagnose::wording::untidy,
    rules::{
        placeholder_text::stands_in,
        rule::{Check, Rule},
        texts::visit_texts,
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("untidy-text", Level::Warning, include_str!("../../docs/untidy-text.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    visit_texts(&entry.record, &mut |pointer, text| {
        if let Some((message, help)) = untidy(text.as_str()).filter(|_| !stands_in(text)) {
            findings.push(Finding::new(&RULE.code, entry.value(pointer.to_string()), message).help(help));
        }
    });
}
