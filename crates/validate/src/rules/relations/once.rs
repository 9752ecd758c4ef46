//! What should be there once.

use serde::{Deserialize, Serialize};

use crate::rules::trace::{Trace, Whole};

/// The hash of something that one record should have, but for its lowest bit, which says whether a second one has it.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(crate) struct Once(u64);

impl Once {
    /// The key of what has this hash.
    pub(crate) fn key_of(hash: u64) -> u64 {
        hash & !1
    }

    /// A record has what has this hash.
    pub(crate) fn new(hash: u64) -> Self {
        Self(Self::key_of(hash))
    }
}

impl Trace for Once {
    fn key(&self) -> u64 {
        Self::key_of(self.0)
    }

    fn merge(&mut self, _: Self) {
        self.0 |= 1;
    }

    fn is_suspect(&self, _: Whole) -> bool {
        self.0 & 1 == 1
    }
}
