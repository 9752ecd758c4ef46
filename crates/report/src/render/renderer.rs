//! What a form of a report is, and how it may look.

use std::io;

use crate::{Pace, Report};

/// A form in which a report can be written.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Renderer {
    /// The name, by which `--format` asks for it.
    pub name: &'static str,
    /// Whether it is all that a reader wants on standard output, because the reader is a program.
    pub for_machines: bool,
    pub(super) render: fn(&Report, Style, &mut dyn io::Write) -> io::Result<()>,
}

impl Renderer {
    /// Writes the diagnostics of a report. The text ends with a line feed unless it is empty.
    ///
    /// # Errors
    ///
    /// What `out` answers.
    pub fn write(&self, report: &Report, style: Style, out: &mut dyn io::Write) -> io::Result<()> {
        (self.render)(report, style, out)
    }
}

/// How a report is written. Forms for machines take notice of the pace alone.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Style {
    /// Whether the text may hold the escape sequences that colour a terminal.
    pub color: bool,
    /// How many columns there are.
    pub width: usize,
    /// Whether every finding is shown. If not, of each code the first 20 are, and the others are counted.
    pub all: bool,
    /// What the process measured of itself, if that is to be told. The form `json` tells it, with the findings by code.
    pub pace: Option<Pace>,
}

impl Default for Style {
    /// No colour, 120 columns, the first findings of each code, no pace: what a file or a pipe gets.
    fn default() -> Self {
        Self { color: false, width: 120, all: false, pace: None }
    }
}

impl Style {
    /// In colour, or not.
    #[must_use]
    pub fn color(self, color: bool) -> Self {
        Self { color, ..self }
    }

    /// In so many columns.
    #[must_use]
    pub fn width(self, width: usize) -> Self {
        Self { width, ..self }
    }

    /// With every finding, or with the first ones of each code.
    #[must_use]
    pub fn all(self, all: bool) -> Self {
        Self { all, ..self }
    }

    /// With what the process measured of itself, or without.
    #[must_use]
    pub fn pace(self, pace: impl Into<Option<Pace>>) -> Self {
        Self { pace: pace.into(), ..self }
    }
}
