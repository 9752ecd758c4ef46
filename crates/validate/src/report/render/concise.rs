//! A line for each diagnostic: `path:line:column: level[code]: message`, which terminals and editors make clickable.

use super::{Renderer, Style, place, printable, shown};
use crate::{Diagnostic, Report};

pub(super) const RENDERER: Renderer = Renderer { name: "concise", for_machines: false, render };

fn render(report: &Report, style: Style) -> String {
    let (diagnostics, more) = shown(report, style);
    diagnostics.into_iter().map(|diagnostic| line(report, diagnostic) + "\n").collect::<String>() + &more
}

/// The line of a diagnostic, without its end.
pub(super) fn line(report: &Report, diagnostic: &Diagnostic) -> String {
    let at = diagnostic.location.as_ref().map_or_else(String::new, |location| {
        let (path, start, _) = place(report, location);
        format!("{}:{}:{}: ", printable(&path), start.line, start.column)
    });
    format!("{at}{}[{}]: {}", diagnostic.level, diagnostic.code.name, printable(&diagnostic.message))
}
