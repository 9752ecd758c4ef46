//! How a command ended.

use std::process::ExitCode;

use standpoint_validate::Report;

use crate::interrupt;

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

impl From<&Report> for Outcome {
    fn from(report: &Report) -> Self {
        match report.stopped() {
            Some(_) => Self::Stopped,
            None if report.is_valid() => Self::Clean,
            None => Self::Findings,
        }
    }
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
