//! Datasets of any size: what is not suspect is read once and not kept.
//!
//! On a first reading each record is recognised ([`fast`](crate::fast)) and leaves [traces](traces): hashes of its id and
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
mod sketch;
mod traces;

use std::{
    borrow::Cow,
    collections::BTreeMap,
    ops::{ControlFlow, Range},
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

use foldhash::fast::RandomState;
use rayon::prelude::*;
use standpoint_model::{Kind, Record};

use self::{
    doubt::Countries,
    ledger::{Index, Ledger, Refused, Twins, part_of},
    sketch::Sketch,
    traces::{Being, Leave, Recent, Trace, Tracer},
};
use crate::{
    Document, Error, Levels,
    blocks::{Block, Blocks, PADDING},
    document::Piece,
    encoding,
    exact::{self, Refusals},
    fast::Recogniser,
    finding::Finding,
    findings::Findings,
    form::Arrangement,
    malformed,
    meant::reference::Comparable,
    reader::{Files, RecordFile},
    submission::{Counts, Entry, SUGGESTIONS, Submission, check_record},
    syntax::{self, Stretch},
    validation::{Progress, Validation},
    waivers::Waiving,
};

/// Into how many parts the ledger is divided, so that threads seldom wait for one another. A power of two.
const PARTS: usize = 16;

/// How many traces for one part a thread gathers before it adds them.
const GATHERED: usize = 256;

/// What is known of the records of a large dataset without keeping them.
pub(crate) struct Known {
    index: Index,
    hash: RandomState,
    /// Ids that are like some that are missing.
    near: Vec<String>,
}

impl Known {
    /// Whether there is a record with this id.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.index.has(fast_hash(&self.hash, id))
    }

    /// Whether a record that stands names this id.
    pub(crate) fn is_named(&self, id: &str) -> bool {
        self.index.is_named(fast_hash(&self.hash, id))
    }

    /// Whether a record cites this id.
    pub(crate) fn is_cited(&self, id: &str) -> bool {
        self.index.is_cited(fast_hash(&self.hash, id))
    }

    /// Ids of records that are not kept but are like some that are missing.
    pub(crate) fn near_ids(&self) -> impl Iterator<Item = &str> {
        self.near.iter().map(String::as_str)
    }
}

/// What a mutex guards, whoever panicked with it.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn fast_hash(hash: &RandomState, text: &str) -> u64 {
    crate::fast::hash_of(hash, text.as_bytes())
}

/// Reads files, applies every rule to what they hold, and keeps what is suspect.
pub(crate) fn check(
    files: &mut Files,
    validation: &Validation<'_>,
    findings: &mut Findings<'_>,
) -> Result<Submission, Error> {
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
    let mut submission = Submission::default();
    submission.documents = documents;
    submission.refusals = refusals;
    submission.counts = first.counts;
    submission.waivers.extend(first.waiving);
    submission.known = Some(Known { index, hash, near: Vec::new() });
    submission.passed_over = passed_over;
    submission.bytes = first.bytes;
    for entry in kept {
        submission.accept(entry);
    }
    let mut missing: Missing<'_> = BTreeMap::new();
    for (place, (id, _)) in submission.missing().into_iter().take(SUGGESTIONS).enumerate() {
        missing.entry(Kind::of_id(id)).or_default().push((place, Comparable::new(id)));
    }
    if !missing.is_empty() {
        let near = shared.read(Pass::Near(&missing))?.near.into_iter().flatten().map(|(_, id)| id).collect();
        if let Some(known) = &mut submission.known {
            known.near = near;
        }
    }
    submission.stopped = shared.stopped();
    let mut found = Vec::new();
    submission.check_dataset(&mut found);
    submission.waive(&mut found);
    findings.add_all(found);
    Ok(submission)
}

/// Ids that are missing, each with its place among all of them, by the kinds that they name.
type Missing<'m> = BTreeMap<Option<Kind>, Vec<(usize, Comparable<'m>)>>;

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

/// What a thread has found.
struct Gathered<'s> {
    findings: Findings<'s>,
    /// How many bytes all threads had read when this one ended.
    bytes: u64,
    refusals: Refusals,
    counts: Counts,
    pieces: Vec<Excerpt>,
    kept: Vec<Entry>,
    waiving: Vec<Waiving>,
    /// Of ids that are missing, how alike the id is that is most like them, and that id; of equals, the first.
    near: [Option<(f64, String)>; SUGGESTIONS],
}

