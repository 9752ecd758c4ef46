//! The frozen datasets of format 0.1.

#![allow(dead_code, reason = "not every test uses all of it")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and reads its own input"
)]

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;
use standpoint_edit::{Migrate, Migrated, Migration};
use walkdir::WalkDir;

pub(crate) const NAMES: [&str; 2] = ["iskp", "example"];

pub(crate) fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/0.1").join(name)
}

/// The files of a folder, by their paths in it, and what they hold.
pub(crate) fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path);
    files.map(|path| (path.strip_prefix(folder).unwrap().into(), fs::read(&path).unwrap())).collect()
}

/// A copy of a dataset that may be changed.
pub(crate) fn copy(name: &str) -> tempfile::TempDir {
    let copy = tempfile::tempdir().unwrap();
    for (path, bytes) in files(&folder(name)) {
        fs::create_dir_all(copy.path().join(&path).parent().unwrap()).unwrap();
        fs::write(copy.path().join(path), bytes).unwrap();
    }
    copy
}

/// The records of a text, which is one, a list of them, or has one a line.
pub(crate) fn records(text: &str) -> Vec<Value> {
    match serde_json::from_str(text) {
        Ok(Value::Array(records)) => records,
        Ok(record) => vec![record],
        Err(_) => {
            text.lines().filter(|line| !line.is_empty()).map(|line| serde_json::from_str(line).unwrap()).collect()
        }
    }
}

pub(crate) fn records_in(folder: &Path) -> Vec<Value> {
    let texts = files(folder).into_iter().filter(|(path, _)| path.extension().is_some_and(|ending| ending == "json"));
    texts.flat_map(|(_, bytes)| records(std::str::from_utf8(&bytes).unwrap())).collect()
}

pub(crate) fn ready(migrated: Migrated) -> Migration {
    match migrated {
        Migrated::Ready(migration) => migration,
        Migrated::Refused { cause, report } => panic!("{cause}: {:?}", report.codes()),
        Migrated::Current => panic!("nothing to do"),
    }
}

pub(crate) fn migration(path: &Path) -> Migration {
    ready(Migrate::new().run([path]).unwrap())
}
