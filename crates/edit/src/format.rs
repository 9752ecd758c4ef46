//! The one form in which records are written.

use serde_json::{Map, Value};
use standpoint_model::{
    Kind,
    shape::{Field, Form, Object, Shape},
};
use standpoint_validate::{Input, TextFile};

use crate::{
    Edited, EditedFile, Error,
    edited::{json, value},
};

/// Writes files of records in one form, whatever they say: the fields in the order of the model, lists and single records over
/// several lines with two blanks a level, records by lines without any; line ends of one byte, one at the end, and no byte order
/// mark. No value is touched, and records stay where they are.
///
/// Fields that the model does not know come last, in their order.
///
/// ```
/// use standpoint_edit::format;
/// use standpoint_validate::Input;
///
/// let page = r#"{ "title": "A page", "kind": "source", "type": "web-page", "id": "source/page" }"#;
/// let edited = format([Input::bytes("d.ndjson", page)])?;
/// let text = std::str::from_utf8(edited.files()[0].content())?;
/// assert_eq!(text, "{\"kind\":\"source\",\"id\":\"source/page\",\"title\":\"A page\",\"type\":\"web-page\"}\n");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`Error`] if a file cannot be read, or holds what is not JSON, such as a comment.
pub fn format<I: Into<Input>>(inputs: impl IntoIterator<Item = I>) -> Result<Edited, Error> {
    let texts = json(inputs)?;
    let (mut files, mut changed) = (Vec::with_capacity(texts.files.len()), 0);
    for (index, file) in texts.files.iter().enumerate() {
        let records: Vec<Value> = texts
            .records
            .iter()
            .filter(|record| record.file == index)
            .map(|record| in_order(value(&texts, record)))
            .collect();
        let edited = EditedFile::of(file.clone(), &written(file, &records))?;
        changed += if edited.is_changed() { records.len() } else { 0 };
        files.push(edited);
    }
    Ok(Edited::of(files, changed))
}

/// The text of a file that holds these records, arranged as it is.
fn written(file: &TextFile, records: &[Value]) -> String {
    let is_list = file.text().trim_start().starts_with('[');
    match records {
        _ if file.is_by_lines() => records.iter().map(|record| record.to_string() + "\n").collect(),
        [record] if !is_list => format!("{record:#}\n"),
        _ => format!("{:#}\n", Value::from(records)),
    }
}

/// A record with its fields in the order of the model. What has no kind is left as it is.
fn in_order(record: Value) -> Value {
    let kind = record.get("kind").and_then(Value::as_str).and_then(Kind::from_word);
    match (record, kind) {
        (Value::Object(fields), Some(kind)) => Value::Object(of_object(fields, &Shape::of(kind).object)),
        (other, _) => other,
    }
}

fn of_object(mut fields: Map<String, Value>, object: &Object) -> Map<String, Value> {
    let known = object.fields.iter().filter_map(|field| {
        let value = fields.shift_remove(&field.name)?;
        Some((field.name.clone(), of_field(value, field)))
    });
    let mut ordered: Map<String, Value> = known.collect();
    ordered.append(&mut fields);
    ordered
}

fn of_field(value: Value, field: &Field) -> Value {
    match (value, &field.r#type.form) {
        (Value::Object(fields), Form::Object(object)) => Value::Object(of_object(fields, object)),
        (Value::Array(items), Form::Object(_)) => items.into_iter().map(|item| of_field(item, field)).collect(),
        (other, _) => other,
    }
}
