//! Traces of a part of a corpus, written down, so that parts can be read by processes that know nothing of one another.
//!
//! A file of traces is a line that says what it is and, compressed by Zstandard with a checksum, frames: the [`Head`] and the
//! [`WrittenOutcome`], as JSON; the traces of each relation, some at a time, its place among the relations before them; an
//! empty frame. A frame is its length in four bytes, least first, and as many bytes.

mod frames;
mod head;
mod outcome;

use std::{
    collections::BTreeSet,
    io::{self, Read, Write},
    path::{Path, PathBuf},
};

use foldhash::{SharedSeed, fast::SeedableRandomState};
use standpoint_report::{Findings, Levels};

use self::{
    frames::{Reader, Writer},
    head::Head,
    outcome::WrittenOutcome,
};
use super::{
    conclude::conclude,
    ledger::{Ledger, read_traces},
    merging::Ledgers,
    outcome::Outcome,
    pass::Pass,
    reading::Reading,
    worker,
};
use crate::{
    Error, Validation,
    check::CheckedDataset,
    read::{error::TracesError, files::Files},
    share::locked,
};

/// Reads the files of a part, and writes what is to be known of them.
pub(crate) fn write(
    files: &Files,
    is_part: impl Fn(&Path) -> bool,
    validation: &Validation<'_>,
    levels: &Levels,
    seed: u64,
    to: impl Write,
) -> Result<(), Error> {
    if files.size().is_none() {
        return Err(Error::TracedInput);
    }
    let part = (0..files.found.len()).filter(|document| is_part(&files.found[*document].path)).collect();
    let reading = Reading::new(files, part, levels, validation, seeded(seed));
    let unwritten = |cause| Error::WriteTraces { cause };
    let mut writer = Writer::new(to).map_err(unwritten)?;
    writer.value(&Head::new(&reading, seed)).map_err(unwritten)?;
    let first = worker::read(&reading, Pass::First)?;
    if reading.is_stopped() {
        return Err(Error::Stopped);
    }
    writer.value(&WrittenOutcome::new(first)).map_err(unwritten)?;
    for part in &reading.ledger {
        let mut failed = None;
        let frame = |relation: usize, traces: &[u8]| {
            let relation = u8::try_from(relation).map_err(io::Error::other)?;
            writer.frame(&[&[relation], traces].concat()).map_err(|cause| {
                let kind = cause.kind();
                failed = Some(cause);
                kind.into()
            })
        };
        let written = locked(part).write(frame);
        written.map_err(|cause| failed.map_or_else(|| Error::temporary(cause), unwritten))?;
    }
    writer.end().map_err(unwritten)
}

/// Applies every rule to files all of which have been traced, part by part.
pub(crate) fn check<R: Read>(
    files: &Files,
    validation: &Validation<'_>,
    traces: impl Iterator<Item = (PathBuf, R)>,
    findings: &mut Findings<'_>,
) -> Result<CheckedDataset, Error> {
    let all: Vec<usize> = (0..files.found.len()).collect();
    let mut untraced: BTreeSet<usize> = all.iter().copied().collect();
    let mut first = Outcome::new(findings.levels(), validation);
    let mut begun = None;
    for (name, from) in traces {
        let unusable = |cause| Error::Traces { name: name.clone(), cause };
        let mut reader = Reader::new(from).map_err(unusable)?;
        let head: Head = reader.value().map_err(unusable)?;
        let (reading, own) = begun.get_or_insert_with(|| {
            let reading = Reading::new(files, all.clone(), findings.levels(), validation, seeded(head.seed));
            let own = Head::new(&reading, head.seed);
            (reading, own)
        });
        own.check(&head, files, &mut untraced).map_err(unusable)?;
        first.merge_part(read_part(reader, reading, unusable)?);
    }
    if let Some(document) = untraced.first() {
        return Err(Error::Untraced { path: files.found[*document].path.clone() });
    }
    let nothing = || Reading::new(files, all.clone(), findings.levels(), validation, seeded(0));
    let reading = begun.map_or_else(nothing, |(reading, _)| reading);
    conclude(&reading, first, findings)
}

/// The hashes of a seed, which are the same in every process.
fn seeded(seed: u64) -> SeedableRandomState {
    SeedableRandomState::with_seed(seed, SharedSeed::global_fixed())
}

/// Reads all that comes after the head, and merges the traces with those of other parts.
fn read_part<'s>(
    mut reader: Reader<impl Read>,
    reading: &Reading<'s>,
    unusable: impl Fn(TracesError) -> Error,
) -> Result<Outcome<'s>, Error> {
    let found: WrittenOutcome = reader.value().map_err(&unusable)?;
    let first = found.read(reading);
    let mut ledgers = Ledger::parts();
    loop {
        let frame = reader.traces().map_err(&unusable)?;
        let Some((relation, traces)) = frame.split_first() else { break };
        let read = read_traces((*relation).into(), traces, &mut Ledgers(&mut ledgers));
        read.map_err(|_| unusable(TracesError::Damaged))?;
        reading.merge(&mut ledgers, 0).map_err(Error::temporary)?;
    }
    reader.end().map_err(&unusable)?;
    first.ok_or(TracesError::Damaged).map_err(unusable)
}
