//! No record that stands rests on one that is retracted.

use standpoint_model::Status;
use standpoint_report::{Code, Finding, Level};

use crate::rules::{
    relation::Group,
    rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("retracted-reference", Level::Error, include_str!("../../docs/retracted-reference.md")),
    check: Check::Groups,
};

pub(super) fn check(id: &&str, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let Some(other) = group.entry(id).filter(|other| other.record.status() == Status::Retracted) else { return };
    for entry in group.current() {
        entry.record.visit_references(|named, pointer| {
            if named != *id {
                return;
            }
            let pointer = pointer.to_string();
            // What is in tension with a record need not stand for the record to stand.
            if !pointer.starts_with("/basis/tensions/") {
                findings.push(
                    Finding::new(&RULE.code, entry.value(pointer), format!("`{id}` is retracted"))
                        .related(other.value("/status"), "retracted here")
                        .help("name the record that took its place, or retract this one too"),
                );
            }
        });
    }
}
