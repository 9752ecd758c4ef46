//! The published schemas are those of the types, and say of each field what a data author needs.

#![expect(clippy::disallowed_methods, reason = "the schemas are compared with the files that hold them")]

use std::{collections::BTreeSet, fs, path::Path};

use serde_json::{Map, Value, json};
use standpoint_model::{CountryCode, Duration, Edtf, LanguageTag, License, Unit, Version, WebAddress, schema};

use crate::{site::resolved, validator::compiled};

const MENDED_BY: &str = "run `cargo run -- schema --out schemas` and commit what it writes";

#[test]
fn the_folder_of_schemas_is_up_to_date() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schemas");
    for published in schema::all() {
        let name = published.file_name();
        let text = fs::read_to_string(folder.join(&name)).unwrap_or_default();
        assert!(text == published.to_json(), "schemas/{name} is not the schema of the types: {MENDED_BY}");
    }
}

/// Calls `check` with every schema inside `schema`, `schema` itself first, and its JSON Pointer.
fn each_schema(schema: &Value, pointer: &str, check: &mut impl FnMut(&str, &Map<String, Value>)) {
    let Some(keywords) = schema.as_object() else { return };
    check(pointer, keywords);
    for (keyword, value) in keywords {
        let pointer = format!("{pointer}/{keyword}");
        match keyword.as_str() {
            "properties" | "$defs" => {
                for (name, schema) in value.as_object().into_iter().flatten() {
                    each_schema(schema, &format!("{pointer}/{name}"), check);
                }
            }
            "allOf" | "anyOf" | "oneOf" => {
                for (at, schema) in value.as_array().into_iter().flatten().enumerate() {
                    each_schema(schema, &format!("{pointer}/{at}"), check);
                }
            }
            "items" | "if" | "then" | "else" | "not" | "additionalProperties" => each_schema(value, &pointer, check),
            _ => {}
        }
    }
}

/// Whether a field shows an example, its own or one of each thing that it is made of.
fn has_example(root: &Value, field: &Value) -> bool {
    if field.get("examples").is_some() {
        return true;
    }
    let (schema, definition) = resolved(root, field);
    if definition.is_some() && has_example(root, schema) {
        return true;
    }
    match (schema.get("properties"), schema.get("items")) {
        (Some(properties), _) => {
            properties.as_object().is_some_and(|properties| properties.values().all(|field| has_example(root, field)))
        }
        (None, Some(items)) => has_example(root, items),
        (None, None) => false,
    }
}

#[test]
fn every_field_has_a_description_and_an_example() {
    for published in schema::all() {
        let root = &published.schema();
        each_schema(root, "", &mut |pointer, keywords| {
            for (name, field) in keywords.get("properties").and_then(Value::as_object).into_iter().flatten() {
                if pointer.ends_with("/if") {
                    continue;
                }
                let place = format!("{} {pointer}/{name}", published.name);
                let described =
                    |schema: &Value| schema["description"].as_str().is_some_and(|text| text.ends_with(['.', '`']));
                assert!(described(field) || described(resolved(root, field).0), "{place} has no description");
                assert!(has_example(root, field), "{place} has no example");
            }
        });
    }
}

/// Editors take what a reference leads to in the place of all that stands beside it.
#[test]
fn nothing_stands_beside_a_reference_in_the_files() {
    for published in schema::all() {
        let file: Value = serde_json::from_str(&published.to_json()).expect("it is JSON");
        let mut references = 0;
        each_schema(&file, "", &mut |pointer, keywords| {
            references += usize::from(keywords.contains_key("$ref"));
            assert!(!keywords.contains_key("$ref") || keywords.len() == 1, "{} {pointer}", published.name);
        });
        assert!(references > 0, "{}", published.name);
    }
}

#[test]
fn every_object_is_closed() {
    for published in schema::all() {
        each_schema(&published.schema(), "", &mut |pointer, keywords| {
            // The schema of any record leaves its fields to the schema of the kind.
            let delegates = keywords.contains_key("allOf");
            if keywords.get("type") == Some(&json!("object")) && !delegates {
                assert_eq!(keywords.get("additionalProperties"), Some(&json!(false)), "{} {pointer}", published.name);
            }
        });
    }
}

#[test]
fn no_schema_speaks_of_rust_or_of_null() {
    for published in schema::all() {
        each_schema(&published.schema(), "", &mut |pointer, keywords| {
            for keyword in ["format", "default", "nullable"] {
                assert!(!keywords.contains_key(keyword), "{} {pointer} has `{keyword}`", published.name);
            }
        });
        assert!(!published.to_json().contains("\"null\""), "{} allows null", published.name);
    }
}

#[test]
fn every_definition_is_used_and_every_reference_resolves() {
    for published in schema::all() {
        let root = &published.schema();
        let mut used = BTreeSet::new();
        each_schema(root, "", &mut |_, keywords| {
            used.extend(keywords.get("$ref").and_then(Value::as_str).map(str::to_owned));
        });
        let definitions = root["$defs"].as_object().expect("every schema has definitions");
        let held: BTreeSet<String> = definitions.keys().map(|name| format!("#/$defs/{name}")).collect();
        assert_eq!(used, held, "{}", published.name);
    }
}

/// Whether the type of a definition that says less than its type accepts the example too.
fn type_accepts(definition: &str, example: &str) -> bool {
    match definition {
        "Duration" => Duration::new(example).is_ok(),
        "Edtf" => Edtf::new(example).is_ok(),
        "LanguageTag" => LanguageTag::new(example).is_ok(),
        "License" => License::new(example).is_ok(),
        "Unit" => Unit::new(example).is_ok(),
        "Version" => Version::new(example).is_ok(),
        "WebAddress" => WebAddress::new(example).is_ok(),
        "CountryCode" => CountryCode::new(example).is_ok(),
        _ => true,
    }
}

#[test]
fn every_example_is_valid_where_it_stands() {
    for published in schema::all() {
        let root = &published.schema();
        each_schema(root, "", &mut |pointer, keywords| {
            let Some(examples) = keywords.get("examples").and_then(Value::as_array) else {
                return;
            };
            assert!(!examples.is_empty(), "{} {pointer} has an empty list of examples", published.name);
            let mut alone = keywords.clone();
            alone.insert("$defs".into(), root["$defs"].clone());
            let validator = compiled(&alone.into());
            let definition = keywords.get("$ref").and_then(Value::as_str).unwrap_or(pointer);
            let definition = definition.rsplit('/').next().unwrap_or_default();
            for example in examples {
                assert!(validator.is_valid(example), "{} {pointer}: {example}", published.name);
                let accepted = example.as_str().is_none_or(|text| type_accepts(definition, text));
                assert!(accepted, "{} {pointer}: {example}", published.name);
            }
        });
    }
}

#[test]
fn the_schemas_follow_their_own_standard() {
    for published in schema::all() {
        let schema = published.schema();
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert_eq!(schema["$id"], format!("urn:standpoint:schema:{}", published.name));
        assert!(jsonschema::meta::is_valid(&schema), "{}", published.name);
    }
}
