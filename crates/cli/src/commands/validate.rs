//! `standpoint validate`

use std::{
    io::{self, Write},
    ops::ControlFlow,
    time::Instant,
};

use standpoint_validate::{Error, Pace, Renderer, Report, Style, Validation};

use super::{Outcome, Settings, fix, summary};
use crate::{
    arguments::{Findings, Validate},
    failure::Failure,
    interrupt::Interrupt,
    progress::Line,
    terminal,
};

pub(super) fn run(arguments: &Validate) -> Result<Outcome, Failure> {
    let Findings { format, all } = arguments.findings;
    if arguments.summary && format.for_machines && format.name != "json" {
        return Err(Failure::NoSummary(format.name));
    }
    if let Some(threads) = arguments.threads {
        let threads = Validation::new().threads(threads.get()).thread_count();
        // There is a pool already only where somebody else made one, and nobody did.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(threads).build_global();
    }
    let settings = Settings::of(&arguments.input)?;
    if arguments.fix {
        return fix::run(arguments, &settings);
    }
    let started = Instant::now();
    let report = watched(arguments, &settings, |validation| validation.run(&settings.paths))?;
    let pace = arguments.summary.then(|| Pace::new(&report, started.elapsed(), summary::peak_memory()));
    let mut out = io::stdout().lock();
    write_report(&report, &settings, format, terminal::style(&out, all).pace(pace), &mut out)?;
    Ok(outcome(&report))
}

/// What `run` makes of the validation that was asked for, of which the user sees how far it has come and may stop it.
pub(super) fn watched<T>(
    arguments: &Validate,
    settings: &Settings,
    run: impl FnOnce(&Validation<'_>) -> Result<T, Error>,
) -> Result<T, Failure> {
    let Findings { format, all } = arguments.findings;
    let (line, interrupt) = (Line::new(!format.for_machines), Interrupt::default());
    let watch = |progress| {
        line.show(progress);
        if interrupt.came() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let mut validation = Validation::new()
        .levels(settings.levels.clone())
        .max_record_size(usize::try_from(arguments.max_record_size.as_u64()).unwrap_or(usize::MAX))
        .watch(&watch);
    if let Some(threads) = arguments.threads {
        validation = validation.threads(threads.get());
    }
    if all {
        validation = validation.max_findings_per_code(usize::MAX);
    }
    Ok(run(&validation)?)
}

pub(super) fn outcome(report: &Report) -> Outcome {
    match report.stopped() {
        Some(_) => Outcome::Stopped,
        None if report.is_valid() => Outcome::Clean,
        None => Outcome::Findings,
    }
}

/// The findings in the format asked for and, unless it is for machines, a summary. Where the pace is asked for, people see
/// the summary alone.
pub(super) fn write_report(
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
