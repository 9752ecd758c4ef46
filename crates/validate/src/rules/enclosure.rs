//! Places and those they lie in.

use standpoint_model::Place;

use crate::{
    dataset::{entry::Entry, view::Submission},
    rules::rule::named,
};

/// A place and where it stands.
pub(super) type At<'a> = (&'a Entry, &'a Place);

/// Every place that lies within another, with the one named in `within`.
pub(super) fn enclosures(submission: &Submission) -> impl Iterator<Item = (At<'_>, At<'_>)> {
    submission.of::<Place>().filter_map(|inner| {
        let within = inner.1.within.as_ref()?;
        Some((inner, named::<Place>(submission, within.as_str())?))
    })
}
