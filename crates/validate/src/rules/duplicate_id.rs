//! No two records have one id.

use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::view::Submission,
    rules::rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::allowable("duplicate-id", Level::Error, include_str!("../../docs/duplicate-id.md")),
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
