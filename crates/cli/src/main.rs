//! `standpoint`: validates, cites, verifies, migrates and exports records of the parties to a conflict.

mod arguments;
mod cited;
mod commands;
mod draft;
mod failure;
mod interrupt;
mod losses;
mod names;
mod outcome;
mod progress;
mod questions;
mod readable;
mod report;
mod revision;
mod schemas;
mod settings;
mod summary;
mod terminal;
mod told;
mod validation;

use std::{
    io::{self, Write as _},
    process::ExitCode,
};

use clap::Parser;

use crate::{
    arguments::{Arguments, Command},
    failure::Failure,
};

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(other) => return answer(&other),
    };
    hush_readers();
    // A validation ends in good order by itself, and files that are being replaced are not left half done.
    if !matches!(arguments.command, Command::Validate(_) | Command::Migrate(_)) {
        interrupt::give_up_when_told();
    }
    let outcome = commands::run(arguments);
    interrupt::wait();
    match outcome {
        Ok(outcome) => outcome.into(),
        Err(failure) => failure.report(),
    }
}

/// What readers of PDF files and of workbooks say as they panic is told in our own words.
fn hush_readers() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let readers = [standpoint_sources::PDF_THREAD, standpoint_import::WORKBOOK_THREAD];
        if !std::thread::current().name().is_some_and(|name| readers.contains(&name)) {
            usual(panic);
        }
    }));
}

/// Prints help, the version, or what is wrong with the command line.
fn answer(answer: &clap::Error) -> ExitCode {
    match answer.print().and_then(|()| io::stdout().flush()) {
        Ok(()) => ExitCode::from(u8::try_from(answer.exit_code()).unwrap_or(2)),
        Err(error) => Failure::Output(error).report(),
    }
}
