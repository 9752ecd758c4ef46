//! No record that stands rests on one that is retracted.

use standpoint_model::Status;
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::view::Submission,
    rules::rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("retracted-reference", Level::Error, include_str!("../../docs/retracted-reference.md")),
    check: Check::Dataset(check),
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    for entry in submission.entries.iter().filter(|entry| entry.record.status() == Status::Current) {
        entry.record.visit_references(|id, pointer| {
            let retracted = submission.entry(id).filter(|other| other.record.status() == Status::Retracted);
            let Some(other) = retracted else { return };
            let pointer = pointer.to_string();
            // What contradicts a record need not stand for the record to stand.
            if !pointer.starts_with("/basis/contradicts/") {
                findings.push(
                    Finding::new(&RULE.code, entry.value(pointer), format!("`{id}` is retracted"))
                        .related(other.value("/status"), "retracted here")
                        .help("name the record that took its place, or retract this one too"),
                );
            }
        });
    }
}
