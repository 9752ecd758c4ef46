//! The exact path: one record's JSON against the schema of its own kind, each error at its field.
//!
//! The published schemas say what JSON Schema can say. What only the types know (that 30 February is no day, that an
//! estimate's low is not above its high) is added here as a keyword on the definitions that have a type of their own,
//! so that the types stay the one place where such rules are written.

mod fault;
mod field;
mod kind;
mod kind_schema;
mod mismatch;
mod outdated;
mod site;
mod translate;

pub(crate) use fault::Fault;
pub(crate) use kind::{Diagnosis, diagnose};

/// The JSON Pointers to whatever is a `Text` by the shape of a kind, in a record of that kind.
#[cfg(test)]
pub(crate) fn texts_of(kind: standpoint_model::Kind, record: &serde_json::Value) -> Vec<String> {
    fn walk(site: site::Site<'_>, value: &serde_json::Value, pointer: &str, found: &mut Vec<String>) {
        if site.is_of("Text") {
            found.push(pointer.to_owned());
        }
        for (name, value) in value.as_object().into_iter().flatten() {
            walk(site.field(name).expect("the record is valid"), value, &format!("{pointer}/{name}"), found);
        }
        for (index, value) in value.as_array().into_iter().flatten().enumerate() {
            walk(site.item().expect("the record is valid"), value, &format!("{pointer}/{index}"), found);
        }
    }
    let mut found = Vec::new();
    walk(site::Site::Record(standpoint_model::shape::Shape::of(kind)), record, "", &mut found);
    found
}
