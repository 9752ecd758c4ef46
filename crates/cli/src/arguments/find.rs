//! The arguments of `standpoint find`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::input::LevelOptions;

#[derive(Debug, Args)]
#[command(override_usage = "standpoint find [OPTIONS] <PATH>... <WORDS>")]
pub(crate) struct Find {
    /// Files or folders of records, as for the other commands, and last the words: a name, a code, or words of a text.
    // Together, so that options may stand between them.
    #[arg(required = true, num_args = 2.., value_name = "PATH")]
    pub(crate) paths_and_words: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) levels: LevelOptions,
    /// The form of the hits.
    #[arg(long, value_enum, default_value_t = HitFormat::Text)]
    pub(crate) format: HitFormat,
    /// List all hits. People see the first 20 otherwise.
    #[arg(long)]
    pub(crate) all: bool,
    /// Look through whatever can be read of a dataset with errors.
    #[arg(long)]
    pub(crate) allow_invalid: bool,
}

/// The form of hits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum HitFormat {
    /// For people.
    Text,
    /// A list of objects.
    Json,
}
