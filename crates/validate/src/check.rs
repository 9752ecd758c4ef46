//! Rules and waivers applied to a dataset, in whatever way it was read.

use rayon::prelude::*;
use standpoint_report::{Document, Finding, Findings, Report, Scope};

use crate::{
    dataset::{entry::Entry, view::Submission},
    rules::{
        RULES, Ruled,
        relation::{Surroundings, check_groups},
        relations,
        rule::Check,
        with_relations,
    },
    waivers::{self, Waivers},
};

/// How many records are worth the start of threads.
pub(crate) const WORTH_THREADS: usize = 1000;

/// A dataset to which all rules were applied, and what a report tells of it.
#[derive(Default)]
pub(crate) struct CheckedDataset {
    pub(crate) submission: Submission,
    pub(crate) documents: Vec<Document>,
    /// Those of all records.
    pub(crate) waivers: Waivers,
    pub(crate) scope: Scope,
}

impl CheckedDataset {
    /// Takes out what is waived of what was found by rules, all of which have been applied, and adds what is wrong with
    /// the waivers.
    pub(crate) fn waive(&mut self, findings: &mut Vec<Finding>) {
        self.waivers.apply(findings);
        let is_known = self.submission.is_complete() && self.submission.refusals.records == 0;
        findings.extend(self.waivers.unused(is_known));
    }

    /// The report of what was found.
    pub(crate) fn into_report(self, findings: Findings<'_>) -> Report {
        let mut scope = self.scope;
        scope.is_complete = self.submission.is_complete();
        scope.counts = self.submission.counts;
        scope.refused = self.submission.refusals.records;
        scope.waived = self.waivers.waived();
        Report::new(self.documents, findings, scope)
    }
}

/// Applies the rules about single records to one.
pub(crate) fn check_record(entry: &Entry, findings: &mut Vec<Finding>) {
    for rule in RULES {
        match rule.check {
            Check::Record(check) => check(entry, findings),
            Check::Groups | Check::Dataset(_) => {}
        }
    }
    waivers::check(entry, findings);
}

/// Applies the rules about single records to all.
pub(crate) fn check_records(entries: &[Entry], findings: &mut Vec<Finding>) {
    let found = |entry: &Entry| {
        let mut found = Vec::new();
        check_record(entry, &mut found);
        found
    };
    if entries.len() < WORTH_THREADS {
        findings.extend(entries.iter().flat_map(found));
    } else {
        findings.par_extend(entries.par_iter().flat_map_iter(found));
    }
}

/// Applies the rules about records that have to do with others.
pub(crate) fn check_dataset(submission: &Submission, findings: &mut Vec<Finding>) {
    check_whole(submission, findings);
    let lookup = |id: &str| submission.entry(id);
    let around = Surroundings { refusals: &submission.refusals, lookup: &lookup };
    let found = |check: &CheckRelation| {
        let mut found = Vec::new();
        check(&submission.entries, around, &mut found);
        found
    };
    if submission.entries.len() < WORTH_THREADS {
        findings.extend(RELATIONS.iter().flat_map(found));
    } else {
        findings.par_extend(RELATIONS.par_iter().flat_map_iter(found));
    }
}

/// Applies the rules about the dataset as a whole.
pub(crate) fn check_whole(submission: &Submission, findings: &mut Vec<Finding>) {
    for rule in RULES {
        if let Check::Dataset(check) = rule.check {
            check(submission, findings);
        }
    }
}

/// Applies the rules over one relation to all records.
type CheckRelation = for<'g> fn(&'g [Entry], Surroundings<'g>, &mut Vec<Finding>);

macro_rules! checks {
    ($($name:ident: $relation:ident [$($rules:tt)*];)+) => {
        /// Of each relation, what applies the rules over it.
        const RELATIONS: &[CheckRelation] = &[$(check_relation::<relations::$relation>),+];
    };
}
with_relations!(checks);

fn check_relation<'g, R: Ruled>(entries: &'g [Entry], around: Surroundings<'g>, findings: &mut Vec<Finding>) {
    check_groups::<R>(R::RULES, entries, |_| true, around, findings);
}
