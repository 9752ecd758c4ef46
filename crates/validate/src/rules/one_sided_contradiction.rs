//! A contradiction is said from both sides.

use standpoint_model::Status;
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::view::Submission,
    rules::rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable(
        "one-sided-contradiction",
        Level::Error,
        include_str!("../../docs/one-sided-contradiction.md"),
    ),
    check: Check::Dataset(check),
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    for entry in submission.entries.iter().filter(|entry| entry.record.status() == Status::Current) {
        let Some(basis) = entry.record.basis() else { continue };
        for (index, id) in basis.contradicts.iter().enumerate() {
            let Some(other) = submission.entry(id.as_str()) else {
                continue;
            };
            let said_back = other
                .record
                .basis()
                .is_some_and(|basis| basis.contradicts.iter().any(|back| back.as_str() == entry.record.id()));
            if !said_back {
                findings.push(
                    Finding::new(
                        &RULE.code,
                        entry.value(format!("/basis/contradicts/{index}")),
                        format!("`{id}` does not say that it contradicts `{}`", entry.record.id()),
                    )
                    .related(other.id(), "this record")
                    .help(format!("add `{}` to the `contradicts` of `{id}`", entry.record.id())),
                );
            }
        }
    }
}