/// Some lines that a finding points into, by their place in a block.
struct Excerpt {
    document: usize,
    block: usize,
    /// The first of them, counted in the block from 0.
    line: usize,
    start: usize,
    text: String,
}

impl<'s> Gathered<'s> {
    fn new(levels: &'s Levels, validation: &Validation<'_>) -> Self {
        Self {
            findings: Findings::new(levels, validation.findings_of_a_code),
            bytes: 0,
            refusals: Refusals::default(),
            counts: Counts::default(),
            pieces: Vec::new(),
            kept: Vec::new(),
            waiving: Vec::new(),
            near: [const { None }; SUGGESTIONS],
        }
    }

    fn merge(&mut self, other: Gathered<'_>) {
        self.findings.merge(other.findings);
        self.bytes = self.bytes.max(other.bytes);
        self.refusals.merge(other.refusals);
        self.counts.merge(&other.counts);
        self.pieces.extend(other.pieces);
        self.kept.extend(other.kept);
        self.waiving.extend(other.waiving);
        for (missing, near) in other.near.into_iter().enumerate() {
            if let Some((likeness, id)) = near {
                self.offer(missing, likeness, &id);
            }
        }
    }

    /// Offers an id as the one that is meant by one that is missing.
    fn offer(&mut self, missing: usize, likeness: f64, id: &str) {
        if self.is_nearer(missing, likeness, id) {
            self.near[missing] = Some((likeness, id.to_owned()));
        }
    }

    fn is_nearer(&self, missing: usize, likeness: f64, id: &str) -> bool {
        let is_better = |(most, first): &(f64, String)| likeness > *most || (likeness >= *most && id < first.as_str());
        self.near[missing].as_ref().is_none_or(is_better)
    }

    /// The ids that are missing of which this one is more like than any before, and how much.
    fn nearer(&self, missing: &Missing<'_>, id: &str) -> Vec<(usize, f64)> {
        let Some(of_kind) = missing.get(&Kind::of_id(id)) else { return Vec::new() };
        let this = Comparable::new(id);
        let likeness = of_kind.iter().filter_map(|(place, wanted)| {
            let most = self.near[*place].as_ref().map_or(0.0, |(most, _)| *most);
            Some((*place, wanted.likeness(&this, most)?))
        });
        likeness.filter(|(wanted, likeness)| self.is_nearer(*wanted, *likeness, id)).collect()
    }

