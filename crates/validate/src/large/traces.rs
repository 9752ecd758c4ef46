//! What the first reading leaves of a part of a corpus, written down, so that parts can be read by processes that know
//! nothing of one another.
//!
//! A file of traces is a line that says what it is and, compressed by Zstandard with a checksum, frames: the [`Head`] and what
//! was [`WrittenOutcome`], as JSON; the traces of each relation, some at a time, its place among the relations before them; an empty
//! frame. A frame is its length in four bytes, least first, and as many bytes.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{self, BufRead, BufReader, Read, Write},
    ops::Range,
    path::{Path, PathBuf},
};

use foldhash::{SharedSeed, fast::SeedableRandomState};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use standpoint_model::{Kind, printable};
use standpoint_report::{Counts, Finding, Findings, Level, Levels, Place, RelatedPlace, Repair, Spot};

use super::{
    conclude::conclude,
    excerpt::Excerpt,
    ledger::{Ledger, Ledgers, PARTS, read_traces},
    outcome::Outcome,
    pass::Pass,
    reading::Reading,
    worker,
};
use crate::{
    Error, Validation, catalogue,
    check::CheckedDataset,
    diagnose::refusals::Refusals,
    read::{
        error::TracesError,
        extent::Extent,
        files::{Files, RecordFile},
    },
    share::locked,
    waivers::Waiving,
};

/// What a file of traces begins with, and which version wrote it.
const BEGINNING: &str = "standpoint traces of version ";
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// How long a frame may be: one of traces, and one of JSON.
const FRAME_OF_TRACES: u32 = 1 << 20;
const FRAME_OF_JSON: u32 = 1 << 30;

/// No file has as many bytes, lines or columns.
const FAR: usize = 1 << 60;

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
    files: &mut Files,
    validation: &Validation<'_>,
    traces: impl Iterator<Item = (PathBuf, R)>,
    findings: &mut Findings<'_>,
) -> Result<CheckedDataset, Error> {
    let passed_over = std::mem::take(&mut files.passed_over);
    let all: Vec<usize> = (0..files.found.len()).collect();
    let mut untraced: BTreeSet<usize> = all.iter().copied().collect();
    let mut first = Outcome::new(findings.levels(), validation);
    let mut begun = None;
    for (name, from) in traces {
        let unusable = |cause| Error::Traces { name: name.clone(), cause };
        let (reader, head) = Reader::new(from).map_err(unusable)?;
        let (reading, own) = begun.get_or_insert_with(|| {
            let reading = Reading::new(files, all.clone(), findings.levels(), validation, seeded(head.seed));
            let own = Head::new(&reading, head.seed);
            (reading, own)
        });
        own.check(&head, files, &mut untraced).map_err(unusable)?;
        first.merge_part(reader.read(reading, unusable)?);
    }
    if let Some(document) = untraced.first() {
        return Err(Error::Untraced { path: files.found[*document].path.clone() });
    }
    let nothing = || Reading::new(files, all.clone(), findings.levels(), validation, seeded(0));
    let reading = begun.map_or_else(nothing, |(reading, _)| reading);
    let mut dataset = conclude(&reading, first, findings)?;
    dataset.scope.passed_over = passed_over;
    Ok(dataset)
}

/// The hashes of a seed, which are the same in every process.
fn seeded(seed: u64) -> SeedableRandomState {
    SeedableRandomState::with_seed(seed, SharedSeed::global_fixed())
}

/// Of which part of which corpus traces are, and how they were made.
#[derive(Serialize, Deserialize)]
struct Head {
    seed: u64,
    /// What a hash comes to, which tells machines apart that hash otherwise.
    probe: u64,
    settings: u64,
    /// Of each file of the whole corpus, a hash of its path and how many bytes it has on the disk.
    corpus: Vec<u64>,
    /// Which of them are those of the part.
    part: Vec<usize>,
}

