//! A line for each diagnostic: `path:line:column: level[code]: message`, which terminals and editors make clickable.

use std::fmt::Write;

use super::{Renderer, Style};
use crate::Report;

pub(super) const RENDERER: Renderer = Renderer { name: "concise", render };

fn render(report: &Report, _: Style) -> String {
    let mut text = String::new();
    for diagnostic in report.diagnostics() {
        if let Some(location) = &diagnostic.location {
            let document = &report.documents()[location.document];
            let at = document.line_column(location.bytes.start);
            let _ = write!(text, "{}:{}:{}: ", document.path().display(), at.line, at.column);
        }
        let _ = write!(text, "{}[{}]: ", diagnostic.level, diagnostic.code.name);
        push_printable(&diagnostic.message, &mut text);
        text.push('\n');
    }
    text
}

/// Adds a message, which may hold what a contributor wrote, on one line and without commands to a terminal.
fn push_printable(message: &str, text: &mut String) {
    for c in message.chars() {
        if c.is_control() {
            text.extend(c.escape_default());
        } else {
            text.push(c);
        }
    }
}
