//! Records put into a dataset, each in the place of the one that has its id.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    io::Write,
    path::{Path, PathBuf},
};

use serde_json::Value;
use standpoint_files::create_file;
use standpoint_model::Record;

use crate::{
    Edited, EditedFile, Error,
    edited::{Editing, TypedTexts, value},
    file,
    place::{Place, place_for},
};

/// A dataset with records put in, not yet written.
#[derive(Debug, Clone)]
pub struct Put {
    edited: Edited,
    new: BTreeMap<PathBuf, String>,
}

/// Works out what a dataset becomes with some records. Nothing is written until [`Put::write`], and nothing is validated.
///
/// A record takes the place of the one that has its id, and text that says the same stays as it is. Others stand behind the last
/// record of the file that has most of their kind, or in a new file that is named after the kind.
///
/// ```
/// use standpoint_edit::put;
/// use standpoint_model::Record;
///
/// # let folder = tempfile::tempdir()?;
/// let page = folder.path().join("sources.json");
/// std::fs::write(&page, r#"[{ "kind": "source", "id": "source/page", "type": "other", "title": "A page" }]"#)?;
/// let records = [r#"{"kind":"source","id":"source/page","type":"web-page","title":"A page"}"#, r#"{"kind":"source","id":"source/b","type":"other","title":"B"}"#];
/// let records: Vec<Record> = records.iter().map(|text| serde_json::from_str(text)).collect::<Result<_, _>>()?;
/// put(&[folder.path().into()], &records)?.write()?;
/// assert_eq!(
///     std::fs::read_to_string(&page)?,
///     r#"[{ "kind": "source", "id": "source/page", "type": "web-page", "title": "A page" }, { "kind": "source", "id": "source/b", "title": "B", "type": "other" }]"#,
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`Error`] if the dataset cannot be read, or is no file.
pub fn put(paths: &[PathBuf], records: &[Record]) -> Result<Put, Error> {
    let TypedTexts { texts, records: old } = TypedTexts::of(paths)?;
    if let Some(file) = texts.files.iter().find(|file| !file.is_on_disk()) {
        return Err(Error::NoFile { name: file.path().into() });
    }
    let values: HashMap<&str, Value> = records.iter().map(|record| (record.id(), value_of(record))).collect();
    let mut editing = Editing::of(&texts);
    let mut is_there = HashSet::new();
    for (text, record) in texts.records.iter().zip(&old) {
        is_there.insert(record.id());
        if let Some(new) = values.get(record.id()) {
            editing.record(text, &in_order_of(&value(&texts, text), new));
        }
    }
    let (mut behind, mut new) = (BTreeMap::<usize, Vec<Value>>::new(), BTreeMap::<PathBuf, Vec<Value>>::new());
    for record in records.iter().filter(|record| !is_there.contains(record.id())) {
        match place_for(record.kind(), &texts, paths, None) {
            Place::File(file) => behind.entry(file).or_default().push(value_of(record)),
            Place::New(path) => new.entry(path).or_default().push(value_of(record)),
        }
    }
    let (empty, behind): (BTreeMap<_, _>, BTreeMap<_, _>) =
        behind.into_iter().partition(|(file, _)| !texts.records.iter().any(|record| record.file == *file));
    for (file, values) in &behind {
        editing.add(*file, values);
    }
    let edited = editing.finish()?;
    let mut count = edited.records();
    let mut files = edited.files().to_vec();
    for (file, values) in empty {
        files[file] = EditedFile::of(texts.files[file].clone(), &content(texts.files[file].is_by_lines(), &values))?;
        count += values.len();
    }
    count += new.values().map(Vec::len).sum::<usize>();
    let new = new.into_iter().map(|(path, values)| (path, content(false, &values))).collect();
    Ok(Put { edited: Edited::of(files, count), new })
}

/// A record always makes a value: its serialization is derived.
fn value_of(record: &Record) -> Value {
    serde_json::to_value(record).unwrap_or_default()
}

/// A record with its fields in the order in which they are written already, if that is an order of its own.
fn in_order_of(written: &Value, new: &Value) -> Value {
    let (Some(written), Some(fields)) = (written.as_object(), new.as_object()) else { return new.clone() };
    let kept = || written.keys().filter(|name| fields.contains_key(*name));
    if kept().eq(fields.keys().filter(|name| written.contains_key(*name))) {
        return new.clone();
    }
    let added = fields.keys().filter(|name| !written.contains_key(*name));
    kept().chain(added).map(|name| (name.clone(), fields[name].clone())).collect()
}

/// The text of a file of these records alone.
fn content(is_by_lines: bool, values: &[Value]) -> String {
    if is_by_lines {
        return values.iter().flat_map(|value| [value.to_string(), "\n".into()]).collect();
    }
    format!("{:#}\n", Value::from(values))
}

impl Put {
    /// The files that change or are new, in the order of their paths.
    pub fn paths(&self) -> Vec<&Path> {
        let changed = self.edited.files().iter().filter(|file| file.is_changed()).map(EditedFile::path);
        let mut paths: Vec<&Path> = changed.chain(self.new.keys().map(PathBuf::as_path)).collect();
        paths.sort_unstable();
        paths
    }

    /// How many records become others, or are new.
    pub fn records(&self) -> usize {
        self.edited.records()
    }

    /// Writes the new files, and then the others in their places, all of them or none: if one cannot be written, those before it
    /// are put back or taken away.
    ///
    /// # Errors
    ///
    /// Those of [`Edited::write`]. A file that is there already is not made anew.
    pub fn write(&self) -> Result<(), Error> {
        let mut made: Vec<&Path> = Vec::new();
        let written = self.new.iter().try_for_each(|(path, content)| {
            create_file(path, |file| file.write_all(content.as_bytes()))?;
            made.push(path);
            Ok(())
        });
        let written = written.and_then(|()| file::replace(self.edited.files()));
        if written.is_err() {
            for path in made {
                drop(std::fs::remove_file(path));
            }
        }
        written
    }
}
