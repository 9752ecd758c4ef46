//! What was asked of the model's types a moment ago.

use foldhash::fast::SeedableRandomState;

use super::{hash::hash_of, slot::Slot};
use crate::diagnose::lexical::Lexical;

/// The values that types accepted last: the same few countries, languages, dates and numbers come again and again.
pub(super) struct Memory {
    hash: SeedableRandomState,
    places: Vec<Option<Known>>,
}

/// What is written for a value of a type.
struct Known {
    lexical: &'static Lexical,
    slot: Slot,
    written: Vec<u8>,
    /// What is known of it.
    value: u64,
}

impl Memory {
    /// How many values are remembered, each in a place of its own. A power of two.
    const PLACES: usize = 1 << 10;

    /// How many bytes are written for the longest that is remembered.
    const LONGEST: usize = 64;

    pub(super) fn new(hash: SeedableRandomState) -> Self {
        Self { hash, places: (0..Self::PLACES).map(|_| None).collect() }
    }

    fn place(&self, written: &[u8]) -> usize {
        usize::try_from(hash_of(&self.hash, written) >> 32).unwrap_or_default() & (Self::PLACES - 1)
    }

    /// What is known of what is written, if the type accepted it a moment ago.
    pub(super) fn recall(&self, lexical: &'static Lexical, slot: Slot, written: &[u8]) -> Option<u64> {
        if written.len() > Self::LONGEST {
            return None;
        }
        let known = self.places[self.place(written)].as_ref()?;
        let is_it = std::ptr::eq(known.lexical, lexical) && known.slot == slot && known.written == written;
        is_it.then_some(known.value)
    }

    /// Remembers what is known of what is written, which the type accepts.
    pub(super) fn keep(&mut self, lexical: &'static Lexical, slot: Slot, written: &[u8], value: u64) {
        if written.len() <= Self::LONGEST {
            let place = self.place(written);
            let mut bytes = self.places[place].take().map(|known| known.written).unwrap_or_default();
            bytes.clear();
            bytes.extend_from_slice(written);
            self.places[place] = Some(Known { lexical, slot, written: bytes, value });
        }
    }
}
