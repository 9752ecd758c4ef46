//! A negotiation, told in records: talks, a leaked draft that is denied, an agreement with its provisions.

use serde_json::{Value, json};
use standpoint_model::{
    Actor, ConditionType, Dataset, Duration, Event, Format, Id, Issue, Manifest, Position, PositionForm, Record,
    Relationship, Stance,
};

fn basis() -> Value {
    json!({ "modality": "stated", "evidence": [{ "source": "source/log", "locator": "page 1" }] })
}

/// A record with a basis, of the fields that are its own.
fn fact(mut fields: Value) -> Value {
    fields["basis"] = basis();
    fields
}

fn read(record: Value) -> Result<Record, String> {
    serde_json::from_value(record).map_err(|error| error.to_string())
}

fn dataset(records: Vec<Value>) -> Dataset {
    let records: Result<Vec<Record>, String> = records.into_iter().map(read).collect();
    Dataset::new(records.expect("records")).expect("no id twice")
}

fn id<K: standpoint_model::Kinds>(text: &str) -> Id<K> {
    text.parse().expect("an id")
}

#[test]
fn an_agreement_is_between_its_parties_and_its_provisions_are_theirs() {
    let dataset = dataset(vec![
        fact(json!({ "kind": "issue", "id": "issue/road", "title": "The valley road" })),
        fact(json!({
            "kind": "event", "id": "event/agreement", "type": "agreement", "title": "The lake agreement", "when": "2031-05-02",
            "participants": [
                { "actor": "actor/league", "role": "party" },
                { "actor": "actor/council", "role": "party" },
                { "actor": "actor/envoy", "role": "mediator" },
            ],
        })),
        fact(json!({
            "kind": "event", "id": "event/announcement", "type": "communication", "title": "Announcement of the truce",
            "occurrence": "planned", "due": "[..2031-06]",
        })),
        fact(json!({
            "kind": "position", "id": "position/road", "issue": "issue/road", "form": "agreed", "in": "event/agreement",
            "label": "Article 1", "text": "The road is open to convoys.", "owed_by": ["actor/council"],
            "conditions": [
                { "type": "after", "on": ["event/announcement"], "once": "announced", "within": "P14D" },
                { "type": "mutual", "on": ["position/truce"] },
            ],
        })),
        fact(json!({
            "kind": "position", "id": "position/truce", "form": "agreed", "in": "event/agreement", "text": "No side attacks the other.",
            "conditions": [{ "type": "mutual", "on": ["position/road"] }],
        })),
        fact(json!({
            "kind": "position", "id": "position/refusal", "issue": "issue/road", "holders": ["actor/guard"], "form": "refusal",
            "answers": ["position/road"], "text": "The road stays shut.", "firmness": "red-line",
        })),
    ]);
    let road = dataset.get::<Position>(&id("position/road")).expect("the provision");
    let holders: Vec<&str> = dataset.holders_of(road).iter().map(|holder| holder.as_str()).collect();
    assert_eq!(holders, ["actor/league", "actor/council"], "a mediator is no party");
    assert_eq!(road.conditions[0].within.as_ref().map(Duration::english), Some("14 days".into()));

    let of =
        |actor: &str| dataset.positions_of(&id::<Actor>(actor)).map(|position| position.id.slug()).collect::<Vec<_>>();
    assert_eq!(of("actor/league"), ["road", "truce"]);
    assert_eq!(of("actor/guard"), ["refusal"]);
    assert!(of("actor/envoy").is_empty());
    let on: Vec<PositionForm> =
        dataset.positions_on(&id::<Issue>("issue/road")).map(|position| position.form).collect();
    assert_eq!(on, [PositionForm::Refusal, PositionForm::Agreed]);
    assert_eq!(dataset.positions_in(&id::<Event>("event/agreement")).count(), 2);

    let mut dependent = dataset.referrers("event/announcement").flat_map(Record::conditions);
    assert!(dependent.any(|condition| condition.r#type == ConditionType::After));
    let announcement = dataset.get::<Event>(&id("event/announcement")).expect("the plan");
    assert!(!announcement.counts(), "what is planned has not happened");
    assert!(announcement.due.is_some() && announcement.when.is_none());
}

#[test]
fn whose_posture_it_is_the_standpoints_say() {
    let tie = |standpoints: Value| {
        let mut tie = fact(json!({
            "kind": "relationship", "id": "relationship/tie", "subject": "actor/league", "object": "actor/council", "type": "adversary",
        }));
        tie["basis"]["standpoints"] = standpoints;
        let record = read(tie).expect("a record");
        let Record::Relationship(tie) = record else { unreachable!("it is a relationship") };
        tie
    };
    let says = |holder: &str, stance: Stance| json!([{ "holder": holder, "stance": stance, "evidence": [{ "source": "source/log", "locator": "page 2" }] }]);
    let inverse = |tie: &Relationship| tie.phrases().inverse;
    assert_eq!(inverse(&tie(json!([]))), "is listed as an adversary of");
    assert_eq!(inverse(&tie(says("actor/council", Stance::Asserts))), "is listed as an adversary of");
    assert_eq!(inverse(&tie(says("actor/league", Stance::Denies))), "is listed as an adversary of");
    assert_eq!(inverse(&tie(says("actor/league", Stance::Asserts))), "is regarded as an adversary by");
}

#[test]
fn series_and_conflicts_are_not_counted() {
    let event = |fields: Value| {
        let mut event = fact(json!({ "kind": "event", "id": "event/x", "type": "attack", "title": "Attack" }));
        for (name, value) in fields.as_object().into_iter().flatten() {
            event[name] = value.clone();
        }
        let Record::Event(event) = read(event).expect("a record") else { unreachable!("it is an event") };
        event.counts()
    };
    assert!(event(json!({})));
    for other in [
        json!({ "extent": "series" }),
        json!({ "type": "conflict" }),
        json!({ "type": "process" }),
        json!({ "occurrence": "planned" }),
        json!({ "occurrence": "called-off" }),
    ] {
        assert!(!event(other.clone()), "{other}");
    }
}

#[test]
fn a_manifest_names_its_format() {
    let manifest = |format: Value| {
        let mut manifest = json!({
            "kind": "dataset", "id": "dataset/talks", "title": "Talks", "version": "1.0.0", "license": "CC-BY-4.0",
            "publisher": "Nobody", "base_iri": "https://example.org/", "created": "2031",
        });
        if !format.is_null() {
            manifest["format"] = format;
        }
        read(manifest)
    };
    let format = |record: Record| match record {
        Record::Dataset(manifest) => Manifest::format(&manifest),
        _ => unreachable!("it is a manifest"),
    };
    assert_eq!(manifest(Value::Null).map(format), Ok(Format::V0_1));
    assert_eq!(manifest(json!("0.2")).map(format), Ok(Format::V0_2));
    assert_eq!(manifest(json!("0.3")).err(), Some("`0.3` is none of `0.1`, `0.2`".into()));
}

#[test]
fn what_is_half_said_is_refused() {
    let same =
        |members: Value| json!({ "kind": "identity", "id": "identity/x", "members": members, "verdict": "same" });
    assert_eq!(
        read(same(json!(["actor/a"]))).err(),
        Some("a list of at least 2 is needed here; this one has 1".into())
    );
    assert!(read(same(json!(["actor/a", "actor/b"]))).is_ok());
    assert!(read(same(json!(["actor/a", "identity/b"]))).is_err());

    let scale = |scale: Value| read(fact(json!({ "kind": "issue", "id": "issue/x", "title": "X", "scale": scale })));
    assert!(
        scale(json!({ "from": { "value": 0, "words": "None" } }))
            .is_err_and(|error| error.contains("missing field `to`"))
    );
    assert!(scale(json!({ "from": { "value": 0, "words": "None" }, "to": { "value": 9.5, "words": "All" }, "unit": "percent" })).is_ok());
    let ends =
        json!({ "from": { "value": 0, "words": "None" }, "to": { "value": 1, "words": "All" }, "unit": "slices" });
    assert!(scale(ends).is_err_and(|error| error.starts_with("`slices` is not a unit")));

    let mut read_in = fact(json!({ "kind": "actor", "id": "actor/x", "type": "company", "name": "X" }));
    read_in["basis"]["readings"] = json!([{ "fields": [], "why": "A guess." }]);
    assert!(read(read_in).is_err_and(|error| error.starts_with("a list of at least 1 is needed here")));
}
