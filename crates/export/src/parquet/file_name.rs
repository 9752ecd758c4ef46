//! The names of the files: one of each kind or, where its records are very many, several.

use standpoint_model::Kind;

/// The name of a file of a kind. Those after the first have their number.
pub(super) fn of(kind: Kind, number: usize) -> String {
    if number == 1 { format!("{kind}.parquet") } else { format!("{kind}-{number}.parquet") }
}

/// The number in a name, if it is that of a file of the kind and has one.
pub(super) fn number(name: &str, kind: Kind) -> Option<usize> {
    name.strip_prefix(kind.as_str())?.strip_prefix('-')?.strip_suffix(".parquet")?.parse().ok()
}
