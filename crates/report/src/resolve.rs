//! The one place where keys and values of records become bytes of documents.

use std::borrow::Borrow;

use crate::{Diagnostic, Document, Finding, Level, Levels, Location, Place, Related, Spot, json_text::locate, repair};

/// Findings at these levels, with their places as bytes of documents, in the order of the places and the codes. What the
/// levels leave out is left out.
pub fn resolve<D: Borrow<Document>>(
    documents: &[D],
    findings: impl IntoIterator<Item = Finding>,
    levels: &Levels,
) -> Vec<Diagnostic> {
    let diagnostic = |finding: Finding| {
        let level = levels.of(finding.code, finding.place.as_ref().map(|place| place.document))?;
        Some(resolved(documents, finding, level))
    };
    let mut diagnostics: Vec<Diagnostic> = findings.into_iter().filter_map(diagnostic).collect();
    diagnostics.sort_by(|a, b| order(a).cmp(&order(b)));
    diagnostics
}

fn order(diagnostic: &Diagnostic) -> (Option<(usize, usize, usize)>, &str, &str) {
    let place = diagnostic.location.as_ref().map(|at| (at.document, at.bytes.start, at.bytes.end));
    (place, diagnostic.code.name, &diagnostic.message)
}

fn resolved<D: Borrow<Document>>(documents: &[D], finding: Finding, level: Level) -> Diagnostic {
    Diagnostic {
        code: finding.code,
        level,
        location: finding.place.map(|place| location(documents, place)),
        message: finding.message,
        related: finding
            .related
            .into_iter()
            .map(|related| Related { location: location(documents, related.place), message: related.message })
            .collect(),
        help: finding.help,
        fix: repair::fixes(documents, &finding.repairs),
    }
}

fn location<D: Borrow<Document>>(documents: &[D], place: Place) -> Location {
    let document: &Document = documents[place.document].borrow();
    let bytes = match place.spot {
        Spot::Bytes(bytes) => bytes,
        Spot::Pointer { record, pointer, part } => {
            let inside = locate(document.slice(record.clone()), &pointer, part);
            inside.start + record.start..inside.end + record.start
        }
    };
    Location { document: place.document, bytes: document.clamp(bytes) }
}
