//! From a record's text to JSON: strictly, and with places.

use serde_json::Value;
use standpoint_report::{Finding, json_text::repeated_keys};

use crate::{codes, diagnose::malformed, read::stretch::Stretch};

/// The JSON of one record; of a duplicated key, the last value, with a finding for each key that comes again.
pub(crate) fn parse(record: Stretch<'_>, findings: &mut Vec<Finding>) -> Option<Value> {
    let Ok(value) = serde_json::from_str::<Value>(record.text) else {
        findings.push(*malformed::finding(record));
        return None;
    };
    findings.extend(repeated_keys(record.text).into_iter().map(|key| {
        let message = format!("the field `{}` is here a second time", key.name);
        Finding::new(&codes::DUPLICATE_KEY, record.place(key.again), message)
            .related(record.place(key.first), "it is here first")
            .help("keep the one that is right and remove the other")
    }));
    Some(value)
}
