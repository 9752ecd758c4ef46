//! A dataset answers as a scan over the JSON of its records would.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::Value;
use standpoint_model::{Actor, Bound, Dataset, Edtf, Event, Id, Issue, Kind, Record, Status, generate};

use crate::cases;

/// The JSON of the records that stand, in the order of kind and id.
fn standing(records: &[Record]) -> Vec<Value> {
    let mut records: Vec<&Record> = records.iter().filter(|record| record.status() == Status::Current).collect();
    records.sort_by_key(|record| (record.kind(), record.id().to_owned()));
    records.into_iter().map(|record| serde_json::to_value(record).expect("a record has a JSON form")).collect()
}

/// The ids of those of `records` that `wanted` picks.
fn picked(records: &[Value], wanted: impl Fn(&Value) -> bool) -> Vec<&str> {
    records.iter().filter(|record| wanted(record)).filter_map(|record| record["id"].as_str()).collect()
}

fn of_kind<'a>(records: &'a [Value], kind: &str, wanted: impl Fn(&Value) -> bool) -> Vec<&'a str> {
    picked(records, |record| record["kind"] == kind && wanted(record))
}

/// Whether `value` is the string `id` or holds it as a value at any depth.
fn names(value: &Value, id: &str) -> bool {
    match value {
        Value::String(text) => text == id,
        Value::Array(items) => items.iter().any(|item| names(item, id)),
        Value::Object(fields) => fields.values().any(|field| names(field, id)),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

fn items(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// The ids of what an iterator of typed records yields.
fn ids<'a, T: standpoint_model::Entity>(found: impl IntoIterator<Item = &'a T>) -> Vec<&'a str> {
    found.into_iter().map(|record| record.id().as_str()).collect()
}

/// Every id of the dataset, and one of each kind that names nothing.
fn asked(records: &[Record]) -> Vec<String> {
    let nobody = Kind::ALL.iter().map(|kind| format!("{kind}/of-nobody"));
    records.iter().map(|record| record.id().to_owned()).chain(nobody).collect()
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn order_does_not_matter(
        (records, shuffled) in generate::dataset().prop_flat_map(|records| (Just(records.clone()), Just(records).prop_shuffle())),
    ) {
        let dataset = Dataset::new(records.clone())?;
        prop_assert_eq!(&Dataset::new(shuffled)?, &dataset);
        prop_assert_eq!(dataset.all_records().len(), records.len());
        let order: Vec<(Kind, &str)> = dataset.all_records().iter().map(|record| (record.kind(), record.id())).collect();
        prop_assert!(order.is_sorted());
    }

    #[test]
    fn an_id_is_given_once(records in generate::dataset(), twice in any::<prop::sample::Index>()) {
        let mut records = records;
        let again = twice.get(&records).clone();
        let id = again.id().to_owned();
        records.push(again);
        prop_assert_eq!(Dataset::new(records).map_err(|error| error.id), Err(id));
    }

    #[test]
    fn look_ups_agree_with_a_scan(records in generate::dataset()) {
        let dataset = Dataset::new(records.clone())?;
        let json = standing(&records);
        prop_assert_eq!(dataset.records().map(Record::id).collect::<Vec<_>>(), picked(&json, |_| true));
        for &kind in Kind::ALL {
            prop_assert_eq!(dataset.count(kind), of_kind(&json, kind.as_str(), |_| true).len());
        }
        prop_assert_eq!(ids(dataset.iter::<Event>()), of_kind(&json, "event", |_| true));
        prop_assert_eq!(ids(dataset.manifest()), of_kind(&json, "dataset", |_| true));
        for id in asked(&records) {
            // Retracted records are found by their id all the same.
            let held = records.iter().find(|record| record.id() == id);
            prop_assert_eq!(dataset.resolve(&id), held);
            let referrers: Vec<&str> = dataset.referrers(&id).map(Record::id).collect();
            let naming = picked(&json, |record| {
                record.as_object().is_some_and(|fields| fields.iter().any(|(name, field)| name != "id" && names(field, &id)))
            });
            prop_assert_eq!(referrers, naming);
            prop_assert_eq!(ids(dataset.observations_about(&id)), of_kind(&json, "observation", |r| r["about"] == id));
            if let Ok(issue) = id.parse::<Id<Issue>>() {
                prop_assert_eq!(ids(dataset.positions_on(&issue)), of_kind(&json, "position", |r| r["issue"] == id));
            }
            if let Ok(event) = id.parse::<Id<Event>>() {
                prop_assert_eq!(ids(dataset.positions_in(&event)), of_kind(&json, "position", |r| r["in"] == id));
            }
            prop_assert_eq!(ids(dataset.statements_about(&id)), of_kind(&json, "statement", |r| r["about"] == id));
            let mut in_tension: Vec<&str> = dataset.tensions_of(&id).map(|(other, _)| other).collect();
            let own = held.and_then(Record::basis).map_or(&[][..], |basis| &basis.tensions);
            let declared = own.iter().map(|tension| tension.with.as_str());
            let by_others = json.iter().filter(|record| record["id"] != id).flat_map(|record| {
                let named = items(&record["basis"]["tensions"]).filter(|tension| tension["with"] == id);
                named.filter_map(|_| record["id"].as_str())
            });
            let mut expected: Vec<&str> = declared.chain(by_others).collect();
            in_tension.sort_unstable();
            expected.sort_unstable();
            prop_assert_eq!(in_tension, expected);
            let on: Vec<&str> = dataset.standpoints_on(&id).map(|position| position.standpoint.holder.as_str()).collect();
            let positions = held.and_then(Record::basis).map_or(&[][..], |basis| &basis.standpoints);
            prop_assert_eq!(on, positions.iter().map(|standpoint| standpoint.holder.as_str()).collect::<Vec<_>>());
        }
    }

    #[test]
    fn what_concerns_an_actor_agrees_with_a_scan(records in generate::dataset()) {
        let dataset = Dataset::new(records.clone())?;
        let json = standing(&records);
        for actor in asked(&records).iter().filter_map(|id| id.parse::<Id<Actor>>().ok()) {
            let id = actor.as_str();
            prop_assert_eq!(dataset.get(&actor).map(|actor| actor.id.as_str()), records.iter().map(Record::id).find(|other| *other == id));
            prop_assert_eq!(
                ids(dataset.relationships_of(&actor)),
                of_kind(&json, "relationship", |r| r["subject"] == id || r["object"] == id)
            );
            prop_assert_eq!(
                ids(dataset.events_with(&actor)),
                of_kind(&json, "event", |r| {
                    items(&r["participants"]).any(|participant| participant["actor"] == id)
                })
            );
            let interests = dataset.interests_of(&actor);
            prop_assert!(interests.is_sorted_by_key(|interest| (interest.rank.is_none(), interest.rank)));
            let mut found = ids(interests);
            found.sort_unstable();
            prop_assert_eq!(found, of_kind(&json, "interest", |r| r["actor"] == id));
            prop_assert_eq!(
                ids(dataset.positions_of(&actor)),
                of_kind(&json, "position", |r| {
                    let agreement = records.iter().map(|record| serde_json::to_value(record).expect("JSON")).find(|event| event["id"] == r["in"]);
                    match agreement.filter(|_| r["form"] == "agreed" && r["holders"].is_null()) {
                        Some(event) => items(&event["participants"]).any(|one| one["actor"] == id && one["role"] == "party"),
                        None => items(&r["holders"]).any(|holder| *holder == *id),
                    }
                })
            );
            let positions: Vec<(&str, &str)> = dataset
                .standpoints_of(&actor)
                .map(|position| (position.record.id(), position.standpoint.stance.as_str()))
                .collect();
            let held: Vec<(&str, &str)> = json
                .iter()
                .flat_map(|record| items(&record["basis"]["standpoints"]).map(move |standpoint| (record, standpoint)))
                .filter(|(_, standpoint)| standpoint["holder"] == id)
                .filter_map(|(record, standpoint)| Some((record["id"].as_str()?, standpoint["stance"].as_str()?)))
                .collect();
            prop_assert_eq!(positions, held);
        }
    }

    #[test]
    fn the_timeline_holds_what_is_dated_in_order(records in generate::dataset()) {
        let dataset = Dataset::new(records.clone())?;
        let timeline = dataset.timeline();
        let json = standing(&records);
        let dated: BTreeSet<&str> = picked(&json, |record| record.get("when").is_some()).into_iter().collect();
        prop_assert_eq!(timeline.iter().map(|record| record.id()).collect::<BTreeSet<_>>(), dated.clone());
        prop_assert_eq!(timeline.len(), dated.len());
        for pair in timeline.windows(2) {
            let [first, second] = [pair[0], pair[1]].map(|record| record.when().map(Edtf::earliest));
            match (first, second) {
                (Some(Bound::Day(first)), Some(Bound::Day(second))) => prop_assert!(first <= second),
                (Some(Bound::Unknown), Some(second)) => prop_assert_eq!(second, Bound::Unknown),
                (Some(first), Some(Bound::Open)) => prop_assert_eq!(first, Bound::Open),
                _ => {}
            }
        }
    }
}

#[test]
fn an_empty_dataset_answers_nothing() {
    let dataset = Dataset::new([]).expect("no id twice");
    assert_eq!(dataset, Dataset::default());
    assert!(
        dataset.manifest().is_none()
            && dataset.timeline().is_empty()
            && dataset.resolve("actor/highland-league").is_none()
    );
    assert!(
        dataset.resolve("").is_none() && dataset.resolve("actor").is_none() && dataset.resolve("deity/x").is_none()
    );
}
