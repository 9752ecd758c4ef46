//! What one coder made of the sources.

use std::collections::{BTreeSet, HashMap};

use standpoint_model::{Kind, Record};
use standpoint_validate::{Input, Validation};

use super::place::{Cited, SourceKeys, cited, source_keys};
use crate::Error;

/// The dataset of a coder.
#[derive(Debug, Clone)]
pub(super) struct Coder {
    pub(super) records: Vec<Record>,
    pub(super) sources: SourceKeys,
    /// What each record cites, one for one.
    pub(super) cited: Vec<Vec<Cited>>,
    numbers: HashMap<String, usize>,
    /// The records that are compared, by their numbers.
    compared: BTreeSet<usize>,
    is_whole: bool,
}

impl Coder {
    pub(super) fn read<I: Into<Input>>(inputs: impl IntoIterator<Item = I>) -> Result<Self, Error> {
        let records = Validation::new().records(inputs)?.collect::<Result<Vec<_>, _>>()?;
        let sources = source_keys(&records);
        let cited = records.iter().map(|record| cited(record, &sources)).collect();
        let mut numbers = HashMap::new();
        for (number, record) in records.iter().enumerate() {
            if numbers.insert(record.id().to_owned(), number).is_some() {
                return Err(Error::SameId { id: record.id().to_owned() });
            }
        }
        let is_compared = |record: &Record| record.basis().is_some() && record.status().is_current();
        let compared = (0..records.len()).filter(|number| is_compared(&records[*number])).collect();
        Ok(Self { records, sources, cited, numbers, compared, is_whole: true })
    }

    /// Has only these records compared.
    pub(super) fn compare_only(&mut self, wanted: BTreeSet<usize>) {
        self.compared = wanted;
        self.is_whole = false;
    }

    /// Whether all is compared that can be.
    pub(super) fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// Whether a record has this id.
    pub(super) fn has(&self, id: &str) -> bool {
        self.numbers.contains_key(id)
    }

    /// The records that are compared, by their numbers: those that rest on evidence and are not withdrawn, or some of these.
    pub(super) fn compared(&self) -> impl Iterator<Item = usize> {
        self.compared.iter().copied()
    }

    /// The records that rest on evidence and are withdrawn, by their ids and numbers.
    pub(super) fn withdrawn(&self) -> impl Iterator<Item = (&str, usize)> {
        let is_one = |record: &Record| record.basis().is_some() && !record.status().is_current();
        (0..).zip(&self.records).filter(move |(_, record)| is_one(record)).map(|(number, record)| (record.id(), number))
    }

    /// The records of a kind that are not withdrawn, by their numbers.
    pub(super) fn of_kind(&self, kind: Kind) -> impl Iterator<Item = usize> {
        let is_one = move |record: &Record| record.kind() == kind && record.status().is_current();
        (0..self.records.len()).filter(move |number| is_one(&self.records[*number]))
    }
}
