//! The outcome of a validation.

use std::{
    borrow::Borrow,
    collections::BTreeMap,
    path::{Path, PathBuf},
    time::Duration,
};

use hashbrown::HashSet;
use standpoint_model::{Dataset, DuplicateIdError, Kind, Record, RecordId};

use crate::{
    Diagnostic, Document, Error, Level, Levels, Location, Pace, Progress, Related, Validation,
    dataset::view::{Counts, Submission},
    diagnose::syntax,
    read::files::Files,
    report::{
        finding::{Finding, Place, Spot},
        findings::{Findings, More},
        repair,
    },
};

/// Validates the files of records at `paths`, and those in the folders at `paths`, as one dataset, whatever its size.
/// [`Validation`] has more to choose from.
///
/// ```
/// use standpoint_validate::{Levels, validate};
///
/// # let folder = tempfile::tempdir()?;
/// # std::fs::write(folder.path().join("page.json"), r#"{"kind":"source","id":"source/page","title":"A page"}"#)?;
/// let report = validate(&[folder.path()], &Levels::default())?;
/// let codes: Vec<&str> = report.diagnostics().iter().map(|diagnostic| diagnostic.code.name).collect();
/// assert_eq!(codes, ["missing-manifest", "missing-field"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`Error`] where a path cannot be read. Data that is wrong is never an error.
pub fn validate<P: AsRef<Path>>(paths: &[P], levels: &Levels) -> Result<Report, Error> {
    Validation::new().levels(levels.clone()).run(paths)
}

/// Validates as [`validate`] does, and keeps all records.
///
/// # Errors
///
/// [`Error`] where a path cannot be read, or a file is too large to be kept. Data that is wrong is never an error.
pub fn load<P: AsRef<Path>>(paths: &[P], levels: &Levels) -> Result<Loaded, Error> {
    let mut files = Files::below(paths)?;
    let levels = &files.levels(levels);
    let mut findings = Findings::new(levels, usize::MAX);
    let mut submission = Submission::checked(&mut files, &mut findings)?;
    let entries = std::mem::take(&mut submission.entries);
    let records = entries.into_iter().map(|entry| entry.record).collect();
    Ok(Loaded { report: Report::new(submission, findings, levels), records })
}

/// The outcome of a validation: what was read and what is wrong with it.
#[derive(Debug, Clone)]
pub struct Report {
    documents: Vec<Document>,
    diagnostics: Vec<Diagnostic>,
    more: More,
    waived: usize,
    counts: Counts,
    /// How many more there were, which the model's types refuse.
    refused: usize,
    passed_over: Vec<PathBuf>,
    complete: bool,
    bytes: u64,
    stopped: Option<Progress>,
    pace: Option<Pace>,
}

impl Report {
    pub(crate) fn new(submission: Submission, findings: Findings<'_>, levels: &Levels) -> Self {
        let complete = submission.is_complete();
        let documents = submission.documents;
        let (kept, more) = findings.into_parts();
        let diagnostics = resolved(&documents, kept, levels);
        Self {
            documents,
            diagnostics,
            more,
            waived: submission.waivers.waived(),
            counts: submission.counts,
            refused: submission.refusals.records,
            passed_over: submission.passed_over,
            complete,
            bytes: submission.bytes,
            stopped: submission.stopped,
            pace: None,
        }
    }

    /// The documents that were read, in the order of the paths and then of the file names.
    pub fn documents(&self) -> &[Document] {
        &self.documents
    }

