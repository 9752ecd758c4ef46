//! Datasets of any size: what is not suspect is read once and not kept.
//!
//! The first reading recognises each record ([`recognise`](crate::recognise)), which leaves [traces](crate::rules::trace): hashes
//! of its id and of those that it names, the days that it dates, keys of what should be there once. Merged in a [ledger],
//! whatever their order, traces show which groups of records a rule may have something to say about. Mostly there are none.
//! If there are some, a second reading writes their records to the disk ([suspects]), and the rules look at them group by
//! group ([groups]). Memory grows with the ids and with the suspect groups, not with the suspects.
//!
//! What is remembered of a record that nothing is wrong with are a few dozen bytes. Hashes only ever find candidates: it
//! is strings that decide, with one exception. What is missing (an id, a mention of one, the other side of a contradiction)
//! is overlooked if its hash happens to be that of something that is there, which is as likely as one in 2^55 for each pair;
//! hashes are seeded anew for each run, so that nobody can bring it about.

mod groups;
mod ledger;
mod near;
mod recent;
mod suspects;
mod worker;

use std::{
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

use foldhash::fast::RandomState;
use hashbrown::HashSet;
use standpoint_report::{Document, Findings, Levels, Piece, Progress};

use self::{
    ledger::{Index, Ledger, Twins},
    near::Missing,
    suspects::Suspects,
    worker::{Excerpt, Gathered, Worker},
};
use crate::{
    check::{CheckedDataset, check_whole},
    dataset::view::SUGGESTIONS,
    diagnose::{meant::did_you_mean, refusals::Refusals},
    read::{
        blocks::Blocks,
        error::Error,
        extent::Extent,
        files::{Files, RecordFile},
    },
    rules::{
        log::part_of,
        relation::Hasher,
        relations::{IdTrace, Ids},
        trace::{Trace, Whole},
    },
    share::share,
    validation::Validation,
};

/// Into how many parts the ledger is divided, so that threads seldom wait for one another. A power of two.
const PARTS: usize = 16;

/// What a mutex guards, whoever panicked with it.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Reads files, applies every rule to what they hold, and keeps what is suspect on the disk.
pub(crate) fn check(
    files: &mut Files,
    validation: &Validation<'_>,
    findings: &mut Findings<'_>,
) -> Result<CheckedDataset, Error> {
    let passed_over = std::mem::take(&mut files.passed_over);
    let shared = Shared::new(files, findings.levels(), validation);
    let first = shared.read(Pass::First)?;
    findings.merge(first.findings);
    let mut dataset = CheckedDataset::default();
    dataset.scope.passed_over = passed_over;
    dataset.scope.bytes = first.bytes;
    dataset.waivers.extend(first.waiving);
    let submission = &mut dataset.submission;
    submission.refusals = first.refusals;
    submission.counts = first.counts;
    let mut twins = shared.twins();
    if !twins.is_empty() && !shared.is_stopped() {
        let again = shared.read(Pass::Again(&twins))?;
        again.twins.into_iter().for_each(|(id, start)| twins.meet(id, start));
        dataset.waivers.find_firsts(|id, start| twins.is_first(shared.hasher.text(id), start));
    }
    submission.refusals.unread |= shared.is_stopped();
    let index = shared.settle(&submission.refusals);
    let mut pieces = first.pieces;
    let suspects = Suspects::default();
    // What is suspect is so together with other records, so part of it says nothing.
    if index.has_suspects() && !shared.is_stopped() {
        let second = shared.read(Pass::Second { index: &index, twins: &twins, suspects: &suspects })?;
        submission.refusals.unread |= shared.is_stopped();
        if !shared.is_stopped() {
            pieces.extend(second.pieces);
            shared.check_groups(&suspects, &index, &submission.refusals, &mut dataset.waivers, findings)?;
        }
    }
    drop(index);
    let mut found = Vec::new();
    check_whole(&dataset.submission, &mut found);
    dataset.waive(&mut found);
    findings.add_all(found);
    let missing = findings.missing(SUGGESTIONS);
    let near = if missing.is_empty() {
        Vec::new()
    } else {
        shared.read(Pass::Near(&Missing::of(missing.iter().map(String::as_str))))?.nearest.into_ids()
    };
    findings.conclude(&dataset.submission.meant(&missing, &near), |id| did_you_mean(id));
    dataset.scope.stopped = shared.stopped();
    Shared::add_wanted(&suspects, findings, &mut pieces)?;
    dataset.documents = shared.documents(pieces);
    Ok(dataset)
}

/// Which of the readings.
#[derive(Clone, Copy)]
enum Pass<'i> {
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
    fn number(self) -> usize {
        match self {
            Self::First => 0,
            Self::Again(_) => 1,
            Self::Second { .. } => 2,
            Self::Near(_) => 3,
        }
    }
}

