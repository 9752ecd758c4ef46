//! Walks a record together with the schema of its kind.

use std::sync::LazyLock;

use serde_json::Value;
use standpoint_model::{Kind, schema};

/// A value in a record, and what the schema says of it.
pub(crate) struct Site<'a> {
    /// Where it stands, as a JSON Pointer.
    pub(crate) pointer: String,
    pub(crate) value: &'a Value,
    pub(crate) schema: &'static Value,
    /// The name of the definition that the schema refers to, if it refers to one.
    pub(crate) definition: Option<&'static str>,
}

/// The schema of a kind, generated once.
pub(crate) fn schema_of(kind: Kind) -> &'static Value {
    static SCHEMAS: LazyLock<Vec<Value>> =
        LazyLock::new(|| Kind::ALL.iter().map(|&kind| schema::for_kind(kind)).collect());
    &SCHEMAS[kind as usize]
}

/// Every value in a record of a kind, the record itself last.
pub(crate) fn sites(kind: Kind, record: &Value) -> Vec<Site<'_>> {
    let root = schema_of(kind);
    let mut sites = Vec::new();
    visit(root, root, String::new(), record, &mut sites);
    sites
}

/// What a schema refers to, or itself where it refers to nothing.
pub(crate) fn resolved<'s>(root: &'s Value, schema: &'s Value) -> (&'s Value, Option<&'s str>) {
    match schema["$ref"].as_str() {
        Some(reference) => {
            let name = reference.strip_prefix("#/$defs/").expect("a reference to a definition");
            (&root["$defs"][name], Some(name))
        }
        None => (schema, None),
    }
}

fn visit<'a>(
    root: &'static Value,
    schema: &'static Value,
    pointer: String,
    value: &'a Value,
    sites: &mut Vec<Site<'a>>,
) {
    let (schema, definition) = resolved(root, schema);
    assert!(schema.is_object(), "the schema knows nothing of {pointer}");
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                visit(root, &schema["properties"][name], format!("{pointer}/{name}"), field, sites);
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                visit(root, &schema["items"], format!("{pointer}/{at}"), item, sites);
            }
        }
        _ => {}
    }
    sites.push(Site { pointer, value, schema, definition });
}
