//! A record on its way from format 0.1 to 0.2.

use serde_json::{Map, Value, json};
use standpoint_model::Kind;

/// The format that records come from.
pub(super) const OLD_FORMAT: &str = "0.1";

/// The dataset in whose name codings keep what format 0.1 said.
const OLD_DATASET: &str = "standpoint";

/// A record that is being changed.
pub(super) struct Draft {
    pub(super) kind: Kind,
    pub(super) fields: Map<String, Value>,
    /// What was kept as a coding or in the note, because no field of the format has room for it.
    pub(super) kept: Vec<Kept>,
}

/// Something that no field has room for.
pub(super) struct Kept {
    /// The JSON Pointer of its place in the record as it was.
    pub(super) pointer: String,
    /// What became of it.
    pub(super) message: String,
}

impl Draft {
    pub(super) fn new(kind: Kind, fields: Map<String, Value>) -> Self {
        Self { kind, fields, kept: Vec::new() }
    }

    /// The text of a field.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.fields.get(name)?.as_str()
    }

    /// The items of a list. None, if there is no list.
    pub(super) fn items(&self, name: &str) -> &[Value] {
        self.fields.get(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }

    /// The list of a name, which is made if it is not there: before `next`, or at the end if that is not there either.
    pub(super) fn list(&mut self, name: &str, next: &str) -> &mut Vec<Value> {
        if !self.fields.get(name).is_some_and(Value::is_array) {
            self.put(name, json!([]), next);
        }
        match self.fields.get_mut(name) {
            Some(Value::Array(list)) => list,
            _ => unreachable!("a list was put there"),
        }
    }

    /// Gives a field that is not there yet a value, before `next` or at the end.
    pub(super) fn put(&mut self, name: &str, value: Value, next: &str) {
        let end = self.fields.len();
        let at = self.fields.keys().position(|key| key == next).unwrap_or(end);
        self.fields.shift_insert(at, name.into(), value);
    }

    /// Takes a field out.
    pub(super) fn take(&mut self, name: &str) -> Option<Value> {
        self.fields.shift_remove(name)
    }

    /// Keeps what stood at `pointer` as a coding.
    pub(super) fn keep(&mut self, column: &str, value: &str) {
        let coding = json!({ "scheme": scheme(column), "value": value, "version": OLD_FORMAT });
        let codings = self.list("codings", "basis");
        if !codings.contains(&coding) {
            codings.push(coding);
        }
    }

    /// Says that something was kept, and why.
    pub(super) fn say(&mut self, pointer: impl Into<String>, message: impl Into<String>) {
        self.kept.push(Kept { pointer: pointer.into(), message: message.into() });
    }

    /// Adds a sentence to the note.
    pub(super) fn add_note(&mut self, sentence: &str) {
        match self.fields.get_mut("note") {
            Some(Value::String(note)) => {
                note.push(' ');
                note.push_str(sentence);
            }
            _ => self.put("note", sentence.into(), "allow"),
        }
    }
}

/// The scheme of the codings that keep what stood in a field of format 0.1.
pub(super) fn scheme(column: &str) -> String {
    format!("{OLD_DATASET}/{column}")
}
