//! Datasets by themselves.

use std::collections::BTreeMap;

use standpoint_model::{Manifest, Record};

use crate::{Error, ids::Key};

/// A dataset by itself.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Part {
    pub(super) manifest: Manifest,
    /// Its records without the manifest.
    pub(super) records: BTreeMap<Key, Record>,
}

/// Datasets by their short names, and what is said of records of several of them.
#[derive(Debug, Clone, Default)]
pub(super) struct Parts {
    pub(super) by_name: BTreeMap<String, Part>,
    pub(super) between: Vec<Between>,
    /// Whether they were read from one dataset that was never put together.
    pub(super) is_one: bool,
}

/// A record that belongs to none of the parts of a dataset that was put together, and whose records its ids name: by the id
/// there the part and the id in it.
#[derive(Debug, Clone)]
pub(super) struct Between {
    pub(super) record: Record,
    pub(super) origins: BTreeMap<String, (String, Key)>,
}

impl Part {
    /// All of its records, the manifest first.
    pub(super) fn into_records(self) -> Vec<Record> {
        [Record::Dataset(self.manifest)].into_iter().chain(self.records.into_values()).collect()
    }
}

impl Parts {
    /// Adds others. A dataset that is here already has to be the same.
    pub(super) fn add(&mut self, others: Self) -> Result<(), Error> {
        for (name, part) in others.by_name {
            match self.by_name.get(&name) {
                Some(own) if *own != part => return Err(Error::TwoVersions { name }),
                Some(_) => {}
                None => drop(self.by_name.insert(name, part)),
            }
        }
        self.between.extend(others.between);
        Ok(())
    }
}
