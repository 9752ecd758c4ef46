//! One file for each command.

mod cite;
mod explain;
mod export;
mod schema;
mod validate;
mod verify;

use std::process::ExitCode;

use standpoint_validate::{Code, Levels};

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
        Command::Schema(arguments) => schema::run(&arguments),
    }
}

/// The levels that `--allow` and `--deny` ask for. A code that is both allowed and denied is denied.
fn levels(input: &Input) -> Levels {
    let codes =
        |names: &[String]| -> Vec<&'static Code> { names.iter().filter_map(|name| Code::by_name(name)).collect() };
    let levels = codes(&input.allow).into_iter().fold(Levels::default(), Levels::allow);
    codes(&input.deny).into_iter().fold(levels, Levels::deny)
}
