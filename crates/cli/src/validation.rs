//! A validation that the user can follow and stop.

use std::ops::ControlFlow;

use standpoint_validate::{Error, Validation};

use crate::{
    arguments::{Findings, Validate},
    failure::Failure,
    interrupt::Interrupt,
    progress::Line,
    settings::Settings,
};

/// Gives `run` the validation that was asked for. The user sees how far it has come, and may stop it.
pub(crate) fn watched<T>(
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
