//! What the place that output goes to can show.

use anstream::{AutoStream, ColorChoice, stream::RawStream};
use standpoint_validate::Style;
use terminal_size::Width;

use crate::arguments::Color;

/// Settles when text is coloured, before any is written.
pub(crate) fn choose(color: Color) {
    let choice = match color {
        Color::Auto => ColorChoice::Auto,
        Color::Always => ColorChoice::Always,
        Color::Never => ColorChoice::Never,
    };
    choice.write_global();
}

/// Colour and the terminal's own width on a terminal, neither elsewhere; `NO_COLOR` and its kin are heeded, unless
/// [`choose`] was told otherwise.
pub(crate) fn style(stream: &impl RawStream, all: bool) -> Style {
    Style { color: color(stream), width: width(stream).unwrap_or(Style::default().width), all }
}

/// Whether a stream is coloured.
pub(crate) fn color(stream: &impl RawStream) -> bool {
    AutoStream::choice(stream) != ColorChoice::Never
}

/// How many columns a terminal has.
pub(crate) fn width(stream: &impl RawStream) -> Option<usize> {
    let size = if stream.is_terminal() { terminal_size::terminal_size() } else { None };
    size.map(|(Width(columns), _)| columns.into())
}
