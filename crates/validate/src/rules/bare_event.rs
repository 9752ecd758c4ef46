//! An event has a time, a place or a party.

use standpoint_model::Event;

use crate::{Code, Level, finding::Finding, rules::Rule, submission::Submission};

pub(super) static RULE: Rule = Rule {
    code: Code { name: "bare-event", level: Level::Note, page: include_str!("../../docs/bare-event.md") },
    check,
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    for (entry, event) in submission.of::<Event>() {
        let is_bare = event.when.is_none()
            && event.places.is_empty()
            && event.participants.is_empty()
            && event.targets.is_empty();
        if is_bare {
            findings.push(
                Finding::new(&RULE.code, entry.id(), "nothing says when, where or to whom this happened")
                    .help("add what the source says of it; what is no happening at all belongs in a `statement`"),
            );
        }
    }
}
