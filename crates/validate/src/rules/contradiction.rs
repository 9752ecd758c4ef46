//! Records in tension that say so.

use crate::dataset::entry::Entry;

/// Whether one of the two records says that it is in tension with the other, in whatever way.
pub(super) fn linked(one: &Entry, other: &Entry) -> bool {
    names(one, other) || names(other, one)
}

fn names(one: &Entry, other: &Entry) -> bool {
    let mut tensions = one.record.basis().into_iter().flat_map(|basis| &basis.tensions);
    tensions.any(|tension| tension.with.as_str() == other.record.id())
}
