//! Datasets of any size: what is not suspect is read once and not kept.
//!
//! On a first reading each record is recognised ([`recognise`](crate::recognise)) and leaves [traces](traces): hashes of its id and
//! of those that it names, the days that it dates, keys of what should be there once. Merged in a [ledger], whatever
//! their order, they show whether any rule over several records can have something to say. Mostly none has. If one
//! may, a second reading keeps the records that leave a suspect trace, and the rules look at those as if they were all.
//!
//! What is remembered of a record that nothing is wrong with are a few dozen bytes. Hashes only ever find candidates: it
//! is strings that decide, with one exception. What is missing (an id, a mention of one, the other side of a contradiction)
//! is overlooked if its hash happens to be that of something that is there, which is as likely as one in 2^55 for each pair;
//! hashes are seeded anew for each run, so that nobody can bring it about.

mod doubt;
mod ledger;
mod log;
mod near;
mod share;
mod traces;
mod worker;

use std::{
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

use foldhash::fast::RandomState;
use standpoint_model::Kind;
use standpoint_report::{Document, Findings, Levels, Piece, Progress};

use self::{
    ledger::{Index, Ledger, Refused, Twins, part_of},
    near::Missing,
    share::share,
    traces::{Being, Trace, life},
    worker::{Gathered, Worker},
};
use crate::{
    Error,
    check::{CheckedDataset, check_dataset},
    dataset::view::Elsewhere,
    diagnose::refusals::Refusals,
    read::{
        blocks::Blocks,
        files::{Files, RecordFile},
    },
    validation::Validation,
};

/// Into how many parts the ledger is divided, so that threads seldom wait for one another. A power of two.
const PARTS: usize = 16;

/// What is known of the records of a large dataset without keeping them.
struct Known {
    index: Index,
    hash: RandomState,
}

impl Elsewhere for Known {
    fn has(&self, id: &str) -> bool {
        self.index.has(fast_hash(&self.hash, id))
    }

    fn is_named(&self, id: &str) -> bool {
        self.index.is_named(fast_hash(&self.hash, id))
    }

    fn is_cited(&self, id: &str) -> bool {
        self.index.is_cited(fast_hash(&self.hash, id))
    }

    fn is_suspect(&self, id: &str) -> bool {
        self.index.is_suspect_itself(fast_hash(&self.hash, id))
    }

    fn is_met_out_of_time(&self, id: &str) -> bool {
        self.index.is_out_of_bounds(life(fast_hash(&self.hash, id)))
    }
}

/// What a mutex guards, whoever panicked with it.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn fast_hash(hash: &RandomState, text: &str) -> u64 {
    crate::recognise::hash_of(hash, text.as_bytes())
}

