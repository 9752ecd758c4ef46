//! What the first reading leaves of a part of a corpus, written down, so that parts can be read by processes that know
//! nothing of one another.
//!
//! A file of traces is a line that says what it is, and frames: the [`Head`], what was [`Found`], the traces of each relation
//! some at a time, an empty frame, and the digest of all that came before. A frame is its length in four bytes, least first,
//! and as many bytes of postcard.

use std::{
    collections::BTreeMap,
    io::{self, Read, Write},
    path::PathBuf,
};

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};
use standpoint_report::{Counts, Finding, Findings, Level, Levels, Piece, Place, RelatedPlace, Repair};

use super::ledger::{Ledger, read_traces};
use crate::{
    Validation, catalogue,
    diagnose::refusals::Refusals,
    read::files::RecordFile,
    rules::{relation::Hasher, runs::Runs},
    waivers::Waiving,
};

/// What a file of traces begins with.
const BEGINNING: &[u8] = b"standpoint traces\n";

/// The largest frame of traces.
const FRAME: usize = 1 << 16;

/// Why traces cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TracesError {
    /// They cannot be read or written.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// They are none.
    #[error("these are no traces of records; write them with `Validation::trace`")]
    NoTraces,
    /// They end too early, or were changed.
    #[error("they are cut short or damaged; trace this part again")]
    Damaged,
    /// Another version wrote them, or a machine that hashes otherwise.
    #[error("version {version} wrote them, and this is version {}, or a machine that hashes otherwise; trace all parts with one version on machines of one kind", env!("CARGO_PKG_VERSION"))]
    OtherVersion {
        /// The version that wrote them.
        version: String,
    },
    /// They were written for another seed than others.
    #[error("they were written for another seed than others; trace all parts with one seed")]
    OtherSeed,
    /// They were written at other levels, or with other limits.
    #[error("they were written with other settings; trace all parts and validate with the same levels and limits")]
    OtherSettings,
    /// The files of the corpus are not those that it had when they were written.
    #[error("they are of another corpus, or it was changed: see `{}`; trace this part again", path.display())]
    OtherCorpus {
        /// The first file that is not what it was.
        path: PathBuf,
    },
    /// A file was traced twice.
    #[error("`{}` was traced already; give the traces of each part once", path.display())]
    Twice {
        /// The file.
        path: PathBuf,
    },
    /// A file was not traced.
    #[error("`{}` was not traced; give the traces of all parts", path.display())]
    Missing {
        /// The file.
        path: PathBuf,
    },
}

/// Of which part of which corpus traces are, and how they were made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Head {
    version: String,
    /// What a hash comes to, which tells machines apart that hash otherwise.
    probe: u64,
    pub(super) seed: u64,
    settings: u64,
    /// The files of the whole corpus, and how many bytes they have on the disk.
    corpus: Vec<(PathBuf, Option<u64>)>,
    /// Which of them are those of the part.
    pub(super) part: Vec<usize>,
}

impl Head {
    pub(super) fn new(
        files: &[RecordFile],
        part: Vec<usize>,
        validation: &Validation<'_>,
        hasher: &Hasher,
        seed: u64,
    ) -> Self {
        let settings = (&validation.levels, validation.max_findings_per_code, validation.max_record_size);
        let digest = Sha256::digest(format!("{settings:?}"));
        Self {
            version: env!("CARGO_PKG_VERSION").into(),
            probe: hasher.of((1_u8, hasher.text("a text of more than sixteen bytes"))),
            seed,
            settings: u64::from_le_bytes(std::array::from_fn(|byte| digest[byte])),
            corpus: files.iter().map(|file| (file.path.clone(), file.size())).collect(),
            part,
        }
    }

    /// Whether this head is one of the same corpus, read in the same way.
    pub(super) fn check(&self, other: &Self) -> Result<(), TracesError> {
        if self.version != other.version || (self.seed == other.seed && self.probe != other.probe) {
            return Err(TracesError::OtherVersion { version: other.version.clone() });
        }
        if self.seed != other.seed {
            return Err(TracesError::OtherSeed);
        }
        if self.settings != other.settings {
            return Err(TracesError::OtherSettings);
        }
        let mut pairs = self.corpus.iter().zip(&other.corpus);
        let longer = if self.corpus.len() > other.corpus.len() { self } else { other };
        let beyond = longer.corpus.get(self.corpus.len().min(other.corpus.len()));
        match pairs.find(|(own, theirs)| own != theirs).map(|(own, _)| own).or(beyond) {
            Some((path, _)) => Err(TracesError::OtherCorpus { path: path.clone() }),
            None => Ok(()),
        }
    }
}

