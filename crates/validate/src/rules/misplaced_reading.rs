//! A reading names a field of the record, and no word of a vocabulary.

use serde_json::Value;
use standpoint_model::{
    FieldPath,
    shape::{Field, Form, Object, Shape},
};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    diagnose::meant::word::did_you_mean,
    recognise::Sketch,
    rules::rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("misplaced-reading", Level::Error, include_str!("../../docs/misplaced-reading.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let readings = entry.record.basis().map(|basis| &*basis.readings).unwrap_or_default();
    if readings.is_empty() {
        return;
    }
    let Ok(record) = serde_json::to_value(&entry.record) else { return };
    for (index, reading) in readings.iter().enumerate() {
        for (at, path) in reading.fields.iter().enumerate() {
            if let Some((message, help)) = fault(entry, &record, path) {
                let place = entry.value(format!("/basis/readings/{index}/fields/{at}"));
                findings.push(Finding::new(&RULE.code, place, message).help(help));
            }
        }
    }
}

/// Wider than `check`: most readings name what is there.
pub(super) fn doubt(record: &Sketch) -> bool {
    record.has_readings
}

/// What is wrong with a path, and what to do.
fn fault(entry: &Entry, record: &Value, path: &FieldPath) -> Option<(String, String)> {
    let fields = &Shape::of(entry.record.kind()).object;
    // What a reading stands in are fields too: the date of a standpoint may be read in.
    let basis = fields.field("basis").and_then(inside).filter(|_| fields.field(path.field()).is_none());
    let is_of_basis = basis.is_some_and(|basis| basis.field(path.field()).is_some());
    let mut object = if is_of_basis { basis } else { Some(fields) };
    let mut values = vec![if is_of_basis { &record["basis"] } else { record }];
    let mut last: Option<&Field> = None;
    for (name, item) in path.steps() {
        let names = || object.into_iter().flat_map(|object| &object.fields).map(|field| field.name.as_str());
        let Some(field) = object.and_then(|object| object.field(name)) else {
            let help =
                did_you_mean(name, names()).unwrap_or_else(|| "name the field in which what was read in stands".into());
            return Some((format!("there is no field `{name}` that this could be a reading of"), help));
        };
        values = values.iter().filter_map(|value| value.get(name)).flat_map(items).collect();
        if let Some(item) = item {
            values.retain(|value| is_item(value, item));
        }
        if values.is_empty() {
            let what = item.map_or_else(|| format!("`{name}`"), |item| format!("`{item}` in its `{name}`"));
            return Some((
                format!("the record has no {what}"),
                "name what the record has, or leave the reading out".into(),
            ));
        }
        object = inside(field);
        last = Some(field);
    }
    let field = last.filter(|field| is_word(field))?;
    Some((
        format!("choosing a word for `{}` is no reading", field.name),
        "leave it out of the readings; why the word was chosen can stand in the `note`".into(),
    ))
}

/// The object that a field holds, or a list of such.
fn inside(field: &Field) -> Option<&Object> {
    match &field.r#type.form {
        Form::Object(object) => Some(object),
        _ => None,
    }
}

/// The items of a list, or the one value.
fn items(value: &Value) -> Vec<&Value> {
    value.as_array().map_or_else(|| vec![value], |items| items.iter().collect())
}

/// Whether an item of a list is the one that is meant: by its text, or by an id or a text in it.
fn is_item(value: &Value, item: &str) -> bool {
    match value {
        Value::Object(fields) => fields.values().any(|field| field == item),
        value => value == item,
    }
}

/// Whether a field holds words of a vocabulary of the model. Codes of countries are facts.
fn is_word(field: &Field) -> bool {
    let Form::Word(vocabulary) = &field.r#type.form else { return false };
    vocabulary.words.iter().any(|word| word.meaning.is_some())
}
