//! Rules and waivers applied to a dataset, in whatever way it was read.

use rayon::prelude::*;
use standpoint_report::{Document, Finding, Findings, Report, Scope};

use crate::{
    dataset::{entry::Entry, view::Submission},
    rules::{RULES, rule::Check},
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
        findings.extend(self.waivers.unused(&self.submission));
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
            Check::Dataset(_) => {}
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
    let checks = RULES.iter().filter_map(|rule| match rule.check {
        Check::Record(_) => None,
        Check::Dataset(check) => Some(check),
    });
    let checks: Vec<fn(&Submission, &mut Vec<Finding>)> = checks.collect();
    let found = |check: &fn(&Submission, &mut Vec<Finding>)| {
        let mut found = Vec::new();
        check(submission, &mut found);
        found
    };
    if submission.entries.len() < WORTH_THREADS {
        findings.extend(checks.iter().flat_map(found));
    } else {
        findings.par_extend(checks.par_iter().flat_map_iter(found));
    }
}
