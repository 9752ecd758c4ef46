//! One file for each command.

mod cite;
mod explain;
mod export;
mod formats;
mod import;
mod schema;
mod show;
mod validate;
mod verify;

use std::process::ExitCode;

use standpoint_validate::Levels;

use crate::{
    arguments::{Arguments, Command, Input},
    failure::Failure,
};

/// How a command that was carried out ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// All is well.
    Clean,
    /// Something was found.
    Findings,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Clean => Self::SUCCESS,
            Outcome::Findings => Self::from(1),
        }
    }
}

pub(crate) fn run(arguments: Arguments) -> Result<Outcome, Failure> {
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

/// The levels that `--allow` and `--deny` ask for. A code that is both allowed and denied is denied.
fn levels(input: &Input) -> Levels {
    let levels = input.allow.iter().copied().fold(Levels::default(), Levels::allow);
    input.deny.iter().copied().fold(levels, Levels::deny)
}
