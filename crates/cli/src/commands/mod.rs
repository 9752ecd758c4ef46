//! One file for each command.

mod cite;
mod explain;
mod export;
mod fix;
mod formats;
mod import;
mod schema;
mod show;
mod summary;
mod validate;
mod verify;

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use standpoint_validate::{Config, Levels};

use crate::{
    arguments::{Arguments, Command, Input, LevelOptions},
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

/// What is validated, and how seriously which findings are taken.
pub(crate) struct Settings {
    /// The paths as they were given.
    given: Vec<PathBuf>,
    /// The same, patterns among them replaced by what they match.
    paths: Vec<PathBuf>,
    levels: Levels,
    /// The file that some of the levels come from.
    config: Option<PathBuf>,
}

impl Settings {
    /// `--allow` and `--deny` go before a configuration. A code that is both allowed and denied is denied.
    fn of(input: &Input) -> Result<Self, Failure> {
        Self::of_paths(&input.paths, &input.levels)
    }

    fn of_paths(given: &[PathBuf], options: &LevelOptions) -> Result<Self, Failure> {
        let paths = standpoint_validate::expand(given)?;
        let config = match &options.config {
            Some(file) => Some(Config::read(file)?),
            None if options.no_config => None,
            // Standard input lies in no folder; the user does.
            None => match paths.first() {
                Some(path) => Config::nearest(if path == Path::new("-") { Path::new(".") } else { path })?,
                None => None,
            },
        };
        let levels = config.as_ref().map(|config| config.levels().clone()).unwrap_or_default();
        let levels = options.allow.iter().copied().fold(levels, Levels::allow);
        let levels = options.deny.iter().copied().fold(levels, Levels::deny);
        let config = config.map(|config| config.path().into());
        Ok(Self { given: given.to_vec(), paths, levels, config })
    }
}
