//! The outcome of a reading, beside traces and suspects.

use standpoint_report::{Counts, Findings, Levels};

use super::{excerpt::Excerpt, near::Nearest};
use crate::{diagnose::refusals::Refusals, validation::Validation, waivers::Waiving};

/// The outcome of a thread, or of all of them together.
pub(super) struct Outcome<'s> {
    pub(super) findings: Findings<'s>,
    /// How many bytes had been read in the end.
    pub(super) bytes: u64,
    pub(super) refusals: Refusals,
    pub(super) counts: Counts,
    pub(super) waiving: Vec<Waiving>,
    pub(super) excerpts: Vec<Excerpt>,
    /// The records whose ids others have too: the hash of the id, and where the record begins.
    pub(super) twins: Vec<(u64, (usize, usize))>,
    pub(super) nearest: Nearest,
}

impl<'s> Outcome<'s> {
    /// The outcome of reading nothing.
    pub(super) fn new(levels: &'s Levels, validation: &Validation<'_>) -> Self {
        Self {
            findings: Findings::new(levels, validation.max_findings_per_code),
            bytes: 0,
            refusals: Refusals::default(),
            counts: Counts::default(),
            waiving: Vec::new(),
            excerpts: Vec::new(),
            twins: Vec::new(),
            nearest: Nearest::default(),
        }
    }

    /// Adds what another thread found, which read some of the same files.
    pub(super) fn merge_thread(&mut self, other: Outcome<'_>) {
        let bytes = self.bytes.max(other.bytes);
        self.merge_part(other);
        // Each thread counts the bytes that all of them have read.
        self.bytes = bytes;
    }

    /// Adds what was found in other files.
    pub(super) fn merge_part(&mut self, other: Outcome<'_>) {
        self.findings.merge(other.findings);
        self.bytes = self.bytes.saturating_add(other.bytes);
        self.refusals.merge(other.refusals);
        self.counts.merge(&other.counts);
        self.waiving.extend(other.waiving);
        self.excerpts.extend(other.excerpts);
        self.twins.extend(other.twins);
        self.nearest.merge(other.nearest);
    }
}
