//! The options for the records that are read, and for how seriously findings in them are taken.

use std::path::PathBuf;

use clap::{
    Args,
    builder::{PossibleValuesParser, TypedValueParser},
};
use standpoint_validate::{Code, catalogue};

#[derive(Debug, Args)]
pub(crate) struct Input {
    /// Files of records (.json, .ndjson, .jsonl, also .gz and .zst), folders that hold such files, patterns in quotes, such
    /// as 'data/**/*.ndjson', or `-` for standard input; together they are one dataset.
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) levels: LevelOptions,
}

/// How seriously which findings are taken.
#[derive(Debug, Args)]
pub(crate) struct LevelOptions {
    /// Leave out findings with this code; may be given several times. What could not be read cannot be left out.
    #[arg(long, value_name = "CODE", value_parser = allowable_codes(), hide_possible_values = true)]
    pub(crate) allow: Vec<&'static Code>,
    /// Make errors of findings with this code; may be given several times. `standpoint explain` lists the codes.
    #[arg(long, value_name = "CODE", value_parser = codes(), hide_possible_values = true)]
    pub(crate) deny: Vec<&'static Code>,
    /// Take levels from this file, instead of the `standpoint.toml` in the folder of the first path or the nearest above.
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Take no levels from any `standpoint.toml`.
    #[arg(long, conflicts_with = "config")]
    pub(crate) no_config: bool,
}

fn codes() -> impl TypedValueParser<Value = &'static Code> {
    one_of(all_codes(), |code| code.name)
}

fn allowable_codes() -> impl TypedValueParser<Value = &'static Code> {
    one_of(all_codes().filter(|code| code.can_be_allowed), |code| code.name)
}

/// Those of a validation and those of tables.
fn all_codes() -> impl Iterator<Item = &'static Code> {
    catalogue::all().into_iter().chain(standpoint_import::import_codes())
}

/// Takes the name of one of `all` for the thing itself.
pub(super) fn one_of<T: Sync + 'static>(
    all: impl IntoIterator<Item = &'static T>,
    name: fn(&T) -> &'static str,
) -> impl TypedValueParser<Value = &'static T> {
    let all: Vec<&'static T> = all.into_iter().collect();
    PossibleValuesParser::new(all.iter().map(|one| name(one)))
        .try_map(move |word| all.iter().copied().find(|one| name(one) == word).ok_or("there is none of this name"))
}
