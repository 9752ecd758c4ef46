//! What a report is about.

use std::path::PathBuf;

use crate::{Counts, Coverage, Progress};

/// What was read, beside the documents: how much, and whether it was all. Whoever makes a report fills in what it knows.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Scope {
    /// The records that the model's types accept.
    pub counts: Counts,
    /// How many records there were beside these, which the types refuse.
    pub refused: usize,
    /// How many findings were left out because the records that they are about waive them.
    pub waived: usize,
    /// Files that lay beside those that were read.
    pub passed_over: Vec<PathBuf>,
    /// Whether everything could be read. If not, checks for what is missing were left out.
    pub is_complete: bool,
    /// How many bytes were read, once decompressed.
    pub bytes: u64,
    /// How far the reading had come, if it was stopped.
    pub stopped: Option<Progress>,
    /// How much of each source is cited, if somebody looked.
    pub coverage: Option<Vec<Coverage>>,
}

impl Default for Scope {
    /// Nothing was counted, and all was read.
    fn default() -> Self {
        Self {
            counts: Counts::default(),
            refused: 0,
            waived: 0,
            passed_over: Vec::new(),
            is_complete: true,
            bytes: 0,
            stopped: None,
            coverage: None,
        }
    }
}
