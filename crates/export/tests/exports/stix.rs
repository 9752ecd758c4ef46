//! A bundle holds every record whole, and every object that it names.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::Value;
use standpoint_model::{Dataset, Record, generate};

use crate::sample::{self, dataset_of, export};

fn objects(dataset: &Dataset) -> Vec<Value> {
    let bundle: Value = serde_json::from_str(&export("stix", dataset)).unwrap();
    assert_eq!(bundle["type"], "bundle");
    bundle["objects"].as_array().unwrap().clone()
}

fn record_of(object: &Value) -> Option<Record> {
    let extension = object["extensions"].as_object()?.values().next().unwrap();
    Some(serde_json::from_value(extension["record"].clone()).unwrap())
}

/// The ids that an object names, outside the record that it holds.
fn references(object: &Value) -> Vec<&str> {
    let fields = object.as_object().unwrap().iter();
    fields
        .filter(|(name, _)| name.ends_with("_ref") || name.ends_with("_refs"))
        .flat_map(|(_, value)| value.as_array().map_or_else(|| vec![value], |values| values.iter().collect()))
        .map(|value| value.as_str().unwrap())
        .collect()
}

fn assert_whole(dataset: &Dataset) {
    let objects = objects(dataset);
    let ids: BTreeSet<&str> = objects.iter().map(|object| object["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), objects.len(), "an id twice");
    for object in &objects {
        let names = references(object);
        assert!(names.iter().all(|name| ids.contains(name)), "{object}");
        assert_ne!(object.get("object_refs"), Some(&Value::Array(Vec::new())));
        assert!(object["created"].as_str() <= object["modified"].as_str());
    }
    let back = dataset_of(objects.iter().filter_map(record_of));
    assert_eq!(back, *dataset);
}

fn object<'a>(objects: &'a [Value], id: &str) -> &'a Value {
    let of = |object: &&Value| object["external_references"][0]["external_id"] == id;
    objects.iter().find(of).unwrap()
}

#[test]
fn every_record_is_read_back_whole() {
    assert_whole(&sample::dataset());
    assert_whole(&Dataset::default());
}

#[test]
fn records_become_what_stix_has_for_them() {
    let objects = objects(&sample::dataset());
    for (id, kind) in [
        ("dataset/valley", "grouping"),
        ("source/page", "report"),
        ("actor/front", "threat-actor"),
        ("actor/government", "identity"),
        ("place/bridge", "location"),
        ("event/bridge-attack", "incident"),
        ("relationship/front-led-by-leader", "relationship"),
        ("interest/peace", "note"),
        ("observation/dead", "note"),
        ("statement/quiet", "note"),
    ] {
        assert_eq!(object(&objects, id)["type"], kind, "{id}");
    }
    assert_eq!(object(&objects, "actor/ghost")["revoked"], true);
    assert_eq!(object(&objects, "event/bridge-attack")["confidence"], 30);
    assert_eq!(
        object(&objects, "observation/dead")["content"],
        "killed: about 180 (passers-by), 18 April, 2022 or 2023"
    );
    assert_eq!(object(&objects, "place/bridge")["country"], "TJ");
    assert_eq!(object(&objects, "place/valley")["region"], "valley");
    let adversary = object(&objects, "relationship/front-adversary-government");
    assert_eq!(adversary["start_time"], "2019-01-01T00:00:00.000Z");
    assert_eq!(adversary.get("stop_time"), None);
}

#[test]
fn who_takes_a_position_is_an_opinion() {
    let objects = objects(&sample::dataset());
    let attack = &object(&objects, "event/bridge-attack")["id"];
    let opinions: Vec<(&Value, &Value)> = objects
        .iter()
        .filter(|object| object["type"] == "opinion" && object["object_refs"][0] == *attack)
        .map(|object| (&object["authors"][0], &object["opinion"]))
        .collect();
    let expected = [("Northern Front", "strongly-agree"), ("Government", "strongly-disagree")];
    assert_eq!(opinions.len(), expected.len());
    for (opinion, (author, word)) in opinions.iter().zip(expected) {
        assert_eq!(*opinion, (&Value::from(author), &Value::from(word)));
    }
}

#[test]
fn a_relationship_without_its_ends_is_a_note() {
    let all = sample::dataset();
    let ties = all.all_records().iter().filter(|record| record.id().starts_with("relationship/"));
    let dataset = dataset_of(ties.cloned());
    assert_whole(&dataset);
    assert_eq!(object(&objects(&dataset), "relationship/front-led-by-leader")["type"], "note");
}

#[test]
fn a_region_is_a_word() {
    for (slug, name, region) in
        [("88", "88", "region-88"), ("steppe", "Central Asia", "central-asia"), ("a-1", "A", "a-1")]
    {
        let place = serde_json::json!({ "kind": "place", "id": format!("place/{slug}"), "type": "region", "name": name,
            "basis": { "modality": "stated", "evidence": [{ "source": "source/page" }] } });
        let dataset = dataset_of([serde_json::from_value::<Record>(place).unwrap()]);
        assert_eq!(object(&objects(&dataset), &format!("place/{slug}"))["region"], region);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_dataset_is_read_back_whole(records in generate::dataset()) {
        assert_whole(&dataset_of(records));
    }
}