/// What the threads share.
struct Shared<'s> {
    files: &'s [RecordFile],
    /// How many bytes they have on the disk, if that is known.
    size: Option<u64>,
    levels: &'s Levels,
    validation: &'s Validation<'s>,
    hasher: Hasher,
    ledger: Vec<Mutex<Ledger>>,
    /// Of each block, its document and how far it goes.
    extents: Mutex<Vec<(usize, Extent)>>,
    /// Whether to stop, and how far the reading had come then.
    stop: AtomicBool,
    stopped: Mutex<Option<Progress>>,
}

impl<'s> Shared<'s> {
    fn new(files: &'s Files, levels: &'s Levels, validation: &'s Validation<'s>) -> Self {
        Self {
            files: &files.found,
            size: files.size(),
            levels,
            validation,
            hasher: Hasher::new(RandomState::default()),
            ledger: (0..PARTS).map(|_| Mutex::default()).collect(),
            extents: Mutex::default(),
            stop: AtomicBool::new(false),
            stopped: Mutex::default(),
        }
    }

    fn stop(&self, progress: Progress) {
        self.stop.store(true, Ordering::Relaxed);
        let mut stopped = locked(&self.stopped);
        *stopped = stopped.or(Some(progress));
    }

    fn stopped(&self) -> Option<Progress> {
        *locked(&self.stopped)
    }

    /// Whether the caller asked for an early end.
    fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    /// Reads all files on all threads.
    fn read(&self, pass: Pass<'_>) -> Result<Gathered<'_>, Error> {
        let blocks = Mutex::new(Blocks::new(self.files, self.validation.block, self.validation.max_record_size));
        let outcome: Mutex<Result<Gathered<'_>, Error>> = Mutex::new(Ok(Gathered::new(self.levels, self.validation)));
        thread::scope(|scope| {
            for _ in 0..self.validation.threads.get() {
                scope.spawn(|| {
                    let read = Worker::new(self, pass).read(&blocks);
                    let mut outcome = locked(&outcome);
                    match (&mut *outcome, read) {
                        (Ok(gathered), Ok(more)) => gathered.merge(more),
                        (Ok(_), Err(error)) => *outcome = Err(error),
                        (Err(_), _) => {}
                    }
                });
            }
        });
        outcome.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    /// The ids that records share. If there are any, what was merged is forgotten.
    fn twins(&self) -> Twins {
        let twins = Twins::of(share(self.validation.threads, &self.ledger, |part| locked(part).twins()));
        if !twins.is_empty() {
            for part in &self.ledger {
                *locked(part) = Ledger::default();
            }
        }
        twins
    }

    /// What the merged traces tell, records that the types refuse included: their ids are taken, and whatever they name
    /// is named.
    fn settle(&self, refusals: &Refusals) -> Index {
        let id = |id: &String| self.hasher.text(id);
        let own = refusals.ids.iter().flat_map(|(text, places)| places.iter().map(move |_| IdTrace::refused(id(text))));
        let named = refusals.named.iter().map(|text| IdTrace::named(id(text)));
        let mut parts: Vec<Ledger> = self.ledger.iter().map(|part| std::mem::take(&mut *locked(part))).collect();
        for trace in own.chain(named) {
            parts[part_of(trace.key(), PARTS)].add::<Ids>(trace);
        }
        Index::new(parts, Whole { is_complete: !refusals.unread }, self.validation.threads)
    }

    /// Adds the lines of suspects that findings point into.
    fn add_wanted(suspects: &Suspects, findings: &Findings<'_>, pieces: &mut Vec<Excerpt>) -> Result<(), Error> {
        let wanted: HashSet<(usize, usize)> = findings.starts().collect();
        let add = |suspect: suspects::Suspect| {
            pieces.push(Excerpt {
                document: suspect.document,
                block: Some(suspect.block),
                before: suspect.before,
                start: suspect.start,
                text: suspect.text,
            });
        };
        suspects.visit_wanted(&wanted, add).map_err(Error::temporary)
    }

    /// The documents, as much of them as findings point into.
    fn documents(&self, pieces: Vec<Excerpt>) -> Vec<Document> {
        let befores = self.befores();
        let mut documents: Vec<Vec<Piece>> = self.files.iter().map(|_| Vec::new()).collect();
        for piece in pieces {
            let block = piece.block.and_then(|block| befores.get(block)).copied().unwrap_or_default();
            documents[piece.document].push(block.then(piece.before).piece(piece.start, piece.text));
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
