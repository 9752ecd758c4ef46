//! The view that may be shown to anybody.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::{Value, json};
use standpoint_model::{Dataset, Kind, Record, generate};

use crate::cases;

fn basis(sources: &[&str]) -> Value {
    let evidence: Vec<Value> = sources.iter().map(|source| json!({ "source": source })).collect();
    json!({ "modality": "stated", "evidence": evidence })
}

fn actor(slug: &str) -> Value {
    json!({
        "kind": "actor", "id": format!("actor/{slug}"), "type": "armed-group", "name": slug, "basis": basis(&["source/open"]),
    })
}

fn source(slug: &str, handling: &str) -> Value {
    json!({ "kind": "source", "id": format!("source/{slug}"), "type": "report", "title": slug, "handling": handling })
}

fn position(slug: &str, more: Value) -> Value {
    let mut position = json!({
        "kind": "position", "id": format!("position/{slug}"), "holders": ["actor/a"], "form": "offer", "text": "A road.",
        "basis": basis(&["source/open"]),
    });
    if let (Some(fields), Value::Object(more)) = (position.as_object_mut(), more) {
        fields.extend(more);
    }
    position
}

fn dataset(records: Vec<Value>) -> Dataset {
    let common = [source("open", "public"), source("closed", "closed"), actor("a"), actor("b")];
    let records =
        common.into_iter().chain(records).map(|record| serde_json::from_value(record.clone()).expect("a record"));
    Dataset::new(records).expect("no id twice")
}

/// The ids of the records that are left beside those that are always there.
fn left(dataset: &Dataset) -> Vec<String> {
    let common = ["source/open", "actor/a", "actor/b"];
    let public = dataset.public();
    let ids = public.dataset().all_records().iter().map(Record::id).filter(|id| !common.contains(id));
    ids.map(str::to_owned).collect()
}

#[test]
fn what_is_public_stays_as_it_is() {
    let mut records = vec![position("p", json!({}))];
    let dataset_of_all = |records: &[Value]| {
        let records = records.iter().cloned().chain([source("open", "public"), actor("a")]);
        Dataset::new(records.map(|record| serde_json::from_value(record).expect("a record"))).expect("no id twice")
    };
    let dataset = dataset_of_all(&records);
    let public = dataset.public();
    assert_eq!(public.dataset(), &dataset);
    assert!(public.left_out().is_empty() && public.shortened() == 0);

    records[0]["private"] = json!(true);
    let dataset = dataset_of_all(&records);
    assert_eq!(dataset.public().left_out().get(&Kind::Position), Some(&1));
}

#[test]
fn what_rests_on_a_closed_source_alone_goes_and_what_rests_on_it_too_stays() {
    let standpoint =
        |source: &str| json!({ "holder": "actor/b", "stance": "denies", "evidence": [{ "source": source }] });
    let mut denied = position("denied", json!({ "basis": basis(&["source/open", "source/closed"]) }));
    denied["basis"]["standpoints"] = json!([standpoint("source/closed"), standpoint("source/open")]);
    let dataset = dataset(vec![
        position("closed", json!({ "basis": basis(&["source/closed"]) })),
        position("restricted", json!({ "handling": "restricted" })),
        denied,
    ]);
    assert_eq!(left(&dataset), ["position/denied"]);
    let public = dataset.public();
    let denied = public.dataset().resolve("position/denied").and_then(Record::basis).expect("it is left");
    assert_eq!((denied.evidence.len(), denied.standpoints.len()), (1, 1));
    assert_eq!(public.shortened(), 1);
    assert_eq!((public.left_out()[&Kind::Position], public.left_out()[&Kind::Source]), (2, 1));
}

#[test]
fn nothing_says_more_than_it_did() {
    let secret = position("secret", json!({ "private": true }));
    let conditional = json!({ "conditions": [{ "type": "if", "on": ["position/secret", "position/open"] }] });
    let owed = json!({ "owed_by": ["actor/a", "actor/c"] });
    let mut hidden = actor("c");
    hidden["handling"] = json!("restricted");
    let dead = json!({
        "kind": "observation", "id": "observation/dead", "about": "event/e", "of": ["actor/c"], "measure": "killed",
        "value": { "best": 3 }, "basis": basis(&["source/open"]),
    });
    let event = json!({
        "kind": "event", "id": "event/e", "type": "clash", "title": "A clash", "basis": basis(&["source/open"]),
        "participants": [{ "actor": "actor/a", "role": "party" }, { "actor": "actor/c", "role": "party" }],
        "places": [], "part_of": "event/war",
    });
    let war = json!({
        "kind": "event", "id": "event/war", "type": "conflict", "title": "A war", "handling": "closed",
        "basis": basis(&["source/open"]),
    });
    let dataset = dataset(vec![
        secret,
        hidden,
        position("open", json!({})),
        position("conditional", conditional),
        position("on-the-conditional", json!({ "conditions": [{ "type": "after", "on": ["position/conditional"] }] })),
        position("owed", owed),
        position("refusal", json!({ "form": "refusal", "answers": ["position/secret"] })),
        position("answers-both", json!({ "answers": ["position/secret", "position/open"] })),
        dead,
        event,
        war,
    ]);
    assert_eq!(left(&dataset), ["event/e", "position/answers-both", "position/open"]);
    let public = dataset.public();
    let event = serde_json::to_value(public.dataset().resolve("event/e")).expect("it serializes");
    assert_eq!(event["participants"], json!([{ "actor": "actor/a", "role": "party" }]));
    assert!(event.get("part_of").is_none());
}

