//! The interests of an actor are numbered from 1 without gaps.

use std::collections::BTreeMap;

use standpoint_model::Interest;

use crate::{
    Code, Level,
    finding::Finding,
    rules::Rule,
    submission::{Entry, Submission},
};

pub(super) static RULE: Rule = Rule {
    code: Code { name: "interest-ranks", level: Level::Error, page: include_str!("../../docs/interest-ranks.md") },
    check,
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    let mut by_actor: BTreeMap<&str, Vec<(&Entry, &Interest)>> = BTreeMap::new();
    for (entry, interest) in submission.of::<Interest>() {
        by_actor.entry(interest.actor.as_str()).or_default().push((entry, interest));
    }
    for (actor, mut interests) in by_actor {
        interests.sort_by_key(|(_, interest)| interest.rank);
        for ((entry, interest), expected) in interests.iter().zip(1..) {
            if interest.rank.get() != expected {
                findings.push(
                    Finding::new(
                        &RULE.code,
                        entry.value("/rank"),
                        format!(
                            "the interests of `{actor}` are numbered 1, 2, 3 …; this one is {} where {expected} comes next",
                            interest.rank
                        ),
                    )
                    .help("give each interest of the actor a number of its own, and leave none out"),
                );
                break;
            }
        }
    }
}
