//! The text that findings point into, as far as it is kept.

use serde::{Deserialize, Serialize};

use crate::read::extent::Extent;

/// How many bytes of text are kept for the findings, for each of a code that may be kept; and how many at least. Where
/// records are not very long, all codes together take far less.
const FOR_EACH: usize = 1 << 18;
const AT_LEAST: usize = 1 << 25;

/// How many bytes of excerpts all threads keep at most.
pub(super) fn most_bytes(max_findings_per_code: usize) -> usize {
    max_findings_per_code.saturating_mul(FOR_EACH).max(AT_LEAST)
}

/// Some text that a finding points into.
#[derive(Serialize, Deserialize)]
pub(super) struct Excerpt {
    pub(super) document: usize,
    /// The block that it is in; nothing, if it is counted from the start of the document.
    pub(super) block: Option<usize>,
    /// How much text stands before it in the block.
    pub(super) before: Extent,
    pub(super) start: usize,
    pub(super) text: String,
}