    /// What is wrong, by document, place and code; what is about the dataset as a whole comes first. Of each code these
    /// are the first ones, if there are very many: [`Self::more`] counts the others.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// How many findings of each code there are beyond the diagnostics.
    pub fn more(&self) -> BTreeMap<&'static str, usize> {
        let mut more = BTreeMap::new();
        for ((code, _, _), count) in &self.more {
            *more.entry(*code).or_default() += count;
        }
        more
    }

    /// By code, level and document how many findings there are beyond the diagnostics.
    pub(crate) fn more_by_document(&self) -> impl Iterator<Item = (&'static str, Level, Option<usize>, usize)> {
        self.more.iter().map(|((code, level, document), count)| (*code, *level, *document, *count))
    }

    /// How many findings of each code there are, those that are only counted included.
    pub fn codes(&self) -> BTreeMap<&'static str, usize> {
        let mut codes = self.more();
        for diagnostic in &self.diagnostics {
            *codes.entry(diagnostic.code.name).or_default() += 1;
        }
        codes
    }

    /// How many findings of a level there are, those that are only counted included.
    pub fn count(&self, level: Level) -> usize {
        let more: usize = self.more.iter().filter(|((_, of, _), _)| *of == level).map(|(_, count)| count).sum();
        more + self.diagnostics.iter().filter(|diagnostic| diagnostic.level == level).count()
    }

    /// How many findings are left out because the records they are about waive them, whatever their levels.
    pub fn waived(&self) -> usize {
        self.waived
    }

    /// Whether there is no error. Warnings and notes leave a dataset valid.
    pub fn is_valid(&self) -> bool {
        self.count(Level::Error) == 0
    }

    /// How many records the model's types accept.
    pub fn records(&self) -> usize {
        self.counts.records()
    }

    /// How many of the records are of a kind.
    pub fn records_of(&self, kind: Kind) -> usize {
        self.counts.of(kind)
    }

    /// How many citations the records rest on, those of standpoints included.
    pub fn citations(&self) -> usize {
        self.counts.citations
    }

    /// Files in the folders that were not read, because their names do not end as those of records do.
    pub fn passed_over(&self) -> &[PathBuf] {
        &self.passed_over
    }

    /// Whether everything was read as JSON. If not, checks for what is missing from the dataset were left out.
    pub fn is_complete(&self) -> bool {
        self.complete
    }

    /// How many bytes the files of records have, once decompressed, as far as they were read.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Notes how long the validation took and how many bytes of memory the process had at its peak, for whoever wants to
    /// know how fast it went.
    pub fn set_pace(&mut self, time: Duration, peak_memory: Option<u64>) {
        self.pace = Some(Pace::new(time, peak_memory, self.records() + self.refused, self.bytes));
    }

    /// How fast it went, if that was noted.
    pub fn pace(&self) -> Option<Pace> {
        self.pace
    }

    /// How far the reading had come, if whoever [watched](Validation::watch) stopped it. Then what is about several
    /// records may not have been looked for.
    pub fn stopped(&self) -> Option<Progress> {
        self.stopped
    }
}

/// The outcome of a validation, and the records that were read.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// What was found.
    pub report: Report,
    /// The records that the model's types accept, in the order in which they were read.
    records: Vec<Record>,
}

impl Loaded {
    /// The records that the model's types accept, in the order in which they were read.
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// The records as a dataset, all of them or none.
    ///
    /// # Errors
    ///
    /// [`InvalidError`] where there is an error, or where two records have one id although the caller allows it.
    pub fn into_dataset(self) -> Result<Dataset, InvalidError> {
        match self.report.count(Level::Error) {
            0 => Ok(Dataset::new(self.records)?),
            errors => Err(InvalidError::Errors(errors)),
        }
    }

    /// All records that could be read, whatever is wrong with them, as a dataset.
    ///
    /// Of records that share an id, the first keeps it, and the others get a number after theirs. What names an id that no
    /// record has still names it.
    ///
    /// # Errors
    ///
    /// [`InvalidError::DuplicateId`] if no number makes one of the ids another, which does not happen.
    pub fn into_readable_part(self) -> Result<ReadablePart, InvalidError> {
        let Self { report, records } = self;
        let mut ids: HashSet<String> = records.iter().map(|record| record.id().to_owned()).collect();
        let mut met = HashSet::new();
        let mut renamed = 0;
        let records = records.into_iter().map(|record| {
            if met.insert(record.id().to_owned()) {
                return record;
            }
            renamed += 1;
            with_number(record, &mut ids)
        });
        let dataset = Dataset::new(records)?;
        let dangling = dangling(&dataset, &ids);
        Ok(ReadablePart { dataset, left_out: report.refused, renamed, dangling })
    }
}

