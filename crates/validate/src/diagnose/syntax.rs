//! From a text to its records' texts, and from a record's text to JSON: strictly, and with places.

use std::ops::Range;

use serde_json::{Value, value::RawValue};
use standpoint_report::{Finding, json_text::repeated_keys};

use crate::{
    codes,
    diagnose::malformed,
    read::{
        form::Arrangement,
        stretch::{Stretch, place_in, trimmed},
    },
};

/// The bytes of each record in a text, or what keeps them from being told apart.
pub(crate) fn split(whole: Stretch<'_>, arrangement: Arrangement) -> Result<Vec<Range<usize>>, Box<Finding>> {
    let text = whole.text;
    match arrangement {
        Arrangement::Lines => Ok(lines(text)),
        Arrangement::Json if text.trim_start().starts_with('[') => match serde_json::from_str::<Vec<&RawValue>>(text) {
            Ok(items) => Ok(items.into_iter().map(|item| place_in(text, item.get())).collect()),
            Err(error) => malformed::items(text).ok_or_else(|| malformed::finding(whole, &error)),
        },
        Arrangement::Json => Ok(vec![trimmed(text, 0..text.len())]),
    }
}

/// Whether no record is longer than `longest`. If one is, the error is where it begins.
pub(crate) fn check_lengths(records: &[Range<usize>], longest: usize) -> Result<(), usize> {
    records.iter().find(|record| record.len() > longest).map_or(Ok(()), |record| Err(record.start))
}

fn lines(text: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    let mut records = Vec::new();
    for line in text.split_inclusive('\n') {
        let record = trimmed(text, start..start + line.len());
        if !record.is_empty() {
            records.push(record);
        }
        start += line.len();
    }
    records
}

/// The JSON of one record; of a duplicated key, the last value, with a finding for each key that comes again.
pub(crate) fn parse(record: Stretch<'_>, findings: &mut Vec<Finding>) -> Option<Value> {
    let value = match serde_json::from_str::<Value>(record.text) {
        Ok(value) => value,
        Err(error) => {
            findings.push(*malformed::finding(record, &error));
            return None;
        }
    };
    findings.extend(repeated_keys(record.text).into_iter().map(|key| {
        let message = format!("the field `{}` is here a second time", key.name);
        Finding::new(&codes::DUPLICATE_KEY, record.place(key.again), message)
            .related(record.place(key.first), "it is here first")
            .help("keep the one that is right and remove the other")
    }));
    Some(value)
}
