//! A record survives writing and reading, however its fields are ordered, and is refused when it is not one record.

use proptest::{prelude::*, sample::Index};
use serde_json::{Value, json};
use standpoint_model::{Kind, Record, generate};

use crate::{cases, site::sites};

/// JSON text with the fields of the objects in any order and any number.
fn written(fields: &[(&str, String)]) -> String {
    let fields: Vec<String> = fields.iter().map(|(name, text)| format!("{}:{text}", json!(name))).collect();
    format!("{{{}}}", fields.join(","))
}

/// The fields of a record as text.
fn fields(record: &Value) -> Vec<(&str, String)> {
    let fields = record.as_object().expect("a record is an object");
    fields.iter().map(|(name, field)| (name.as_str(), field.to_string())).collect()
}

/// JSON text of `value` in which the object at `target` has its `which`-th field twice.
fn doubled(value: &Value, pointer: &str, target: &str, which: Index) -> String {
    match value {
        Value::Object(object) => {
            let mut fields: Vec<(&str, String)> = object
                .iter()
                .map(|(name, field)| (name.as_str(), doubled(field, &format!("{pointer}/{name}"), target, which)))
                .collect();
            if pointer == target && !fields.is_empty() {
                fields.push(fields[which.index(fields.len())].clone());
            }
            written(&fields)
        }
        Value::Array(items) => {
            let items: Vec<String> = items
                .iter()
                .enumerate()
                .map(|(at, item)| doubled(item, &format!("{pointer}/{at}"), target, which))
                .collect();
            format!("[{}]", items.join(","))
        }
        scalar => scalar.to_string(),
    }
}

fn refusal(text: &str) -> Option<String> {
    serde_json::from_str::<Record>(text).err().map(|error| error.to_string())
}

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn what_is_written_reads_as_the_same(record in generate::record()) {
        let text = serde_json::to_string(&record)?;
        prop_assert_eq!(text.find("\"kind\""), Some(1));
        prop_assert_eq!(&serde_json::from_str::<Record>(&text)?, &record);
        prop_assert_eq!(&serde_json::from_slice::<Record>(serde_json::to_string_pretty(&record)?.as_bytes())?, &record);
        prop_assert_eq!(&serde_json::from_value::<Record>(serde_json::to_value(&record)?)?, &record);
    }

    #[test]
    fn fields_may_come_in_any_order(
        (record, order) in generate::record().prop_flat_map(|record| {
            let value = json!(record);
            let names: Vec<String> = fields(&value).iter().map(|(name, _)| (*name).to_owned()).collect();
            (Just(record), Just(names).prop_shuffle())
        }),
    ) {
        let value = serde_json::to_value(&record)?;
        let fields: Vec<(&str, String)> =
            order.iter().map(|name| (name.as_str(), value[name].to_string())).collect();
        prop_assert_eq!(serde_json::from_str::<Record>(&written(&fields))?, record);
    }

    #[test]
    fn a_schema_key_is_ignored_wherever_it_stands_and_refused_twice(
        record in generate::record(),
        kind_at in any::<Index>(),
        first in any::<Index>(),
        second in any::<Index>(),
    ) {
        let value = serde_json::to_value(&record)?;
        let mut fields = fields(&value);
        let kind = fields.remove(0);
        fields.insert(kind_at.index(fields.len() + 1), kind);
        let schema = ("$schema", json!("schemas/record.schema.json").to_string());
        let place = first.index(fields.len() + 1);
        fields.insert(place, schema.clone());
        prop_assert_eq!(&serde_json::from_str::<Record>(&written(&fields))?, &record);
        for other in ["null", "1", "{}", "[]"] {
            fields[place].1 = other.to_owned();
            prop_assert!(refusal(&written(&fields)).is_some());
        }
        fields[place] = schema.clone();
        fields.insert(second.index(fields.len() + 1), schema);
        let reason = refusal(&written(&fields));
        prop_assert!(reason.as_ref().is_some_and(|reason| reason.contains("duplicate field `$schema`")), "{reason:?}");
    }

    #[test]
    fn no_object_has_a_field_twice(
        record in generate::record(),
        object in any::<Index>(),
        which in any::<Index>(),
        kind_last in any::<bool>(),
    ) {
        let mut value = serde_json::to_value(&record)?;
        if kind_last {
            let kind = value.as_object_mut().and_then(|fields| fields.shift_remove("kind"));
            value["kind"] = kind.unwrap_or_default();
        }
        let sites = sites(record.kind(), &value);
        let objects: Vec<&str> =
            sites.iter().filter(|site| site.value.is_object()).map(|site| site.pointer.as_str()).collect();
        let text = doubled(&value, "", objects[object.index(objects.len())], which);
        let reason = refusal(&text);
        // A second `kind` is a field that no kind has.
        let said = |reason: &String| reason.contains("duplicate field") || reason.contains("unknown field `kind`");
        prop_assert!(reason.as_ref().is_some_and(said), "{reason:?} for {text}");
    }
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn no_field_is_null(record in generate::record()) {
        let value = serde_json::to_value(&record)?;
        for site in sites(record.kind(), &value).iter().filter(|site| site.value.is_object()) {
            let properties = site.schema["properties"].as_object().expect("every object schema lists its fields");
            for name in properties.keys() {
                let mut changed = value.clone();
                changed.pointer_mut(&site.pointer).expect("a site of the record")[name] = Value::Null;
                prop_assert!(
                    serde_json::from_value::<Record>(changed).is_err(),
                    "null is taken for {}/{name} of a record of kind {}", site.pointer, record.kind()
                );
            }
        }
    }
}

