//! The records validated, with what is found told at the cells.

use std::{collections::HashSet, ops::Range};

use serde_json::Value;
use standpoint_model::Record;
use standpoint_report::{Finding, Location, Part, Place, Report, Spot};
use standpoint_validate::{Diagnostic, Input, Level, Texts, Validation};

use crate::{
    draft::{Draft, Existing},
    error::TablesError,
    laid::Lines,
};

/// The dataset that the records of tables join.
#[derive(Debug, Default)]
pub(crate) struct Joined {
    pub(crate) records: Existing,
    texts: Option<Texts>,
    /// What was wrong with it already: codes and messages.
    known: HashSet<(&'static str, String)>,
}

impl Joined {
    /// Reads a dataset, all of which must be JSON.
    pub(crate) fn read(validation: &Validation<'_>, inputs: &[Input]) -> Result<Self, TablesError> {
        if inputs.is_empty() {
            return Ok(Self::default());
        }
        let texts = validation.texts(inputs)?;
        if let Some(finding) = texts.findings.first() {
            let file = finding.place.as_ref().and_then(|place| texts.files.get(place.document));
            return Err(TablesError::NotJson { path: file.map(|file| file.path().into()).unwrap_or_default() });
        }
        let report = validation.run(inputs)?;
        let known = report.diagnostics().iter().map(|found| (found.code.name, found.message.clone())).collect();
        let record = |record| {
            let value: Value = serde_json::from_str(texts.text_of(record)).ok()?;
            Some((value["id"].as_str()?.to_owned(), value))
        };
        Ok(Self { records: texts.records.iter().filter_map(record).collect(), texts: Some(texts), known })
    }

    /// The documents of the dataset.
    pub(crate) fn documents(&self) -> Vec<standpoint_report::Document> {
        self.texts.iter().flat_map(|texts| &texts.files).map(|file| file.document().clone()).collect()
    }

    /// The lines of the records that no draft takes the place of. `first` is the place of their first document among all.
    fn lines(&self, drafts: &HashSet<&str>, first: usize) -> Lines {
        let mut lines = Lines::default();
        let Some(texts) = &self.texts else { return lines };
        for record in &texts.records {
            let Ok(value) = serde_json::from_str::<Value>(texts.text_of(record)) else { continue };
            if value["id"].as_str().is_some_and(|id| drafts.contains(id)) {
                continue;
            }
            let spot = Spot::Pointer { record: record.bytes.clone(), pointer: "/id".into(), part: Part::Value };
            lines.add_whole(&value.to_string(), Place { document: first + record.file, spot });
        }
        lines
    }
}

/// What came of a validation of drafts.
pub(crate) struct Checked {
    /// What was found, at cells.
    pub(crate) findings: Vec<Finding>,
    /// The records that the drafts are, where the model's types accept them.
    pub(crate) records: Vec<Option<Record>>,
    /// What was read.
    pub(crate) report: Report,
}

/// A source is there before anything cites it, so nobody who brings sources in can help this. A validation of the dataset tells of it.
const UNCITED_SOURCE: &str = "uncited-source";

/// Records that join no dataset have no manifest.
const MISSING_MANIFEST: &str = "missing-manifest";

/// Validates drafts together with the dataset that they join. Of what is found elsewhere, errors that were not there before are kept.
pub(crate) fn check(
    drafts: &[Draft],
    joined: &Joined,
    validation: &Validation<'_>,
    documents: usize,
) -> Result<Checked, TablesError> {
    let ids: HashSet<&str> = drafts.iter().map(|draft| draft.id.as_str()).collect();
    let old = joined.lines(&ids, documents);
    let mut new = Lines::default();
    let bytes: Vec<Range<usize>> = drafts.iter().map(|draft| new.add(&draft.node, &draft.place)).collect();
    let records = bytes.into_iter().map(|bytes| serde_json::from_str(&new.text[bytes]).ok()).collect();
    let both = [(&old, "dataset.ndjson"), (&new, "tables.ndjson")];
    // An input without text would be a finding of its own.
    let inputs: Vec<_> = both.into_iter().filter(|(lines, _)| !lines.text.is_empty()).collect();
    let lines: Vec<&Lines> = inputs.iter().map(|(lines, _)| *lines).collect();
    let report = validation.run(inputs.iter().map(|(lines, name)| Input::bytes(*name, lines.text.clone())))?;
    let is_new = |location: &Location| inputs[location.document].1 == "tables.ndjson";
    let is_whole = joined.texts.is_some();
    let keeps = |found: &&Diagnostic| {
        let is_about = found.location.iter().chain(found.related.iter().map(|related| &related.location)).any(is_new);
        let is_known = joined.known.contains(&(found.code.name, found.message.clone()));
        let is_early = found.code.name == UNCITED_SOURCE || !is_whole && found.code.name == MISSING_MANIFEST;
        !is_early && (is_about || found.level == Level::Error && !is_known)
    };
    let findings = report.diagnostics().iter().filter(keeps).map(|found| placed(found, &lines)).collect();
    Ok(Checked { findings, records, report })
}

/// What was found in lines, at the places that they come from.
fn placed(found: &Diagnostic, lines: &[&Lines]) -> Finding {
    let place = |location: &Location| lines.get(location.document)?.place(&location.bytes).cloned();
    let finding = Finding::new(found.code, found.location.as_ref().and_then(place), found.message.as_str());
    let finding = finding.maybe_help(found.help.clone());
    found.related.iter().fold(finding, |finding, related| match place(&related.location) {
        Some(place) => finding.related(place, related.message.as_str()),
        None => finding,
    })
}
