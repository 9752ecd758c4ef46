//! The file of a dataset that a new record comes into.

use std::path::{Path, PathBuf};

use serde_json::Value;
use standpoint_model::Kind;
use standpoint_validate::{TextRecord, Texts};

/// The file that a record comes into.
pub(crate) enum Place {
    /// One of those that were read.
    File(usize),
    /// A new one.
    New(PathBuf),
}

pub(crate) fn place_for(kind: Kind, texts: &Texts, paths: &[PathBuf], into: Option<&Path>) -> Place {
    if let Some(path) = into {
        let real = path.canonicalize().unwrap_or_else(|_| path.into());
        let at = texts.files.iter().position(|file| file.real_path() == real);
        return at.map_or_else(|| Place::New(path.into()), Place::File);
    }
    let mut counts = vec![0_usize; texts.files.len()];
    for record in texts.records.iter().filter(|record| kind_of(texts, record) == Some(kind)) {
        counts[record.file] += 1;
    }
    // Of equals, the first.
    let most = counts.iter().enumerate().rev().max_by_key(|(_, count)| **count).filter(|(_, count)| **count > 0);
    if let Some((at, _)) = most {
        return Place::File(at);
    }
    let first = paths.first().map_or(Path::new("."), PathBuf::as_path);
    if texts.files.len() == 1 && texts.files[0].path() == first {
        return Place::File(0);
    }
    let folder = if first.is_dir() { first } else { first.parent().unwrap_or(first) };
    let path = folder.join(format!("{}.json", kind.plural()));
    let at = texts.files.iter().position(|file| file.path() == path);
    at.map_or(Place::New(path), Place::File)
}

fn kind_of(texts: &Texts, record: &TextRecord) -> Option<Kind> {
    let value: Value = serde_json::from_str(texts.text_of(record)).ok()?;
    Kind::from_word(value.get("kind")?.as_str()?)
}
