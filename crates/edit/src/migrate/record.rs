//! Records as they were read.

use serde_json::Value;
use standpoint_model::{Format, Kind};
use standpoint_report::{Code, Finding, Part, Place, Spot};
use standpoint_validate::{TextRecord, Texts};

use crate::edited::value;

/// A manifest among the records.
pub(super) struct Manifest<'t> {
    pub(super) record: &'t TextRecord,
    pub(super) value: Value,
}

impl<'t> Manifest<'t> {
    pub(super) fn of(texts: &Texts, record: &'t TextRecord) -> Option<Self> {
        // Most records are none, and need not be read for that.
        let value = texts.text_of(record).contains("\"dataset\"").then(|| value(texts, record))?;
        (value["kind"] == Kind::Dataset.as_str()).then_some(Self { record, value })
    }

    /// The format that it names. None, if nobody knows it.
    pub(super) fn format(&self) -> Option<Format> {
        match self.value.get("format") {
            Some(format) => format.as_str().and_then(Format::from_word),
            None => Some(Format::V0_1),
        }
    }

    /// A finding at the value of one of its fields.
    pub(super) fn finding(&self, code: &'static Code, pointer: &str, message: String) -> Finding {
        let spot = Spot::Pointer { record: self.record.bytes.clone(), pointer: pointer.into(), part: Part::Value };
        Finding::new(code, Place { document: self.record.file, spot }, message)
    }
}
