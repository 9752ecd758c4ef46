//! `standpoint validate`

use std::io::{self, Write};

use standpoint_model::Kind;
use standpoint_validate::{Level, Renderer, Report, Style, printable};

use super::{Outcome, Settings, fix};
use crate::{
    arguments::{Findings, Validate},
    failure::Failure,
    terminal,
};

pub(super) fn run(arguments: &Validate) -> Result<Outcome, Failure> {
    let settings = Settings::of(&arguments.input)?;
    if arguments.fix {
        return fix::run(arguments, &settings);
    }
    let report = standpoint_validate::validate(&settings.paths, &settings.levels)?;
    let Findings { format, all } = arguments.findings;
    let mut out = io::stdout().lock();
    write_report(&report, &settings, format, terminal::style(&out, all), &mut out)?;
    Ok(outcome(&report))
}

pub(super) fn outcome(report: &Report) -> Outcome {
    if report.is_valid() { Outcome::Clean } else { Outcome::Findings }
}

/// The findings in the format asked for and, unless it is for machines, a summary.
pub(super) fn write_report(
    report: &Report,
    settings: &Settings,
    format: &Renderer,
    style: Style,
    out: &mut impl Write,
) -> io::Result<()> {
    out.write_all((format.render)(report, style).as_bytes())?;
    if !format.for_machines {
        write_summary(report, settings, out)?;
    }
    out.flush()
}

fn write_summary(report: &Report, settings: &Settings, out: &mut impl Write) -> io::Result<()> {
    let paths: Vec<String> = settings.given.iter().map(|path| printable(&path.to_string_lossy())).collect();
    writeln!(
        out,
        "{}: {}, {}, {}",
        paths.join(", "),
        counted(report.documents().len(), "file"),
        counted(report.records(), "record"),
        counted(report.citations(), "citation"),
    )?;
    let kinds: Vec<String> = Kind::ALL
        .iter()
        .map(|&kind| (report.records_of(kind), kind))
        .filter(|(count, _)| *count > 0)
        .map(|(count, kind)| counted(count, kind.as_str()))
        .collect();
    if !kinds.is_empty() {
        writeln!(out, "{}", kinds.join(", "))?;
    }
    if !report.passed_over().is_empty() {
        let files: Vec<String> = report.passed_over().iter().map(|path| printable(&path.to_string_lossy())).collect();
        writeln!(out, "passed over, as no files of records: {}", files.join(", "))?;
    }
    if !report.is_complete() {
        writeln!(out, "some records could not be read, so nothing was said about what is missing from the dataset")?;
    }
    if let Some(config) = &settings.config {
        writeln!(out, "levels by {}", printable(&config.to_string_lossy()))?;
    }
    let mut counts: Vec<String> = [Level::Error, Level::Warning, Level::Note]
        .into_iter()
        .map(|level| (report.count(level), level))
        .filter(|(count, _)| *count > 0)
        .map(|(count, level)| counted(count, &level.to_string()))
        .collect();
    if counts.is_empty() {
        counts.push("no findings".into());
    }
    if report.waived() > 0 {
        counts.push(format!("{} waived", report.waived()));
    }
    writeln!(out, "{}", counts.join(", "))
}

/// "1 record", "2 records".
pub(super) fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
