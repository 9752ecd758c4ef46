//! A line for each diagnostic: `path:line:column: level[code]: message`, which terminals and editors make clickable. The place in
//! a workbook is `path:sheet!C5`.

use std::io;

use super::{
    listing::{shown, written_place},
    renderer::{Renderer, Style},
};
use crate::{Diagnostic, Report, printable};

pub(super) const RENDERER: Renderer = Renderer { name: "concise", for_machines: false, render };

fn render(report: &Report, style: Style, out: &mut dyn io::Write) -> io::Result<()> {
    let (diagnostics, more) = shown(report, style);
    for diagnostic in diagnostics {
        writeln!(out, "{}", line(report, diagnostic))?;
    }
    out.write_all(more.as_bytes())
}

/// The line of a diagnostic, without its end.
pub(super) fn line(report: &Report, diagnostic: &Diagnostic) -> String {
    let place = |location| format!("{}: ", printable(&written_place(report, location)));
    let at = diagnostic.location.as_ref().map_or_else(String::new, place);
    format!("{at}{}[{}]: {}", diagnostic.level, diagnostic.code.name, printable(&diagnostic.message))
}
