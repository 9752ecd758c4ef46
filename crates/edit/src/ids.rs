//! The ids that a record names.

use serde_json::Value;
use standpoint_model::{FieldPath, Record};

/// Has `value`, which is `record` as JSON, name other ids wherever it names those for which `new` has one: in references, and in
/// the paths of readings.
pub(crate) fn replace(record: &Record, value: &mut Value, new: impl Fn(&str) -> Option<String>) {
    record.visit_references(|id, pointer| {
        if let (Some(new), Some(there)) = (new(id), value.pointer_mut(&pointer.to_string())) {
            *there = new.into();
        }
    });
    for (reading, readings) in record.basis().iter().flat_map(|basis| basis.readings.iter().enumerate()) {
        for (field, path) in readings.fields.iter().enumerate() {
            let pointer = format!("/basis/readings/{reading}/fields/{field}");
            if let (Some(new), Some(there)) = (renamed(path, &new), value.pointer_mut(&pointer)) {
                *there = new.into();
            }
        }
    }
}

/// The path with other items in it, if it has any of those.
fn renamed(path: &FieldPath, new: impl Fn(&str) -> Option<String>) -> Option<String> {
    let items = path.steps().filter_map(|(_, item)| item);
    let renamed = items.filter_map(|item| Some((item, new(item)?)));
    let mut text = None;
    for (old, new) in renamed {
        let before = text.take().unwrap_or_else(|| path.as_str().to_owned());
        text = Some(before.replace(&format!("[{old}]"), &format!("[{new}]")));
    }
    text
}
