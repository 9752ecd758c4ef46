//! Traces that are merged by their keys, in memory that grows with the keys and not with the traces.

use crate::rules::trace::Trace;

/// Entries in the order in which they came, after those that were merged before: sorting them from time to time goes
/// through memory in order, where a table of hashes would jump about in it.
pub(crate) struct Log<T> {
    entries: Vec<T>,
    /// How many there were when they were merged last, each with a key of its own and in order.
    merged: usize,
    /// How many there are when it is worth it to merge them again.
    worth_merging: usize,
}

impl<T> Default for Log<T> {
    fn default() -> Self {
        Self { entries: Vec::new(), merged: 0, worth_merging: 0 }
    }
}

impl<T: Trace> Log<T> {
    /// How many entries wait at least until they are merged.
    const WAITING: usize = 1 << 9;

    pub(crate) fn push(&mut self, entry: T) {
        self.make_room(1);
        self.entries.push(entry);
    }

    /// Takes all entries of another log.
    pub(crate) fn take(&mut self, other: &mut Self) {
        self.make_room(other.entries.len());
        self.entries.append(&mut other.entries);
        other.merged = 0;
    }

    fn make_room(&mut self, entries: usize) {
        if self.entries.capacity() - self.entries.len() >= entries {
            return;
        }
        let before = self.entries.len();
        if before >= self.worth_merging {
            self.merge();
            // Of what hardly ever comes again hardly anything will be merged.
            let comes_again = self.merged <= before / 4 * 3;
            self.worth_merging = if comes_again { self.merged / 2 * 3 } else { self.merged * 4 };
        }
        let waiting = (self.entries.len() / 2).max(Self::WAITING).max(entries);
        self.entries.reserve_exact(waiting);
    }

    /// Makes one of all entries of a key.
    pub(crate) fn merge(&mut self) {
        if self.entries.len() == self.merged {
            return;
        }
        let order = |trace: &T| (trace.key(), trace.order());
        self.entries[self.merged..].sort_unstable_by_key(order);
        // Two runs in order are merged by the stable sort, which looks for such.
        self.entries.sort_by_key(order);
        self.entries.dedup_by(|next, kept| {
            let is_same = order(next) == order(kept);
            if is_same {
                kept.merge(*next);
            }
            is_same
        });
        self.merged = self.entries.len();
    }

    /// The entry of a key, once all are merged.
    pub(crate) fn get(&self, key: u64) -> Option<&T> {
        let at = self.entries.partition_point(|entry| entry.key() < key);
        self.entries.get(at).filter(|entry| entry.key() == key)
    }

    /// All entries of a key, which may differ in their order.
    pub(crate) fn all(&self, key: u64) -> impl Iterator<Item = &T> {
        let at = self.entries.partition_point(|entry| entry.key() < key);
        self.entries[at..].iter().take_while(move |entry| entry.key() == key)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &T> {
        self.entries.iter()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Takes all entries out.
    pub(crate) fn drain(&mut self) -> impl Iterator<Item = T> + use<T> {
        self.merged = 0;
        std::mem::take(&mut self.entries).into_iter()
    }

    /// Keeps the entries of which this is true, once all are merged, and no more memory than for them.
    pub(crate) fn retain(&mut self, is_kept: impl FnMut(&T) -> bool) {
        self.entries.retain(is_kept);
        self.entries.shrink_to_fit();
        self.merged = self.entries.len();
    }
}

/// Which of so many parts, a power of two, a key falls to.
pub(crate) fn part_of(key: u64, parts: usize) -> usize {
    // Bits that the tables themselves use least.
    usize::try_from(key >> 40).unwrap_or_default() & (parts - 1)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::{collection::vec, prelude::*};

    use super::Log;
    use crate::rules::trace::{Trace, Whole};

    /// A key, and how much was said of it.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    struct Said(u64, u64);

    impl Trace for Said {
        fn key(&self) -> u64 {
            self.0
        }

        fn merge(&mut self, other: Self) {
            self.1 += other.1;
        }

        fn is_suspect(&self, _: Whole) -> bool {
            true
        }
    }

    proptest! {
        #[test]
        fn nothing_is_lost_however_many_wait(entries in vec((0..2000_u64, 0..100_u64), 0..30_000), asked in 0..2000_u64) {
            let mut log = Log::default();
            let mut expected: BTreeMap<u64, u64> = BTreeMap::new();
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
            prop_assert_eq!(log.get(asked).map(|entry| entry.1), expected.get(&asked).copied());
            log.retain(|entry| entry.0 % 2 == 0);
            prop_assert!(log.iter().eq(all.iter().filter(|entry| entry.0 % 2 == 0)));
        }
    }
}
