//! What was read and how much is wrong with it, for people.

use std::{
    io::{self, Write},
    path::Path,
};

use bytesize::ByteSize;
use standpoint_model::Kind;
use standpoint_validate::{Level, Pace, Report, printable};

use crate::settings::Settings;

pub(crate) fn write(report: &Report, settings: &Settings, pace: Option<Pace>, out: &mut impl Write) -> io::Result<()> {
    let paths: Vec<String> = settings.given.iter().map(|path| shown(path)).collect();
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
    if let Some(progress) = report.stopped() {
        let part = progress
            .bytes_total
            .map_or_else(String::new, |total| format!(" ({} %)", 100 * progress.bytes_read / total.max(1)));
        let again = if progress.pass > 0 { " of a second reading" } else { "" };
        writeln!(
            out,
            "stopped early, after {}{part}{again}; the counts and findings are of what was read",
            size(progress.bytes)
        )?;
    }
    if !report.is_complete() && report.stopped().is_none() {
        writeln!(out, "some records could not be read, so nothing was said about what is missing from the dataset")?;
    }
    if let Some(pace) = pace {
        write_pace(report, pace, out)?;
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

fn write_pace(report: &Report, pace: Pace, out: &mut impl Write) -> io::Result<()> {
    for (code, count) in report.codes() {
        writeln!(out, "{count:>9} {code}")?;
    }
    let memory = pace.peak_memory.map_or_else(String::new, |bytes| format!(", {} of memory at most", size(bytes)));
    writeln!(
        out,
        "{} in {:.2} s: {} records and {} a second{memory}",
        size(pace.bytes),
        pace.seconds,
        pace.records_per_second,
        size(pace.bytes_per_second),
    )
}

fn shown(path: &Path) -> String {
    if path == Path::new("-") { "standard input".into() } else { printable(&path.to_string_lossy()) }
}

/// "1.2 MB", in powers of ten.
fn size(bytes: u64) -> String {
    ByteSize(bytes).display().si().to_string()
}

/// The most memory that this process has had, if the system tells.
#[expect(clippy::disallowed_methods, reason = "the system's own figures are no records")]
pub(crate) fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: u64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kibibytes * 1024)
}

/// "1 record", "2 records", "2 identities".
pub(crate) fn counted(count: usize, noun: &str) -> String {
    match noun.strip_suffix('y') {
        _ if count == 1 => format!("1 {noun}"),
        Some(stem) => format!("{count} {stem}ies"),
        None => format!("{count} {noun}s"),
    }
}
