//! `standpoint import`

use std::io;

use standpoint_export::{Format, Records};

use crate::{arguments::Import, failure::Failure, outcome::Outcome};

/// Writes the records of an export, a record a line.
pub(super) fn run(arguments: &Import) -> Result<Outcome, Failure> {
    if let Some(output) = &arguments.output {
        standpoint_export::spare_inputs(output, &[&arguments.path])?;
    }
    let dataset = arguments.format.read(&arguments.path)?;
    let records = Records::of(&dataset);
    match &arguments.output {
        Some(path) => standpoint_export::export(&Format::NDJSON, records, path)?,
        None => Format::NDJSON.write_to(records, io::stdout().lock())?,
    };
    Ok(Outcome::Clean)
}
