//! What the place that output goes to can show.

use std::io;

use anstream::{AutoStream, ColorChoice};
use standpoint_validate::Style;

/// Colour and the terminal's own width on a terminal, neither elsewhere; `NO_COLOR` and its kin are heeded.
pub(crate) fn style() -> Style {
    let color = AutoStream::choice(&io::stdout()) != ColorChoice::Never;
    let width = terminal_size::terminal_size_of(io::stdout())
        .map_or(Style::default().width, |(terminal_size::Width(columns), _)| columns.into());
    Style { color, width }
}
