//! The readings of a large dataset, and their purposes.

use super::{
    ledger::{Index, Twins},
    near::Missing,
    suspects::Suspects,
};

/// A reading, by its purpose.
#[derive(Clone, Copy)]
pub(super) enum Pass<'i> {
    /// Judges each record by itself and merges its traces.
    First,
    /// Merges all traces anew, since these ids turned out to be given twice.
    Again(&'i Twins),
    /// Keeps what is suspect.
    Second { index: &'i Index, twins: &'i Twins, suspects: &'i Suspects },
    /// Looks for the ids that are most like these, which are missing.
    Near(&'i Missing<'i>),
}

impl Pass<'_> {
    /// Its number, from 0.
    pub(super) fn number(self) -> usize {
        match self {
            Self::First => 0,
            Self::Again(_) => 1,
            Self::Second { .. } => 2,
            Self::Near(_) => 3,
        }
    }
}