/// What was found in a part, beside traces.
#[derive(Serialize, Deserialize)]
pub(super) struct Found {
    bytes: u64,
    pub(super) refusals: Refusals,
    pub(super) counts: Counts,
    pub(super) waiving: Vec<Waiving>,
    /// The lines that findings point into: the document, where they start, the number of the first, the text.
    pub(super) pieces: Vec<(usize, usize, usize, String)>,
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
    pub(super) fn new(first: First<'_>) -> Self {
        let piece = |(document, piece): (usize, Piece)| {
            let (start, line) = (piece.start(), piece.first_line());
            (document, start, line, piece.into_text())
        };
        let (kept, more) = first.findings.into_parts();
        Self {
            bytes: first.bytes,
            refusals: first.refusals,
            counts: first.counts,
            waiving: first.waiving,
            pieces: first.pieces.into_iter().map(piece).collect(),
            findings: kept.map(WrittenFinding::from).collect(),
            more: more.into_iter().map(|((code, level, document), count)| (code.into(), level, document, count)).collect(),
        }
    }

    fn read(self, levels: &Levels, max_findings_per_code: usize) -> Option<First<'_>> {
        let piece = |(document, start, line, text)| (document, Piece::new(start, line, text));
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
            pieces: self.pieces.into_iter().map(piece).collect(),
        })
    }
}

/// Writes frames, and in the end their digest.
pub(super) struct Writer<W> {
    to: W,
    digest: Sha256,
}

impl<W: Write> Writer<W> {
    pub(super) fn new(mut to: W) -> io::Result<Self> {
        to.write_all(BEGINNING)?;
        Ok(Self { to, digest: Sha256::new() })
    }

    pub(super) fn value(&mut self, value: &impl Serialize) -> io::Result<()> {
        self.frame(&postcard::to_stdvec(value).map_err(io::Error::other)?)
    }

    pub(super) fn frame(&mut self, bytes: &[u8]) -> io::Result<()> {
        let length = u32::try_from(bytes.len()).map_err(io::Error::other)?.to_le_bytes();
        for bytes in [&length, bytes] {
            self.digest.update(bytes);
            self.to.write_all(bytes)?;
        }
        Ok(())
    }

    pub(super) fn end(mut self) -> io::Result<()> {
        self.frame(&[])?;
        self.to.write_all(&self.digest.finalize())?;
        self.to.flush()
    }
}

/// Reads what a [`Writer`] wrote.
struct Reader<R> {
    from: R,
    digest: Sha256,
}

impl<R: Read> Reader<R> {
    fn new(mut from: R) -> Result<Self, TracesError> {
        let mut beginning = Vec::new();
        from.by_ref().take(BEGINNING.len() as u64).read_to_end(&mut beginning)?;
        if beginning == BEGINNING { Ok(Self { from, digest: Sha256::new() }) } else { Err(TracesError::NoTraces) }
    }

    fn value<T: DeserializeOwned>(&mut self) -> Result<T, TracesError> {
        postcard::from_bytes(&self.frame()?).map_err(|_| TracesError::Damaged)
    }

    fn frame(&mut self) -> Result<Vec<u8>, TracesError> {
        let length = self.bytes(4)?;
        let length = u32::from_le_bytes(std::array::from_fn(|byte| length[byte]));
        self.bytes(length.into())
    }

    /// As many bytes as there should be. No more memory is asked for than there are.
    fn bytes(&mut self, length: u64) -> Result<Vec<u8>, TracesError> {
        let mut bytes = Vec::new();
        self.from.by_ref().take(length).read_to_end(&mut bytes)?;
        if bytes.len() as u64 != length {
            return Err(TracesError::Damaged);
        }
        self.digest.update(&bytes);
        Ok(bytes)
    }

    fn end(mut self) -> Result<(), TracesError> {
        let (mut digest, mut beyond) = (Vec::new(), [0]);
        self.from.by_ref().take(32).read_to_end(&mut digest)?;
        let is_whole = digest == self.digest.finalize().as_slice() && self.from.read(&mut beyond)? == 0;
        if is_whole { Ok(()) } else { Err(TracesError::Damaged) }
    }
}