#[test]
fn an_object_is_not_an_array_and_a_word_is_not_an_object() {
    let record = json!({
        "kind": "place", "id": "place/port-ostra", "type": "city", "name": "Port Ostra",
        "location": { "longitude": 69.2, "latitude": 34.5 },
        "basis": { "modality": "stated", "evidence": [{ "source": "source/page", "locator": "page 1" }] },
    });
    assert!(serde_json::from_value::<Record>(record.clone()).is_ok());
    let others = [
        ("/kind", json!({ "place": null })),
        ("/type", json!({ "city": null })),
        ("/location", json!([69.2, 34.5])),
        ("/basis", json!(["stated", [{ "source": "source/page" }]])),
        ("/basis/modality", json!({ "stated": null })),
        ("/basis/evidence/0", json!(["source/page"])),
    ];
    for (pointer, other) in others {
        let mut changed = record.clone();
        *changed.pointer_mut(pointer).expect("a field of the record") = other;
        assert!(refusal(&changed.to_string()).is_some(), "{pointer} in {changed}");
        let kind = changed["kind"].take();
        changed.as_object_mut().expect("an object").shift_remove("kind");
        changed["kind"] = kind;
        assert!(refusal(&changed.to_string()).is_some(), "{pointer} before `kind` in {changed}");
    }
}

#[test]
fn a_record_is_one_object_with_a_kind() {
    for text in [
        "",
        "null",
        "[]",
        "{}",
        "\"actor/highland-league\"",
        r#"{"id": "actor/highland-league"}"#,
        r#"{"kind": "deity"}"#,
    ] {
        assert!(refusal(text).is_some(), "{text}");
    }
    let deep = format!(r#"{{"id": {}1{}, "kind": "actor"}}"#, "[".repeat(10_000), "]".repeat(10_000));
    assert!(refusal(&deep).is_some());
}

#[test]
fn errors_say_where_they_are() {
    let text =
        "{\n  \"kind\": \"source\",\n  \"id\": \"source/page\",\n  \"title\": \"A page\",\n  \"type\": \"webpage\"\n}";
    let error = serde_json::from_str::<Record>(text).expect_err("not a type of source");
    assert_eq!(error.line(), 5);
    assert!(error.to_string().starts_with("`webpage` is none of `web-page`, "), "{error}");
    assert_eq!(Kind::from_word("webpage"), None);
}
