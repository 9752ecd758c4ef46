//! Several datasets in one, and apart again.

mod ids;
mod manifest;
mod part;
mod read;
mod together;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use standpoint_files::{Existing, write_folder};
use standpoint_model::{Manifest, Record};
use standpoint_validate::Input;

use self::{
    part::{Part, Parts},
    read::read,
    together::Together,
};
use crate::{
    Error,
    record_files::{write_lines, write_manifest},
};

/// Several datasets in one. Nothing of any of them is lost, and [`split`] gives each back.
#[derive(Debug, Clone)]
pub struct Merged {
    manifest: Manifest,
    /// The records by the name of their file, without its ending: the short names of the datasets that have them.
    files: BTreeMap<String, Vec<Record>>,
    kept_apart: usize,
}

/// Puts datasets together. Each is given by its own inputs; one that was put together before is taken as its parts.
///
/// - **What several say alike is one record**: of one id, with the same content.
/// - **What has one id and says different things is kept apart.** Each gets the short name of its dataset behind its id,
///   `actor/league` is `actor/league-in-valley-profile`, wherever it is named, and an `identity` of the verdict `unsure` names
///   both, for people to decide.
/// - **Where a record comes from, its file says**: `valley-profile.ndjson`, or `valley-profile+talks.ndjson` for one that two
///   datasets have. What is added there later belongs there. What is said of several, such as an identity, stands in
///   `between_datasets.ndjson`.
/// - **What their manifests said** is in `includes`.
///
/// The order of the datasets does not matter.
///
/// ```
/// use standpoint_edit::merge;
/// use standpoint_validate::Input;
///
/// let dataset = |name: &str, title: &str| {
///     let manifest = format!(r#"{{"kind":"dataset","id":"dataset/{name}","format":"0.2","title":"{name}","version":"1.0.0","license":"CC0-1.0","publisher":"P","base_iri":"https://example.org/","created":"2023"}}"#);
///     let page = format!(r#"{{"kind":"source","id":"source/page","type":"web-page","title":"{title}"}}"#);
///     vec![Input::bytes("d.ndjson", format!("{manifest}\n{page}\n"))]
/// };
/// let merged = merge([dataset("one", "A page"), dataset("two", "Another page")])?;
/// assert_eq!(merged.kept_apart(), 1);
/// let ids: Vec<String> = merged.records().map(|record| record.id().to_owned()).collect();
/// let apart = "identity/source-page-in-one-and-two";
/// assert_eq!(ids, ["dataset/one-and-two", apart, "source/page-in-one", "source/page-in-two"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`Error`] if an input cannot be read, if one has no manifest or several, if two datasets of one short name differ, or if an
/// id becomes too long.
pub fn merge(datasets: impl IntoIterator<Item = Vec<Input>>) -> Result<Merged, Error> {
    let mut parts = Parts::default();
    for dataset in datasets {
        parts.add(read(dataset)?)?;
    }
    let Together { files, kept_apart } = Together::of(&parts)?;
    Ok(Merged { manifest: manifest::of_all(&parts)?, files, kept_apart })
}

impl Merged {
    /// All records, the manifest first.
    pub fn records(&self) -> impl Iterator<Item = Record> {
        [Record::Dataset(self.manifest.clone())].into_iter().chain(self.files.values().flatten().cloned())
    }

    /// How many ids say different things in several datasets, and are kept apart.
    pub fn kept_apart(&self) -> usize {
        self.kept_apart
    }

    /// Writes the dataset into a new folder, all of it or nothing.
    ///
    /// # Errors
    ///
    /// [`Error`] if there is such a folder and it holds anything, or if it cannot be written.
    pub fn write(&self, folder: &Path) -> Result<(), Error> {
        let write = |folder: &Path| {
            write_manifest(folder, &self.manifest)?;
            let file = |name: &str| folder.join(format!("{name}.ndjson"));
            self.files.iter().try_for_each(|(name, records)| write_lines(&file(name), records))
        };
        Ok(write_folder(folder, Existing::Empty, write)?)
    }
}

/// A dataset that was one of several, by itself again.
#[derive(Debug, Clone)]
pub struct SplitDataset {
    name: String,
    records: Vec<Record>,
}

impl SplitDataset {
    /// Its short name: what stands after `dataset/` in its id.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its records, in the fixed order: the manifest first.
    pub fn records(&self) -> &[Record] {
        &self.records
    }
}

/// Takes a dataset apart that was put together, with what was changed in it since, and says how many records belong to none of
/// its parts.
///
/// # Errors
///
/// [`Error`] if an input cannot be read, or is no dataset that was put together.
pub fn split<I: Into<Input>>(inputs: impl IntoIterator<Item = I>) -> Result<(Vec<SplitDataset>, usize), Error> {
    let parts = read(inputs)?;
    if parts.is_one {
        return Err(Error::NotMerged);
    }
    let between = parts.between.len();
    let split = |(name, part): (String, Part)| SplitDataset { name, records: part.into_records() };
    Ok((parts.by_name.into_iter().map(split).collect(), between))
}

/// Writes each dataset into a folder of its short name in a new folder, all of them or nothing.
///
/// # Errors
///
/// [`Error`] if there is such a folder and it holds anything, or if it cannot be written.
pub fn write_split(datasets: &[SplitDataset], folder: &Path) -> Result<(), Error> {
    let write = |folder: &Path| {
        datasets.iter().try_for_each(|dataset| {
            let own: PathBuf = folder.join(dataset.name());
            fs::create_dir(&own)?;
            write_lines(&own.join("records.ndjson"), &dataset.records)
        })
    };
    Ok(write_folder(folder, Existing::Empty, write)?)
}
