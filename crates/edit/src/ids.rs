//! The ids of records, and those that a record names.

use serde_json::Value;
use standpoint_model::{FieldPath, Kind, Record};

use crate::Error;

/// A record by its kind, then by its id: the order in which records are listed.
pub(crate) type Key = (Kind, String);

pub(crate) fn key(record: &Record) -> Key {
    (record.kind(), record.id().to_owned())
}

/// The id, with the first number from 2 on behind it that makes it free, if it is taken.
pub(crate) fn free(id: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let mut free = id.to_owned();
    let mut number = 1;
    while is_taken(&free) {
        number += 1;
        free = format!("{id}-{number}");
    }
    free
}

/// Has `value`, which is `record` as JSON, name other ids wherever it names those for which `new` has one: in references, and in
/// the paths of readings.
pub(crate) fn replace(record: &Record, value: &mut Value, new: impl Fn(&str) -> Option<String>) {
    record.visit_references(|id, pointer| {
        if let (Some(new), Some(there)) = (new(id), value.pointer_mut(&pointer.to_string())) {
            *there = new.into();
        }
    });
    for (reading, readings) in record.basis().iter().flat_map(|basis| basis.readings.iter().enumerate()) {
        for (field, path) in readings.fields.iter().enumerate() {
            let pointer = format!("/basis/readings/{reading}/fields/{field}");
            if let (Some(new), Some(there)) = (renamed(path, &new), value.pointer_mut(&pointer)) {
                *there = new.into();
            }
        }
    }
}

/// The record with other ids, its own and those that it names, where `new` has one.
pub(crate) fn with_ids(record: &Record, new: impl Fn(&str) -> Option<String>) -> Result<Record, Error> {
    let mut any = new(record.id()).is_some();
    record.visit_references(|id, _| any |= new(id).is_some());
    if !any {
        return Ok(record.clone());
    }
    let failed = |cause| Error::Id { id: record.id().to_owned(), cause };
    let mut value = serde_json::to_value(record).map_err(failed)?;
    if let Some(id) = new(record.id()) {
        value["id"] = id.into();
    }
    replace(record, &mut value, new);
    serde_json::from_value(value).map_err(failed)
}

/// The path with other items in it, if it has any of those.
fn renamed(path: &FieldPath, new: impl Fn(&str) -> Option<String>) -> Option<String> {
    let items = path.steps().filter_map(|(_, item)| item);
    let renamed = items.filter_map(|item| Some((item, new(item)?)));
    let mut text = None;
    for (old, new) in renamed {
        let before = text.take().unwrap_or_else(|| path.as_str().to_owned());
        text = Some(before.replace(&format!("[{old}]"), &format!("[{new}]")));
    }
    text
}
