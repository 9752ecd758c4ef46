//! What is decided of the identity of two records.

use standpoint_model::Identity;

use crate::{dataset::entry::Entry, rules::relation::Group};

/// Whether an identity beside the group names both: whatever its verdict, nobody need be asked whether they are one.
pub(super) fn is_decided(group: &Group<'_>, one: &Entry, other: &Entry) -> bool {
    let names =
        |identity: &Identity, entry: &Entry| identity.members.iter().any(|member| member.as_str() == entry.record.id());
    let mut identities = group.beside().filter_map(Entry::current::<Identity>);
    identities.any(|identity| names(identity, one) && names(identity, other))
}
