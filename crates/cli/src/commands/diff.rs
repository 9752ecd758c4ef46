//! `standpoint diff`

use std::io::{self, Write};

use crate::{
    arguments::{Diff, DiffFormat},
    failure::Failure,
    outcome::Outcome,
    revision,
};

/// Prints what the new version says differently.
pub(super) fn run(arguments: &Diff) -> Result<Outcome, Failure> {
    let (old, new) = (revision::inputs(&arguments.old)?, revision::inputs(&arguments.new)?);
    let diff = standpoint_edit::Diff::of(old, new)?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    match arguments.format {
        DiffFormat::Full => diff.write_text(&mut out)?,
        DiffFormat::Markdown => diff.write_markdown(&mut out)?,
        DiffFormat::Json => {
            serde_json::to_writer_pretty(&mut out, &diff)?;
            writeln!(out)?;
        }
    }
    out.flush()?;
    Ok(if diff.is_empty() { Outcome::Clean } else { Outcome::Findings })
}
