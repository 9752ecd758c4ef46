//! The tables tell of every field and every word of format 0.1 that 0.2 does not have.

use std::collections::BTreeSet;

use serde_json::Value;
use standpoint_model::{Kind, schema::for_kind};
use standpoint_validate::{catalogue, codebook_rules};

use super::{looks::LOOKS, migration_codes, words::WORDS};

/// The fields that are gone, and that [`super::changes`] moves.
const MOVED_FIELDS: &[&str] = &["Basis.contradicts", "event.targets", "source.language"];

/// The words that are gone, and that [`super::changes`] turns.
const TURNED_WORDS: &[&str] = &["RelationshipType led-by"];

/// The fields whose values have another form.
const REFORMED_FIELDS: &[&str] = &["event.places", "statement.topic"];

fn old() -> Value {
    serde_json::from_str(include_str!("../../schemas-0.1/record.schema.json")).unwrap()
}

/// The objects of a schema, by name: the kinds, and the definitions.
fn objects(schema: &Value) -> Vec<(String, &Value)> {
    let definitions = schema["$defs"].as_object().unwrap();
    definitions.iter().map(|(name, definition)| (name.trim_end_matches("-record").to_owned(), definition)).collect()
}

/// The definition of a name in the schemas of format 0.2.
fn new(name: &str) -> Option<Value> {
    if let Some(kind) = Kind::from_word(name) {
        return Some(for_kind(kind));
    }
    Kind::ALL.iter().find_map(|kind| for_kind(*kind)["$defs"].get(name).cloned())
}

#[test]
fn every_field_of_format_0_1_is_there_or_is_moved() {
    let (mut gone, mut reformed) = (BTreeSet::new(), BTreeSet::new());
    let schema = old();
    for (name, definition) in objects(&schema) {
        let Some(fields) = definition["properties"].as_object() else { continue };
        let new = new(&name).unwrap_or_else(|| panic!("{name}"));
        for (field, old) in fields {
            let path = format!("{name}.{field}");
            let Some(now) = new["properties"].get(field) else {
                gone.insert(path);
                continue;
            };
            let form = |field: &Value| (field["$ref"].clone(), field["items"]["$ref"].clone(), field["type"].clone());
            // What is wider takes whatever was there.
            let is_wider =
                ["ActorId", "ActorEventId", "Count"].iter().any(|name| old["$ref"] == format!("#/$defs/{name}"));
            if form(old) != form(now) && !is_wider {
                reformed.insert(path);
            }
        }
    }
    assert_eq!(gone, MOVED_FIELDS.iter().map(|field| (*field).to_owned()).collect());
    assert_eq!(reformed, REFORMED_FIELDS.iter().map(|field| (*field).to_owned()).collect());
}

#[test]
fn every_word_of_format_0_1_is_there_or_has_a_row() {
    let mut gone = BTreeSet::new();
    let schema = old();
    for (name, definition) in objects(&schema) {
        let Some(words) = definition["enum"].as_array() else { continue };
        let new = new(&name).unwrap_or_else(|| panic!("{name}"));
        let now = new["enum"].as_array().unwrap();
        let without = words.iter().filter(|word| !now.contains(word));
        gone.extend(without.map(|word| format!("{name} {}", word.as_str().unwrap())));
    }
    let of = |word: &super::words::Word| match word.field {
        super::words::Field::Type => format!("EventType {}", word.old),
        super::words::Field::Role => format!("Role {}", word.old),
    };
    let told: BTreeSet<String> =
        WORDS.iter().map(of).chain(TURNED_WORDS.iter().map(|word| (*word).to_owned())).collect();
    assert_eq!(gone, told);
}

#[test]
fn every_new_word_is_one_and_every_look_is_at_a_word_of_format_0_1() {
    let roles = new("Role").unwrap();
    let types = new("EventType").unwrap();
    for word in WORDS {
        let words = if word.field == super::words::Field::Role { &roles } else { &types };
        assert!(words["enum"].as_array().unwrap().contains(&word.new.into()), "{}", word.new);
    }
    let all: BTreeSet<String> = objects(&old())
        .iter()
        .flat_map(|(_, definition)| definition["enum"].as_array().cloned().unwrap_or_default())
        .filter_map(|word| word.as_str().map(str::to_owned))
        .collect();
    assert!(LOOKS.iter().flat_map(|look| look.words).all(|word| all.contains(*word)));
}

#[test]
fn every_code_has_a_page_and_none_is_one_of_the_validator() {
    let names: BTreeSet<&str> = migration_codes().map(|code| code.name).collect();
    assert_eq!(names.len(), migration_codes().count());
    for code in migration_codes() {
        assert!(code.page.starts_with(&format!("# {}\n\n", code.name)) && !code.advice().is_empty(), "{}", code.name);
        assert!(catalogue::by_name(code.name).is_none(), "{}", code.name);
        assert_eq!(codebook_rules(code).count(), code.page.matches("Codebook:").count(), "{}", code.name);
    }
}
