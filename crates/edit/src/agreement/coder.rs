//! What one coder made of the sources.

use std::collections::HashMap;

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
        Ok(Self { records, sources, cited, numbers })
    }

    /// Whether a record has this id.
    pub(super) fn has(&self, id: &str) -> bool {
        self.numbers.contains_key(id)
    }

    /// The records that are compared, by their numbers: those that rest on evidence and are not withdrawn.
    pub(super) fn compared(&self) -> impl Iterator<Item = usize> {
        self.current().filter(|number| self.records[*number].basis().is_some())
    }

    /// The records of a kind that are not withdrawn, by their numbers.
    pub(super) fn of_kind(&self, kind: Kind) -> impl Iterator<Item = usize> {
        self.current().filter(move |number| self.records[*number].kind() == kind)
    }

    fn current(&self) -> impl Iterator<Item = usize> {
        (0..self.records.len()).filter(|number| self.records[*number].status().is_current())
    }
}
