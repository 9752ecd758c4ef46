//! A small invented dataset that uses every kind and every field.

use serde_json::Value;
use standpoint_export::{Format, Records};
use standpoint_import::Tables;
use standpoint_model::{Dataset, Record};
use standpoint_report::Levels;

const RECORDS: &str = include_str!("sample.json");

/// The fields that a page shows as they are.
const SHOWN_FIELDS: [&str; 21] = [
    "title",
    "name",
    "text",
    "description",
    "note",
    "summary",
    "population",
    "publisher",
    "rights",
    "quote",
    "locator",
    "value",
    "scheme",
    "version",
    "license",
    "url",
    "base_iri",
    "authors",
    "label",
    "question",
    "words",
];

pub(crate) fn dataset() -> Dataset {
    with_texts(str::to_owned)
}

/// Those of them that hold prose or names.
const PROSE_FIELDS: [&str; 15] = [
    "title",
    "name",
    "text",
    "description",
    "note",
    "summary",
    "population",
    "publisher",
    "rights",
    "quote",
    "locator",
    "value",
    "label",
    "question",
    "words",
];

/// The fields that a page puts in words of its own, or names a record for.
const REWORDED_FIELDS: [&str; 73] = [
    "type",
    "kind",
    "modality",
    "stance",
    "via",
    "when",
    "role",
    "outcome",
    "category",
    "measure",
    "topic",
    "created",
    "modified",
    "published",
    "accessed",
    "country",
    "overlaps",
    "reliability",
    "subject",
    "object",
    "actor",
    "holder",
    "source",
    "places",
    "follows",
    "part_of",
    "within",
    "towards",
    "supported_by",
    "about",
    "language",
    "access",
    "addressed_to",
    "answers",
    "by",
    "carried_by",
    "caused_by",
    "decided",
    "due",
    "extent",
    "fields",
    "firmness",
    "form",
    "format",
    "handling",
    "holders",
    "how",
    "importance",
    "in",
    "issue",
    "issues",
    "lists",
    "match",
    "media_type",
    "members",
    "occurrence",
    "of",
    "on",
    "once",
    "owed_by",
    "owed_to",
    "place",
    "position",
    "precision",
    "reports",
    "seat",
    "serves",
    "side",
    "support",
    "unit",
    "verdict",
    "with",
    "languages",
];

/// The fields that a page leaves out, by its documentation, or shows only in part.
const OMITTED_FIELDS: [&str; 6] = ["id", "sha256", "mentions", "status", "code", "why"];

/// The sample with each of its texts replaced. Those of withdrawn records stay as they are.
pub(crate) fn with_texts(mut replace: impl FnMut(&str) -> String) -> Dataset {
    let mut records: Vec<Value> = serde_json::from_str(RECORDS).unwrap();
    for record in &mut records {
        if record.get("status").is_none() {
            replace_texts(record, &mut replace);
        }
    }
    dataset_of(records.into_iter().map(|record| serde_json::from_value(record).unwrap()))
}

fn replace_texts(value: &mut Value, replace: &mut impl FnMut(&str) -> String) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| replace_texts(item, replace)),
        Value::Object(fields) => {
            for (key, field) in fields {
                match field {
                    Value::String(text) if PROSE_FIELDS.contains(&key.as_str()) && text != "TJK" && text != "shore" => {
                        *text = replace(text);
                    }
                    other => replace_texts(other, replace),
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The strings of a record that a page shows as they are.
///
/// A field that is in none of the lists panics, so that a new one is not forgotten.
pub(crate) fn shown_texts(record: &Record) -> Vec<String> {
    let mut texts = Vec::new();
    collect_texts("", &serde_json::to_value(record).unwrap(), &mut texts);
    texts
}

fn collect_texts(key: &str, value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect_texts(key, item, texts)),
        Value::Object(fields) => fields.iter().for_each(|(key, field)| collect_texts(key, field, texts)),
        Value::String(text) if SHOWN_FIELDS.contains(&key) => texts.push(text.clone()),
        Value::String(_) => {
            assert!(REWORDED_FIELDS.contains(&key) || OMITTED_FIELDS.contains(&key), "is `{key}` on the page?");
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

pub(crate) fn dataset_of(records: impl IntoIterator<Item = Record>) -> Dataset {
    Dataset::new(records).unwrap()
}

/// The whole dataset, what is not public too, in the format called `name`, which is text.
pub(crate) fn export(name: &str, dataset: &Dataset) -> String {
    String::from_utf8(bytes(name, dataset)).unwrap()
}

/// The whole dataset, what is not public too, in the format called `name`, which is one file.
pub(crate) fn bytes(name: &str, dataset: &Dataset) -> Vec<u8> {
    let mut bytes = Vec::new();
    Format::by_name(name).unwrap().write_to(whole(dataset), &mut bytes).unwrap();
    bytes
}

/// The records of the dataset, what is not public too, whatever the format.
pub(crate) fn whole(dataset: &Dataset) -> Records<'_> {
    Records::of(dataset).public(false)
}

/// The records that tables hold, whatever a validation says of them.
pub(crate) fn records_of(tables: Tables) -> Result<Dataset, String> {
    let imported = tables.import(&Levels::default(), &[]).map_err(|error| error.to_string())?;
    let records: Option<Vec<Record>> = imported.rows().iter().map(|row| row.record.clone()).collect();
    Dataset::new(records.ok_or_else(|| format!("{:?}", imported.report().diagnostics()))?)
        .map_err(|error| error.to_string())
}
