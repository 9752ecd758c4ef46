//! Things that have in common with an earlier one what only one of them should have.

use std::hash::Hash;

use hashbrown::{HashMap, hash_map::Entry};

/// Each item whose key came before, after the first item that has it. What has no key is passed over.
pub(super) fn repeats<T: Copy, K: Hash + Eq>(
    items: impl IntoIterator<Item = T>,
    key: impl Fn(T) -> Option<K>,
) -> impl Iterator<Item = (T, T)> {
    let mut firsts = HashMap::new();
    items.into_iter().filter_map(move |item| match firsts.entry(key(item)?) {
        Entry::Occupied(first) => Some((*first.get(), item)),
        Entry::Vacant(place) => {
            place.insert(item);
            None
        }
    })
}

/// Whether two items may have one key.
pub(super) fn any_twice<T, K: PartialEq>(items: &[T], key: impl Fn(&T) -> K) -> bool {
    /// With more, comparing each with each costs more than reading the record again.
    const FEW: usize = 64;
    items.len() > FEW
        || items.iter().enumerate().any(|(at, item)| items[..at].iter().any(|before| key(before) == key(item)))
}
