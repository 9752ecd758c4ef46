//! A workflow command for each diagnostic, which GitHub Actions shows beside the line of a changed file.
//!
//! `::error file=…,line=…,endLine=…,col=…,endColumn=…,title=CODE::MESSAGE`, and `::warning` and `::notice` likewise. The
//! columns count code points from 1, and the last is the one after the end. GitHub annotates ten lines of each level in a
//! step; the others stand in its log. A notice without a place tells how many more findings of a code there are than are
//! listed.

use std::io;

use super::{
    listing::{cell, not_shown_message, place},
    renderer::{Renderer, Style},
};
use crate::{Diagnostic, Level, Report};

pub(super) const RENDERER: Renderer = Renderer { name: "github", for_machines: true, render };

fn render(report: &Report, _: Style, out: &mut dyn io::Write) -> io::Result<()> {
    for diagnostic in report.diagnostics() {
        writeln!(out, "{}", command(report, diagnostic))?;
    }
    for (code, count) in report.more() {
        let message = not_shown_message(code, count, "listed");
        writeln!(out, "::notice title={}::{}", escaped_property(code), escaped(&message))?;
    }
    Ok(())
}

fn command(report: &Report, diagnostic: &Diagnostic) -> String {
    let name = match diagnostic.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "notice",
    };
    let at = diagnostic.location.as_ref().map_or_else(String::new, |location| {
        let (path, start, end) = place(report, location);
        let columns = format!("col={},endColumn={}", start.column, end.column);
        format!("file={},line={},endLine={},{columns},", escaped_property(&path), start.line, end.line)
    });
    let help = diagnostic.help.as_ref().map_or_else(String::new, |help| format!("\nhelp: {help}"));
    let cell = diagnostic.location.as_ref().and_then(|location| cell(report, location));
    let cell = cell.map_or_else(String::new, |cell| format!("{cell}: "));
    let message = escaped(&format!("{cell}{}{help}", diagnostic.message));
    format!("::{name} {at}title={}::{message}", escaped_property(diagnostic.code.name))
}

fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// In a property the characters that end it are escaped too.
fn escaped_property(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}
