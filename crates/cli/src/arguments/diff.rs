//! The arguments of `standpoint diff`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
pub(crate) struct Diff {
    /// The old version: a file or folder, one in a revision of git, as in `HEAD~1:data`, or `-` for standard input.
    pub(crate) old: PathBuf,
    /// The new version.
    pub(crate) new: PathBuf,
    /// The form: for a terminal, for a pull request, or for programs.
    #[arg(long, value_enum, default_value_t = DiffFormat::Full)]
    pub(crate) format: DiffFormat,
}

/// How a difference is written, or the agreement of coders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    /// For people, in a terminal.
    Full,
    /// Markdown, for a pull request.
    Markdown,
    /// JSON, by the schema that `standpoint schema` prints under the name of the command.
    Json,
}
