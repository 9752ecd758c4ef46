//! Datasets of any size: what is not suspect is read once and not kept.
//!
//! The first reading recognises each record ([`recognise`](crate::recognise)), which leaves [traces](crate::rules::trace): hashes
//! of its id and of those that it names, the days that it dates, keys of what should be there once. Merged in a [ledger],
//! whatever their order, traces show which groups of records a rule may have something to say about. Mostly there are none.
//! If there are some, a second reading writes their records to the disk ([suspects]), and the rules look at them group by
//! group ([groups]). Memory grows with the suspect groups alone: not with the suspects, nor with the traces, most of which
//! are on the disk if there are very many.
//!
//! What is remembered of a record that nothing is wrong with are a few dozen bytes on the disk. Hashes only ever find candidates: it
//! is strings that decide, with one exception. What is missing (an id, a mention of one, the other side of a contradiction)
//! is overlooked if its hash happens to be that of something that is there, which is as likely as one in 2^55 for each pair;
//! hashes are seeded anew for each run, so that nobody can bring it about.

mod groups;
mod ledger;
mod near;
mod recent;
mod suspects;
pub(crate) mod traces;
mod worker;

use std::{
    io,
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread,
};

use foldhash::fast::SeedableRandomState;
use hashbrown::HashSet;
use standpoint_report::{Counts, Document, Findings, Levels, Piece, Progress};

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
    rules::outdated_format,
    rules::{
        log::part_of,
        relation::Hasher,
        relations::{IdTrace, Ids},
        runs::Runs,
        trace::{Trace, Whole},
    },
    share::share,
    validation::Validation,
    waivers::Waiving,
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
    let all = (0..files.found.len()).collect();
    let shared = Shared::new(files, all, findings.levels(), validation, SeedableRandomState::default());
    let first = shared.read_first()?;
    let mut dataset = shared.conclude(first, findings)?;
    dataset.scope.passed_over = passed_over;
    Ok(dataset)
}

/// The outcome of the first reading, beside traces.
struct First<'s> {
    findings: Findings<'s>,
    /// How many bytes were read.
    bytes: u64,
    refusals: Refusals,
    counts: Counts,
    waiving: Vec<Waiving>,
    /// The text that findings point into, counted from the starts of the documents.
    pieces: Vec<Excerpt>,
}

impl<'s> First<'s> {
    /// The outcome of reading nothing.
    fn none(findings: Findings<'s>) -> Self {
        Self {
            findings,
            bytes: 0,
            refusals: Refusals::default(),
            counts: Counts::default(),
            waiving: Vec::new(),
            pieces: Vec::new(),
        }
    }

    /// Adds the outcome of another part.
    fn merge(&mut self, other: First<'_>) {
        self.findings.merge(other.findings);
        self.bytes = self.bytes.saturating_add(other.bytes);
        self.refusals.merge(other.refusals);
        self.counts.merge(&other.counts);
        self.waiving.extend(other.waiving);
        self.pieces.extend(other.pieces);
    }
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
    /// Those of them that are read, by their places.
    documents: Vec<usize>,
    /// How many bytes they have on the disk, if that is known.
    size: Option<u64>,
    levels: &'s Levels,
    validation: &'s Validation<'s>,
    hasher: Hasher,
    ledger: Vec<Mutex<Ledger>>,
    /// The part of the ledger that memory does not hold.
    runs: Runs,
    /// Of each block, its document and how far it goes.
    extents: Mutex<Vec<(usize, Extent)>>,
    /// How many bytes of text all threads keep for findings.
    excerpts: AtomicUsize,
    /// Whether to stop, and how far the reading had come then.
    stop: AtomicBool,
    stopped: Mutex<Option<Progress>>,
}

