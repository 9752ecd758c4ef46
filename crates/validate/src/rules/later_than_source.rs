//! No source tells of what came after it.

use crate::{
    Code, Level,
    dataset::view::Submission,
    report::finding::Finding,
    rules::{Check, Rule, dated_fact::dated_facts},
};

pub(super) static RULE: Rule = Rule {
    code: Code {
        name: "later-than-source",
        level: Level::Warning,
        page: include_str!("../../docs/later-than-source.md"),
    },
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
