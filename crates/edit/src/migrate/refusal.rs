//! What is wrong with records as they would be, told at their places as they are.

use std::ops::Range;

use standpoint_report::{Diagnostic, Finding, Level, Location, Place, Related, Report};
use standpoint_validate::{TextRecord, Texts};

use super::make::MadeFile;

/// The errors in what the records would be, at their places in the files as they are.
pub(super) fn findings(result: &Report, texts: &Texts, made: &[MadeFile]) -> Vec<Finding> {
    let errors = result.diagnostics().iter().filter(|diagnostic| diagnostic.level == Level::Error);
    let place = |location: &Location| place(location, texts, made);
    let finding = |diagnostic: &Diagnostic| {
        let Diagnostic { code, message, help, .. } = diagnostic;
        let finding =
            Finding::new(code, diagnostic.location.as_ref().map(place), message.clone()).maybe_help(help.clone());
        diagnostic.related.iter().fold(finding, |finding, Related { location, message, .. }| {
            finding.related(place(location), message.clone())
        })
    };
    errors.map(finding).collect()
}

/// Where something in a new text was in the old one: where it was copied from; else where its record says the same; else at
/// the record.
fn place(location: &Location, texts: &Texts, made: &[MadeFile]) -> Place {
    let (file, rewritten) = (location.document, &made[location.document].rewritten);
    if let Some(bytes) = rewritten.old_bytes(&location.bytes) {
        return Place::bytes(file, bytes);
    }
    let near = rewritten.old_start(location.bytes.start);
    let is_around =
        |record: &&TextRecord| record.file == file && record.bytes.start <= near && near <= record.bytes.end;
    let Some(record) = texts.records.iter().find(is_around) else { return Place::bytes(file, near..near) };
    let written = rewritten.text.get(location.bytes.clone()).unwrap_or_default();
    let said = texts.text_of(record);
    let same = (!written.is_empty()).then(|| said.find(written)).flatten();
    let bytes: Range<usize> = same.map_or(0..1, |at| at..at + written.len());
    Place::bytes(file, bytes.start + record.bytes.start..bytes.end + record.bytes.start)
}
