//! `standpoint`: validates, cites, verifies and exports records of the parties to a conflict.

mod arguments;
mod commands;
mod failure;
mod interrupt;
mod progress;
mod terminal;

use std::process::ExitCode;

use clap::Parser;

use crate::arguments::Arguments;

fn main() -> ExitCode {
    match commands::run(Arguments::parse()) {
        Ok(outcome) => outcome.into(),
        Err(failure) => failure.report(),
    }
}
