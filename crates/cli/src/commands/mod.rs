//! One file for each command.

mod cite;
mod explain;
mod export;
mod formats;
mod import;
mod schema;
mod show;
mod summary;
mod validate;
mod verify;

use std::{path::PathBuf, process::ExitCode};

use standpoint_validate::Levels;

pub(crate) use schema::schemas;

use crate::{
    arguments::{Arguments, Command, Input},
    failure::Failure,
    interrupt, terminal,
};

/// How a command that was carried out ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// All is well.
    Clean,
    /// Something was found.
    Findings,
    /// The user stopped it.
    Stopped,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Clean => Self::SUCCESS,
            Outcome::Findings => Self::from(1),
            Outcome::Stopped => Self::from(interrupt::EXIT_CODE),
        }
    }
}

pub(crate) fn run(arguments: Arguments) -> Result<Outcome, Failure> {
    terminal::choose(arguments.color);
    match arguments.command {
        Command::Validate(arguments) => validate::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Cite(arguments) => cite::run(&arguments),
        Command::Verify(arguments) => verify::run(&arguments),
        Command::Export(arguments) => export::run(&arguments),
        Command::Show(arguments) => show::run(&arguments),
        Command::Import(arguments) => import::run(&arguments),
        Command::Formats(arguments) => formats::run(&arguments),
        Command::Schema(arguments) => schema::run(&arguments),
    }
}

/// The paths that were given, patterns among them replaced by what they match.
fn paths(input: &Input) -> Result<Vec<PathBuf>, standpoint_validate::Error> {
    standpoint_validate::expand(&input.paths)
}

/// The levels that `--allow` and `--deny` ask for. A code that is both allowed and denied is denied.
fn levels(input: &Input) -> Levels {
    let levels = input.allow.iter().copied().fold(Levels::default(), Levels::allow);
    input.deny.iter().copied().fold(levels, Levels::deny)
}
