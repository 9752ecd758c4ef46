//! The view in which what is the same is one.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::{Value, json};
use standpoint_model::{
    Actor, Dataset, Handling, Id, Identity, Kind, Record, Relationship, Source, Status, Verdict, generate,
};

use crate::cases;

fn actor(slug: &str, name: &str) -> Value {
    json!({
        "kind": "actor", "id": format!("actor/{slug}"), "type": "armed-group", "name": name,
        "basis": { "modality": "stated", "evidence": [{ "source": "source/page", "locator": slug }] },
    })
}

fn identity(slug: &str, verdict: &str, members: &[&str]) -> Value {
    json!({ "kind": "identity", "id": format!("identity/{slug}"), "members": members, "verdict": verdict })
}

fn dataset(records: Vec<Value>) -> Dataset {
    let records = records.into_iter().map(|record| serde_json::from_value(record).expect("a record"));
    Dataset::new(records).expect("no id twice")
}

#[test]
fn one_actor_has_all_names_and_all_evidence() {
    let mut short = actor("b", "HL");
    short["aliases"] = json!([{ "text": "The League", "type": "alternative" }]);
    short["codes"] = json!([{ "scheme": "ucdp-actor", "value": "1" }]);
    short["country"] = json!("ISL");
    short["handling"] = json!("restricted");
    let mut third = actor("c", "Highland League");
    third["codes"] = json!([{ "scheme": "ucdp-actor", "value": "1" }, { "scheme": "wikidata", "value": "Q1" }]);
    let tie = json!({
        "kind": "relationship", "id": "relationship/tie", "subject": "actor/d", "object": "actor/b", "type": "ally",
        "basis": {
            "modality": "stated",
            "evidence": [{ "source": "source/page", "locator": "line 4" }],
            "readings": [{ "fields": ["object[actor/b]"], "why": "The line above names it." }],
        },
    });
    let dataset = dataset(vec![
        actor("a", "Highland League"),
        short,
        third,
        actor("d", "Valley Council"),
        tie,
        identity("one", "same", &["actor/b", "actor/c"]),
        identity("two", "same", &["actor/a", "actor/b"]),
        identity("unsure", "unsure", &["actor/c", "actor/d"]),
    ]);
    let united = dataset.united();
    assert_eq!(united.dataset().count(Kind::Actor), 2);
    assert_eq!(united.members_of("actor/a"), ["actor/a", "actor/b", "actor/c"]);
    assert_eq!(
        ["actor/a", "actor/b", "actor/c", "actor/d"].map(|id| united.lead_of(id)),
        ["actor/a", "actor/a", "actor/a", "actor/d"]
    );

    let one = united.dataset().iter::<Actor>().next().expect("the first actor");
    assert_eq!((one.id.as_str(), one.name.as_str()), ("actor/a", "Highland League"));
    assert_eq!(
        one.aliases.iter().map(|alias| alias.text.as_str()).collect::<BTreeSet<_>>(),
        BTreeSet::from(["HL", "The League"])
    );
    assert_eq!((one.codes.len(), one.basis.evidence.len()), (2, 3));
    assert_eq!(one.country.map(|country| country.as_str().to_owned()), Some("ISL".into()));
    assert_eq!(one.handling, Handling::Restricted);

    let tie = united.dataset().iter::<Relationship>().next().expect("the tie");
    assert_eq!((tie.object.as_str(), tie.basis.readings[0].fields[0].as_str()), ("actor/a", "object[actor/a]"));
    let open: Vec<&str> = united.dataset().iter::<Identity>().map(|identity| identity.id.as_str()).collect();
    assert_eq!(open, ["identity/unsure"]);
    assert_eq!(dataset.count(Kind::Actor), 4, "the dataset itself is as it was");
}

#[test]
fn what_is_not_said_to_be_one_stays_apart() {
    let page = |slug: &str, digit: char| {
        json!({
            "kind": "source", "id": format!("source/{slug}"), "title": "A page", "type": "web-page",
            "text": { "sha256": digit.to_string().repeat(64), "length": 9 },
        })
    };
    let mut retracted = identity("retracted", "same", &["actor/a", "actor/b"]);
    retracted["status"] = json!("retracted");
    let dataset = dataset(vec![
        actor("a", "A"),
        actor("b", "B"),
        page("page", '1'),
        page("other", '2'),
        retracted,
        identity("kinds", "same", &["actor/a", "source/page"]),
        identity("nobody", "same", &["actor/a", "actor/nobody"]),
        identity("texts", "same", &["source/page", "source/other"]),
        identity("different", "different", &["actor/a", "actor/b"]),
    ]);
    let united = dataset.united();
    assert_eq!((united.dataset().count(Kind::Actor), united.dataset().iter::<Source>().count()), (2, 2));
    assert_eq!(united.dataset(), &dataset);
    assert!(united.members_of("actor/a").is_empty());
}

#[test]
fn a_verdict_that_another_contradicts_is_kept() {
    let dataset = dataset(vec![
        actor("a", "A"),
        actor("b", "B"),
        identity("different", "different", &["actor/a", "actor/b"]),
        identity("same", "same", &["actor/a", "actor/b"]),
    ]);
    let united = dataset.united();
    let kept = united.dataset().iter::<Identity>().next().expect("the other verdict");
    assert_eq!(kept.members.iter().map(Id::as_str).collect::<Vec<_>>(), ["actor/a", "actor/a"]);
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn each_thing_is_there_once_and_every_reference_leads_somewhere(records in generate::dataset()) {
        let dataset = Dataset::new(records)?;
        let united = dataset.united();
        let view = united.dataset();
        for record in dataset.all_records() {
            let lead = united.lead_of(record.id());
            let fulfilled = matches!(record, Record::Identity(identity)
                if identity.verdict == Verdict::Same && record.status() == Status::Current);
            prop_assert!(view.resolve(lead).is_some() || fulfilled);
            prop_assert_eq!(view.resolve(record.id()).is_some() || fulfilled, lead == record.id() || fulfilled);
            if let (Some(basis), Some(all)) = (record.basis(), view.resolve(lead).and_then(Record::basis)) {
                prop_assert!(basis.evidence.len() <= all.evidence.len() || lead != record.id());
            }
        }
        for reference in view.all_records().iter().flat_map(Record::references) {
            prop_assert!(view.resolve(reference.id).is_some(), "{} names no record", reference.id);
        }
        // What has become one is one.
        let again = view.united();
        prop_assert_eq!(again.dataset(), view);
    }
}
