//! A thread that reads blocks, one after the other, and does with their records what the reading is for.

use std::{
    borrow::Cow,
    io,
    ops::{ControlFlow, Range},
    sync::Mutex,
};

use standpoint_model::{Kind, Record};
use standpoint_report::{Counts, Finding, Findings, Levels, Piece};

use super::{
    PARTS, Pass, Shared,
    ledger::{Index, Kept, Ledger, Left, Recents, trace},
    locked,
    near::Nearest,
    suspects::{self, Suspect},
};
use crate::{
    check::check_record,
    dataset::entry::Entry,
    diagnose::{exact, malformed, refusals::Refusals, syntax},
    read::{
        blocks::{Block, Blocks, PADDING},
        encoding,
        error::Error,
        form::Arrangement,
        stretch::Stretch,
    },
    recognise::{Recogniser, Sketch},
    rules::{
        is_doubtful,
        log::part_of,
        relation::Traces,
        relations::{IdTrace, Ids, Sources},
        trace::Trace,
    },
    validation::Validation,
    waivers::Waiving,
};

/// How many traces for one part a thread gathers at least before it hands them over.
const GATHERED: usize = 256;

/// What a thread has found.
pub(super) struct Gathered<'s> {
    pub(super) findings: Findings<'s>,
    /// How many bytes all threads had read when this one ended.
    pub(super) bytes: u64,
    pub(super) refusals: Refusals,
    pub(super) counts: Counts,
    pub(super) pieces: Vec<Excerpt>,
    pub(super) waiving: Vec<Waiving>,
    /// Of records whose ids others have, the hash of the id and where the record begins.
    pub(super) twins: Vec<(u64, (usize, usize))>,
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
            waiving: Vec::new(),
            twins: Vec::new(),
            nearest: Nearest::default(),
        }
    }

    pub(super) fn merge(&mut self, other: Gathered<'_>) {
        self.findings.merge(other.findings);
        self.bytes = self.bytes.max(other.bytes);
        self.refusals.merge(other.refusals);
        self.counts.merge(&other.counts);
        self.pieces.extend(other.pieces);
        self.waiving.extend(other.waiving);
        self.twins.extend(other.twins);
        self.nearest.merge(other.nearest);
    }
}

/// One of the threads that read.
pub(super) struct Worker<'s> {
    shared: &'s Shared<'s>,
    pass: Pass<'s>,
    recogniser: Recogniser,
    sketch: Sketch,
    recents: Recents,
    suspects: suspects::Gathered,
    /// What has been left and not been merged with what other threads leave, part by part.
    traces: Vec<Ledger>,
    gathered: Gathered<'s>,
}

impl<'s> Worker<'s> {
    pub(super) fn new(shared: &'s Shared<'s>, pass: Pass<'s>) -> Self {
        Self {
            shared,
            pass,
            recogniser: Recogniser::new(shared.hasher.state()),
            sketch: Sketch::new(shared.hasher.state()),
            recents: Recents::default(),
            suspects: suspects::Gathered::default(),
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
            self.hand_over(GATHERED).map_err(Error::temporary)?;
            if let Pass::Second { suspects, .. } = self.pass
                && self.suspects.is_full()
            {
                suspects.take(&mut self.suspects).map_err(Error::temporary)?;
            }
            if self.shared.validation.watch.is_some_and(|watch| watch(progress) == ControlFlow::Break(())) {
                self.shared.stop(progress);
            }
        }
        self.recents.leave_rest(&mut Ledgers(&mut self.traces));
        self.hand_over(0).map_err(Error::temporary)?;
        if let Pass::Second { suspects, .. } = self.pass {
            suspects.take(&mut self.suspects).map_err(Error::temporary)?;
        }
        Ok(self.gathered)
    }

