//! The interests of an actor are numbered from 1 without gaps.

use standpoint_model::{Interest, Kind};
use standpoint_report::{Code, Finding, Level};

use crate::rules::{
    relation::Group,
    rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("interest-ranks", Level::Error, include_str!("../../docs/interest-ranks.md")),
    check: Check::Groups,
};

pub(super) fn check(actor: &&str, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let mut interests: Vec<_> = group.distinct::<Interest>().collect();
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
    // An interest that is retracted, refused or given an id of another may be what fills a gap.
    let all_count = group.entries().count() == interests.len()
        && group.is_complete()
        && !group.refusals().kinds.contains(&Kind::Interest);
    let gap = interests.iter().zip(1..).find(|((_, interest), expected)| interest.rank.get() != *expected);
    if let Some(((entry, interest), expected)) = gap.filter(|_| all_count && findings.len() == before) {
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
