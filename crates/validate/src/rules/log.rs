//! Traces that are merged by their keys, in memory that grows with the keys and not with the traces.

use std::io;

use crate::rules::{
    runs::{self, Run, Runs},
    trace::Trace,
};

/// Entries in the order in which they came, after those that were merged before: sorting them from time to time goes
/// through memory in order, where a table of hashes would jump about in it. Of very many, most are on the disk.
pub(crate) struct Log<T> {
    entries: Vec<T>,
    /// How many there were when they were merged last, each with a key of its own and in order.
    merged: usize,
    /// Those that memory does not hold.
    runs: Vec<Run>,
}

impl<T> Default for Log<T> {
    fn default() -> Self {
        Self { entries: Vec::new(), merged: 0, runs: Vec::new() }
    }
}

impl<T: Trace> Log<T> {
    /// About how many bytes are written out at a time, and how many entries of a key.
    const WRITTEN: usize = 1 << 16;
    const WRITTEN_OF_A_KEY: usize = 1 << 10;

    pub(crate) fn push(&mut self, entry: T) {
        self.entries.push(entry);
    }

    /// Takes all entries of another log, none of which are on the disk. If they are very many, those that do not merge are
    /// written to the disk.
    pub(crate) fn take(&mut self, other: &mut Self, runs: &Runs) -> io::Result<()> {
        self.entries.append(&mut other.entries);
        other.merged = 0;
        let full = runs.in_memory::<T>();
        if self.entries.len() >= full {
            self.merge();
            if self.entries.len() > full / 2 {
                self.write(runs)?;
            }
        }
        Ok(())
    }

    /// Makes one of all entries of a key that are in memory.
    pub(crate) fn merge(&mut self) {
        if self.entries.len() == self.merged {
            return;
        }
        let order = |trace: &T| (trace.key(), trace.order());
        self.entries.sort_unstable_by_key(order);
        self.entries.dedup_by(|next, kept| {
            let is_same = order(next) == order(kept);
            if is_same {
                kept.merge(*next);
            }
            is_same
        });
        self.merged = self.entries.len();
    }

    fn write(&mut self, runs: &Runs) -> io::Result<()> {
        self.runs.push(runs.write(&self.entries)?);
        self.entries.clear();
        self.merged = 0;
        Ok(())
    }

    /// Gives `visit` the entries of each key, merged, in the order of the keys.
    pub(crate) fn visit(&mut self, mut visit: impl FnMut(&mut Vec<T>) -> io::Result<()>) -> io::Result<()> {
        self.merge();
        let mut of_a_key: Vec<T> = Vec::new();
        let mut take = |next: T| {
            match of_a_key.last_mut() {
                Some(last) if last.key() != next.key() => {
                    visit(&mut of_a_key)?;
                    of_a_key.clear();
                    of_a_key.push(next);
                }
                Some(last) if last.order() == next.order() => last.merge(next),
                _ => of_a_key.push(next),
            }
            Ok(())
        };
        if let Some(runs) = self.runs.first().map(Run::runs) {
            if !self.entries.is_empty() {
                self.write(&runs)?;
            }
            runs::merge(&self.runs, take)?;
        } else {
            self.entries.iter().copied().try_for_each(&mut take)?;
        }
        if of_a_key.is_empty() { Ok(()) } else { visit(&mut of_a_key) }
    }

    /// Gives `write` what is written of all entries, merged and in order, some at a time.
    pub(crate) fn write_out(&mut self, write: &mut impl FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
        let mut bytes = Vec::new();
        self.visit(|of_a_key| {
            for some in of_a_key.chunks(Self::WRITTEN_OF_A_KEY) {
                runs::append(some, &mut bytes)?;
                if bytes.len() >= Self::WRITTEN {
                    write(&bytes)?;
                    bytes.clear();
                }
            }
            Ok(())
        })?;
        if bytes.is_empty() { Ok(()) } else { write(&bytes) }
    }

    /// Keeps of the entries of each key what `keep` leaves of them, all in memory, and no more memory than for them.
    pub(crate) fn retain(&mut self, mut keep: impl FnMut(&mut Vec<T>)) -> io::Result<()> {
        let mut kept = Vec::new();
        self.visit(|of_a_key| {
            keep(of_a_key);
            kept.append(of_a_key);
            Ok(())
        })?;
        kept.shrink_to_fit();
        *self = Self { merged: kept.len(), entries: kept, runs: Vec::new() };
        Ok(())
    }

    /// The entry of a key, once all are merged in memory.
    pub(crate) fn get(&self, key: u64) -> Option<&T> {
        self.all(key).next()
    }

    /// All entries of a key, which may differ in their order, once all are merged in memory.
    pub(crate) fn all(&self, key: u64) -> impl Iterator<Item = &T> {
        let at = self.entries.partition_point(|entry| entry.key() < key);
        self.entries[at..].iter().take_while(move |entry| entry.key() == key)
    }

    /// All entries that are in memory.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &T> {
        self.entries.iter()
    }

    /// Whether there are none in memory.
    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty()
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
    use serde::{Deserialize, Serialize};

    use super::*;
    use crate::rules::trace::Whole;

    /// How much was said of a key and one of its sorts.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
    struct Said {
        key: u64,
        sort: u64,
        sum: u64,
    }

    impl Trace for Said {
        fn key(&self) -> u64 {
            self.key
        }

        fn order(&self) -> u64 {
            self.sort
        }

        fn merge(&mut self, other: Self) {
            self.sum += other.sum;
        }

        fn is_suspect(&self, _: Whole) -> bool {
            true
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

        #[test]
        fn nothing_is_lost_however_much_is_on_the_disk(
            entries in vec((0..2000_u64, 0..3_u64, 0..100_u64), 0..30_000),
            in_memory in 1..500_000_usize,
            asked in 0..2000_u64,
        ) {
            let (runs, mut log, mut other) = (Runs::new(in_memory), Log::default(), Log::default());
            let mut sums: BTreeMap<(u64, u64), u64> = BTreeMap::new();
            for (place, (key, sort, sum)) in entries.into_iter().enumerate() {
                *sums.entry((key, sort)).or_default() += sum;
                let which = if place % 3 == 0 { &mut log } else { &mut other };
                which.push(Said { key, sort, sum });
                if place % 1000 == 0 {
                    log.take(&mut other, &runs).unwrap();
                }
            }
            log.take(&mut other, &runs).unwrap();
            let all: Vec<Said> = sums.into_iter().map(|((key, sort), sum)| Said { key, sort, sum }).collect();
            let mut visited = Vec::new();
            log.visit(|of_a_key| {
                assert!(of_a_key.iter().all(|one| one.key == of_a_key[0].key));
                visited.append(of_a_key);
                Ok(())
            }).unwrap();
            prop_assert!(visited == all);
            log.retain(|of_a_key| of_a_key.retain(|one| one.sort != 1)).unwrap();
            let kept: Vec<Said> = all.into_iter().filter(|one| one.sort != 1).collect();
            prop_assert!(log.iter().eq(&kept));
            prop_assert!(log.all(asked).eq(kept.iter().filter(|one| one.key == asked)));
        }
    }
}
