//! Datasets by themselves.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use standpoint_model::{Kind, Manifest, Record};
use standpoint_validate::Input;

use super::{
    ids::{Key, key, unsuffixed, with_ids},
    manifest,
};
use crate::{Error, edited::TypedTexts};

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
    is_one: bool,
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
    /// Reads a dataset: one by itself, or the parts of one that was put together.
    pub(super) fn read<I: Into<Input>>(inputs: impl IntoIterator<Item = I>) -> Result<Self, Error> {
        let TypedTexts { texts, records } = TypedTexts::of(inputs)?;
        let names: Vec<BTreeSet<String>> =
            texts.records.iter().map(|record| names(texts.files[record.file].path())).collect();
        let mut manifests = records.iter().filter_map(|record| match record {
            Record::Dataset(manifest) => Some(manifest.clone()),
            _ => None,
        });
        let (Some(manifest), None) = (manifests.next(), manifests.next()) else { return Err(Error::Manifests) };
        let mut parts = manifest::parts(&manifest);
        let is_one = manifest.includes.is_empty();
        let (mut between, mut origins) = (Vec::new(), BTreeMap::new());
        for (record, names) in records.into_iter().zip(names).filter(|(record, _)| record.kind() != Kind::Dataset) {
            if is_one {
                let part = parts.values_mut().next().ok_or(Error::Manifests)?;
                insert(part, record)?;
            } else if names.iter().all(|name| parts.contains_key(name)) {
                for name in &names {
                    let own = with_ids(&record, |id| unsuffixed(id, name))?;
                    origins.insert(record.id().to_owned(), (name.clone(), key(&own)));
                    if let Some(part) = parts.get_mut(name) {
                        insert(part, own)?;
                    }
                }
            } else {
                between.push(record);
            }
        }
        let of = |record: Record| {
            let mut own = BTreeMap::new();
            record.visit_references(|id, _| {
                if let Some(origin) = origins.get(id) {
                    own.insert(id.to_owned(), origin.clone());
                }
            });
            Between { record, origins: own }
        };
        Ok(Self { by_name: parts, between: between.into_iter().map(of).collect(), is_one })
    }

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

    /// Whether they were read from one dataset that was never put together.
    pub(super) fn is_one(&self) -> bool {
        self.is_one
    }

    /// How many records belong to none of the parts.
    pub(super) fn between(&self) -> usize {
        self.between.len()
    }
}

fn insert(part: &mut Part, record: Record) -> Result<(), Error> {
    match part.records.insert(key(&record), record) {
        Some(twin) => Err(Error::SameId { id: twin.id().to_owned() }),
        None => Ok(()),
    }
}

/// The short names of the datasets that have the records of a file.
fn names(path: &Path) -> BTreeSet<String> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let stem = name.split_once('.').map_or(&*name, |(stem, _)| stem);
    stem.split('+').map(str::to_owned).collect()
}
