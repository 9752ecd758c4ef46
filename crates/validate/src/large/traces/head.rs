//! The head of a file of traces: the part that they are of, and the corpus.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use standpoint_model::Kind;

use crate::{
    Validation,
    large::reading::Reading,
    read::{
        error::TracesError,
        files::{Files, RecordFile},
    },
};

/// The part that traces are of, its corpus, and how they were made.
#[derive(Serialize, Deserialize)]
pub(super) struct Head {
    pub(super) seed: u64,
    /// A hash of something known, which tells machines apart that hash otherwise.
    probe: u64,
    settings: u64,
    /// A hash for each file of the whole corpus: of its path and how many bytes it has on the disk.
    corpus: Vec<u64>,
    /// The places among them of the files of the part.
    part: Vec<usize>,
}

impl Head {
    pub(super) fn new(reading: &Reading<'_>, seed: u64) -> Self {
        let Validation { levels, max_findings_per_code, max_record_size, .. } = reading.validation;
        let hasher = &reading.hasher;
        let file = |file: &RecordFile| hasher.of((file.path.as_os_str().as_encoded_bytes(), file.size()));
        Self {
            seed,
            probe: hasher.of((
                1_usize,
                Some(hasher.text("a text that is somewhat longer than sixteen bytes")),
                Kind::Event,
            )),
            settings: hasher.text(&format!("{:?}", (levels, max_findings_per_code, max_record_size))),
            corpus: reading.files.iter().map(file).collect(),
            part: reading.documents.clone(),
        }
    }

    /// Whether traces with another head are of the same files, read in the same way, and of some that are still untraced.
    pub(super) fn check(&self, other: &Self, files: &Files, untraced: &mut BTreeSet<usize>) -> Result<(), TracesError> {
        if self.seed != other.seed {
            return Err(TracesError::OtherSeed);
        }
        if self.probe != other.probe {
            return Err(TracesError::OtherMachine);
        }
        if self.settings != other.settings {
            return Err(TracesError::OtherSettings);
        }
        let path = |document: usize| files.found.get(document).map(|file| file.path.clone());
        let differs = |at: &usize| self.corpus.get(*at) != other.corpus.get(*at);
        if let Some(at) = (0..self.corpus.len().max(other.corpus.len())).find(differs) {
            return Err(TracesError::OtherCorpus { path: path(at) });
        }
        for &document in &other.part {
            let path = path(document).ok_or(TracesError::Damaged)?;
            if !untraced.remove(&document) {
                return Err(TracesError::Twice { path });
            }
        }
        Ok(())
    }
}
