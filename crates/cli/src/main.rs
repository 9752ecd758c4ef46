//! `standpoint`: validates, cites, verifies and exports records of the parties to a conflict.

mod arguments;
mod commands;
mod failure;
mod interrupt;
mod terminal;

use std::process::ExitCode;

use clap::Parser;

use crate::arguments::Arguments;

fn main() -> ExitCode {
    interrupt::handle();
    let outcome = commands::run(Arguments::parse());
    interrupt::wait();
    match outcome {
        Ok(outcome) => outcome.into(),
        Err(failure) => failure.report(),
    }
}
