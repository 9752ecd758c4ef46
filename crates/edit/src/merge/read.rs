//! Datasets as they are read: by themselves, or as the parts of one that was put together.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use standpoint_model::{Kind, Record};
use standpoint_validate::Input;

use super::{
    ids::unsuffixed,
    manifest,
    part::{Between, Part, Parts},
};
use crate::{
    Error,
    edited::TypedTexts,
    ids::{key, with_ids},
};

/// Reads a dataset: one by itself, or the parts of one that was put together.
pub(super) fn read<I: Into<Input>>(inputs: impl IntoIterator<Item = I>) -> Result<Parts, Error> {
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
    Ok(Parts { by_name: parts, between: between.into_iter().map(of).collect(), is_one })
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
