//! Ids that say of which dataset a record is.

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
