//! What the place that output goes to can show.

use anstream::{AutoStream, ColorChoice, stream::RawStream};
use standpoint_validate::{Style, printable};
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
    let width = width(stream).unwrap_or(Style::default().width);
    Style::default().color(color(stream)).width(width).all(all)
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

/// A unified diff as the place that `out` is can show it: as it is for a program, and on a terminal in colour and without
/// commands to it.
pub(crate) fn diff(text: Vec<u8>, out: &impl RawStream) -> Vec<u8> {
    if !out.is_terminal() {
        return text;
    }
    let color = color(out);
    let lines: String = String::from_utf8_lossy(&text).lines().map(|line| shown(line, color)).collect();
    lines.into_bytes()
}

fn shown(line: &str, color: bool) -> String {
    const GREEN: &str = "\u{1B}[32m";
    const RED: &str = "\u{1B}[31m";
    const PLAIN: &str = "\u{1B}[0m";
    let pieces: Vec<String> = line.split('\t').map(printable).collect();
    let text = pieces.join("\t").replace('\u{FEFF}', "\\u{feff}");
    match line.as_bytes().first() {
        Some(b'+') if color => format!("{GREEN}{text}{PLAIN}\n"),
        Some(b'-') if color => format!("{RED}{text}{PLAIN}\n"),
        _ => format!("{text}\n"),
    }
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn lines_of_a_diff_are_coloured_and_command_nothing() {
        assert_eq!(shown("+\t\u{FEFF}\u{1B}[2J", false), "+\t\\u{feff}\\u{1b}[2J\n");
        assert_eq!(shown("+a", true), "\u{1B}[32m+a\u{1B}[0m\n");
        assert_eq!(shown("-a", true), "\u{1B}[31m-a\u{1B}[0m\n");
        assert_eq!(shown(" a", true), " a\n");
    }
}
