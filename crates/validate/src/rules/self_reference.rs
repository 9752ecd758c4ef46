//! No record names itself.

use crate::{Code, Level, finding::Finding, rules::Rule, submission::Submission};

pub(super) static RULE: Rule = Rule {
    code: Code { name: "self-reference", level: Level::Error, page: include_str!("../../docs/self-reference.md") },
    check,
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    for entry in &submission.entries {
        for reference in entry.record.references() {
            if reference.id == entry.record.id() {
                findings.push(
                    Finding::new(&RULE.code, entry.value(reference.pointer), "the record names itself here")
                        .help("name the record that is meant, or leave this out"),
                );
            }
        }
    }
}
