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
    const WAITING: usize = 1 << 12;

    pub(super) fn push(&mut self, entry: T) {
        if self.entries.len() == self.entries.capacity() {
            self.merge();
            let waiting = (self.merged / 2).max(Self::WAITING);
            self.entries.reserve_exact(waiting);
        }
        self.entries.push(entry);
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
