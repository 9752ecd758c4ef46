//! Records of a dataset that nobody named, though their manifest is to say that they are of format 0.2.
//!
//! They would stay as they are, and some of their words would silently come to mean less than they did.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use standpoint_report::{Code, Finding, Level};
use standpoint_validate::{TextFile, Texts, Validation, record_files};

use super::{record::Manifest, schema};
use crate::edited::value;

pub(super) static CODE: Code =
    Code::fixed("records-left-behind", Level::Error, include_str!("../../docs/records-left-behind.md"));

/// That records of one of the manifests are not among the texts.
pub(super) fn found(texts: &Texts, manifests: &[Manifest<'_>]) -> Option<Finding> {
    let first = manifests.first()?;
    if manifests.len() == texts.records.len() {
        let message = "this manifest would say that its records are of format 0.2, and none of them is here".into();
        return Some(first.finding(&CODE, "/id", message).help(
            "name the folder of the dataset, and all of it comes forward; if there are no records yet, write \
             `\"format\": \"0.2\"` into the manifest",
        ));
    }
    let read: BTreeSet<PathBuf> = texts.files.iter().map(TextFile::real_path).collect();
    manifests.iter().find_map(|manifest| {
        let file = &texts.files[manifest.record.file];
        let folder = file.path().parent().filter(|_| file.is_on_disk())?;
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let left = left_in(folder, &read)?;
        let message = format!(
            "this manifest would say that its records are of format 0.2, and those of `{}` would still be of 0.1",
            left.display()
        );
        let help = format!(
            "name the folder, `{}`, and all of it comes forward; move a file away that does not belong to the dataset",
            folder.display()
        );
        Some(manifest.finding(&CODE, "/id", message).help(help))
    })
}

/// A file of records of format 0.1 that is below a folder and was not read. If a folder on the way to it has a manifest of its
/// own, it belongs to that one.
fn left_in(folder: &Path, read: &BTreeSet<PathBuf>) -> Option<PathBuf> {
    // What cannot be read is left as it is, whatever it holds.
    let files = record_files(&[folder]).unwrap_or_default();
    let unread = files.iter().filter(|file| file.canonicalize().is_ok_and(|real| !read.contains(&real)));
    let (mut old, mut folders_of_others) = (Vec::new(), BTreeSet::new());
    for file in unread {
        let Ok(texts) = Validation::new().texts([file]) else { continue };
        if texts.records.iter().any(|record| Manifest::of(&texts, record).is_some()) {
            folders_of_others.extend(file.parent().filter(|own| *own != folder));
        } else if texts.records.iter().any(|record| schema::kind_if_valid(&value(&texts, record)).is_some()) {
            old.push(file);
        }
    }
    old.into_iter().find(|file| !folders_of_others.iter().any(|other| file.starts_with(other))).cloned()
}
