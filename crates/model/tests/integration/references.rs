//! Finding what a record refers to.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::Value;
use standpoint_model::{Id, Kind, RecordId, generate};

use crate::{
    cases,
    site::{resolved, schema_of, sites},
};

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn references_are_all_the_ids_in_the_record_but_its_own(record in generate::record()) {
        let value = serde_json::to_value(&record)?;
        let mut expected = Vec::new();
        for site in sites(record.kind(), &value) {
            let Some(text) = site.value.as_str().filter(|_| site.pointer != "/id") else { continue };
            let is_id_field = site.definition.is_some_and(|name| name.ends_with("Id"));
            if site.definition != Some("Text") {
                prop_assert_eq!(is_id_field, text.parse::<RecordId>().is_ok(), "{} holds {}", site.pointer, text);
            }
            if is_id_field {
                expected.push((site.pointer, text.to_owned()));
            }
        }
        let found: Vec<(String, String)> = record
            .references()
            .into_iter()
            .map(|reference| (reference.pointer, reference.id.to_owned()))
            .collect();
        let order: Vec<&String> = found.iter().map(|(pointer, _)| pointer).collect();
        prop_assert_eq!(order.len(), order.iter().collect::<BTreeSet<_>>().len(), "a reference is found once");
        expected.sort();
        let mut sorted = found.clone();
        sorted.sort();
        prop_assert_eq!(sorted, expected);
    }
}

/// Adds the kinds of id that the fields below a schema hold.
fn id_fields<'s>(root: &'s Value, schema: &'s Value, seen: &mut BTreeSet<&'s str>) {
    let (schema, definition) = resolved(root, schema);
    if definition.is_some_and(|name| !seen.insert(name)) {
        return;
    }
    for field in schema["properties"].as_object().into_iter().flat_map(|fields| fields.values()) {
        id_fields(root, field, seen);
    }
    if let Some(items) = schema.get("items") {
        id_fields(root, items, seen);
    }
}

#[test]
fn ids_are_what_the_schema_calls_by_that_name() {
    let mut names = BTreeSet::new();
    for &kind in Kind::ALL {
        let mut seen = BTreeSet::new();
        id_fields(schema_of(kind), schema_of(kind), &mut seen);
        names.extend(seen);
    }
    for name in names {
        let pattern =
            Kind::ALL.iter().find_map(|&kind| schema_of(kind)["$defs"][name]["pattern"].as_str()).unwrap_or_default();
        assert_eq!(name.ends_with("Id"), pattern.contains("/[a-z0-9]+("), "{name}: {pattern}");
    }
}

#[test]
fn an_id_names_its_kind() {
    let id: RecordId = "event/bridge-attack".parse().expect("an id");
    assert_eq!((id.kind(), id.slug()), (Kind::Event, "bridge-attack"));
    assert!(id.cast::<standpoint_model::Event>().is_ok());
    assert!(id.cast::<standpoint_model::Actor>().is_err());
    assert!(Id::<standpoint_model::AnyRecord>::new("identity/highland-league").is_err());
    assert!(Id::<standpoint_model::AnyRecord>::new("dataset/highland-talks").is_err());
}
