//! `standpoint export`

use std::io;

use standpoint_export::Format;

use super::{Outcome, levels, validate};
use crate::{arguments::Export, failure::Failure};

/// Writes a dataset that is valid. Of one that is not, the findings go to standard error and nothing is written.
pub(super) fn run(arguments: &Export) -> Result<Outcome, Failure> {
    let report = standpoint_validate::validate(&arguments.input.paths, &levels(&arguments.input))?;
    if !report.is_valid() {
        validate::write_report(&report, &arguments.input, "full", &mut io::stderr().lock())?;
        return Ok(Outcome::Findings);
    }
    let dataset = report.into_dataset()?;
    let Some(format) = Format::by_name(&arguments.format) else {
        return Ok(Outcome::Findings);
    };
    match &arguments.output {
        Some(path) => standpoint_export::export_to_file(format, &dataset, path)?,
        None => format.write_to(&dataset, io::stdout().lock())?,
    }
    Ok(Outcome::Clean)
}
