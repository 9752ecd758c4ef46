//! What the first reading leaves of a part of a corpus, written down, so that parts can be read by processes that know
//! nothing of one another.
//!
//! A file of traces is a line that says what it is and, compressed by Zstandard with a checksum, frames: the [`Head`] and what
//! was [`Found`], as JSON; the traces of each relation, some at a time, its place among the relations before them; an empty
//! frame. A frame is its length in four bytes, least first, and as many bytes.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{self, BufRead, BufReader, Read, Write},
    path::{Path, PathBuf},
};

use foldhash::{SharedSeed, fast::SeedableRandomState};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};
use standpoint_report::{Counts, Finding, Findings, Level, Levels, Place, RelatedPlace, Repair};

use super::{
    First, PARTS, Shared,
    ledger::{Ledger, read_traces},
    locked,
    worker::{Excerpt, Ledgers},
};
use crate::{
    Error, Validation, catalogue,
    check::CheckedDataset,
    diagnose::refusals::Refusals,
    read::{error::TracesError, files::Files},
    waivers::Waiving,
};

/// What a file of traces begins with, and which version wrote it.
const BEGINNING: &str = "standpoint traces of version ";
const VERSION: &str = env!("CARGO_PKG_VERSION");

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
    let mut shared = Shared::new(files, levels, validation, seeded(seed));
    shared.documents.retain(|document| is_part(&files.found[*document].path));
    let first = shared.read_first()?;
    if shared.is_stopped() {
        return Err(Error::Stopped);
    }
    let written = || {
        let mut writer = Writer::new(to)?;
        writer.value(&Head::new(&shared, seed))?;
        writer.value(&Found::new(first))?;
        for part in &shared.ledger {
            let frame = |relation: usize, traces: &[u8]| {
                let relation = u8::try_from(relation).map_err(io::Error::other)?;
                writer.frame(&[&[relation], traces].concat())
            };
            locked(part).write(frame)?;
        }
        writer.end()
    };
    written().map_err(|cause| Error::WriteTraces { cause })
}

/// Applies every rule to files all of which have been traced, part by part.
pub(crate) fn check<R: Read>(
    files: &mut Files,
    validation: &Validation<'_>,
    traces: impl Iterator<Item = (PathBuf, R)>,
    findings: &mut Findings<'_>,
) -> Result<CheckedDataset, Error> {
    let unusable = |name: &Path| {
        let name = name.to_path_buf();
        move |cause| Error::Traces { name, cause }
    };
    let mut parts = Vec::new();
    for (name, from) in traces {
        let (reader, head) = Reader::new(from).map_err(unusable(&name))?;
        parts.push((name, reader, head));
    }
    let passed_over = std::mem::take(&mut files.passed_over);
    let seed = parts.first().map_or(0, |(.., head)| head.seed);
    let shared = Shared::new(files, findings.levels(), validation, seeded(seed));
    let own = Head::new(&shared, seed);
    let mut first = First::none(findings.none());
    let mut untraced: BTreeSet<usize> = own.part.iter().copied().collect();
    for (name, reader, head) in parts {
        own.check(&head, &mut untraced).map_err(unusable(&name))?;
        first.merge(reader.read(&shared).map_err(unusable(&name))?);
    }
    if let Some(document) = untraced.first() {
        return Err(Error::Untraced { path: files.found[*document].path.clone() });
    }
    let mut dataset = shared.conclude(first, findings)?;
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
    /// What a hash comes to, which tells machines apart that hash otherwise.
    probe: u64,
    seed: u64,
    settings: u64,
    /// The files of the whole corpus, and how many bytes they have on the disk.
    corpus: Vec<(PathBuf, Option<u64>)>,
    /// Which of them are those of the part.
    part: Vec<usize>,
}

impl Head {
    fn new(shared: &Shared<'_>, seed: u64) -> Self {
        let Validation { levels, max_findings_per_code, max_record_size, .. } = shared.validation;
        let digest = Sha256::digest(format!("{:?}", (levels, max_findings_per_code, max_record_size)));
        let hasher = &shared.hasher;
        Self {
            probe: hasher.of((1_u8, hasher.text("a text that is somewhat longer than sixteen bytes"))),
            seed,
            settings: u64::from_le_bytes(std::array::from_fn(|byte| digest[byte])),
            corpus: shared.files.iter().map(|file| (file.path.clone(), file.size())).collect(),
            part: shared.documents.clone(),
        }
    }

