//! No source tells of what came after it.

use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::view::Submission,
    rules::{
        dated_fact::dated_facts,
        rule::{Check, Rule},
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("later-than-source", Level::Warning, include_str!("../../docs/later-than-source.md")),
    check: Check::Dataset(check),
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    for fact in dated_facts(submission) {
        if let Some((source, place)) = fact.earlier_source(submission) {
            let message = format!("this came after `{}`, which is said to tell of it", source.id);
            findings.push(
                Finding::new(&RULE.code, fact.place(), message)
                    .related(place, "the date of the source")
                    .help("correct the date that is wrong, or cite the source that tells of it"),
            );
        }
    }
}
