//! Records that are numbered from 1 without gaps.

use standpoint_model::{Kind, Rank};
use standpoint_report::{Code, Finding};

use crate::{dataset::entry::Entry, rules::relation::Group};

/// What is numbered, and in what words to speak of it.
pub(super) struct Numbered {
    pub(super) code: &'static Code,
    pub(super) kind: Kind,
    pub(super) one: &'static str,
    pub(super) all: &'static str,
    /// Which of their kind are numbered together.
    pub(super) of: String,
}

/// Finds ranks that are given twice or, if there are none, the first gap.
pub(super) fn check_ranks(
    Numbered { code, kind, one, all, of }: &Numbered,
    mut ranked: Vec<(&Entry, Rank)>,
    group: &Group<'_>,
    findings: &mut Vec<Finding>,
) {
    ranked.sort_by_key(|(_, rank)| *rank);
    let before = findings.len();
    for same in ranked.chunk_by(|(_, rank), (_, other)| rank == other) {
        let (first, rank) = same[0];
        findings.extend(same[1..].iter().map(|(entry, _)| {
            Finding::new(code, entry.value("/rank"), format!("another {one} {of} has the rank {rank} already"))
                .related(first.value("/rank"), "the other one")
                .help(format!("give each of these {all} a number of its own"))
        }));
    }
    // One that is retracted, refused or given an id of another may be what fills a gap.
    let all_count =
        group.entries().count() == ranked.len() && group.is_complete() && !group.refusals().kinds.contains(kind);
    let gap = ranked.iter().zip(1..).find(|((_, rank), expected)| rank.get() != *expected);
    if let Some(((entry, rank), expected)) = gap.filter(|_| all_count && findings.len() == before) {
        let message = format!("the {all} {of} are numbered 1, 2, 3 …; this one is {rank} where {expected} comes next");
        findings.push(
            Finding::new(code, entry.value("/rank"), message)
                .help(format!("give each of these {all} a number of its own, and leave none out")),
        );
    }
}
