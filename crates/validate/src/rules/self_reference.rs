//! No record names itself.

use crate::{
    Code, Level,
    dataset::view::Entry,
    recognise::Sketch,
    report::finding::Finding,
    rules::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code { name: "self-reference", level: Level::Error, page: include_str!("../../docs/self-reference.md") },
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
