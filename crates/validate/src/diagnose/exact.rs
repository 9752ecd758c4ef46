//! The exact path, for what was not recognised at once: what is wrong with a record, and where.

use serde_json::Value;
use standpoint_model::Record;
use standpoint_report::{Finding, Place};

use crate::{
    codes,
    diagnose::{refusals::Refusals, schema, syntax},
    read::{
        blocks::{Block, RecordText},
        stretch::Stretch,
    },
};

/// The record of a text of a block that the types refused before, or why they did.
pub(crate) fn record(
    block: &Block,
    text: &RecordText,
    refusals: &mut Refusals,
    findings: &mut Vec<Finding>,
) -> Option<Record> {
    match block.stretch(text.bytes.clone()) {
        Ok(record) => examine(record, refusals, findings),
        Err(finding) => {
            refusals.unread = true;
            refusals.records += 1;
            findings.push(*finding);
            None
        }
    }
}

/// The record of a text that the types refused before, or why they did.
pub(crate) fn examine(record: Stretch<'_>, refusals: &mut Refusals, findings: &mut Vec<Finding>) -> Option<Record> {
    let before = findings.len();
    let Some(value) = syntax::parse(record, findings) else {
        refusals.unread = true;
        refusals.records += 1;
        return None;
    };
    let schema::Diagnosis { kind, faults } = schema::diagnose(&value);
    findings.extend(faults.into_iter().map(|fault| {
        let place = record.pointer(fault.pointer, fault.part);
        let finding = Finding::new(fault.code, place.clone(), fault.message).maybe_help(fault.help);
        let finding = if *fault.code == codes::OUTDATED_RECORD { finding.of_many() } else { finding };
        fault.change.into_iter().fold(finding, |finding, change| finding.repair(place.clone(), change))
    }));
    match serde_json::from_value::<Record>(value.clone()) {
        Ok(accepted) => Some(accepted),
        Err(error) => {
            if findings.len() == before {
                let place = Place::bytes(record.document, record.bytes());
                findings.push(Finding::new(&codes::INVALID_FORMAT, place, error.to_string()));
            }
            refusals.add(&value, kind, record);
            None
        }
    }
}

/// The record of a text that was examined before, if it is one after all; if not, its id is added again.
pub(crate) fn examined(record: Stretch<'_>, refusals: &mut Refusals) -> Option<Record> {
    let value: Value = serde_json::from_str(record.text).ok()?;
    let accepted = serde_json::from_value::<Record>(value.clone()).ok();
    if accepted.is_none() {
        refusals.add(&value, None, record);
    }
    accepted
}
