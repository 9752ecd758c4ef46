//! `standpoint verify`

use std::io::{self, Write};

use standpoint_sources::{Verification, verify};
use standpoint_validate::Validation;

use crate::{
    arguments::{Findings, Verify},
    failure::Failure,
    outcome::Outcome,
    report,
    settings::Settings,
    summary, terminal,
};

pub(super) fn run(arguments: &Verify) -> Result<Outcome, Failure> {
    let settings = Settings::of(&arguments.input)?;
    let Findings { format, all } = arguments.findings;
    let mut validation = Validation::new().levels(settings.levels.clone());
    if all {
        validation = validation.max_findings_per_code(usize::MAX);
    }
    let verification = verify(&validation, &settings.paths, &arguments.sources)?;
    let mut out = io::stdout().lock();
    report::write(&verification.report, &settings, format, terminal::style(&out, all), &mut out)?;
    // Of the forms for machines, only one has a place for the coverage.
    if !format.for_machines {
        write_coverage(&verification, &mut out)?;
    }
    out.flush()?;
    Ok(Outcome::from(&verification.report))
}

fn write_coverage(verification: &Verification, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{} checked against their texts", summary::counted(verification.checked, "citation"))?;
    for coverage in verification.coverage() {
        let all = coverage.sentences.len();
        let cited = all - coverage.uncited().count();
        write!(out, "{}: {cited} of {all} sentences cited, {:.1} %", coverage.source, coverage.percentage())?;
        match coverage.set_aside {
            0 => writeln!(out)?,
            more => writeln!(out, "; {more} more hold nothing to encode")?,
        }
        for section in coverage.by_section().filter(|section| section.sentences > 0) {
            writeln!(out, "  in “{}”: {} of {}", section.title, section.cited, section.sentences)?;
        }
        for sentence in coverage.uncited() {
            let at = &sentence.code_points;
            writeln!(out, "  not cited, {}–{}: {}", at.start, at.end, sentence.text)?;
        }
    }
    Ok(())
}
