//! The exact path, for what was not recognised at once: what is wrong with a record, and where.

use serde_json::Value;
use standpoint_model::Record;
use standpoint_report::{Change, Finding, Place};

use crate::{
    codes,
    diagnose::{
        refusals::Refusals,
        schema::{self, Fault},
        syntax,
    },
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
        let group = group(&fault, &value);
        let place = record.pointer(fault.pointer, fault.part);
        let mut finding = Finding::new(fault.code, place.clone(), fault.message).maybe_help(fault.help);
        finding.group = group;
        finding.missing = fault.missing;
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

/// With which others in its file a fault of a record is told as one: whoever makes such a mistake mostly makes it again.
fn group(fault: &Fault, record: &Value) -> Option<String> {
    let value = || record.pointer(&fault.pointer);
    match fault.code.name {
        name if name == codes::OUTDATED_RECORD.name => Some(String::new()),
        name if name == codes::INVALID_ID.name && fault.change.is_none() => Some(value()?.as_str()?.to_owned()),
        // A list or an object as a text.
        name if name == codes::WRONG_TYPE.name => {
            let is_json = matches!(&fault.change, Some(Change::Replace(json)) if json.starts_with(['[', '{']));
            is_json.then(|| "json".into())
        }
        _ => None,
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
