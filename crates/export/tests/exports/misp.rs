//! An event holds every record whole, every object that it refers to, and nothing surer than the record.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::{Value, json};
use standpoint_export::{Format, Records};
use standpoint_model::{Dataset, Handling, Kind, Record, generate};

use crate::sample::{self, dataset_of, export};

fn event(dataset: &Dataset) -> Value {
    let mut event: Value = serde_json::from_str(&export("misp", dataset)).unwrap();
    event["Event"].take()
}

fn objects(dataset: &Dataset) -> Vec<Value> {
    event(dataset)["Object"].as_array().unwrap().clone()
}

/// The record in the last line of one of the texts of an object.
fn record_of(object: &Value) -> Option<Record> {
    let values = object["Attribute"].as_array().unwrap().iter().map(|attribute| attribute["value"].as_str().unwrap());
    let last = values.filter_map(|value| value.rsplit('\n').next()).find(|line| line.starts_with("{\"kind\""));
    last.filter(|_| object["name"] != "standpoint-stance").map(|line| serde_json::from_str(line).unwrap())
}

fn assert_whole(dataset: &Dataset) {
    let objects = objects(dataset);
    let ids: BTreeSet<&str> = objects.iter().map(|object| object["uuid"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), objects.len(), "an id twice");
    for object in &objects {
        for reference in object["ObjectReference"].as_array().unwrap() {
            assert!(ids.contains(reference["referenced_uuid"].as_str().unwrap()), "{reference}");
        }
        for attribute in object["Attribute"].as_array().unwrap() {
            assert_eq!(attribute["value"].as_str().unwrap().trim(), attribute["value"], "{attribute}");
            assert_ne!(attribute["value"], "");
        }
    }
    assert_eq!(dataset_of(objects.iter().filter_map(record_of)), *dataset);
}

/// The record of the sample called `id`, after `change` to it.
fn changed(id: &str, change: impl FnOnce(&mut Value)) -> Dataset {
    let dataset = sample::dataset();
    let mut record = serde_json::to_value(dataset.resolve(id).unwrap()).unwrap();
    change(&mut record);
    let others = dataset.all_records().iter().filter(|record| record.id() != id).cloned();
    dataset_of(others.chain([serde_json::from_value(record).unwrap()]))
}

fn object<'a>(objects: &'a [Value], id: &str) -> &'a Value {
    objects.iter().find(|object| object["comment"] == id).unwrap()
}

fn types(object: &Value) -> Vec<&str> {
    let references = object["ObjectReference"].as_array().unwrap().iter();
    references.map(|reference| reference["relationship_type"].as_str().unwrap()).collect()
}

#[test]
fn every_record_is_read_back_whole() {
    assert_whole(&sample::dataset());
    assert_whole(&Dataset::default());
}

#[test]
fn records_become_objects_of_templates_of_misp_where_there_are_any() {
    let objects = objects(&sample::dataset());
    for (id, name) in [
        ("dataset/valley", "standpoint-dataset"),
        ("source/page", "report"),
        ("actor/front", "organization"),
        ("place/bridge", "geolocation"),
        ("event/bridge-attack", "temporal-event"),
        ("relationship/leader-heads-front", "standpoint-relationship"),
        ("observation/dead", "standpoint-observation"),
        ("position/no-assembly", "standpoint-position"),
    ] {
        assert_eq!(object(&objects, id)["name"], name, "{id}");
    }
    let ghost = object(&objects, "actor/ghost");
    assert_eq!((&ghost["deleted"], &ghost["Attribute"][0]["deleted"]), (&json!(true), &json!(true)));
    assert_eq!(object(&objects, "actor/front")["deleted"], false);
}

#[test]
fn who_says_and_who_denies_are_objects_that_refer_to_the_record() {
    let dataset = sample::dataset();
    let objects = objects(&dataset);
    let stances = objects.iter().filter(|object| object["name"] == "standpoint-stance");
    let stances: Vec<(&str, &str)> =
        stances.map(|object| (object["comment"].as_str().unwrap(), types(object)[0])).collect();
    let bases = dataset.all_records().iter().filter_map(|record| Some((record.id(), record.basis()?)));
    let said: Vec<(&str, &str)> =
        bases.flat_map(|(id, basis)| basis.standpoints.iter().map(move |said| (id, said.stance.as_str()))).collect();
    assert!(!said.is_empty());
    assert_eq!(stances, said);
}

#[test]
fn no_reference_is_surer_than_its_record() {
    let types_after = |change: fn(&mut Value)| {
        let is_quiet = |record: &&Record| {
            record.id() == "event/bridge-attack" || matches!(record.kind(), Kind::Actor | Kind::Place | Kind::Source)
        };
        let dataset = changed("event/bridge-attack", change);
        let objects = objects(&dataset_of(dataset.all_records().iter().filter(is_quiet).cloned()));
        types(object(&objects, "event/bridge-attack")).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    let doubted = types_after(|_| ());
    assert!(doubted.iter().any(|r#type| r#type == "alleged-contested-contradicted-targets"), "{doubted:?}");
    assert!(!doubted.iter().any(|r#type| ["targets", "initiator", "located-at"].contains(&r#type.as_str())));
    let stated = types_after(|record| {
        record["basis"] = json!({ "modality": "stated", "evidence": [{ "source": "source/page" }] });
    });
    assert!(stated.iter().any(|r#type| r#type == "targets"), "{stated:?}");
    let planned = types_after(|record| {
        record["basis"] = json!({ "modality": "stated", "evidence": [{ "source": "source/page" }] });
        record["occurrence"] = "planned".into();
    });
    assert!(planned.iter().any(|r#type| r#type == "planned-targets"), "{planned:?}");
    assert!(!planned.iter().any(|r#type| r#type == "targets"));
}

#[test]
fn only_a_day_that_is_sure_was_first_and_last_seen() {
    for (when, first, last) in [
        ("2020-03-04", Some("2020-03-04T00:00:00.000000+00:00"), Some("2020-03-04T23:59:59.999999+00:00")),
        ("2020-03-04/..", Some("2020-03-04T00:00:00.000000+00:00"), None),
        ("2020-03", None, None),
        ("2020-03-04?", None, None),
    ] {
        let objects = objects(&changed("event/bridge-attack", |record| record["when"] = when.into()));
        let object = object(&objects, "event/bridge-attack");
        let seen = [&object["first_seen"], &object["last_seen"]].map(Value::as_str);
        assert_eq!(seen, [first, last], "{when}");
    }
}

#[test]
fn what_is_not_public_is_tagged() {
    let dataset = changed("actor/front", |record| record["handling"] = "closed".into());
    assert_eq!(dataset.resolve("actor/front").unwrap().handling(), Handling::Closed);
    let mut bytes = Vec::new();
    let misp = Format::by_name("misp").unwrap();
    misp.write_to(Records::of(&dataset).public(false), &mut bytes).unwrap();
    let all: Value = serde_json::from_slice(&bytes).unwrap();
    assert_eq!(all["Event"]["Tag"], json!([{ "name": "tlp:red" }]));
    let objects = all["Event"]["Object"].as_array().unwrap();
    assert_eq!(object(objects, "actor/front")["Attribute"][0]["Tag"], json!([{ "name": "tlp:red" }]));
    assert_eq!(object(objects, "place/bridge")["Attribute"][0].get("Tag"), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_dataset_is_read_back_whole(records in generate::dataset()) {
        assert_whole(&dataset_of(records));
    }
}
