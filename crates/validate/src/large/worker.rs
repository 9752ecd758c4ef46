//! A thread that reads blocks, one after the other, and does with their records what the reading is for.

use std::{
    ops::ControlFlow,
    sync::{Mutex, PoisonError},
};

use standpoint_model::{Kind, Record};
use standpoint_report::Finding;

use super::{
    excerpt::Excerpt,
    ledger::{Ledger, Recents, trace},
    merging::{Ledgers, Merging, Untrusted},
    outcome::Outcome,
    pass::Pass,
    reading::Reading,
    suspect_groups::SuspectGroups,
    suspects::{Batch, Suspect},
};
use crate::{
    check::check_record,
    dataset::entry::Entry,
    diagnose::{
        exact,
        malformed::{self, OverLines},
        refusals::Refusals,
    },
    read::{
        blocks::{Block, Blocks, PADDING, RecordText},
        error::Error,
        extent::Extent,
        files::RecordFile,
        form::Arrangement,
        list::trimmed,
        stretch::Stretch,
    },
    recognise::{Recogniser, Sketch},
    rules::{
        is_doubtful,
        relations::{IdTrace, Ids, Sources},
    },
    share::{locked, on_threads},
    waivers::Waiving,
};

/// How many traces for one part a thread gathers at least before it hands them over.
const GATHERED: usize = 256;

/// Reads all files on all threads.
pub(super) fn read<'s>(reading: &'s Reading<'s>, pass: Pass<'s>) -> Result<Outcome<'s>, Error> {
    let validation = reading.validation;
    let blocks = Blocks::new(reading.files, validation.block, validation.max_record_size);
    let blocks = Mutex::new(blocks.of(reading.documents.clone()));
    let outcome = Mutex::new(Ok(Outcome::new(reading.levels, validation)));
    on_threads(validation.threads, || {
        let read = Worker::new(reading, pass).read(&blocks);
        let mut outcome = locked(&outcome);
        match (&mut *outcome, read) {
            (Ok(all), Ok(more)) => all.merge_thread(more),
            (Ok(_), Err(error)) => *outcome = Err(error),
            (Err(_), _) => {}
        }
    });
    let mut outcome = outcome.into_inner().unwrap_or_else(PoisonError::into_inner)?;
    if let Pass::First = pass {
        outcome.excerpts = reading.located(outcome.excerpts).collect();
    }
    Ok(outcome)
}

/// One of the threads that read.
struct Worker<'s> {
    reading: &'s Reading<'s>,
    pass: Pass<'s>,
    recogniser: Recogniser,
    sketch: Sketch,
    recents: Recents,
    suspects: Batch,
    /// The traces that are not yet merged with those of other threads, part by part.
    traces: Vec<Ledger>,
    outcome: Outcome<'s>,
    /// How many of the excerpts are counted among those that all threads keep.
    counted: usize,
}

impl<'s> Worker<'s> {
    fn new(reading: &'s Reading<'s>, pass: Pass<'s>) -> Self {
        Self {
            reading,
            pass,
            recogniser: Recogniser::new(reading.hasher.state()),
            sketch: Sketch::new(reading.hasher.state()),
            recents: Recents::default(),
            suspects: Batch::default(),
            traces: Ledger::parts(),
            outcome: Outcome::new(reading.levels, reading.validation),
            counted: 0,
        }
    }

