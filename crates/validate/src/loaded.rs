//! The records that were read, together with the report.

use hashbrown::HashSet;
use standpoint_model::{Dataset, DuplicateIdError, Record, RecordId};
use standpoint_report::{Level, Report};

/// The outcome of a validation, and the records that were read.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Loaded {
    /// What was found.
    pub report: Report,
    /// The records that the model's types accept, in the order in which they were read.
    records: Vec<Record>,
}

impl Loaded {
    pub(crate) fn new(report: Report, records: Vec<Record>) -> Self {
        Self { report, records }
    }

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
        Ok(ReadablePart { dataset, left_out: report.scope().refused, renamed, dangling })
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
