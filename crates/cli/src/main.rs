//! `standpoint`: validates, cites, verifies and exports records of the parties to a conflict.

mod arguments;
mod commands;
mod failure;
mod interrupt;
mod progress;
mod schemas;
mod terminal;

use std::process::ExitCode;

use clap::Parser;

use crate::arguments::{Arguments, Command};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    // A validation ends in good order by itself.
    if !matches!(arguments.command, Command::Validate(_)) {
        interrupt::give_up_when_told();
    }
    let outcome = commands::run(arguments);
    interrupt::wait();
    match outcome {
        Ok(outcome) => outcome.into(),
        Err(failure) => failure.report(),
    }
}
