//! The id that a new record may have.

use serde_json::{Map, Value};
use standpoint_model::{
    Dataset, Kind,
    shape::{Form, Shape},
};
use standpoint_validate::{short_slug, slug};

use crate::ids::free;

/// The id that is made of the title, the name or the text of a record, or else of its other fields that no such record is without; with
/// a number, if another record has it. Nothing, if so much of it is in other letters that little would be left.
pub fn proposed_id(kind: Kind, fields: &Map<String, Value>, dataset: &Dataset) -> Option<String> {
    let required: Vec<_> = Shape::of(kind).fields().iter().filter(|field| field.required).collect();
    let text = required.iter().find(|field| field.r#type.form == Form::Text);
    let words = match text.and_then(|text| fields.get(&text.name)?.as_str()) {
        Some(text) => text.to_owned(),
        None => required.iter().filter_map(|field| fields.get(&field.name)).map(names_in).collect::<Vec<_>>().join(" "),
    };
    let letters = words.chars().filter(|c| c.is_alphabetic());
    let (kept, lost): (Vec<char>, Vec<char>) = letters.partition(|c| !slug(&c.to_string()).is_empty());
    let name = short_slug(&words);
    if name.is_empty() || lost.len() * 4 > kept.len() {
        return None;
    }
    Some(free(&format!("{kind}/{name}"), |id| dataset.resolve(id).is_some()))
}

/// The short names of the ids in a value, and its words.
fn names_in(value: &Value) -> String {
    match value {
        Value::String(text) => text.rsplit_once('/').map_or(text.as_str(), |(_, name)| name).to_owned(),
        Value::Array(items) => items.iter().map(names_in).collect::<Vec<_>>().join(" "),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn ids_are_made_of_titles_or_of_what_a_record_is_about() {
        let source = r#"{"kind":"source","id":"source/a-page","title":"A page","type":"other"}"#;
        let dataset = Dataset::new([serde_json::from_str(source).unwrap()]).unwrap();
        let proposed = |kind, fields: Value| proposed_id(kind, fields.as_object().unwrap(), &dataset);
        for (kind, fields, expected) in [
            (Kind::Source, json!({ "title": "A page" }), Some("source/a-page-2")),
            (Kind::Event, json!({ "title": "Attaque à Kaboul" }), Some("event/attaque-a-kaboul")),
            (Kind::Actor, json!({ "name": "Jam\u{101}\u{2BF}at" }), Some("actor/jamaat")),
            (Kind::Actor, json!({ "name": "داعش" }), None),
            (Kind::Actor, json!({ "name": "داعش 2015" }), None),
            (
                Kind::Relationship,
                json!({ "subject": "actor/a", "object": "actor/b", "type": "ally" }),
                Some("relationship/a-b-ally"),
            ),
            (Kind::Identity, json!({ "members": ["actor/a", "actor/b"] }), Some("identity/a-b")),
        ] {
            assert_eq!(proposed(kind, fields).as_deref(), expected);
        }
    }
}