    /// Merges traces with what other threads left, where there are at least so many.
    fn hand_over(&mut self, least: usize) -> io::Result<()> {
        for (own, shared) in self.traces.iter_mut().zip(&self.shared.ledger) {
            if own.traces() >= least {
                locked(shared).take(own, &self.shared.runs)?;
            }
        }
        Ok(())
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

    /// Takes the line of a record that was recognised.
    fn take_recognised(&mut self, at: Range<usize>, block: &Block, line: usize, silent_until: &mut usize) {
        match self.pass {
            Pass::First => {
                if self.is_doubtful() {
                    self.take_line(at, block, line, silent_until);
                } else {
                    self.count_and_trace();
                }
            }
            Pass::Again(_) => {
                self.draw();
                self.trace_again((block.document, block.start + at.start));
            }
            Pass::Second { index, .. } => {
                if index.may_be_suspect(self.recogniser.leaves()) {
                    self.draw();
                    self.keep(&block.bytes()[at.clone()], block.start + at.start, Some(line), block);
                }
            }
            Pass::Near(missing) => {
                let id = std::str::from_utf8(&block.bytes()[self.recogniser.own()]).unwrap_or_default();
                self.gathered.nearest.offer(missing, id);
            }
        }
    }

    /// Sketches the record that was recognised. Whether a rule about single records may have something to say about it.
    fn is_doubtful(&mut self) -> bool {
        self.draw();
        // What has waivers is looked at whatever they are about.
        self.sketch.has_waiver || is_doubtful(&self.sketch)
    }

    fn draw(&mut self) {
        self.sketch.draw(self.recogniser.kind(), self.recogniser.leaves());
    }

    fn count_and_trace(&mut self) {
        if let Some(kind) = self.sketch.kind {
            self.gathered.counts.add(kind, self.sketch.citations.len());
        }
        let ledgers = Ledgers(&mut self.traces);
        trace(&self.sketch, &self.shared.hasher, &mut Merging { recents: &mut self.recents, ledgers });
    }

    /// Leaves the traces of the record that is sketched, which begins here, anew.
    fn trace_again(&mut self, start: (usize, usize)) {
        let Pass::Again(twins) = self.pass else { return };
        let ledgers = Ledgers(&mut self.traces);
        if twins.has(self.sketch.own) {
            self.gathered.twins.push((self.sketch.own, start));
            trace(&self.sketch, &self.shared.hasher, &mut Untrusted(ledgers));
        } else {
            trace(&self.sketch, &self.shared.hasher, &mut Merging { recents: &mut self.recents, ledgers });
        }
    }

    /// Keeps the record that is sketched, whose text begins at `start`, if it is in a suspect group. Whether it is.
    fn keep(&mut self, text: &[u8], start: usize, line: Option<usize>, block: &Block) -> bool {
        let Pass::Second { index, twins, .. } = self.pass else { return false };
        let mut joined = Joined { index, groups: Vec::new() };
        trace(&self.sketch, &self.shared.hasher, &mut joined);
        let groups = joined.groups;
        if groups.is_empty() {
            return false;
        }
        let blank = text.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        let is_first = twins.is_first(self.sketch.own, (block.document, start + blank));
        let is_source = self.sketch.is(Kind::Source) && groups.iter().any(|(relation, _)| *relation == Sources::PLACE);
        let source = Some(self.sketch.own).filter(|_| is_source && is_first);
        let suspect = Suspect {
            document: block.document,
            block: line.map(|_| block.sequence),
            line: line.unwrap_or_default(),
            start,
            is_first,
            text: String::from_utf8_lossy(text).into_owned(),
        };
        self.suspects.add(&suspect, &groups, source);
        true
    }

    /// Takes a line that was not recognised, or that is suspect.
    fn take_line(&mut self, at: Range<usize>, block: &Block, line: usize, silent_until: &mut usize) {
        let (document, start) = (block.document, block.start + at.start);
        let bytes = &block.bytes()[at.clone()];
        let (text, found, mut is_wanted) = match std::str::from_utf8(bytes) {
            Ok(text) => {
                let record = Stretch { text, document, start };
                let Some((found, is_wanted)) = self.judge(record, Some(line), block) else { return };
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
    fn judge(&mut self, whole: Stretch<'_>, line: Option<usize>, block: &Block) -> Option<(Vec<Finding>, bool)> {
        let record = whole.trimmed();
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
                    let bytes = record.bytes();
                    let entry = Entry { record: typed, document: record.document, bytes, is_first: true };
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
                    self.trace_again((record.document, record.start));
                }
                None
            }
            Pass::Second { index, .. } => {
                let mut refusals = Refusals::default();
                let Some(typed) = typed.or_else(|| exact::examined(record, &mut refusals)) else {
                    // Its id may be that of another record, whose finding points here.
                    let own = |id: &String| IdTrace::key_of(self.shared.hasher.text(id));
                    let is_shared = refusals.ids.keys().map(own).any(|id| index.suspect::<Ids>(id).is_some());
                    return Some((Vec::new(), is_shared));
                };
                self.sketch_typed(&typed);
                let is_kept = self.keep(whole.text.as_bytes(), whole.start, line, block);
                // The lines of those that are kept are kept with them.
                Some((Vec::new(), is_kept && line.is_none()))
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
                    let record = whole.part(bytes);
                    let is_clear = is_recognised && matches!(self.pass, Pass::First) && !self.is_doubtful();
                    is_wanted |= match self.pass {
                        Pass::Second { index, .. } if is_recognised => {
                            index.may_be_suspect(self.recogniser.leaves()) && {
                                self.draw();
                                self.keep(record.text.as_bytes(), record.start, None, block)
                            }
                        }
                        Pass::First if is_clear => {
                            self.count_and_trace();
                            false
                        }
                        Pass::Again(_) if is_recognised => {
                            self.draw();
                            self.trace_again((record.document, record.start));
                            false
                        }
                        _ => self
                            .judge(record, None, block)
                            .is_some_and(|(found, is_kept)| self.gathered.findings.add(found) || is_kept),
                    };
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

/// The parts of the ledger, as far as this thread has filled them.
pub(super) struct Ledgers<'w>(pub(super) &'w mut [Ledger]);

impl<R: Kept> Left<R> for Ledgers<'_> {
    #[expect(clippy::inline_always, reason = "the relation is known where a trace is left")]
    #[inline(always)]
    fn left(&mut self, trace: R::Trace) {
        self.0[part_of(trace.key(), PARTS)].add::<R>(trace);
    }
}

/// Merges traces with those of other records.
struct Merging<'w> {
    recents: &'w mut Recents,
    ledgers: Ledgers<'w>,
}

impl<R: Kept> Traces<R> for Merging<'_> {
    #[expect(clippy::inline_always, reason = "the relation is known where a trace is left")]
    #[inline(always)]
    fn leave(&mut self, _: u64, trace: R::Trace) {
        Left::<R>::left(&mut self.ledgers, trace);
    }

    #[expect(clippy::inline_always, reason = "the relation is known where a trace is left")]
    #[inline(always)]
    fn gather(&mut self, _: u64, trace: R::Trace) {
        if let Some(trace) = R::recent(self.recents).gather(trace) {
            Left::<R>::left(&mut self.ledgers, trace);
        }
    }

    fn join(&mut self, _: u64) {}
}

/// Merges the traces of a record whose id others have.
struct Untrusted<'w>(Ledgers<'w>);

