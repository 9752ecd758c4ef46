//! The kind that a record has, or was meant to have, and what is wrong with the record as one of that kind.

use serde_json::{Map, Value};
use standpoint_model::{
    Kind,
    shape::{Form, Shape},
};
use standpoint_report::{Change, Code, Part};

use super::{fault::Fault, field::escaped, kind_schema::faults, outdated};
use crate::{
    codes,
    diagnose::meant::{
        did_you_mean,
        word::{known, nearest, same_word},
    },
};

/// What is wrong with a record.
pub(crate) struct Diagnosis {
    /// The kind that it has or was meant to have, as far as anybody can tell.
    pub(crate) kind: Option<Kind>,
    /// What is wrong, of the kind first.
    pub(crate) faults: Vec<Fault>,
}

/// What is wrong with `record`, whose kind need not be right. A wrong kind is one fault: the rest is compared with the
/// kind that was meant.
pub(crate) fn diagnose(record: &Value) -> Diagnosis {
    let Diagnosis { kind, faults } = as_written(record);
    let faults = match kind {
        Some(kind) if !faults.is_empty() => outdated::told(kind, record, faults),
        _ => faults,
    };
    Diagnosis { kind, faults }
}

fn as_written(record: &Value) -> Diagnosis {
    let Value::Object(fields) = record else {
        return Diagnosis { kind: None, faults: vec![no_record(record)] };
    };
    match fields.get("kind") {
        Some(Value::String(word)) => match Kind::from_word(word) {
            Some(kind) => of_kind(kind, record, fields),
            None => match same_word(word, words()).and_then(Kind::from_word) {
                Some(kind) => written(word, kind, as_kind(kind, fields)),
                None => unknown(word, fields),
            },
        },
        Some(_) => with(&codes::UNKNOWN_KIND, "the kind is a word in quotation marks".into(), meant(fields, None)),
        None => {
            if let Some(kind) = misspelt(fields) {
                // The schema says of the key what it is called.
                return Diagnosis { kind: Some(kind), faults: faults(kind, record) };
            }
            if let Some(fault) = wrapped(fields) {
                return Diagnosis { kind: None, faults: vec![fault] };
            }
            with(&codes::MISSING_KIND, "this record has no `kind`".into(), meant(fields, None))
        }
    }
}

/// What is wrong with a record that says it is of `kind`, unless it is better as one of the kind that its id names.
fn of_kind(kind: Kind, record: &Value, fields: &Map<String, Value>) -> Diagnosis {
    let own = faults(kind, record);
    let named = fields.get("id").and_then(Value::as_str).and_then(Kind::of_id).filter(|named| *named != kind);
    match named.map(|named| (named, as_kind(named, fields))) {
        Some((named, others)) if others.len() < own.len() => with(
            &codes::WRONG_KIND,
            format!("`{kind}` is not the kind of this record, by its id and its fields"),
            Some((named, others)),
        ),
        _ => Diagnosis { kind: Some(kind), faults: own },
    }
}

/// The fault of a kind that is written in other letters, and those that the record has.
fn written(word: &str, kind: Kind, others: Vec<Fault>) -> Diagnosis {
    let fault = Fault {
        code: &codes::UNKNOWN_KIND,
        pointer: "/kind".into(),
        part: Part::Value,
        message: format!("there is no kind `{word}`"),
        help: Some(did_you_mean(kind)),
        change: Some(Change::text(kind.as_str())),
        missing: None,
    };
    Diagnosis { kind: Some(kind), faults: [fault].into_iter().chain(others).collect() }
}

