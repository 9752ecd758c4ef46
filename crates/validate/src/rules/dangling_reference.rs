//! Every id that a record names is the id of a record.

use crate::{Code, Level, finding::Finding, rules::Rule, submission::Submission};

pub(super) static RULE: Rule = Rule {
    code: Code {
        name: "dangling-reference",
        level: Level::Error,
        page: include_str!("../../docs/dangling-reference.md"),
    },
    check,
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    if !submission.complete {
        return;
    }
    for entry in &submission.entries {
        for reference in entry.record.references() {
            if !submission.ids.contains_key(reference.id) {
                let help = submission
                    .did_you_mean(reference.id)
                    .unwrap_or_else(|| "add that record, or validate it together with this one".into());
                findings.push(
                    Finding::new(
                        &RULE.code,
                        entry.value(reference.pointer),
                        format!("there is no record `{}`", reference.id),
                    )
                    .help(help),
                );
            }
        }
    }
}