#[test]
fn what_is_contested_or_claimed_does_not_stay_without_those_who_say_so() {
    let with = |slug: &str, stance: &str| {
        let mut position = position(slug, json!({}));
        position["basis"]["standpoints"] =
            json!([{ "holder": "actor/b", "stance": stance, "evidence": [{ "source": "source/closed" }] }]);
        position
    };
    let kept = |of: &str, of_another: &str| {
        let mut position = with(&format!("kept-{of}"), of);
        position["basis"]["standpoints"]
            .as_array_mut()
            .expect("a list")
            .push(json!({ "holder": "actor/a", "stance": of_another, "evidence": [{ "source": "source/open" }] }));
        position
    };
    let dataset = dataset(vec![
        with("denied", "denies"),
        with("claimed", "asserts"),
        kept("denies", "disputes"),
        kept("asserts", "asserts"),
        kept("estimates", "asserts"),
    ]);
    assert_eq!(left(&dataset), ["position/kept-asserts", "position/kept-denies"]);
}

#[test]
fn an_agreement_goes_with_one_of_its_parties_and_its_provisions_with_it() {
    let mut hidden = actor("c");
    hidden["handling"] = json!("restricted");
    let accord = json!({
        "kind": "event", "id": "event/accord", "type": "agreement", "title": "An accord", "basis": basis(&["source/open"]),
        "participants": [{ "actor": "actor/a", "role": "party" }, { "actor": "actor/c", "role": "party" }],
    });
    let provision = json!({ "form": "agreed", "in": "event/accord", "holders": ["actor/a"] });
    assert!(left(&dataset(vec![hidden, accord, position("provision", provision)])).is_empty());
}

#[test]
fn what_nobody_names_any_more_goes_and_ranks_with_gaps_too() {
    let statement = |slug: &str, about: &str, more: Value| {
        let mut statement = json!({
            "kind": "statement", "id": format!("statement/{slug}"), "about": about, "topic": "other", "text": slug,
            "basis": basis(&["source/second"]),
        });
        if let (Some(fields), Value::Object(more)) = (statement.as_object_mut(), more) {
            fields.extend(more);
        }
        statement
    };
    let closed = |rank: u8| json!({ "rank": rank, "handling": "closed" });
    let dataset = dataset(vec![
        source("second", "public"),
        source("never-cited", "public"),
        actor("lonely"),
        actor("named-by-nobody"),
        statement("about-the-lonely", "actor/lonely", json!({ "handling": "closed" })),
        statement("first", "actor/a", json!({ "rank": 1, "basis": basis(&["source/open"]) })),
        statement("second", "actor/a", closed(2)),
        statement("of-b", "actor/b", json!({ "rank": 1, "basis": basis(&["source/open"]) })),
    ]);
    // What nobody named before is as it was.
    assert_eq!(left(&dataset), ["source/never-cited", "actor/named-by-nobody", "statement/first", "statement/of-b"]);
    let public = dataset.public();
    let rank =
        |id: &str| serde_json::to_value(public.dataset().resolve(id)).expect("it serializes").get("rank").cloned();
    assert_eq!((rank("statement/first"), rank("statement/of-b")), (None, Some(json!(1))));
    assert_eq!(public.shortened(), 1);
}

#[test]
fn readings_of_what_is_gone_go_with_it() {
    let mut hidden = actor("c");
    hidden["handling"] = json!("restricted");
    let mut event = json!({
        "kind": "event", "id": "event/e", "type": "clash", "title": "A clash", "when": "2031",
        "participants": [{ "actor": "actor/c", "role": "initiator" }], "basis": basis(&["source/open"]),
    });
    event["basis"]["readings"] = json!([
        { "fields": ["when", "participants[actor/c]"], "why": "From the line above." },
        { "fields": ["participants[actor/c].role"], "why": "It is the only one." },
        { "fields": ["participants"], "why": "Those in the list above." },
        { "fields": ["basis.standpoints[actor/b].when"], "why": "It names no year." },
    ]);
    event["basis"]["standpoints"] = json!([
        { "holder": "actor/b", "stance": "denies", "when": "2031", "evidence": [{ "source": "source/closed" }] },
        { "holder": "actor/a", "stance": "denies", "evidence": [{ "source": "source/open" }] },
    ]);
    let dataset = dataset(vec![hidden, event]);
    let public = dataset.public();
    let event = serde_json::to_value(public.dataset().resolve("event/e")).expect("it serializes");
    assert_eq!(event["basis"]["readings"], json!([{ "fields": ["when"], "why": "From the line above." }]));
}

#[test]
fn an_identity_needs_two_that_are_left() {
    let mut hidden = actor("c");
    hidden["handling"] = json!("restricted");
    let identity = |slug: &str, members: &[&str]| json!({ "kind": "identity", "id": format!("identity/{slug}"), "members": members, "verdict": "same" });
    let dataset = dataset(vec![
        hidden,
        identity("two", &["actor/a", "actor/c"]),
        identity("three", &["actor/a", "actor/c", "actor/b"]),
    ]);
    assert_eq!(left(&dataset), ["identity/three"]);
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn no_record_that_is_left_names_one_that_is_not(records in generate::dataset()) {
        let dataset = Dataset::new(records).expect("no id twice");
        let public = dataset.public();
        let ids: BTreeSet<&str> = public.dataset().all_records().iter().map(Record::id).collect();
        for record in public.dataset().all_records() {
            prop_assert!(record.is_public());
            for reference in record.references() {
                prop_assert!(ids.contains(reference.id), "{} names {}", record.id(), reference.id);
            }
        }
        let left_out: usize = public.left_out().values().sum();
        prop_assert_eq!(ids.len() + left_out, dataset.all_records().len());
        let again = public.dataset().public();
        prop_assert_eq!(again.dataset(), public.dataset());
    }
}
