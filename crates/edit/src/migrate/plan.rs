//! The records that are of format 0.1.

use serde_json::Value;
use standpoint_model::{Format, Kind};
use standpoint_report::Finding;
use standpoint_validate::{TextRecord, Texts};

use super::{manifests, outcome::Refusal, record::Manifest, schema, survey::Survey};
use crate::edited::value;

/// The records that are of format 0.1, and what has to be known of them all.
pub(super) struct Plan {
    /// The kind of each record that is of format 0.1.
    pub(super) old: Vec<Option<Kind>>,
    pub(super) survey: Survey,
}

impl Plan {
    /// Decides which records are of format 0.1: all, if the manifest says so. If it says 0.2, those that were forgotten.
    pub(super) fn of(texts: &Texts) -> Result<Self, (Refusal, Vec<Finding>)> {
        if !texts.findings.is_empty() {
            return Err((Refusal::NotJson, texts.findings.clone()));
        }
        let old = match manifests::format(texts)? {
            Format::V0_1 => all(texts).map_err(|found| (Refusal::NotOld, found))?,
            Format::V0_2 => forgotten(texts),
        };
        let mut survey = Survey::default();
        for (record, _) in texts.records.iter().zip(&old).filter(|(_, kind)| kind.is_some()) {
            if let Value::Object(fields) = value(texts, record) {
                survey.see(&fields);
            }
        }
        Ok(Self { old, survey })
    }
}

/// The kinds of all records, which have to be of format 0.1.
fn all(texts: &Texts) -> Result<Vec<Option<Kind>>, Vec<Finding>> {
    let (mut kinds, mut found) = (Vec::with_capacity(texts.records.len()), Vec::new());
    for record in &texts.records {
        kinds.push(schema::check(&value(texts, record), record).map_err(|faults| found.extend(faults)).ok());
    }
    if found.is_empty() { Ok(kinds) } else { Err(found) }
}

/// The kinds of the records of format 0.1 in a dataset of 0.2. A record that may be of either is of the format of those beside
/// it.
fn forgotten(texts: &Texts) -> Vec<Option<Kind>> {
    let is_new: Vec<bool> = texts.records.iter().map(|record| schema::is_new(&value(texts, record))).collect();
    if is_new.iter().all(|is_new| *is_new) {
        return vec![None; is_new.len()];
    }
    let kind = |record| schema::kind_if_valid(&value(texts, record));
    let kinds: Vec<Option<Kind>> = texts.records.iter().map(kind).collect();
    let (mut all, mut files) = (Formats::default(), vec![Formats::default(); texts.files.len()]);
    for ((record, kind), is_new) in texts.records.iter().zip(&kinds).zip(&is_new) {
        if Manifest::of(texts, record).is_none() {
            for formats in [&mut all, &mut files[record.file]] {
                formats.has_old |= kind.is_some() && !is_new;
                formats.has_new |= kind.is_none() && *is_new;
            }
        }
    }
    let is_old = |file: usize| {
        let Formats { has_old, has_new } = if files[file] == Formats::default() { &all } else { &files[file] };
        *has_old && !has_new
    };
    let old =
        |((record, kind), is_new): ((&TextRecord, Option<Kind>), bool)| kind.filter(|_| !is_new || is_old(record.file));
    texts.records.iter().zip(kinds).zip(is_new).map(old).collect()
}

/// Whether there are records that can only be of one format, or only of the other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Formats {
    has_old: bool,
    has_new: bool,
}
