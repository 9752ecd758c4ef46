//! No record names itself.

use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::Sketch,
    rules::rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("self-reference", Level::Error, include_str!("../../docs/self-reference.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    entry.record.visit_references(|id, pointer| {
        if id == entry.record.id() {
            findings.push(
                Finding::new(&RULE.code, entry.value(pointer.to_string()), "the record names itself here")
                    .help("name the record that is meant, or leave this out"),
            );
        }
    });
}

pub(super) fn doubt(record: &Sketch) -> bool {
    record.names().any(|id| id == record.own)
}
