//! The properties of an object.

use serde_json::{Map, Value, json};

pub(super) type Object = Map<String, Value>;

pub(super) fn set(object: &mut Object, name: &str, value: impl Into<Value>) {
    object.insert(name.into(), value.into());
}

pub(super) fn label(object: &mut Object, word: &str) {
    set(object, "labels", json!([word]));
}
