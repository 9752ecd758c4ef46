//! How many records there are.

use serde::{Deserialize, Serialize};
use standpoint_model::Kind;

/// How many records there are, by kind, and how many citations they rest on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    kinds: [usize; Kind::ALL.len()],
    citations: usize,
}

impl Counts {
    /// Counts one more record, which rests on so many citations.
    pub fn add(&mut self, kind: Kind, citations: usize) {
        self.kinds[kind as usize] += 1;
        self.citations += citations;
    }

    /// Adds the counts of other records.
    pub fn merge(&mut self, other: &Self) {
        self.kinds.iter_mut().zip(other.kinds).for_each(|(kind, other)| *kind = kind.saturating_add(other));
        self.citations = self.citations.saturating_add(other.citations);
    }

    /// How many records are of a kind.
    pub fn of(&self, kind: Kind) -> usize {
        self.kinds[kind as usize]
    }

    /// How many records there are.
    pub fn records(&self) -> usize {
        self.kinds.iter().fold(0, |sum, kind| sum.saturating_add(*kind))
    }

    /// How many citations the records rest on, those of standpoints included.
    pub fn citations(&self) -> usize {
        self.citations
    }
}
