//! The records that were read, together with the report.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use standpoint_model::{Dataset, DuplicateIdError, Record};
use standpoint_report::{Level, Report};

use crate::dataset::entry::Entry;

/// The outcome of a validation, and the records that were read.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Loaded {
    /// What was found.
    pub report: Report,
    /// The records that the model's types accept, in the order in which they were read.
    records: Vec<Record>,
    /// Where each of them stands: its document and its bytes there.
    places: Vec<(usize, Range<usize>)>,
}

impl Loaded {
    pub(crate) fn new(report: Report, entries: Vec<Entry>) -> Self {
        let (places, records) = entries.into_iter().map(|entry| ((entry.document, entry.bytes), entry.record)).unzip();
        Self { report, records, places }
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

    /// The records that are valid, as a dataset whose references all lead somewhere.
    ///
    /// Left out are records with an error in them, records that name one that is left out or missing, and those that
    /// name these in turn.
    ///
    /// # Errors
    ///
    /// [`InvalidError::DuplicateId`] where two records have one id although the caller allows it.
    pub fn into_valid_part(self) -> Result<ValidPart, InvalidError> {
        let submitted = self.records.len() + self.report.scope().refused;
        let faulty = self.faulty();
        let named: BTreeSet<&str> =
            self.records.iter().zip(&faulty).filter(|(_, faulty)| !**faulty).map(|(record, _)| record.id()).collect();
        let left_out = naming_others(&self.records, &faulty, &named);
        let kept =
            self.records.iter().zip(left_out).filter(|(_, left_out)| !left_out).map(|(record, _)| record.clone());
        let dataset = Dataset::new(kept)?;
        let left_out = submitted - dataset.all_records().len();
        Ok(ValidPart { dataset, left_out })
    }

    /// Of each record, whether there is an error in it.
    fn faulty(&self) -> Vec<bool> {
        let mut records: Vec<usize> = (0..self.places.len()).collect();
        let key = |at: usize| (self.places[at].0, self.places[at].1.start);
        records.sort_by_key(|&at| key(at));
        let mut faulty = vec![false; records.len()];
        for diagnostic in self.report.diagnostics().iter().filter(|diagnostic| diagnostic.level == Level::Error) {
            let Some(location) = &diagnostic.location else { continue };
            let after = records.partition_point(|&at| key(at) <= (location.document, location.bytes.start));
            if let Some(&at) = after.checked_sub(1).and_then(|before| records.get(before)) {
                let (document, bytes) = &self.places[at];
                faulty[at] |= *document == location.document && location.bytes.start < bytes.end;
            }
        }
        faulty
    }
}

/// Of each record, whether it is faulty, names a record that is not among those `known`, or names one that does.
fn naming_others(records: &[Record], faulty: &[bool], known: &BTreeSet<&str>) -> Vec<bool> {
    let mut left_out = faulty.to_vec();
    let mut referrers: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut gone: Vec<usize> = Vec::new();
    for (at, record) in records.iter().enumerate() {
        record.visit_references(|id, _| {
            if !left_out[at] && !known.contains(id) {
                left_out[at] = true;
                gone.push(at);
            }
            referrers.entry(id).or_default().push(at);
        });
    }
    while let Some(at) = gone.pop() {
        for &referrer in referrers.get(records[at].id()).into_iter().flatten() {
            if !std::mem::replace(&mut left_out[referrer], true) {
                gone.push(referrer);
            }
        }
    }
    left_out
}

/// What is left of a submission without what is wrong with it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ValidPart {
    /// The records without an error, whose references all lead to other such records.
    pub dataset: Dataset,
    /// How many records were left out.
    pub left_out: usize,
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
