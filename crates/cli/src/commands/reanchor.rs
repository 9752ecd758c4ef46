//! `standpoint reanchor`

use std::io::{self, Write};

use standpoint_sources::{fix_anchors, reanchor};
use standpoint_validate::{FixedFile, Validation};

use super::fix;
use crate::{
    arguments::{Findings, Reanchor},
    failure::Failure,
    interrupt::Interrupt,
    outcome::Outcome,
    report,
    settings::Settings,
    summary, terminal,
};

/// Shows what moves and what cannot, and writes what moves if it is to.
pub(super) fn run(arguments: &Reanchor) -> Result<Outcome, Failure> {
    let settings = Settings::of(&arguments.input)?;
    let Findings { format, all } = arguments.findings;
    let validation = Validation::new().levels(settings.levels.clone()).max_findings_per_code(usize::MAX);
    let mut out = io::stdout().lock();
    let style = terminal::style(&out, all);
    if !arguments.fix {
        let found = reanchor(&validation, &settings.paths, &arguments.sources)?;
        report::write(&found, &settings, format, style, &mut out)?;
        return Ok(Outcome::from(&found));
    }
    let fixed = fix_anchors(&validation, &settings.paths, &arguments.sources)?;
    // A signal to end waits until the files are whole.
    Interrupt::default().hold_back();
    fixed.write_and_keep()?;
    if !format.for_machines {
        let moved: usize = fixed.files().iter().map(FixedFile::fixes).sum();
        let files = summary::counted(fixed.files().len(), "file");
        writeln!(out, "{}", fix::kept(fixed.files()))?;
        writeln!(out, "{} written in {files}; this is left:", summary::counted(moved, "change"))?;
    }
    report::write(fixed.report(), &settings, format, style, &mut out)?;
    Ok(Outcome::from(fixed.report()))
}
