//! What a rule is.

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
/// has a doubt, beside its check. A rule over a [relation](super::relation::Relation) needs none: the relation has its
/// traces. Some rules look at single records and at groups.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Check {
    /// A look at one record by itself.
    Record(fn(&Entry, &mut Vec<Finding>)),
    /// A look at the groups of a relation: see [`with_relations`](super::with_relations).
    Groups,
    /// A look at the dataset as a whole.
    Dataset(fn(&Submission, &mut Vec<Finding>)),
}
