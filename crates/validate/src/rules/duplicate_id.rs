//! No two records have one id.

use crate::{
    Code, Level,
    dataset::view::Submission,
    report::finding::Finding,
    rules::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code { name: "duplicate-id", level: Level::Error, page: include_str!("../../docs/duplicate-id.md") },
    check: Check::Dataset(check),
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    for (id, places) in submission.shared_ids() {
        let [first, others @ ..] = &places[..] else { continue };
        for other in others {
            findings.push(
                Finding::new(&RULE.code, other.clone(), format!("another record has the id `{id}` already"))
                    .related(first.clone(), "it is given here first")
                    .help("if both are the same thing, make one record of them; if not, give one a new id"),
            );
        }
    }
}
