//! The interests of an actor are numbered from 1 without gaps.

use std::collections::BTreeMap;

use standpoint_model::{Interest, Kind};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::{entry::Entry, view::Submission},
    rules::rule::{Check, Rule, distinct},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("interest-ranks", Level::Error, include_str!("../../docs/interest-ranks.md")),
    check: Check::Dataset(check),
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    let mut by_actor: BTreeMap<&str, Vec<(&Entry, &Interest)>> = BTreeMap::new();
    for (entry, interest) in distinct::<Interest>(submission) {
        by_actor.entry(interest.actor.as_str()).or_default().push((entry, interest));
    }
    let gaps_count = all_count(submission);
    for (actor, mut interests) in by_actor {
        interests.sort_by_key(|(_, interest)| interest.rank);
        let before = findings.len();
        for same in interests.chunk_by(|(_, one), (_, other)| one.rank == other.rank) {
            let (first, interest) = same[0];
            findings.extend(same[1..].iter().map(|(entry, _)| {
                let message = format!("another interest of `{actor}` has the rank {} already", interest.rank);
                Finding::new(&RULE.code, entry.value("/rank"), message)
                    .related(first.value("/rank"), "the other one")
                    .help("give each interest of the actor a number of its own")
            }));
        }
        let gap = interests.iter().zip(1..).find(|((_, interest), expected)| interest.rank.get() != *expected);
        if let Some(((entry, interest), expected)) = gap
            && gaps_count
            && submission.has_interests_of(actor)
            && findings.len() == before
        {
            let message = format!(
                "the interests of `{actor}` are numbered 1, 2, 3 …; this one is {} where {expected} comes next",
                interest.rank
            );
            findings.push(
                Finding::new(&RULE.code, entry.value("/rank"), message)
                    .help("give each interest of the actor a number of its own, and leave none out"),
            );
        }
    }
}

/// Whether every interest counts: none is retracted, refused or given an id of another, any of which may fill a gap.
fn all_count(submission: &Submission) -> bool {
    let all = submission.entries.iter().filter(|entry| entry.record.kind() == Kind::Interest).count();
    submission.is_complete()
        && !submission.refusals.kinds.contains(&Kind::Interest)
        && distinct::<Interest>(submission).count() == all
}
