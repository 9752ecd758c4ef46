//! What a rule is, and what several rules ask of a dataset.

use standpoint_model::{Entity, Manifest};
use standpoint_report::{Code, Finding};

use crate::dataset::{entry::Entry, view::Submission};

/// A rule: its code and what finds the offences against it.
#[derive(Debug)]
pub(crate) struct Rule {
    pub(crate) code: Code,
    pub(crate) check: Check,
}

/// What finds the offences against a rule.
///
/// Of a large dataset only those records are read as values that may offend. Therefore a rule about single records also
/// has its doubt in `large/doubt.rs`, one about several its traces in `large/traces.rs`; a test runs every folder of
/// `fixtures/invalid` both ways.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Check {
    /// A look at one record by itself.
    Record(fn(&Entry, &mut Vec<Finding>)),
    /// A look at records together.
    Dataset(fn(&Submission, &mut Vec<Finding>)),
}

/// Every record of a kind that is not retracted, save those whose id came before, which is a mistake of its own.
pub(super) fn distinct<E: Entity>(submission: &Submission) -> impl Iterator<Item = (&Entry, &E)> {
    submission
        .of::<E>()
        .filter(|(entry, _)| submission.entry(entry.record.id()).is_some_and(|first| std::ptr::eq(first, *entry)))
}

/// The manifest, if there is one and no other.
pub(super) fn the_manifest(submission: &Submission) -> Option<(&Entry, &Manifest)> {
    let mut manifests = distinct::<Manifest>(submission);
    manifests.next().filter(|_| manifests.next().is_none())
}

/// The first record with an id, as one of a kind, and where it stands.
pub(super) fn named<'s, E: Entity>(submission: &'s Submission, id: &str) -> Option<(&'s Entry, &'s E)> {
    submission.entry(id).and_then(|entry| Some((entry, E::from_record(&entry.record)?)))
}