impl<R: Kept> Traces<R> for Untrusted<'_> {
    fn leave(&mut self, _: u64, trace: R::Trace) {
        Left::<R>::left(&mut self.0, trace.untrusted());
    }

    fn gather(&mut self, group: u64, trace: R::Trace) {
        Traces::<R>::leave(self, group, trace);
    }

    fn join(&mut self, _: u64) {}
}

/// The suspect groups that a record is in: each a relation, by its place, and the key of the group.
struct Joined<'i> {
    index: &'i Index,
    groups: Vec<(usize, u64)>,
}

impl Joined<'_> {
    fn add(&mut self, relation: usize, group: u64) {
        if !self.groups.contains(&(relation, group)) {
            self.groups.push((relation, group));
        }
    }
}

impl<R: Kept> Traces<R> for Joined<'_> {
    fn leave(&mut self, group: u64, trace: R::Trace) {
        if self.index.suspect::<R>(trace.key()).is_some_and(|merged| merged.concerns(&trace)) {
            self.add(R::PLACE, group);
        }
    }

    fn gather(&mut self, group: u64, trace: R::Trace) {
        Traces::<R>::leave(self, group, trace);
    }

    fn join(&mut self, key: u64) {
        let index = self.index;
        index.suspects::<R>(key).for_each(|trace| self.add(R::PLACE, trace.group()));
    }
}
