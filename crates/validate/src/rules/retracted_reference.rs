//! No record that stands rests on one that is retracted.

use standpoint_model::{Reference, Status};

use crate::{Code, Level, finding::Finding, rules::Rule, submission::Submission};

pub(super) static RULE: Rule = Rule {
    code: Code {
        name: "retracted-reference",
        level: Level::Error,
        page: include_str!("../../docs/retracted-reference.md"),
    },
    check,
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    for entry in submission.entries.iter().filter(|entry| entry.record.status() == Status::Current) {
        // What contradicts a record need not stand for the record to stand.
        let rests_on = |reference: &Reference<'_>| !reference.pointer.starts_with("/basis/contradicts/");
        for reference in entry.record.references().into_iter().filter(rests_on) {
            let Some(other) = submission.entry(reference.id) else {
                continue;
            };
            if other.record.status() == Status::Retracted {
                findings.push(
                    Finding::new(
                        &RULE.code,
                        entry.value(reference.pointer),
                        format!("`{}` is retracted", reference.id),
                    )
                    .related(other.value("/status"), "retracted here")
                    .help("name the record that took its place, or retract this one too"),
                );
            }
        }
    }
}
