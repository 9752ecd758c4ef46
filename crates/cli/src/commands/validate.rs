//! `standpoint validate`

use std::{io, time::Instant};

use standpoint_validate::{Pace, Validation};

use super::fix;
use crate::{
    arguments::{Findings, Validate},
    failure::Failure,
    outcome::Outcome,
    report,
    settings::Settings,
    summary, terminal,
    validation::watched,
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
    report::write(&report, &settings, format, terminal::style(&out, all).pace(pace), &mut out)?;
    Ok(Outcome::from(&report))
}
