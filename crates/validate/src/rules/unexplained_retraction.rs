//! A retraction is explained.

use standpoint_model::Status;

use crate::{
    Code, Level,
    dataset::view::Entry,
    recognise::Sketch,
    report::finding::Finding,
    rules::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code {
        name: "unexplained-retraction",
        level: Level::Error,
        page: include_str!("../../docs/unexplained-retraction.md"),
    },
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    if entry.record.status() == Status::Retracted && entry.record.note().is_none() {
        findings.push(
            Finding::new(&RULE.code, entry.value("/status"), "the record is retracted, and no `note` says why")
                .help("add a `note` with the reason"),
        );
    }
}

pub(super) fn doubt(record: &Sketch) -> bool {
    !record.is_current() && !record.has_note
}
