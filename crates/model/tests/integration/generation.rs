//! The strategies reach everything that a record can hold.

use std::collections::BTreeSet;

use proptest::{
    strategy::{BoxedStrategy, Strategy, ValueTree},
    test_runner::TestRunner,
};
use serde_json::Value;
use standpoint_model::{Kind, Precision, Record, generate};

use crate::site::{resolved, schema_of, sites};

/// So many values of a strategy, always the same ones.
fn sample<T: std::fmt::Debug>(strategy: &BoxedStrategy<T>, count: usize) -> Vec<T> {
    let mut runner = TestRunner::deterministic();
    (0..count).map(|_| strategy.new_tree(&mut runner).expect("a value").current()).collect()
}

/// Adds every field (`/aliases/text`) and every word (`/aliases/type=former`) that the schema allows, and every
/// optional field left out (`/aliases/language absent`).
fn possible(root: &Value, schema: &Value, path: &str, found: &mut BTreeSet<String>) {
    let (schema, _) = resolved(root, schema);
    for word in schema["enum"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        found.insert(format!("{path}={word}"));
    }
    if let Some(items) = schema.get("items") {
        possible(root, items, path, found);
    }
    let required = schema["required"].as_array().cloned().unwrap_or_default();
    for (name, field) in schema["properties"].as_object().into_iter().flatten() {
        if name == "$schema" {
            continue;
        }
        let path = format!("{path}/{name}");
        if !required.contains(&Value::from(name.as_str())) {
            found.insert(format!("{path} absent"));
        }
        possible(root, field, &path, found);
        found.insert(path);
    }
}

/// Adds those of them that a record shows.
fn shown(record: &Record, found: &mut BTreeSet<String>) {
    let value = serde_json::to_value(record).expect("a record has a JSON form");
    for site in sites(record.kind(), &value) {
        let path: String = site
            .pointer
            .split('/')
            .filter(|segment| !segment.is_empty() && segment.parse::<usize>().is_err())
            .flat_map(|segment| ["/", segment])
            .collect();
        if let (Some(word), true) = (site.value.as_str(), site.schema.get("enum").is_some()) {
            found.insert(format!("{path}={word}"));
        }
        for name in site.schema["properties"].as_object().into_iter().flat_map(|fields| fields.keys()) {
            if site.value.get(name).is_none() {
                found.insert(format!("{path}/{name} absent"));
            }
        }
        found.insert(path);
    }
}

#[test]
fn every_field_and_every_word_occurs() {
    for &kind in Kind::ALL {
        let mut expected = BTreeSet::new();
        possible(schema_of(kind), schema_of(kind), "", &mut expected);
        let mut found = BTreeSet::new();
        for record in sample(&generate::record_of(kind), 1000) {
            assert_eq!(record.kind(), kind);
            shown(&record, &mut found);
        }
        // What leaving a field out means is not written, and a country is one of some 280.
        let unwritten = [
            "status=current",
            "handling=public",
            "access=published",
            "occurrence=happened",
            "extent=single",
            "match=all",
        ];
        let rare = |path: &&String| {
            let unwritten = unwritten.iter().any(|word| path.ends_with(word));
            !unwritten && !path.contains("country=") && !path.contains("overlaps=")
        };
        let missing: Vec<&String> = expected.difference(&found).filter(rare).collect();
        assert!(missing.is_empty(), "no record of kind {kind} shows {missing:?}");
    }
}

#[test]
fn every_form_of_date_occurs() {
    let dates = sample(&generate::edtf(), 3000);
    let precisions: BTreeSet<Precision> = dates.iter().map(standpoint_model::Edtf::precision).collect();
    assert_eq!(precisions.len(), 8, "{precisions:?}");
    let levels: BTreeSet<u8> = dates.iter().map(standpoint_model::Edtf::level).collect();
    assert_eq!(levels, BTreeSet::from([0, 1, 2]));
    for sign in [
        "X", "Y", "Y-", "E", "S", "T", "Z", "+", "?", "~", "%", "..", ",", "/", "[", "]", "{", "}", "[..", "..]",
        "{..", "../", "/..",
    ] {
        assert!(dates.iter().any(|date| date.as_str().contains(sign)), "no date has `{sign}`");
    }
    let ends = |date: &&standpoint_model::Edtf| date.as_str().starts_with('/') || date.as_str().ends_with('/');
    assert!(dates.iter().any(|date| ends(&date)), "no interval has an unknown end");
    for code in 21..=41 {
        assert!(dates.iter().any(|date| date.as_str().contains(&format!("-{code}"))), "no date has the code {code}");
    }
}

#[test]
fn most_mutations_spoil_a_record_and_some_do_not() {
    let mutated = generate::record().prop_flat_map(|record| generate::mutated(&record)).boxed();
    let values = sample(&mutated, 1000);
    let valid = values.into_iter().filter(|value| serde_json::from_value::<Record>(value.clone()).is_ok()).count();
    assert!((10..500).contains(&valid), "{valid} of 1000 are valid");
}

#[test]
fn a_dataset_resolves_its_references() {
    for records in sample(&generate::dataset(), 20) {
        let ids: BTreeSet<&str> = records.iter().map(Record::id).collect();
        assert_eq!(ids.len(), records.len());
        assert_eq!(records.iter().filter(|record| record.kind() == Kind::Dataset).count(), 1);
        for reference in records.iter().flat_map(Record::references) {
            assert!(ids.contains(reference.id), "{} names no record", reference.id);
        }
    }
}
