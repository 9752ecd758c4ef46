//! The report of a validation, as it is printed.

use std::io::{self, Write};

use standpoint_validate::{Renderer, Report, Style};

use crate::{settings::Settings, summary};

/// The findings in the format asked for and, unless it is for machines, a summary. Where the pace is asked for, people see
/// the summary alone.
pub(crate) fn write(
    report: &Report,
    settings: &Settings,
    format: &Renderer,
    style: Style,
    out: &mut impl Write,
) -> io::Result<()> {
    if format.for_machines || style.pace.is_none() {
        format.write(report, style, out)?;
    }
    if !format.for_machines {
        summary::write(report, settings, style.pace, out)?;
    }
    out.flush()
}
