//! Every source is cited.

use hashbrown::HashSet;
use standpoint_model::Source;

use crate::{
    Code, Level,
    finding::Finding,
    rules::{Rule, distinct},
    submission::{Entry, Submission},
};

pub(super) static RULE: Rule = Rule {
    code: Code { name: "uncited-source", level: Level::Error, page: include_str!("../../docs/uncited-source.md") },
    check,
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    if !submission.complete {
        return;
    }
    let cited: HashSet<&str> = submission
        .entries
        .iter()
        .flat_map(Entry::citations)
        .map(|(_, citation)| citation.source.as_str())
        .chain(submission.refused.iter().map(String::as_str))
        .collect();
    for (entry, source) in distinct::<Source>(submission) {
        if !cited.contains(source.id.as_str()) {
            findings.push(
                Finding::new(&RULE.code, entry.id(), format!("no record cites `{}`", source.id))
                    .help("cite it where it is evidence, or remove it"),
            );
        }
    }
}
