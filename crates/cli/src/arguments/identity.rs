//! The arguments of `standpoint identity`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
pub(crate) struct Identity {
    /// The files, folders and patterns of one dataset or several, as for `validate`.
    #[arg(default_value = ".", value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// How alike records must be, from 0 to 1. Lower finds more that is one thing, and more that is not.
    #[arg(long, value_name = "LIKENESS", default_value_t = standpoint_edit::LEAST_LIKENESS, value_parser = likeness)]
    pub(crate) at_least: f64,
    /// The form of the proposals.
    #[arg(long, value_enum, default_value_t = ProposalFormat::Text)]
    pub(crate) format: ProposalFormat,
    /// Write the proposals into the dataset, behind its last `identity`.
    #[arg(long, conflicts_with = "format")]
    pub(crate) write: bool,
}

/// The form of proposals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ProposalFormat {
    /// For people.
    Text,
    /// A list of objects, with the likeness of each pair.
    Json,
    /// `identity` records, one a line.
    Ndjson,
}

fn likeness(value: &str) -> Result<f64, String> {
    let likeness: f64 = value.parse().map_err(|_| "not a number".to_owned())?;
    if (0.0..=1.0).contains(&likeness) { Ok(likeness) } else { Err("from 0 to 1".to_owned()) }
}