/// Reads files, applies every rule to what they hold, and keeps what is suspect.
pub(crate) fn check(
    files: &mut Files,
    validation: &Validation<'_>,
    findings: &mut Findings<'_>,
) -> Result<CheckedDataset, Error> {
    let hash = RandomState::default();
    let passed_over = std::mem::take(&mut files.passed_over);
    let shared = Shared::new(files, findings.levels(), validation, hash.clone());
    let first = shared.read(Pass::First)?;
    findings.merge(first.findings);
    let mut refusals = first.refusals;
    let twins = shared.twins();
    if !twins.is_empty() && !shared.is_stopped() {
        shared.read(Pass::Again(&twins))?;
    }
    refusals.unread |= shared.is_stopped();
    let index = shared.settle(&refusals);
    let mut pieces = first.pieces;
    let mut kept = Vec::new();
    if index.has_suspects() && !shared.is_stopped() {
        let second = shared.read(Pass::Second(&index))?;
        // What is suspect is so together with other records, so part of it says nothing.
        if !shared.is_stopped() {
            pieces.extend(second.pieces);
            kept = second.kept;
        }
        refusals.unread |= shared.is_stopped();
    }
    let lines = shared.first_lines();
    let mut documents: Vec<Vec<Piece>> = files.found.iter().map(|_| Vec::new()).collect();
    for piece in pieces {
        let first_line = lines.get(piece.block).copied().unwrap_or(1) + piece.line;
        documents[piece.document].push(Piece::new(piece.start, first_line, piece.text));
    }
    let documents = files.found.iter().zip(documents);
    let documents = documents.map(|(file, pieces)| Document::of_pieces(file.path.clone(), pieces)).collect();
    kept.sort_by_key(|entry| (entry.document, entry.bytes.start));
    let mut dataset = CheckedDataset { documents, ..CheckedDataset::default() };
    dataset.waivers.extend(first.waiving);
    dataset.scope.passed_over = passed_over;
    dataset.scope.bytes = first.bytes;
    let submission = &mut dataset.submission;
    submission.refusals = refusals;
    submission.counts = first.counts;
    submission.elsewhere = Some(Box::new(Known { index, hash }));
    for entry in kept {
        submission.accept(entry);
    }
    let missing = submission.first_missing();
    if !missing.is_empty() {
        let missing = Missing::of(missing);
        submission.near_ids = shared.read(Pass::Near(&missing))?.nearest.into_ids();
    }
    dataset.scope.stopped = shared.stopped();
    let mut found = Vec::new();
    check_dataset(&dataset.submission, &mut found);
    dataset.waive(&mut found);
    findings.add_all(found);
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
    Second(&'i Index),
    /// Looks for the ids that are most like these, which are missing.
    Near(&'i Missing<'i>),
}

impl Pass<'_> {
    /// Its number, from 0.
    fn number(self) -> usize {
        match self {
            Self::First => 0,
            Self::Again(_) => 1,
            Self::Second(_) => 2,
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
    hash: RandomState,
    ledger: Vec<Mutex<Ledger>>,
    /// Of each block, its document and how many lines end in it.
    line_ends: Mutex<Vec<(usize, usize)>>,
    /// Whether to stop, and how far the reading had come then.
    stop: AtomicBool,
    stopped: Mutex<Option<Progress>>,
}

impl<'s> Shared<'s> {
    fn new(files: &'s Files, levels: &'s Levels, validation: &'s Validation<'s>, hash: RandomState) -> Self {
        Self {
            files: &files.found,
            size: files.size(),
            levels,
            validation,
            hash,
            ledger: (0..PARTS).map(|_| Mutex::default()).collect(),
            line_ends: Mutex::default(),
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
        let twins = share(self.validation.threads, &self.ledger, |part| locked(part).twins());
        let twins = twins.into_iter().fold(Twins::default(), Twins::and);
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
        let id = |id: &String| fast_hash(&self.hash, id);
        let own = refusals.ids.iter().flat_map(|(text, places)| places.iter().map(move |_| id(text)));
        let own = own.map(|id| Trace::Own { id, is: Being::Unknown, is_current: true });
        let named =
            refusals.named.iter().map(|text| Trace::Named { id: id(text), by_current: true, as_evidence: true });
        let mut parts: Vec<Ledger> = self.ledger.iter().map(|part| std::mem::take(&mut *locked(part))).collect();
        for trace in own.chain(named) {
            parts[part_of(trace.hash(), PARTS)].add(trace);
        }
        let refused = Refused {
            ids: refusals.ids.keys().map(id).collect(),
            has_interest: refusals.kinds.contains(&Kind::Interest),
            has_unread: refusals.unread,
        };
        Index::new(parts, &refused, self.validation.threads)
    }

    /// The number of the first line of each block.
    fn first_lines(&self) -> Vec<usize> {
        let ends = locked(&self.line_ends);
        let (mut document, mut line) = (usize::MAX, 1);
        let first = |&(of, ends): &(usize, usize)| {
            line = if document == of { line } else { 1 };
            document = of;
            let first = line;
            line += ends;
            first
        };
        ends.iter().map(first).collect()
    }
}
