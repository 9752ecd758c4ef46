//! The arguments of `standpoint agreement`.

use std::path::PathBuf;

use clap::Args;

use super::diff::DiffFormat;

#[derive(Debug, Args)]
pub(crate) struct Agreement {
    /// The dataset of the one coder: a file or folder, one in a revision of git, as in `one:data`, or `-` for standard input.
    pub(crate) a: PathBuf,
    /// The dataset of the other.
    pub(crate) b: PathBuf,
    /// The folder with the texts of the sources, under whatever names: disagreements are shown with their sentences.
    #[arg(long, value_name = "DIR")]
    pub(crate) sources: Option<PathBuf>,
    /// Compare only what rests on the section of this title, where a coder encoded no more than that.
    #[arg(long, value_name = "TITLE", conflicts_with_all = ["decisions", "decided"])]
    pub(crate) section: Option<String>,
    /// The form: for a terminal, for a pull request, or for programs.
    #[arg(long, value_enum, default_value_t = DiffFormat::Full)]
    pub(crate) format: DiffFormat,
    /// Write the disagreements into this new file, for people to choose whose word stands.
    #[arg(long, value_name = "FILE", conflicts_with = "decided")]
    pub(crate) decisions: Option<PathBuf>,
    /// Make one dataset of the two by this file, in which all is decided.
    #[arg(long, value_name = "FILE", requires = "output", conflicts_with = "format")]
    pub(crate) decided: Option<PathBuf>,
    /// The new folder for the dataset that is made.
    #[arg(short, long, value_name = "DIR", requires = "decided")]
    pub(crate) output: Option<PathBuf>,
}
