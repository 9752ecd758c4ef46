//! A record withdrawn.

use serde_json::Value;
use standpoint_model::{RecordId, Status, Text, shape::Shape};
use standpoint_validate::Input;

use crate::{
    Edited, Error,
    edited::{Editing, TypedTexts, value},
};

/// Withdraws a record: it stays in the dataset, and its note says why. Readers skip it.
///
/// What rests on it is not touched; a validation names it.
///
/// ```
/// use standpoint_edit::retract;
/// use standpoint_model::{RecordId, Text};
/// use standpoint_validate::Input;
///
/// let page = r#"{"kind":"source","id":"source/page","type":"web-page","title":"A page"}"#;
/// let why = Text::new("The page was a forgery.")?;
/// let edited = retract([Input::bytes("d.ndjson", page)], &RecordId::new("source/page")?, &why)?;
/// assert_eq!(
///     std::str::from_utf8(edited.files()[0].content())?,
///     r#"{"kind":"source","id":"source/page","type":"web-page","title":"A page","status":"retracted","note":"The page was a forgery."}"#,
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`Error`] if the records cannot be read, if there is none with this id, or if it is retracted already.
pub fn retract<I: Into<Input>>(
    inputs: impl IntoIterator<Item = I>,
    id: &RecordId,
    why: &Text,
) -> Result<Edited, Error> {
    let read = TypedTexts::of(inputs)?;
    let place = read.place(id.as_str())?;
    let (text, record) = (&read.texts.records[place], &read.records[place]);
    if !record.status().is_current() {
        return Err(Error::Retracted { id: id.as_str().into() });
    }
    let note = record.note().map_or_else(|| why.to_string(), |note| format!("{note} {why}"));
    let mut changed = value(&read.texts, text);
    put(&mut changed, Shape::of(record.kind()), "status", Status::Retracted.as_str().into());
    put(&mut changed, Shape::of(record.kind()), "note", note.into());
    let mut editing = Editing::of(&read.texts);
    editing.record(text, &changed);
    editing.finish()
}

/// Gives a field of a record a value: in its place, or where records are written in the order of the shape.
fn put(record: &mut Value, shape: &Shape, name: &str, value: Value) {
    let Value::Object(fields) = record else { return };
    if let Some(there) = fields.get_mut(name) {
        *there = value;
        return;
    }
    let later = shape.object.fields.iter().skip_while(|field| field.name != name).skip(1);
    let next = later.filter_map(|field| fields.keys().position(|key| *key == field.name)).min();
    fields.shift_insert(next.unwrap_or(fields.len()), name.into(), value);
}
