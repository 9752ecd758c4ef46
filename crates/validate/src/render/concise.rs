//! A line for each diagnostic: `path:line:column: level[code]: message`, which terminals and editors make clickable.

use std::fmt::Write;

use super::{Renderer, Style, printable};
use crate::Report;

pub(super) const RENDERER: Renderer = Renderer { name: "concise", for_machines: false, render };

fn render(report: &Report, _: Style) -> String {
    let mut text = String::new();
    for diagnostic in report.diagnostics() {
        if let Some(location) = &diagnostic.location {
            let document = &report.documents()[location.document];
            let at = document.line_column(location.bytes.start);
            let path = printable(&document.path().to_string_lossy());
            let _ = write!(text, "{path}:{}:{}: ", at.line, at.column);
        }
        let message = printable(&diagnostic.message);
        let _ = writeln!(text, "{}[{}]: {message}", diagnostic.level, diagnostic.code.name);
    }
    text
}
