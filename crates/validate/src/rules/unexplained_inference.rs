//! What the dataset infers, it explains.

use standpoint_model::Modality;

use crate::{Code, Level, finding::Finding, rules::Rule, submission::Submission};

pub(super) static RULE: Rule = Rule {
    code: Code {
        name: "unexplained-inference",
        level: Level::Error,
        page: include_str!("../../docs/unexplained-inference.md"),
    },
    check,
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    for entry in &submission.entries {
        let inferred = entry.record.basis().is_some_and(|basis| basis.modality == Modality::Inferred);
        if inferred && entry.record.note().is_none() {
            findings.push(
                Finding::new(
                    &RULE.code,
                    entry.value("/basis/modality"),
                    "the record is inferred, and no `note` says from what",
                )
                .help("add a `note`: what the source says, and why it is read so"),
            );
        }
    }
}