/// How many ids the records name that are not among these.
fn dangling(dataset: &Dataset, ids: &HashSet<String>) -> usize {
    let mut dangling: HashSet<&str> = HashSet::new();
    for record in dataset.all_records() {
        record.visit_references(|id, _| {
            if !ids.contains(id) {
                dangling.insert(id);
            }
        });
    }
    dangling.len()
}

/// The record under an id of its own: its id and the first number from 2 that makes it one that no record has.
fn with_number(record: Record, ids: &mut HashSet<String>) -> Record {
    let numbered = (2..).map(|number| {
        let number = format!("-{number}");
        let most = RecordId::MAX_LENGTH - number.len();
        let id = record.id();
        format!("{}{number}", id[..id.len().min(most)].trim_end_matches('-'))
    });
    let mut free = numbered.filter(|id| !ids.contains(id));
    let renamed = free.next().and_then(|id| {
        let mut fields = serde_json::to_value(&record).ok()?;
        fields["id"] = id.clone().into();
        Some((id, serde_json::from_value(fields).ok()?))
    });
    match renamed {
        Some((id, renamed)) => {
            ids.insert(id);
            renamed
        }
        None => record,
    }
}

/// What could be read of a submission.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ReadablePart {
    /// All records that could be read.
    pub dataset: Dataset,
    /// How many records could not be read, and are left out.
    pub left_out: usize,
    /// How many records have a number after their ids, for another has theirs.
    pub renamed: usize,
    /// How many ids are named that no record has.
    pub dangling: usize,
}

/// Why a report's records are not a dataset.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidError {
    /// There are errors.
    #[error("the records have {0} errors")]
    Errors(usize),
    /// Two records have one id.
    #[error(transparent)]
    DuplicateId(#[from] DuplicateIdError),
}

/// Findings at these levels, with their places as bytes of documents, in the order of the places and the codes.
pub(crate) fn resolved<D: Borrow<Document>>(
    documents: &[D],
    findings: impl IntoIterator<Item = Finding>,
    levels: &Levels,
) -> Vec<Diagnostic> {
    let diagnostic = |finding: Finding| {
        let level = levels.of(finding.code, finding.place.as_ref().map(|place| place.document))?;
        Some(resolve(documents, finding, level))
    };
    let mut diagnostics: Vec<Diagnostic> = findings.into_iter().filter_map(diagnostic).collect();
    diagnostics.sort_by(|a, b| order(a).cmp(&order(b)));
    diagnostics
}

fn order(diagnostic: &Diagnostic) -> (Option<(usize, usize, usize)>, &str, &str) {
    let place = diagnostic.location.as_ref().map(|at| (at.document, at.bytes.start, at.bytes.end));
    (place, diagnostic.code.name, &diagnostic.message)
}

fn resolve<D: Borrow<Document>>(documents: &[D], finding: Finding, level: Level) -> Diagnostic {
    Diagnostic {
        code: finding.code,
        level,
        location: finding.place.map(|place| location(documents, place)),
        message: finding.message,
        related: finding
            .related
            .into_iter()
            .map(|related| Related { location: location(documents, related.place), message: related.message })
            .collect(),
        help: finding.help,
        fix: finding.repair.and_then(|repair| repair::fix(documents, &repair)),
    }
}

/// The one place where keys and values of records become bytes of documents.
fn location<D: Borrow<Document>>(documents: &[D], place: Place) -> Location {
    let document: &Document = documents[place.document].borrow();
    let bytes = match place.spot {
        Spot::Bytes(bytes) => bytes,
        Spot::Pointer { record, pointer, part } => {
            let inside = syntax::locate(document.slice(record.clone()), &pointer, part);
            inside.start + record.start..inside.end + record.start
        }
    };
    Location { document: place.document, bytes: document.clamp(bytes) }
}
