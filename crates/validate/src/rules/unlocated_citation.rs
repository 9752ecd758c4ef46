//! A citation says where in its source.

use standpoint_model::Source;
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::view::Submission,
    rules::rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("unlocated-citation", Level::Error, include_str!("../../docs/unlocated-citation.md")),
    check: Check::Dataset(check),
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    for entry in &submission.entries {
        for (pointer, citation) in entry.citations() {
            let has_text =
                submission.get::<Source>(citation.source.as_str()).is_some_and(|source| source.text.is_some());
            let (message, help) = if has_text && citation.span.is_none() {
                (
                    "the source has a text, but the citation has no `span` in it",
                    "let `standpoint cite` print the span of the words in the text",
                )
            } else if citation.span.is_none() && citation.locator.is_none() {
                ("the citation does not say where in the source", "give a `locator`: a page, a table, a minute")
            } else {
                continue;
            };
            findings.push(Finding::new(&RULE.code, entry.value(format!("{pointer}/source")), message).help(help));
        }
    }
}
