//! Whether a record is one of format 0.1, by the schemas that were published with it, or has the form of one of 0.2.

use std::sync::OnceLock;

use jsonschema::{ValidationError, Validator, error::ValidationErrorKind};
use serde_json::{Value, json};
use standpoint_model::{Kind, schema::for_kind};
use standpoint_report::{Code, Finding, Level, Part, Place, Spot};
use standpoint_validate::TextRecord;

use super::draft::OLD_FORMAT;

/// The schema of any record, which holds those of the kinds.
const SCHEMA: &str = include_str!("../../schemas-0.1/record.schema.json");

/// What is not of format 0.1.
pub(super) static CODE: Code =
    Code::fixed("not-format-0-1", Level::Error, include_str!("../../docs/not-format-0-1.md"));

/// What to do about a record that was brought forward before the others.
const HELP: &str = "write `\"format\": \"0.2\"` into the manifest; then this record is left as it is, and those that are of \
                    format 0.1 come forward";

/// A validator for each kind, made when it is first needed. None, if the format has no such kind.
type Validators = [OnceLock<Option<Validator>>; Kind::ALL.len()];

/// The schema of a kind in format 0.1.
fn of(kind: Kind) -> Option<&'static Validator> {
    static VALIDATORS: Validators = [const { OnceLock::new() }; Kind::ALL.len()];
    let make = || {
        let all: Value = serde_json::from_str(SCHEMA).ok()?;
        let name = format!("{kind}-record");
        let definitions = all.get("$defs").filter(|definitions| definitions.get(&name).is_some())?;
        jsonschema::validator_for(&json!({ "$ref": format!("#/$defs/{name}"), "$defs": definitions })).ok()
    };
    VALIDATORS[kind as usize].get_or_init(make).as_ref()
}

/// Whether a record has the form of one of format 0.2. Its values may be wrong all the same, such as an estimate whose ends
/// are in the wrong order: that makes it none of format 0.1.
pub(super) fn is_new(record: &Value) -> bool {
    static VALIDATORS: Validators = [const { OnceLock::new() }; Kind::ALL.len()];
    kind(record).is_some_and(|kind| {
        let make = || jsonschema::validator_for(&for_kind(kind)).ok();
        VALIDATORS[kind as usize].get_or_init(make).as_ref().is_some_and(|validator| validator.is_valid(record))
    })
}

/// The kind of a record, if it is one of format 0.1.
pub(super) fn kind_if_valid(record: &Value) -> Option<Kind> {
    let kind = kind(record)?;
    of(kind)?.is_valid(&without_format(kind, record)).then_some(kind)
}

/// The kind of a record, or what keeps it from being one of format 0.1.
pub(super) fn check(record: &Value, at: &TextRecord) -> Result<Kind, Vec<Finding>> {
    let finding = |fault: Fault| {
        let spot = Spot::Pointer { record: at.bytes.clone(), pointer: fault.pointer, part: fault.part };
        Finding::new(&CODE, Place { document: at.file, spot }, fault.message)
    };
    let Some(kind) = kind(record) else { return Err(vec![finding(without_kind(record))]) };
    let faults = faults_of(kind, record);
    if faults.is_empty() {
        return Ok(kind);
    }
    if kind != Kind::Dataset && is_new(record) {
        let message = "this record is of format 0.2 already, and the manifest says that it is of 0.1".into();
        return Err(vec![finding(Fault { pointer: "/id".into(), part: Part::Value, message }).help(HELP)]);
    }
    Err(faults.into_iter().map(finding).collect())
}

fn without_kind(record: &Value) -> Fault {
    let (pointer, message) = match record.get("kind") {
        Some(kind) => ("/kind", format!("{kind} is not a kind of record")),
        None => ("", "this is not a record: it has no `kind`".into()),
    };
    Fault { pointer: pointer.into(), part: Part::Value, message }
}

/// What keeps a record of a kind from being one of format 0.1.
fn faults_of(kind: Kind, record: &Value) -> Vec<Fault> {
    let Some(validator) = of(kind) else {
        let message = format!("format 0.1 has no records of the kind `{kind}`");
        return vec![Fault { pointer: "/kind".into(), part: Part::Value, message }];
    };
    validator.iter_errors(&without_format(kind, record)).flat_map(|error| faults(&error)).collect()
}

/// A manifest that says that it is of format 0.1 is none by the schema, which knows no formats.
fn without_format(kind: Kind, record: &Value) -> std::borrow::Cow<'_, Value> {
    match record {
        Value::Object(fields) if kind == Kind::Dataset && fields.get("format").is_some_and(|it| *it == OLD_FORMAT) => {
            let mut fields = fields.clone();
            fields.shift_remove("format");
            std::borrow::Cow::Owned(Value::Object(fields))
        }
        _ => std::borrow::Cow::Borrowed(record),
    }
}

fn kind(record: &Value) -> Option<Kind> {
    record.get("kind")?.as_str().and_then(Kind::from_word)
}

/// Something in a record that format 0.1 does not have.
struct Fault {
    pointer: String,
    part: Part,
    message: String,
}

/// What an error of the schema says, in words for those who wrote the record.
fn faults(error: &ValidationError<'_>) -> Vec<Fault> {
    let pointer = error.instance_path().as_str();
    let here = |message| vec![Fault { pointer: pointer.into(), part: Part::Value, message }];
    let value = error.instance();
    if let ValidationErrorKind::AdditionalProperties { unexpected } = error.kind() {
        let fault = |name: &String| Fault {
            pointer: format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1")),
            part: Part::Key,
            message: format!("format 0.1 has no field `{name}` here"),
        };
        return unexpected.iter().map(fault).collect();
    }
    match error.kind() {
        ValidationErrorKind::Required { property } => {
            here(format!("the field `{}` is missing", property.as_str().unwrap_or_default()))
        }
        ValidationErrorKind::Enum { options } => {
            let words: Vec<String> = options
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str)
                .map(|word| format!("`{word}`"))
                .collect();
            let most = 20;
            let all = if words.len() > most { String::new() } else { format!(": {}", words.join(", ")) };
            here(format!("{value} is not one of the allowed values of format 0.1{all}"))
        }
        _ => here(format!("this is not what format 0.1 has here: {error}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_format_0_1_has_a_schema_that_compiles() {
        let without: Vec<Kind> = Kind::ALL.iter().copied().filter(|kind| of(*kind).is_none()).collect();
        assert_eq!(without, [Kind::Issue, Kind::Position, Kind::Identity]);
        assert!(Kind::ALL.iter().all(|kind| jsonschema::validator_for(&for_kind(*kind)).is_ok()));
    }
}