    /// Reads blocks until there are none.
    fn read(mut self, blocks: &Mutex<Blocks<&[RecordFile]>>) -> Result<Outcome<'s>, Error> {
        let mut block = Block::default();
        while !self.reading.is_stopped() {
            let progress = {
                let mut blocks = locked(blocks);
                if !blocks.next(&mut block)? {
                    break;
                }
                blocks.progress(self.reading.size, self.pass.number())
            };
            self.outcome.bytes = progress.bytes;
            if let Pass::First = self.pass {
                self.outcome.refusals.unread |= block.is_unread;
                self.outcome.findings.add(block.findings.drain(..));
            }
            let extent = match block.arrangement {
                Arrangement::Lines => self.lines(&block),
                Arrangement::Json => self.list(&block),
            };
            self.reading.note_extent(&block, extent);
            self.reading.merge(&mut self.traces, GATHERED).map_err(Error::temporary)?;
            if let Pass::Second { suspects, .. } = self.pass
                && self.suspects.is_full()
            {
                suspects.take(&mut self.suspects).map_err(Error::temporary)?;
            }
            self.reading.count_excerpts(&self.outcome.excerpts[self.counted..], &block)?;
            self.counted = self.outcome.excerpts.len();
            if self.reading.validation.watch.is_some_and(|watch| watch(progress) == ControlFlow::Break(())) {
                self.reading.stop(progress);
            }
        }
        self.recents.leave_rest(&mut Ledgers(&mut self.traces));
        self.reading.merge(&mut self.traces, 0).map_err(Error::temporary)?;
        if let Pass::Second { suspects, .. } = self.pass {
            suspects.take(&mut self.suspects).map_err(Error::temporary)?;
        }
        Ok(self.outcome)
    }

    /// Takes a block of lines. How far it goes.
    fn lines(&mut self, block: &Block) -> Extent {
        let (bytes, end) = (block.padded(), block.bytes().len());
        let (mut at, mut line) = (0, 0);
        let mut over_lines = OverLines::default();
        while at < end {
            if let Pass::Near(missing) = self.pass
                && !missing.has_names()
                && let Some(id) = id_at_sight(&bytes[at..end])
                && self.outcome.nearest.is_nearer_to_none(missing, id)
            {
                at += memchr::memchr(b'\n', &bytes[at..end]).unwrap_or(end - at) + 1;
                line += 1;
                continue;
            }
            if let Some(after) = self.recogniser.record(bytes, at, false) {
                let after =
                    after + bytes[after..].iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r')).count();
                if after >= end || bytes[after] == b'\n' {
                    let before = Extent { lines: line, columns: 0 };
                    self.take_recognised(RecordText { bytes: at..after.min(end), before }, block, &mut over_lines);
                    line += 1;
                    at = after + 1;
                    continue;
                }
            }
            let length = memchr::memchr(b'\n', &bytes[at..end]).unwrap_or(end - at);
            let bytes = trimmed(block.bytes(), at..at + length);
            if !bytes.is_empty() {
                let before = Extent { lines: line, columns: bytes.start - at };
                self.take_text(RecordText { bytes, before }, block, &mut over_lines, false);
            }
            line += 1;
            at += length + 1;
        }
        Extent { lines: line, columns: 0 }
    }

    /// Takes a block of one record or of a list of them. How far it goes.
    fn list(&mut self, block: &Block) -> Extent {
        let mut over_lines = OverLines::default();
        for text in block.texts() {
            if self.recogniser.record(block.padded(), text.bytes.start, true) == Some(text.bytes.end) {
                self.take_recognised(text, block, &mut over_lines);
            } else {
                self.take_text(text, block, &mut over_lines, false);
            }
        }
        if let (Pass::First, Some(broken)) = (self.pass, block.broken) {
            self.outcome.refusals.unread = true;
            if self.outcome.findings.add(malformed::broken_list(block)) {
                let (document, rest) = (block.document, &block.bytes()[broken.from..]);
                let list =
                    Excerpt { document, block: None, before: broken.before, start: broken.start, text: "[".into() };
                let rest = Excerpt {
                    document,
                    block: Some(block.sequence),
                    before: Extent::of(&block.bytes()[..broken.from]),
                    start: block.start + broken.from,
                    text: String::from_utf8_lossy(rest).into_owned(),
                };
                self.outcome.excerpts.extend([list, rest]);
            }
        }
        block.extent()
    }

    /// Takes the text of a record that was recognised.
    fn take_recognised(&mut self, text: RecordText, block: &Block, over_lines: &mut OverLines) {
        let at = &text.bytes;
        match self.pass {
            Pass::First => {
                if self.is_doubtful() {
                    self.take_text(text, block, over_lines, true);
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
                    self.keep(&text, block);
                }
            }
            Pass::Near(missing) => {
                let id = std::str::from_utf8(&block.bytes()[self.recogniser.own()]).unwrap_or_default();
                self.outcome.nearest.offer(missing, id);
                if missing.has_names()
                    && let Ok(record) = serde_json::from_slice(&block.bytes()[at.clone()])
                {
                    self.outcome.nearest.offer_record(missing, &record);
                }
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
            self.outcome.counts.add(kind, self.sketch.citations.len());
        }
        let ledgers = Ledgers(&mut self.traces);
        trace(&self.sketch, &self.reading.hasher, &mut Merging { recents: &mut self.recents, ledgers });
    }

    /// Leaves the traces of the record that is sketched, which begins here, anew.
    fn trace_again(&mut self, start: (usize, usize)) {
        let Pass::Again(twins) = self.pass else { return };
        let ledgers = Ledgers(&mut self.traces);
        if twins.has(self.sketch.own) {
            self.outcome.twins.push((self.sketch.own, start));
            trace(&self.sketch, &self.reading.hasher, &mut Untrusted(ledgers));
        } else {
            trace(&self.sketch, &self.reading.hasher, &mut Merging { recents: &mut self.recents, ledgers });
        }
    }

    /// Keeps the record that is sketched, if it is in a suspect group.
    fn keep(&mut self, text: &RecordText, block: &Block) {
        let Pass::Second { index, twins, .. } = self.pass else { return };
        let groups = SuspectGroups::of(&self.sketch, &self.reading.hasher, index);
        if groups.is_empty() {
            return;
        }
        let (bytes, start) = (&block.bytes()[text.bytes.clone()], block.start + text.bytes.start);
        let is_first = twins.is_first(self.sketch.own, (block.document, start));
        let is_source = self.sketch.is(Kind::Source) && groups.include::<Sources>();
        let source = Some(self.sketch.own).filter(|_| is_source && is_first);
        let suspect = Suspect {
            document: block.document,
            block: block.sequence,
            before: text.before,
            start,
            is_first,
            text: String::from_utf8_lossy(bytes).into_owned(),
        };
        self.suspects.add(&suspect, groups.places(), source);
    }

    /// Takes a text that was not recognised, or that is suspect and so is sketched already.
    fn take_text(&mut self, text: RecordText, block: &Block, over_lines: &mut OverLines, is_sketched: bool) {
        let (found, mut is_wanted) = match block.stretch(text.bytes.clone()) {
            Ok(record) => {
                let Some((found, is_wanted)) = self.judge(record, &text, block, is_sketched) else { return };
                (found, is_wanted)
            }
            Err(_) if !matches!(self.pass, Pass::First) => return,
            Err(finding) => {
                self.outcome.refusals.unread = true;
                self.outcome.refusals.records += 1;
                (vec![*finding], false)
            }
        };
        is_wanted |= self.outcome.findings.add(over_lines.join(block, &text, found));
        if is_wanted {
            self.outcome.excerpts.push(Excerpt {
                document: block.document,
                block: Some(block.sequence),
                before: text.before,
                start: block.start + text.bytes.start,
                text: String::from_utf8_lossy(&block.bytes()[text.bytes]).into_owned(),
            });
        }
    }

    /// Reads a record as a value of the model's types, and does with it what the pass does: what is wrong with it, and
    /// whether its text is wanted in any case. Nothing, if there is nothing to tell of it.
    fn judge(
        &mut self,
        record: Stretch<'_>,
        text: &RecordText,
        block: &Block,
        is_sketched: bool,
    ) -> Option<(Vec<Finding>, bool)> {
        let typed = serde_json::from_str::<Record>(record.text).ok();
        match self.pass {
            Pass::First => {
                let mut found = Vec::new();
                let typed = typed.or_else(|| exact::examine(record, &mut self.outcome.refusals, &mut found));
                // Whether something is wrong with its waivers comes out when all rules have been applied.
                let mut has_waivers = false;
                if let Some(typed) = typed {
                    let bytes = record.bytes();
                    let entry = Entry { record: typed, document: record.document, bytes, is_first: true };
                    check_record(&entry, &mut found);
                    if let Some(mut waiving) = Waiving::of(&entry) {
                        waiving.apply(&mut found);
                        self.outcome.waiving.push(waiving);
                        has_waivers = true;
                    }
                    if !is_sketched {
                        self.sketch_typed(&entry.record);
                    }
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
                    let own = |id: &String| IdTrace::key_of(self.reading.hasher.text(id));
                    let is_shared = refusals.ids.keys().map(own).any(|id| index.suspect::<Ids>(id).is_some());
                    return Some((Vec::new(), is_shared));
                };
                self.sketch_typed(&typed);
                // The texts of those that are kept are kept with them.
                self.keep(text, block);
                None
            }
            Pass::Near(missing) => {
                if let Some(typed) = typed {
                    self.outcome.nearest.offer(missing, typed.id());
                    self.outcome.nearest.offer_record(missing, &typed);
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
}

/// The id of the record that these bytes begin with, if it can be told at sight.
fn id_at_sight(bytes: &[u8]) -> Option<&str> {
    let kind = bytes.strip_prefix(br#"{"kind":""#)?;
    let id = kind[memchr::memchr(b'"', kind)?..].strip_prefix(br#"","id":""#)?;
    let end = memchr::memchr2(b'"', b'\\', id).filter(|end| id[*end] == b'"')?;
    std::str::from_utf8(&id[..end]).ok()
}
