//! An interest shows in what its actor has to do with.
//!
//! Follows the records named in `supported_by`, and those that they name.

use standpoint_model::Interest;

use crate::{
    Code, Level,
    finding::Finding,
    rules::Rule,
    submission::{Entry, Submission},
};

pub(super) static RULE: Rule = Rule {
    code: Code { name: "unrelated-support", level: Level::Note, page: include_str!("../../docs/unrelated-support.md") },
    check,
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    for (entry, interest) in submission.of::<Interest>() {
        let actor = interest.actor.as_str();
        for (index, id) in interest.supported_by.iter().enumerate() {
            let Some(support) = submission.entry(id.as_str()) else { continue };
            if id.as_str() != actor && !leads_to(submission, support, actor) {
                findings.push(
                    Finding::new(
                        &RULE.code,
                        entry.value(format!("/supported_by/{index}")),
                        format!("`{id}` does not mention `{actor}`, whose interest it is said to show"),
                    )
                    .related(support.id(), "this record")
                    .help("name a record about the actor; if the tie is there, let the record name it"),
                );
            }
        }
    }
}

/// Whether a record names an actor, or another record that does.
fn leads_to(submission: &Submission, entry: &Entry, actor: &str) -> bool {
    names(entry, |id| id == actor)
        || names(entry, |id| submission.entry(id).is_some_and(|other| names(other, |id| id == actor)))
}

fn names(entry: &Entry, is_meant: impl Fn(&str) -> bool) -> bool {
    let mut found = false;
    entry.record.visit_references(|id, _| found = found || is_meant(id));
    found
}
