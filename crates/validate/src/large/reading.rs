//! The state that the threads of a reading share.

use std::{
    io,
    path::PathBuf,
    sync::{
        Mutex, OnceLock,
        atomic::{AtomicUsize, Ordering},
    },
};

use foldhash::fast::SeedableRandomState;
use standpoint_report::{Document, Levels, Piece, Progress};

use super::{
    excerpt::{Excerpt, most_bytes},
    ledger::Ledger,
};
use crate::{
    read::{
        blocks::Block,
        error::Error,
        extent::Extent,
        files::{Files, RecordFile},
    },
    rules::{relation::Hasher, runs::Runs},
    share::locked,
    validation::Validation,
};

/// The files that are read, and what is merged of them.
pub(super) struct Reading<'s> {
    pub(super) files: &'s [RecordFile],
    /// Those of them that are read, by their places.
    pub(super) documents: Vec<usize>,
    /// The files that were passed over when these were looked for.
    pub(super) passed_over: &'s [PathBuf],
    /// How many bytes they have on the disk, if that is known.
    pub(super) size: Option<u64>,
    pub(super) levels: &'s Levels,
    pub(super) validation: &'s Validation<'s>,
    pub(super) hasher: Hasher,
    pub(super) ledger: Vec<Mutex<Ledger>>,
    /// The part of the ledger that memory does not hold.
    pub(super) runs: Runs,
    /// The document of each block, and how far the block goes.
    extents: Mutex<Vec<(usize, Extent)>>,
    /// How many bytes of text all threads keep for findings.
    excerpts: AtomicUsize,
    /// How far the reading had come when the caller asked for an early end.
    stopped: OnceLock<Progress>,
}

impl<'s> Reading<'s> {
    pub(super) fn new(
        files: &'s Files,
        documents: Vec<usize>,
        levels: &'s Levels,
        validation: &'s Validation<'s>,
        hash: SeedableRandomState,
    ) -> Self {
        Self {
            files: &files.found,
            passed_over: &files.passed_over,
            size: files.size_of(documents.iter().copied()),
            documents,
            levels,
            validation,
            hasher: Hasher::new(hash),
            ledger: Ledger::parts().into_iter().map(Mutex::new).collect(),
            runs: Runs::new(validation.traces),
            extents: Mutex::default(),
            excerpts: AtomicUsize::new(0),
            stopped: OnceLock::new(),
        }
    }

    /// Stops all threads, as soon as they have done with their blocks.
    pub(super) fn stop(&self, progress: Progress) {
        self.stopped.get_or_init(|| progress);
    }

    /// How far the reading had come when the caller asked for an early end.
    pub(super) fn stopped(&self) -> Option<Progress> {
        self.stopped.get().copied()
    }

    /// Whether the caller asked for an early end.
    pub(super) fn is_stopped(&self) -> bool {
        self.stopped.get().is_some()
    }

    /// Counts excerpts that a thread keeps. Fails if those of all threads are more than memory should hold: findings about
    /// very long records keep very much text.
    pub(super) fn count_excerpts(&self, excerpts: &[Excerpt], block: &Block) -> Result<(), Error> {
        let more = excerpts.iter().map(|excerpt| excerpt.text.len()).sum();
        let kept = self.excerpts.fetch_add(more, Ordering::Relaxed).saturating_add(more);
        let limit = most_bytes(self.validation.max_findings_per_code);
        if kept <= limit {
            return Ok(());
        }
        Err(Error::TooMuchWrong { path: self.files[block.document].path.clone(), limit })
    }

    /// Merges the parts of a ledger with those that all threads share, each of them that has at least so many traces.
    pub(super) fn merge(&self, parts: &mut [Ledger], least: usize) -> io::Result<()> {
        for (own, shared) in parts.iter_mut().zip(&self.ledger) {
            if own.traces() >= least {
                locked(shared).take(own, &self.runs)?;
            }
        }
        Ok(())
    }

    /// Notes how far a block goes.
    pub(super) fn note_extent(&self, block: &Block, extent: Extent) {
        let mut extents = locked(&self.extents);
        if extents.len() <= block.sequence {
            extents.resize(block.sequence + 1, (block.document, Extent::default()));
        }
        extents[block.sequence] = (block.document, extent);
    }

    /// Excerpts that are all counted from the starts of their documents.
    pub(super) fn located(&self, excerpts: Vec<Excerpt>) -> impl Iterator<Item = Excerpt> + use<> {
        let befores = self.befores();
        excerpts.into_iter().map(move |excerpt| {
            let block = excerpt.block.and_then(|block| befores.get(block)).copied().unwrap_or_default();
            Excerpt { block: None, before: block.then(excerpt.before), ..excerpt }
        })
    }

    /// The documents, as much of them as findings point into.
    pub(super) fn documents(&self, excerpts: Vec<Excerpt>) -> Vec<Document> {
        let mut documents: Vec<Vec<Piece>> = self.files.iter().map(|_| Vec::new()).collect();
        for excerpt in excerpts {
            documents[excerpt.document].push(excerpt.before.piece(excerpt.start, excerpt.text));
        }
        let documents = self.files.iter().zip(documents);
        documents.map(|(file, pieces)| Document::of_pieces(file.path.clone(), pieces)).collect()
    }

    /// How much of its document stands before each block.
    fn befores(&self) -> Vec<Extent> {
        let extents = locked(&self.extents);
        let (mut document, mut before) = (usize::MAX, Extent::default());
        let next = |&(of, extent): &(usize, Extent)| {
            before = if document == of { before } else { Extent::default() };
            document = of;
            let here = before;
            before = before.then(extent);
            here
        };
        extents.iter().map(next).collect()
    }
}
