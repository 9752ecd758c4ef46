//! What the place that output goes to can show.

use std::io;

use anstream::{AutoStream, ColorChoice};
use standpoint_validate::Style;

/// Colour and the terminal's own width on a terminal, neither elsewhere; `NO_COLOR` and its kin are heeded.
pub(crate) fn style() -> Style {
    Style { color: color(), width: width().unwrap_or(Style::default().width) }
}

pub(crate) fn color() -> bool {
    AutoStream::choice(&io::stdout()) != ColorChoice::Never
}

pub(crate) fn width() -> Option<usize> {
    terminal_size::terminal_size_of(io::stdout()).map(|(terminal_size::Width(columns), _)| columns.into())
}