    /// Compares an id with those that are missing.
    fn compare(&mut self, missing: &Missing<'_>, id: &str) {
        for (wanted, likeness) in self.nearer(missing, id) {
            self.offer(wanted, likeness, id);
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
        let blocks = Mutex::new(Blocks::new(self.files, self.validation.block, self.validation.longest_record));
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
        let twins = self.ledger.par_iter().map(|part| locked(part).twins()).reduce(Twins::default, Twins::and);
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
        Index::new(parts, &refused)
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

/// One of the threads that read.
struct Worker<'s> {
    shared: &'s Shared<'s>,
    pass: Pass<'s>,
    recogniser: Recogniser,
    tracer: Tracer,
    countries: Countries,
    sketch: Sketch,
    recent: Recent,
    /// What has been left and not been merged with what other threads leave, part by part.
    traces: Vec<Ledger>,
    gathered: Gathered<'s>,
}

impl<'s> Worker<'s> {
    fn new(shared: &'s Shared<'s>, pass: Pass<'s>) -> Self {
        Self {
            shared,
            pass,
            recogniser: Recogniser::new(shared.hash.clone()),
            tracer: Tracer { hash: shared.hash.clone() },
            countries: Countries {
                alpha2: fast_hash(&shared.hash, "iso3166-1-alpha-2"),
                alpha3: fast_hash(&shared.hash, "iso3166-1-alpha-3"),
            },
            sketch: Sketch::default(),
            recent: Recent::new(),
            traces: (0..PARTS).map(|_| Ledger::default()).collect(),
            gathered: Gathered::new(shared.levels, shared.validation),
        }
    }

    /// Reads blocks until there are none.
    fn read(mut self, blocks: &Mutex<Blocks<'_>>) -> Result<Gathered<'s>, Error> {
        let mut block = Block::default();
        while !self.shared.is_stopped() {
            let progress = {
                let mut blocks = locked(blocks);
                if !blocks.next(&mut block)? {
                    break;
                }
                blocks.progress(self.shared.size, !matches!(self.pass, Pass::First))
            };
            self.gathered.bytes = progress.bytes;
            if let Pass::First = self.pass {
                self.gathered.refusals.unread |= block.is_unread;
                self.gathered.findings.add(block.findings.drain(..));
            }
            let line_ends = if block.is_lines { self.lines(&block) } else { self.json(&block)? };
            self.note_line_ends(&block, line_ends);
            if self.shared.validation.watch.is_some_and(|watch| watch(progress) == ControlFlow::Break(())) {
                self.shared.stop(progress);
            }
        }
        self.recent.rest().for_each(|trace| leave(self.shared, &mut self.traces, trace));
        self.traces.iter_mut().enumerate().for_each(|(part, traces)| add(self.shared, part, traces));
        Ok(self.gathered)
    }

    fn note_line_ends(&self, block: &Block, count: usize) {
        let mut line_ends = locked(&self.shared.line_ends);
        if line_ends.len() <= block.sequence {
            line_ends.resize(block.sequence + 1, (block.document, 0));
        }
        line_ends[block.sequence] = (block.document, count);
    }

    /// Takes a block of lines, and counts them.
    fn lines(&mut self, block: &Block) -> usize {
        let (bytes, end) = (block.padded(), block.bytes().len());
        let (mut at, mut line) = (0, 0);
        // Where the record ends that goes over several lines, about whose other lines there is nothing more to say.
        let mut silent_until = 0;
        while at < end {
            if let Pass::Near(missing) = self.pass
                && let Some(id) = id_at_sight(&bytes[at..end])
                && self.gathered.nearer(missing, id).is_empty()
            {
                at += memchr::memchr(b'\n', &bytes[at..end]).unwrap_or(end - at) + 1;
                line += 1;
                continue;
            }
            if let Some(after) = self.recogniser.record(bytes, at, false) {
                let after =
                    after + bytes[after..].iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r')).count();
                if after >= end || bytes[after] == b'\n' {
                    self.take_recognised(at..after.min(end), block, line, &mut silent_until);
                    line += 1;
                    at = after + 1;
                    continue;
                }
            }
            let length = memchr::memchr(b'\n', &bytes[at..end]).unwrap_or(end - at);
            self.take_line(at..at + length, block, line, &mut silent_until);
            line += 1;
            at += length + 1;
        }
        line
    }

    /// Takes the record that was recognised.
    fn take_recognised(&mut self, at: Range<usize>, block: &Block, line: usize, silent_until: &mut usize) {
        if let Pass::Near(missing) = self.pass {
            let id = std::str::from_utf8(&block.bytes()[self.recogniser.own()]).unwrap_or_default();
            self.gathered.compare(missing, id);
        } else if self.is_read_again() {
            self.take_line(at, block, line, silent_until);
        } else {
            self.count_and_trace();
        }
    }

    /// Sketches the record that was recognised, and says whether it has to be read as a value.
    fn is_read_again(&mut self) -> bool {
        match self.pass {
            Pass::First => {
                self.draw();
                doubt::is_doubtful(&self.sketch, &self.countries)
            }
            Pass::Again(_) => {
                self.draw();
                false
            }
            Pass::Second(index) => {
                let may_be = index.may_be_suspect(self.recogniser.kind(), self.recogniser.leaves());
                if may_be {
                    self.draw();
                }
                may_be && self.is_suspect(index)
            }
            Pass::Near(_) => true,
        }
    }

    fn draw(&mut self) {
        self.sketch.draw(self.recogniser.kind(), self.recogniser.leaves());
    }

    fn is_suspect(&self, index: &Index) -> bool {
        let mut suspicion = Suspicion { index, is_suspect: false };
        self.tracer.trace(&self.sketch, &mut suspicion);
        suspicion.is_suspect
    }

    fn count_and_trace(&mut self) {
        match (self.pass, self.sketch.kind) {
            (Pass::First, Some(kind)) => {
                self.gathered.counts.add(kind, self.sketch.citations.len());
                self.leave_traces(false);
            }
            (Pass::Again(twins), _) => self.leave_traces(twins.has(self.sketch.own)),
            _ => {}
        }
    }

    fn leave_traces(&mut self, is_twin: bool) {
        let mut merging = Merging { recent: &mut self.recent, traces: &mut self.traces, shared: self.shared };
        if is_twin {
            self.tracer.trace(&self.sketch, &mut OfTwin(merging));
        } else {
            self.tracer.trace(&self.sketch, &mut merging);
        }
    }

    /// Takes a line that was not recognised, or that is suspect.
    fn take_line(&mut self, at: Range<usize>, block: &Block, line: usize, silent_until: &mut usize) {
        let (document, start) = (block.document, block.start + at.start);
        let bytes = &block.bytes()[at.clone()];
        let (text, found, mut is_wanted) = match std::str::from_utf8(bytes) {
            Ok(text) => {
                let record = Stretch { text, document, start };
                let Some((found, is_wanted)) = self.judge(record.trimmed()) else { return };
                let behind = || encoding::readable_lines(&block.bytes()[at.start..]);
                let end = found.first().and_then(|first| malformed::end_of_values(first, behind()));
                let is_silent = at.start < *silent_until;
                let found = match end {
                    _ if is_silent => Vec::new(),
                    Some(end) => {
                        *silent_until = at.start + end;
                        vec![malformed::over_lines(record)]
                    }
                    None => found,
                };
                (Cow::Borrowed(text), found, is_wanted)
            }
            Err(_) if !matches!(self.pass, Pass::First) => return,
            Err(error) => {
                self.gathered.refusals.unread = true;
                self.gathered.refusals.records += 1;
                let finding = encoding::not_utf8_line(start + error.valid_up_to(), document);
                (String::from_utf8_lossy(bytes), vec![finding], false)
            }
        };
        is_wanted |= self.gathered.findings.add(found);
        if is_wanted {
            self.gathered.pieces.push(Excerpt {
                document,
                block: block.sequence,
                line,
                start,
                text: text.into_owned(),
            });
        }
    }

    /// Reads a record as a value of the model's types, and does with it what the pass does: what is wrong with it, and
    /// whether its text is wanted in any case. Nothing, if there is no record.
    fn judge(&mut self, record: Stretch<'_>) -> Option<(Vec<Finding>, bool)> {
        if record.text.is_empty() {
            return None;
        }
        let typed = serde_json::from_str::<Record>(record.text).ok();
        match self.pass {
            Pass::First => {
                let mut found = Vec::new();
                let typed = typed.or_else(|| exact::examine(record, &mut self.gathered.refusals, &mut found));
                // Whether something is wrong with its waivers comes out when all rules have been applied.
                let mut has_waivers = false;
                if let Some(typed) = typed {
                    let entry = Entry { record: typed, document: record.document, bytes: record.bytes() };
                    check_record(&entry, &mut found);
                    if let Some(mut waiving) = Waiving::of(&entry) {
                        waiving.apply(&mut found);
                        self.gathered.waiving.push(waiving);
                        has_waivers = true;
                    }
                    self.sketch_typed(&entry.record);
                    self.count_and_trace();
                }
                Some((found, has_waivers))
            }
            Pass::Again(_) => {
                if let Some(typed) = typed.or_else(|| exact::examined(record, &mut Refusals::default())) {
                    self.sketch_typed(&typed);
                    self.count_and_trace();
                }
                None
            }
            Pass::Second(index) => {
                let mut refusals = Refusals::default();
                let Some(typed) = typed.or_else(|| exact::examined(record, &mut refusals)) else {
                    // Its id may be that of another record, whose finding points here.
                    let own = |id: &String| fast_hash(&self.shared.hash, id);
                    let is_suspect = |id| index.is_suspect(Trace::Own { id, is: Being::Unknown, is_current: true });
                    return Some((Vec::new(), refusals.ids.keys().map(own).any(is_suspect)));
                };
                self.sketch_typed(&typed);
                let is_kept = self.is_suspect(index);
                if is_kept {
                    self.gathered.kept.push(Entry { record: typed, document: record.document, bytes: record.bytes() });
                }
                Some((Vec::new(), is_kept))
            }
            Pass::Near(missing) => {
                if let Some(typed) = typed {
                    self.gathered.compare(missing, typed.id());
                }
                None
            }
        }
    }

    /// Sketches a record by what the model writes of it, which is always recognised.
    fn sketch_typed(&mut self, record: &Record) {
        let mut bytes = serde_json::to_vec(record).unwrap_or_default();
        bytes.resize(bytes.len() + PADDING, 0);
        let recognised = self.recogniser.record(&bytes, 0, false);
        debug_assert!(recognised.is_some(), "{record:?}");
        self.draw();
    }

    /// Takes a file that holds one record or an array of them.
    fn json(&mut self, block: &Block) -> Result<usize, Error> {
        let encoding::Text { pieces, readable, findings, .. } = encoding::whole(block.bytes().to_vec(), block.document);
        let mut text = pieces.into_iter().map(|piece| piece.text).collect::<String>();
        let mut is_wanted = false;
        if let Pass::First = self.pass {
            self.gathered.refusals.unread |= readable.is_empty();
            is_wanted |= self.gathered.findings.add(findings);
        }
        let length = text.len();
        text.extend(['\0'; PADDING]);
        let whole = Stretch { text: &text[..length], document: block.document, start: 0 };
        match syntax::split(whole, Arrangement::Json) {
            _ if readable.is_empty() => {}
            Ok(records) => {
                let longest = self.shared.validation.longest_record;
                let file = &self.shared.files[block.document];
                syntax::check_lengths(&records, longest).map_err(|offset| file.too_long(offset, longest))?;
                for bytes in records {
                    let is_recognised = self.recogniser.record(text.as_bytes(), bytes.start, true) == Some(bytes.end);
                    if is_recognised && !self.is_read_again() {
                        self.count_and_trace();
                    } else if let Some((found, is_kept)) = self.judge(whole.part(bytes)) {
                        is_wanted |= self.gathered.findings.add(found) || is_kept;
                    }
                }
            }
            Err(finding) => {
                if let Pass::First = self.pass {
                    self.gathered.refusals.unread = true;
                    is_wanted |= self.gathered.findings.add([*finding]);
                }
            }
        }
        if is_wanted {
            text.truncate(length);
            let piece = Excerpt { document: block.document, block: block.sequence, line: 0, start: 0, text };
            self.gathered.pieces.push(piece);
        }
        Ok(0)
    }
}

/// The id of the record that these bytes begin with, if it can be told at sight.
fn id_at_sight(bytes: &[u8]) -> Option<&str> {
    let kind = bytes.strip_prefix(br#"{"kind":""#)?;
    let id = kind[memchr::memchr(b'"', kind)?..].strip_prefix(br#"","id":""#)?;
    let end = memchr::memchr2(b'"', b'\\', id).filter(|end| id[*end] == b'"')?;
    std::str::from_utf8(&id[..end]).ok()
}

/// Gathers a trace with others for its part of the ledger.
#[expect(clippy::inline_always, reason = "of each trace it is known what it is where it is left")]
#[inline(always)]
fn leave(shared: &Shared<'_>, gathered: &mut [Ledger], trace: Trace) {
    let part = part_of(trace.hash(), PARTS);
    gathered[part].add(trace);
    if gathered[part].traces() == GATHERED {
        add(shared, part, &mut gathered[part]);
    }
}

/// Whether any of some traces is suspect.
struct Suspicion<'i> {
    index: &'i Index,
    is_suspect: bool,
}

impl Leave for Suspicion<'_> {
    fn leave(&mut self, trace: Trace) {
        self.is_suspect = self.is_suspect || self.index.is_suspect(trace);
    }
}

/// Merges traces with those of other records.
struct Merging<'w, 's> {
    recent: &'w mut Recent,
    traces: &'w mut Vec<Ledger>,
    shared: &'w Shared<'s>,
}

impl Leave for Merging<'_, '_> {
    #[expect(clippy::inline_always, reason = "of each trace it is known what it is where it is left")]
    #[inline(always)]
    fn leave(&mut self, trace: Trace) {
        if let Some(trace) = self.recent.instead_of(trace) {
            leave(self.shared, self.traces, trace);
        }
    }
}

/// Leaves what the record of a twin does.
struct OfTwin<'w, 's>(Merging<'w, 's>);

impl Leave for OfTwin<'_, '_> {
    fn leave(&mut self, trace: Trace) {
        trace.of_twin(&mut self.0);
    }
}

/// Adds traces to the part of the ledger that they belong to.
fn add(shared: &Shared<'_>, part: usize, traces: &mut Ledger) {
    locked(&shared.ledger[part]).take(traces);
}