impl<'s> Shared<'s> {
    fn new(
        files: &'s Files,
        documents: Vec<usize>,
        levels: &'s Levels,
        validation: &'s Validation<'s>,
        hash: SeedableRandomState,
    ) -> Self {
        Self {
            files: &files.found,
            size: files.size_of(documents.iter().copied()),
            documents,
            levels,
            validation,
            hasher: Hasher::new(hash),
            ledger: (0..PARTS).map(|_| Mutex::default()).collect(),
            runs: Runs::new(validation.traces),
            extents: Mutex::default(),
            excerpts: AtomicUsize::new(0),
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

    /// Reads all files for the first time.
    fn read_first(&self) -> Result<First<'_>, Error> {
        let Gathered { findings, bytes, refusals, counts, waiving, pieces, .. } = self.read(Pass::First)?;
        Ok(First { findings, bytes, refusals, counts, waiving, pieces: self.located(pieces).collect() })
    }

    /// Makes of what the first reading left what there is to say of the whole dataset.
    fn conclude(&self, first: First<'_>, findings: &mut Findings<'_>) -> Result<CheckedDataset, Error> {
        findings.merge(first.findings);
        let mut dataset = CheckedDataset::default();
        dataset.scope.bytes = first.bytes;
        dataset.waivers.extend(first.waiving);
        let submission = &mut dataset.submission;
        submission.refusals = first.refusals;
        submission.counts = first.counts;
        let mut twins = self.twins().map_err(Error::temporary)?;
        if !twins.is_empty() && !self.is_stopped() {
            let again = self.read(Pass::Again(&twins))?;
            again.twins.into_iter().for_each(|(id, start)| twins.meet(id, start));
            dataset.waivers.find_firsts(|id, start| twins.is_first(self.hasher.text(id), start));
        }
        submission.refusals.unread |= self.is_stopped();
        let index = self.settle(&submission.refusals).map_err(Error::temporary)?;
        let mut pieces = first.pieces;
        let suspects = Suspects::default();
        // What is suspect is so together with other records, so part of it says nothing.
        if index.has_suspects() && !self.is_stopped() {
            let second = self.read(Pass::Second { index: &index, twins: &twins, suspects: &suspects })?;
            submission.refusals.unread |= self.is_stopped();
            if !self.is_stopped() {
                pieces.extend(self.located(second.pieces));
                self.check_groups(&suspects, &index, &submission.refusals, &mut dataset.waivers, findings)?;
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
            self.read(Pass::Near(&Missing::of(missing.iter().map(String::as_str))))?.nearest.into_ids()
        };
        findings.eclipse(&outdated_format::RULE.code);
        findings.conclude(&dataset.submission.meant(&missing, &near), |id| did_you_mean(id));
        dataset.scope.stopped = self.stopped();
        pieces.extend(self.located(Self::wanted(&suspects, findings)?));
        dataset.documents = self.documents(pieces);
        Ok(dataset)
    }

    /// Reads all files on all threads.
    fn read(&self, pass: Pass<'_>) -> Result<Gathered<'_>, Error> {
        let blocks = Blocks::new(self.files, self.validation.block, self.validation.max_record_size);
        let blocks = Mutex::new(blocks.of(self.documents.clone()));
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
    fn twins(&self) -> io::Result<Twins> {
        let shared = share(self.validation.threads, &self.ledger, |part| locked(part).twins());
        let twins = Twins::of(shared.into_iter().collect::<io::Result<Vec<_>>>()?);
        if !twins.is_empty() {
            for part in &self.ledger {
                *locked(part) = Ledger::default();
            }
            self.runs.clear();
        }
        Ok(twins)
    }

    /// What the merged traces tell, records that the types refuse included: their ids are taken, and whatever they name
    /// is named.
    fn settle(&self, refusals: &Refusals) -> io::Result<Index> {
        let id = |id: &String| self.hasher.text(id);
        let own = refusals.ids.iter().flat_map(|(text, places)| places.iter().map(move |_| IdTrace::refused(id(text))));
        let named = refusals.named.iter().map(|text| IdTrace::named(id(text)));
        let mut parts: Vec<Ledger> = self.ledger.iter().map(|part| std::mem::take(&mut *locked(part))).collect();
        for trace in own.chain(named) {
            parts[part_of(trace.key(), PARTS)].add::<Ids>(trace);
        }
        Index::new(parts, Whole { is_complete: !refusals.unread }, self.validation.threads)
    }

    /// The lines of suspects that findings point into.
    fn wanted(suspects: &Suspects, findings: &Findings<'_>) -> Result<Vec<Excerpt>, Error> {
        let wanted: HashSet<(usize, usize)> = findings.starts().collect();
        let mut excerpts = Vec::new();
        let add = |suspect: suspects::Suspect| {
            excerpts.push(Excerpt {
                document: suspect.document,
                block: Some(suspect.block),
                before: suspect.before,
                start: suspect.start,
                text: suspect.text,
            });
        };
        suspects.visit_wanted(&wanted, add).map_err(Error::temporary)?;
        Ok(excerpts)
    }

    /// Excerpts that are all counted from the starts of their documents.
    fn located(&self, excerpts: Vec<Excerpt>) -> impl Iterator<Item = Excerpt> + use<> {
        let befores = self.befores();
        excerpts.into_iter().map(move |excerpt| {
            let block = excerpt.block.and_then(|block| befores.get(block)).copied().unwrap_or_default();
            Excerpt { block: None, before: block.then(excerpt.before), ..excerpt }
        })
    }

    /// The documents, as much of them as findings point into.
    fn documents(&self, pieces: Vec<Excerpt>) -> Vec<Document> {
        let mut documents: Vec<Vec<Piece>> = self.files.iter().map(|_| Vec::new()).collect();
        for piece in pieces {
            documents[piece.document].push(piece.before.piece(piece.start, piece.text));
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

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use standpoint_report::{Renderer, Style};

    use super::*;
    use crate::read::input::Input;

    fn report(validation: &Validation<'_>, inputs: &[Input]) -> String {
        let mut text = Vec::new();
        let report = validation.run(inputs).unwrap();
        Renderer::by_name("json").unwrap().write(&report, Style::default(), &mut text).unwrap();
        String::from_utf8(text).unwrap()
    }

    #[test]
    fn the_report_is_the_same_when_traces_are_on_the_disk() {
        let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures");
        let canonical = Input::path(fixtures.join("iskp"));
        let mut on_disk = Validation::new().in_memory_limit(0);
        let folders = fs::read_dir(fixtures.join("invalid")).unwrap().map(|entry| entry.unwrap().path());
        for folder in folders.filter(|path| path.is_dir()) {
            let inputs = [Input::path(folder), canonical.clone()];
            let in_memory = report(&Validation::new(), &inputs);
            for traces in [1, 200] {
                on_disk.traces = traces;
                assert!(report(&on_disk, &inputs) == in_memory, "{inputs:?}, {traces}");
            }
        }
    }
}
