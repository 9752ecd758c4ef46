//! Ids that say of which dataset a record is.

use standpoint_model::Record;

use crate::{Error, ids::replace};

fn suffix(name: &str) -> String {
    format!("-in-{name}")
}

/// The id that a record of a dataset has beside one of the same id in another dataset.
pub(super) fn suffixed(id: &str, name: &str) -> String {
    format!("{id}{}", suffix(name))
}

/// Whether an id could be taken for one that says of which dataset it is.
pub(super) fn looks_suffixed(id: &str, name: &str) -> bool {
    id.ends_with(&suffix(name))
}

/// The id that a record has in its dataset, if its id says that it is of this one.
pub(super) fn unsuffixed(id: &str, name: &str) -> Option<String> {
    id.strip_suffix(&suffix(name)).map(str::to_owned)
}

/// The record with other ids, its own and those that it names, where `new` has one.
pub(super) fn with_ids(record: &Record, new: impl Fn(&str) -> Option<String>) -> Result<Record, Error> {
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
