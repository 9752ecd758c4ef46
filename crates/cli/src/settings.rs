//! The inputs of a command, and the levels of what is found in them.

use std::path::{Path, PathBuf};

use standpoint_validate::{Config, Levels};

use crate::{
    arguments::{Input, LevelOptions},
    failure::Failure,
};

/// The inputs of a command, and the levels of what is found in them.
pub(crate) struct Settings {
    /// The paths as they were given.
    pub(crate) given: Vec<PathBuf>,
    /// The same, patterns among them replaced by what they match.
    pub(crate) paths: Vec<PathBuf>,
    pub(crate) levels: Levels,
    /// The file that some of the levels come from.
    pub(crate) config: Option<PathBuf>,
}

impl Settings {
    /// `--allow` and `--deny` go before a configuration. A code that is both allowed and denied is denied.
    pub(crate) fn of(input: &Input) -> Result<Self, Failure> {
        Self::of_paths(&input.paths, &input.levels)
    }

    pub(crate) fn of_paths(given: &[PathBuf], options: &LevelOptions) -> Result<Self, Failure> {
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
