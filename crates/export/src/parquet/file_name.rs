//! The names of the files: one of each kind or, where its records are very many, several.

use standpoint_model::Kind;

/// The name of a file of a kind. Those after the first have their number.
pub(super) fn of(kind: Kind, number: usize) -> String {
    if number == 1 { format!("{kind}.parquet") } else { format!("{kind}-{number}.parquet") }
}

/// The kind and the number in the name of a file, if it is one of these.
pub(super) fn parsed(name: &str) -> Option<(Kind, usize)> {
    let stem = name.strip_suffix(".parquet")?;
    let (kind, number) = match stem.split_once('-') {
        Some((kind, number)) => (kind, number.parse().ok().filter(|number| *number > 1)?),
        None => (stem, 1),
    };
    let kind = *Kind::ALL.iter().find(|known| known.as_str() == kind)?;
    Some((kind, number))
}
