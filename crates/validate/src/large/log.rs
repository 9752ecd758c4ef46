//! Entries that are merged by their keys, in memory that grows with the keys and not with the entries.

/// What is merged with others of its key, in any order.
pub(super) trait Merge: Copy {
    /// What decides which are merged.
    type Key: Ord;

    fn key(&self) -> Self::Key;

    /// Takes over what another of the same key says.
    fn merge(&mut self, other: Self);
}

/// Entries in the order in which they came, after those that were merged before: sorting them from time to time goes
/// through memory in order, where a table of hashes would jump about in it.
pub(super) struct Log<T> {
    entries: Vec<T>,
    /// How many there were when they were merged last, each with a key of its own and in order.
    merged: usize,
}

impl<T> Default for Log<T> {
    fn default() -> Self {
        Self { entries: Vec::new(), merged: 0 }
    }
}

impl<T: Merge> Log<T> {
    /// How many entries wait at least until they are merged.
    const WAITING: usize = 1 << 9;

    pub(super) fn push(&mut self, entry: T) {
        self.make_room(1);
        self.entries.push(entry);
    }

    /// Takes all entries of another log.
    pub(super) fn take(&mut self, other: &mut Self) {
        self.make_room(other.entries.len());
        self.entries.append(&mut other.entries);
        other.merged = 0;
    }

    fn make_room(&mut self, entries: usize) {
        if self.entries.capacity() - self.entries.len() < entries {
            self.merge();
            let waiting = (self.merged / 2).max(Self::WAITING).max(entries);
            self.entries.reserve_exact(waiting);
        }
    }

    /// Makes one of all entries of a key.
    pub(super) fn merge(&mut self) {
        if self.entries.len() == self.merged {
            return;
        }
        self.entries[self.merged..].sort_unstable_by_key(T::key);
        // Two runs in order are merged by the stable sort, which looks for such.
        self.entries.sort_by_key(T::key);
        self.entries.dedup_by(|next, kept| {
            let is_same = next.key() == kept.key();
            if is_same {
                kept.merge(*next);
            }
            is_same
        });
        self.merged = self.entries.len();
    }

    /// The entry of a key, once all are merged.
    pub(super) fn get(&self, key: &T::Key) -> Option<&T> {
        let at = self.entries.partition_point(|entry| entry.key() < *key);
        self.entries.get(at).filter(|entry| entry.key() == *key)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &T> {
        self.entries.iter()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Keeps the entries of which this is true, once all are merged, and no more memory than for them.
    pub(super) fn retain(&mut self, is_kept: impl FnMut(&T) -> bool) {
        self.entries.retain(is_kept);
        self.entries.shrink_to_fit();
        self.merged = self.entries.len();
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::{collection::vec, prelude::*};

    use super::{Log, Merge};

    /// A key, and how much was said of it.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    struct Said(u16, u64);

    impl Merge for Said {
        type Key = u16;

        fn key(&self) -> u16 {
            self.0
        }

        fn merge(&mut self, other: Self) {
            self.1 += other.1;
        }
    }

    proptest! {
        #[test]
        fn nothing_is_lost_however_many_wait(entries in vec((0..2000_u16, 0..100_u64), 0..30_000), asked in 0..2000_u16) {
            let mut log = Log::default();
            let mut expected: BTreeMap<u16, u64> = BTreeMap::new();
            let mut other = Log::default();
            for (place, (key, said)) in entries.into_iter().enumerate() {
                let which = if place % 3 == 0 { &mut log } else { &mut other };
                which.push(Said(key, said));
                if place % 1000 == 0 {
                    log.take(&mut other);
                }
                *expected.entry(key).or_default() += said;
            }
            log.take(&mut other);
            log.merge();
            let all: Vec<Said> = expected.iter().map(|(key, said)| Said(*key, *said)).collect();
            prop_assert!(log.iter().eq(&all));
            prop_assert_eq!(log.get(&asked).map(|entry| entry.1), expected.get(&asked).copied());
            log.retain(|entry| entry.0 % 2 == 0);
            prop_assert!(log.iter().eq(all.iter().filter(|entry| entry.0 % 2 == 0)));
        }
    }
}