/// What is wrong with a record of a kind that is none. The word may be the type of what was meant: `person`, `agreement`.
fn unknown(word: &str, fields: &Map<String, Value>) -> Diagnosis {
    let message = format!("there is no kind `{word}`");
    let typed = types(word).map(|(kind, field, own)| {
        let mut record = fields.clone();
        record.entry(field).or_insert_with(|| own.into());
        (kind, format!(", \"{field}\": \"{own}\""), fields.contains_key(field), as_kind(kind, &record))
    });
    let Some((kind, r#type, has_type, others)) = typed.min_by_key(|(.., faults)| faults.len()) else {
        return with(&codes::UNKNOWN_KIND, message, meant(fields, Some(word)));
    };
    // The id may say better what was meant.
    if let Some(named) = meant(fields, None).filter(|(_, faults)| faults.len() < others.len()) {
        return with(&codes::UNKNOWN_KIND, message, Some(named));
    }
    let mut diagnosis = with(&codes::UNKNOWN_KIND, message, Some((kind, others)));
    let mut help = format!("did you mean `\"kind\": \"{kind}\"{}`?", if has_type { "" } else { &r#type });
    let id = fields.get("id").and_then(Value::as_str);
    if let Some(name) = id.and_then(|id| id.strip_prefix(word)?.strip_prefix('/')) {
        diagnosis.faults.retain(|fault| fault.pointer != "/id");
        help = format!("{help} the id is then `{kind}/{name}`");
    }
    diagnosis.faults[0].help = Some(help);
    diagnosis
}

/// The kinds that have a type or a form of this name, each with the field and the word.
fn types(word: &str) -> impl Iterator<Item = (Kind, &'static str, &'static str)> {
    let fields = Kind::ALL.iter().flat_map(|kind| ["type", "form"].map(|field| (*kind, field)));
    fields.filter_map(move |(kind, field)| {
        let Form::Word(vocabulary) = &Shape::of(kind).object.field(field)?.r#type.form else { return None };
        let words = vocabulary.words.iter().filter(|known| known.meaning.is_some()).map(|known| known.word.as_str());
        Some((kind, field, known(word, words)?))
    })
}

/// A fault of the kind, and those that the record has as one of the kind that was meant.
fn with(code: &'static Code, message: String, meant: Option<(Kind, Vec<Fault>)>) -> Diagnosis {
    let (kind, others) = meant.unzip();
    let help = match kind {
        Some(kind) if *code == codes::MISSING_KIND => format!("by its id or its fields, it is `\"kind\": \"{kind}\"`"),
        Some(kind) => did_you_mean(kind),
        None => format!("the kinds are {}", words().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")),
    };
    let (pointer, part) = if *code == codes::MISSING_KIND { ("", Part::Key) } else { ("/kind", Part::Value) };
    let fault = Fault { code, pointer: pointer.into(), part, message, help: Some(help), change: None, missing: None };
    let others = others.into_iter().flatten().map(Fault::in_doubt);
    Diagnosis { kind, faults: [fault].into_iter().chain(others).collect() }
}

/// The kind that was meant, with the faults that the record has as one of it: the one that the id names or that is
/// written almost so, whichever has fewer faults; else the only one that has all the fields.
fn meant(fields: &Map<String, Value>, word: Option<&str>) -> Option<(Kind, Vec<Fault>)> {
    let prefix = fields.get("id").and_then(Value::as_str).and_then(|id| id.split_once('/')).map(|(prefix, _)| prefix);
    let named = [prefix, word].into_iter().flatten().filter_map(|word| Kind::from_word(nearest(word, words())?));
    let named = named.map(|kind| (kind, as_kind(kind, fields))).min_by_key(|(_, faults)| faults.len());
    named.or_else(|| {
        let has_all = |kind: &Kind| {
            let record = &Shape::of(*kind).object;
            fields.keys().all(|name| record.field(name).is_some())
        };
        let mut kinds = Kind::ALL.iter().copied().filter(has_all);
        let kind = kinds.next()?;
        kinds.next().is_none().then(|| (kind, as_kind(kind, fields)))
    })
}

/// The faults that the record has if it is of `kind`.
fn as_kind(kind: Kind, fields: &Map<String, Value>) -> Vec<Fault> {
    let mut record = fields.clone();
    record.insert("kind".into(), kind.as_str().into());
    faults(kind, &Value::Object(record))
}

/// The kind that stands under a key that is all but `kind`.
fn misspelt(fields: &Map<String, Value>) -> Option<Kind> {
    let (_, word) = fields.iter().find(|(key, _)| nearest(key, ["kind"]).is_some())?;
    Kind::from_word(word.as_str()?)
}

/// The fault of an object around records.
fn wrapped(fields: &Map<String, Value>) -> Option<Fault> {
    let is_list_of_records = |value: &Value| value.as_array()?.first()?.get("kind").map(|_| ());
    if let Some(fault) = keyed(fields, "") {
        return Some(fault);
    }
    let inside = |(name, value): (&String, &Value)| keyed(value.as_object()?, &format!("/{}", escaped(name)));
    if let Some(fault) = fields.iter().find_map(inside) {
        return Some(fault);
    }
    let (name, _) = fields.iter().find(|(_, value)| is_list_of_records(value).is_some())?;
    Some(Fault {
        code: &codes::NOT_A_RECORD,
        pointer: format!("/{}", escaped(name)),
        part: Part::Key,
        message: "these records are inside another object".into(),
        help: Some("a file holds one record or one list of records, `[` … `]`, with nothing around it".into()),
        change: None,
        missing: None,
    })
}

/// The fault of an object at a pointer whose fields are records, under their ids or whatever names.
fn keyed(fields: &Map<String, Value>, pointer: &str) -> Option<Fault> {
    let (name, _) = fields.iter().next()?;
    let is_record = |(name, value): (&String, &Value)| {
        value.as_object().is_some_and(|fields| fields.contains_key("kind") || Kind::of_id(name).is_some())
    };
    fields.iter().all(is_record).then(|| Fault {
        code: &codes::NOT_A_RECORD,
        pointer: format!("{pointer}/{}", escaped(name)),
        part: Part::Key,
        message: "these records stand under names, as the fields of one object".into(),
        help: Some(
            "write them as a list, `[{\"kind\": …, \"id\": …}, …]`, with the `kind` and the `id` of each inside it"
                .into(),
        ),
        change: None,
        missing: None,
    })
}

fn no_record(value: &Value) -> Fault {
    let is_json = value.as_str().is_some_and(|text| text.trim_start().starts_with(['{', '[']));
    let help = if is_json {
        "write it without the quotation marks around it, and without the backslashes: a program made a text of it"
    } else if value.is_array() {
        "a record is an object in curly brackets; a list of records is a file by itself, whose name ends in `.json`"
    } else {
        "a record is an object in curly brackets, with a `kind` and an `id`"
    };
    Fault {
        code: &codes::NOT_A_RECORD,
        pointer: String::new(),
        part: Part::Value,
        message: "this is not a record".into(),
        help: Some(help.into()),
        change: None,
        missing: None,
    }
}

fn words() -> impl Iterator<Item = &'static str> {
    Kind::ALL.iter().map(|kind| kind.as_str())
}