    /// Whether traces with another head are of the same corpus, read in the same way, and of files that are still untraced.
    fn check(&self, other: &Self, untraced: &mut BTreeSet<usize>) -> Result<(), TracesError> {
        if self.seed == other.seed && self.probe != other.probe {
            return Err(TracesError::OtherMachine);
        }
        if self.seed != other.seed {
            return Err(TracesError::OtherSeed);
        }
        if self.settings != other.settings {
            return Err(TracesError::OtherSettings);
        }
        let differs = |at: &usize| self.corpus.get(*at) != other.corpus.get(*at);
        if let Some(at) = (0..self.corpus.len().max(other.corpus.len())).find(differs) {
            let file = self.corpus.get(at).or(other.corpus.get(at));
            return Err(TracesError::OtherCorpus { path: file.map(|(path, _)| path.clone()).unwrap_or_default() });
        }
        for document in &other.part {
            let Some((path, _)) = self.corpus.get(*document) else { return Err(TracesError::Damaged) };
            if !untraced.remove(document) {
                return Err(TracesError::Twice { path: path.clone() });
            }
        }
        Ok(())
    }
}

/// What was found in a part, beside traces.
#[derive(Serialize, Deserialize)]
struct Found {
    bytes: u64,
    refusals: Refusals,
    counts: Counts,
    waiving: Vec<Waiving>,
    pieces: Vec<Excerpt>,
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
    /// The documents that it has to do with.
    fn documents(&self) -> impl Iterator<Item = usize> {
        let related = self.related.iter().map(|related| &related.place);
        let places = self.place.iter().chain(related).chain(self.repair.iter().map(|repair| &repair.place));
        places.map(|place| place.document)
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

impl Found {
    fn new(first: First<'_>) -> Self {
        let (kept, more) = first.findings.into_parts();
        Self {
            bytes: first.bytes,
            refusals: first.refusals,
            counts: first.counts,
            waiving: first.waiving,
            pieces: first.pieces,
            findings: kept.map(WrittenFinding::from).collect(),
            more: more
                .into_iter()
                .map(|((code, level, document), count)| (code.into(), level, document, count))
                .collect(),
        }
    }

    /// The documents that it has to do with.
    fn documents(&self) -> impl Iterator<Item = usize> {
        let in_findings = self.findings.iter().flat_map(WrittenFinding::documents);
        let in_pieces = self.pieces.iter().map(|piece| piece.document);
        let counted = self.more.iter().filter_map(|(.., document, _)| *document);
        let refused = self.refusals.ids.values().flatten().map(|place| place.document);
        in_findings.chain(in_pieces).chain(counted).chain(refused).chain(self.waiving.iter().map(Waiving::document))
    }

    /// What was found; nothing, if no program of ours wrote it: there are only so many `documents`.
    fn read(self, levels: &Levels, max_findings_per_code: usize, documents: usize) -> Option<First<'_>> {
        if self.documents().any(|document| document >= documents) {
            return None;
        }
        let kept = self.findings.into_iter().map(WrittenFinding::read).collect::<Option<Vec<Finding>>>()?;
        let more = |(code, level, document, count): (String, Level, Option<usize>, usize)| {
            Some(((catalogue::by_name(&code)?.name, level, document), count))
        };
        let more = self.more.into_iter().map(more).collect::<Option<BTreeMap<_, _>>>()?;
        Some(First {
            findings: Findings::from_parts(levels, max_findings_per_code, kept, more),
            bytes: self.bytes,
            refusals: self.refusals,
            counts: self.counts,
            waiving: self.waiving,
            pieces: self.pieces,
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
            return Err(TracesError::OtherVersion { version: version.into() });
        }
        let mut reader = Self(zstd::Decoder::with_buffer(from)?);
        let head = reader.value()?;
        Ok((reader, head))
    }

    /// Reads all that comes after the head, and merges the traces with those of other parts.
    fn read<'s>(mut self, shared: &Shared<'s>) -> Result<First<'s>, TracesError> {
        let found: Found = self.value()?;
        let first = found.read(shared.levels, shared.validation.max_findings_per_code, shared.files.len());
        let mut ledgers: Vec<Ledger> = (0..PARTS).map(|_| Ledger::default()).collect();
        loop {
            let frame = self.frame()?;
            let Some((relation, traces)) = frame.split_first() else { break };
            read_traces((*relation).into(), traces, &mut Ledgers(&mut ledgers)).map_err(|_| TracesError::Damaged)?;
            for (own, shared_part) in ledgers.iter_mut().zip(&shared.ledger) {
                locked(shared_part).take(own, &shared.runs)?;
            }
        }
        self.end()?;
        first.ok_or(TracesError::Damaged)
    }

    fn value<T: DeserializeOwned>(&mut self) -> Result<T, TracesError> {
        serde_json::from_slice(&self.frame()?).map_err(|_| TracesError::Damaged)
    }

    fn frame(&mut self) -> Result<Vec<u8>, TracesError> {
        let length = self.bytes(4)?;
        let length = u32::from_le_bytes(std::array::from_fn(|byte| length[byte]));
        self.bytes(length.into())
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
