//! A thread that reads blocks, one after the other, and does with their records what the reading is for.

use std::{
    borrow::Cow,
    ops::{ControlFlow, Range},
    sync::Mutex,
};

use standpoint_model::Record;
use standpoint_report::{Counts, Finding, Findings, Levels, Piece};

use super::{
    PARTS, Pass, Shared,
    doubt::{self, Countries},
    fast_hash,
    ledger::{Index, Ledger, part_of},
    locked,
    near::Nearest,
    traces::{Being, Recent, Take, Trace, Tracer},
};
use crate::{
    Error,
    check::check_record,
    dataset::entry::Entry,
    diagnose::{exact, malformed, refusals::Refusals, syntax},
    read::{
        blocks::{Block, Blocks, PADDING},
        encoding,
        form::Arrangement,
        stretch::Stretch,
    },
    recognise::{Recogniser, sketch::Sketch},
    validation::Validation,
    waivers::Waiving,
};

/// How many traces for one part a thread gathers before it adds them.
const GATHERED: usize = 256;

/// What a thread has found.
pub(super) struct Gathered<'s> {
    pub(super) findings: Findings<'s>,
    /// How many bytes all threads had read when this one ended.
    pub(super) bytes: u64,
    pub(super) refusals: Refusals,
    pub(super) counts: Counts,
    pub(super) pieces: Vec<Excerpt>,
    pub(super) kept: Vec<Entry>,
    pub(super) waiving: Vec<Waiving>,
    pub(super) nearest: Nearest,
}

/// Some lines that a finding points into, by their place in a block.
pub(super) struct Excerpt {
    pub(super) document: usize,
    pub(super) block: usize,
    /// The first of them, counted in the block from 0.
    pub(super) line: usize,
    pub(super) start: usize,
    pub(super) text: String,
}

impl<'s> Gathered<'s> {
    pub(super) fn new(levels: &'s Levels, validation: &Validation<'_>) -> Self {
        Self {
            findings: Findings::new(levels, validation.max_findings_per_code),
            bytes: 0,
            refusals: Refusals::default(),
            counts: Counts::default(),
            pieces: Vec::new(),
            kept: Vec::new(),
            waiving: Vec::new(),
            nearest: Nearest::default(),
        }
    }

    pub(super) fn merge(&mut self, other: Gathered<'_>) {
        self.findings.merge(other.findings);
        self.bytes = self.bytes.max(other.bytes);
        self.refusals.merge(other.refusals);
        self.counts.merge(&other.counts);
        self.pieces.extend(other.pieces);
        self.kept.extend(other.kept);
        self.waiving.extend(other.waiving);
        self.nearest.merge(other.nearest);
    }
}

/// One of the threads that read.
pub(super) struct Worker<'s> {
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
    pub(super) fn new(shared: &'s Shared<'s>, pass: Pass<'s>) -> Self {
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
    pub(super) fn read(mut self, blocks: &Mutex<Blocks<'_>>) -> Result<Gathered<'s>, Error> {
        let mut block = Block::default();
        while !self.shared.is_stopped() {
            let progress = {
                let mut blocks = locked(blocks);
                if !blocks.next(&mut block)? {
                    break;
                }
                blocks.progress(self.shared.size, self.pass.number())
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
                && self.gathered.nearest.is_nearer_to_none(missing, id)
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
            self.gathered.nearest.offer(missing, id);
        } else if self.is_read_again() {
            self.take_line(at, block, line, silent_until);
        } else {
            self.count_and_trace();
        }
    }

    /// Sketches the record that was recognised, unless it needs no more than a look, and says whether it has to be read as
    /// a value.
    fn is_read_again(&mut self) -> bool {
        if let Pass::Second(index) = self.pass
            && !index.may_be_suspect(self.recogniser.kind(), self.recogniser.leaves())
        {
            return false;
        }
        self.draw();
        match self.pass {
            Pass::First => doubt::is_doubtful(&self.sketch, &self.countries),
            Pass::Again(_) => false,
            Pass::Second(index) => self.is_suspect(index),
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
                    self.gathered.nearest.offer(missing, typed.id());
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
        let mut text = pieces.into_iter().map(Piece::into_text).collect::<String>();
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
                let longest = self.shared.validation.max_record_size;
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

impl Take for Suspicion<'_> {
    fn take(&mut self, trace: Trace) {
        self.is_suspect = self.is_suspect || self.index.is_suspect(trace);
    }
}

/// Merges traces with those of other records.
struct Merging<'w, 's> {
    recent: &'w mut Recent,
    traces: &'w mut Vec<Ledger>,
    shared: &'w Shared<'s>,
}

impl Take for Merging<'_, '_> {
    #[expect(clippy::inline_always, reason = "of each trace it is known what it is where it is left")]
    #[inline(always)]
    fn take(&mut self, trace: Trace) {
        if let Some(trace) = self.recent.instead_of(trace) {
            leave(self.shared, self.traces, trace);
        }
    }
}

/// Leaves what the record of a twin does.
struct OfTwin<'w, 's>(Merging<'w, 's>);

impl Take for OfTwin<'_, '_> {
    fn take(&mut self, trace: Trace) {
        trace.of_twin(&mut self.0);
    }
}

/// Adds traces to the part of the ledger that they belong to.
fn add(shared: &Shared<'_>, part: usize, traces: &mut Ledger) {
    locked(&shared.ledger[part]).take(traces);
}
