//! Records in tension that say so.

use crate::dataset::entry::Entry;

/// Whether one of the two records names the other as one that it contradicts.
pub(super) fn linked(one: &Entry, other: &Entry) -> bool {
    names(one, other) || names(other, one)
}

/// Whether one record names the other as one that it contradicts.
pub(super) fn names(one: &Entry, other: &Entry) -> bool {
    one.record.basis().is_some_and(|basis| basis.contradicts.iter().any(|id| id.as_str() == other.record.id()))
}