impl Head {
    fn new(reading: &Reading<'_>, seed: u64) -> Self {
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
    fn check(&self, other: &Self, files: &Files, untraced: &mut BTreeSet<usize>) -> Result<(), TracesError> {
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

/// What was found in a part, beside traces.
#[derive(Serialize, Deserialize)]
struct WrittenOutcome {
    bytes: u64,
    refusals: Refusals,
    counts: Counts,
    waiving: Vec<Waiving>,
    excerpts: Vec<Excerpt>,
    findings: Vec<WrittenFinding>,
    more: Vec<(String, Level, Option<usize>, usize)>,
}

/// A finding whose code goes by its name.
#[derive(Serialize, Deserialize)]
struct WrittenFinding {
    code: String,
    place: Option<Place>,
    message: String,
    related: Vec<RelatedPlace>,
    help: Option<String>,
    repair: Option<Repair>,
    missing: Option<String>,
    unnamed: Option<String>,
    is_of_many: bool,
}

impl From<Finding> for WrittenFinding {
    fn from(finding: Finding) -> Self {
        Self {
            code: finding.code.name.into(),
            place: finding.place,
            message: finding.message,
            related: finding.related,
            help: finding.help,
            repair: finding.repair,
            missing: finding.missing,
            unnamed: finding.unnamed,
            is_of_many: finding.is_of_many,
        }
    }
}

impl WrittenFinding {
    fn places(&self) -> impl Iterator<Item = &Place> {
        let related = self.related.iter().map(|related| &related.place);
        self.place.iter().chain(related).chain(self.repair.iter().map(|repair| &repair.place))
    }

    fn read(self) -> Option<Finding> {
        let mut finding = Finding::new(catalogue::by_name(&self.code)?, self.place, self.message);
        finding.related = self.related;
        finding.help = self.help;
        finding.repair = self.repair;
        finding.missing = self.missing;
        finding.unnamed = self.unnamed;
        finding.is_of_many = self.is_of_many;
        Some(finding)
    }
}

impl WrittenOutcome {
    fn new(first: Outcome<'_>) -> Self {
        let (kept, more) = first.findings.into_parts();
        Self {
            bytes: first.bytes,
            refusals: first.refusals,
            counts: first.counts,
            waiving: first.waiving,
            excerpts: first.excerpts,
            findings: kept.map(WrittenFinding::from).collect(),
            more: more
                .into_iter()
                .map(|((code, level, document), count)| (code.into(), level, document, count))
                .collect(),
        }
    }

    /// Whether all that is named lies in one of so many documents, each of which has fewer bytes than [`FAR`].
    fn is_within(&self, documents: usize) -> bool {
        let is_near = |bytes: &Range<usize>| bytes.start <= bytes.end && bytes.end < FAR;
        let is_within = |place: &Place| {
            let (Spot::Bytes(bytes) | Spot::Pointer { record: bytes, .. }) = &place.spot;
            place.document < documents && is_near(bytes)
        };
        let mut places =
            self.findings.iter().flat_map(WrittenFinding::places).chain(self.refusals.ids.values().flatten());
        let mut more = self.more.iter().filter_map(|(.., document, _)| *document);
        places.all(is_within)
            && more.all(|document| document < documents)
            && self.waiving.iter().all(|waiving| is_within(&waiving.place()))
            && self.excerpts.iter().all(|excerpt| {
                let Extent { lines, columns } = excerpt.before;
                excerpt.document < documents && excerpt.start.max(lines).max(columns) < FAR
            })
    }

    /// What was found; nothing, if no program of ours wrote it.
    fn read<'s>(self, reading: &Reading<'s>) -> Option<Outcome<'s>> {
        if !self.is_within(reading.files.len()) {
            return None;
        }
        let kept = self.findings.into_iter().map(WrittenFinding::read).collect::<Option<Vec<Finding>>>()?;
        let more = |(code, level, document, count): (String, Level, Option<usize>, usize)| {
            Some(((catalogue::by_name(&code)?.name, level, document), count))
        };
        let more = self.more.into_iter().map(more).collect::<Option<BTreeMap<_, _>>>()?;
        Some(Outcome {
            findings: Findings::from_parts(reading.levels, reading.validation.max_findings_per_code, kept, more),
            bytes: self.bytes,
            refusals: self.refusals,
            counts: self.counts,
            waiving: self.waiving,
            excerpts: self.excerpts,
            ..Outcome::new(reading.levels, reading.validation)
        })
    }
}

/// Writes frames.
struct Writer<W: Write>(zstd::Encoder<'static, W>);

impl<W: Write> Writer<W> {
    fn new(mut to: W) -> io::Result<Self> {
        writeln!(to, "{BEGINNING}{VERSION}")?;
        let mut to = zstd::Encoder::new(to, 1)?;
        to.include_checksum(true)?;
        Ok(Self(to))
    }

    fn value(&mut self, value: &impl Serialize) -> io::Result<()> {
        self.frame(&serde_json::to_vec(value)?)
    }

    fn frame(&mut self, bytes: &[u8]) -> io::Result<()> {
        let length = u32::try_from(bytes.len()).map_err(io::Error::other)?;
        self.0.write_all(&length.to_le_bytes())?;
        self.0.write_all(bytes)
    }

    fn end(mut self) -> io::Result<()> {
        self.frame(&[])?;
        self.0.finish()?.flush()
    }
}

/// Reads what a [`Writer`] wrote.
struct Reader<R: Read>(zstd::Decoder<'static, BufReader<R>>);

impl<R: Read> Reader<R> {
    fn new(from: R) -> Result<(Self, Head), TracesError> {
        let mut from = BufReader::new(from);
        let mut first_line = Vec::new();
        from.by_ref().take(100).read_until(b'\n', &mut first_line)?;
        let line = String::from_utf8_lossy(&first_line);
        let version =
            line.strip_prefix(BEGINNING).and_then(|line| line.strip_suffix('\n')).ok_or(TracesError::NoTraces)?;
        if version != VERSION {
            return Err(TracesError::OtherVersion { version: printable(version) });
        }
        let mut reader = Self(zstd::Decoder::with_buffer(from)?);
        let head = reader.value()?;
        Ok((reader, head))
    }

    /// Reads all that comes after the head, and merges the traces with those of other parts.
    fn read<'s>(
        mut self,
        reading: &Reading<'s>,
        unusable: impl Fn(TracesError) -> Error,
    ) -> Result<Outcome<'s>, Error> {
        let found: WrittenOutcome = self.value().map_err(&unusable)?;
        let first = found.read(reading);
        let mut ledgers: Vec<Ledger> = (0..PARTS).map(|_| Ledger::default()).collect();
        loop {
            let frame = self.frame(FRAME_OF_TRACES).map_err(&unusable)?;
            let Some((relation, traces)) = frame.split_first() else { break };
            let read = read_traces((*relation).into(), traces, &mut Ledgers(&mut ledgers));
            read.map_err(|_| unusable(TracesError::Damaged))?;
            for (own, part) in ledgers.iter_mut().zip(&reading.ledger) {
                locked(part).take(own, &reading.runs).map_err(Error::temporary)?;
            }
        }
        self.end().map_err(&unusable)?;
        first.ok_or(TracesError::Damaged).map_err(unusable)
    }

    fn value<T: DeserializeOwned>(&mut self) -> Result<T, TracesError> {
        serde_json::from_slice(&self.frame(FRAME_OF_JSON)?).map_err(|_| TracesError::Damaged)
    }

    fn frame(&mut self, longest: u32) -> Result<Vec<u8>, TracesError> {
        let length = self.bytes(4)?;
        let length = u32::from_le_bytes(std::array::from_fn(|byte| length[byte]));
        if length <= longest { self.bytes(length.into()) } else { Err(TracesError::Damaged) }
    }

    /// As many bytes as there should be. No more memory is asked for than there are.
    fn bytes(&mut self, length: u64) -> Result<Vec<u8>, TracesError> {
        let mut bytes = Vec::new();
        self.0.by_ref().take(length).read_to_end(&mut bytes).map_err(damaged)?;
        if bytes.len() as u64 == length { Ok(bytes) } else { Err(TracesError::Damaged) }
    }

    /// Nothing is left, and the checksum is right.
    fn end(mut self) -> Result<(), TracesError> {
        if self.0.read(&mut [0]).map_err(damaged)? == 0 { Ok(()) } else { Err(TracesError::Damaged) }
    }
}

/// Tells what cannot be decompressed from what cannot be read.
fn damaged(error: io::Error) -> TracesError {
    if matches!(error.kind(), io::ErrorKind::Other | io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof) {
        TracesError::Damaged
    } else {
        TracesError::Io(error)
    }
}
