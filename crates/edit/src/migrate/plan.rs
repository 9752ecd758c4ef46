//! The records that are of format 0.1.

use serde_json::Value;
use standpoint_model::{Format, Kind};
use standpoint_report::Finding;
use standpoint_validate::{TextRecord, Texts};

use super::{schema, survey::Survey};

/// The records that are of format 0.1, and what has to be known of them all.
pub(super) struct Plan {
    /// The kind of each record that is of format 0.1.
    pub(super) old: Vec<Option<Kind>>,
    pub(super) survey: Survey,
}

impl Plan {
    /// Decides which records are of format 0.1: all, if the manifest says so. If it says 0.2, or there is none, those that
    /// were forgotten.
    pub(super) fn of(texts: &Texts) -> Result<Self, Vec<Finding>> {
        if !texts.findings.is_empty() {
            return Err(texts.findings.clone());
        }
        let mut plan = Self { old: Vec::with_capacity(texts.records.len()), survey: Survey::default() };
        let is_all_old =
            texts.records.iter().filter_map(|record| manifest_format(text(texts, record))).any(|is_old| is_old);
        let mut found = Vec::new();
        for record in &texts.records {
            let old = value(texts, record);
            let kind = if is_all_old {
                schema::check(&old, record).map_err(|faults| found.extend(faults)).ok()
            } else if schema::is_new(&old) {
                None
            } else {
                schema::kind_if_valid(&old)
            };
            if let (Some(_), Value::Object(fields)) = (kind, &old) {
                plan.survey.see(fields);
            }
            plan.old.push(kind);
        }
        if found.is_empty() { Ok(plan) } else { Err(found) }
    }
}

fn text<'t>(texts: &'t Texts, record: &TextRecord) -> &'t str {
    texts.files[record.file].text().get(record.bytes.clone()).unwrap_or_default()
}

/// The record as a value.
pub(super) fn value(texts: &Texts, record: &TextRecord) -> Value {
    serde_json::from_str(text(texts, record)).unwrap_or_default()
}

/// A manifest is of another format than 0.2. None, if the text is no manifest.
fn manifest_format(text: &str) -> Option<bool> {
    // Most records are none, and need not be read for that.
    let record: Value = text.contains("\"dataset\"").then(|| serde_json::from_str(text).ok()).flatten()?;
    (record["kind"] == Kind::Dataset.as_str()).then(|| record["format"] != Format::V0_2.as_str())
}
