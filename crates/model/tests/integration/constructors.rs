//! What a constructor makes is what is read where nothing more is written.

use proptest::prelude::*;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use standpoint_model::{
    Actor, Alias, AnyRecord, Archived, Citation, Coding, Condition, Event, Id, Identity, Interest, Issue, Manifest,
    Observation, Participant, Place, Position, Record, RecordId, Relationship, Section, Source, SourceFile, Standpoint,
    Statement, Tension, generate, shape::Shape,
};

use crate::cases;

/// The record with its required fields alone.
fn bare(record: &Record) -> Result<Record, serde_json::Error> {
    let shape = Shape::of(record.kind());
    let Value::Object(mut fields) = serde_json::to_value(record)? else { unreachable!("a record is an object") };
    fields.retain(|name, _| name == "kind" || shape.object.field(name).is_some_and(|field| field.required));
    serde_json::from_value(fields.into())
}

/// The same record, by its constructor.
fn constructed(record: Record) -> Record {
    match record {
        Record::Dataset(r) => {
            Manifest::new(r.id, r.title, r.version, r.license, r.publisher, r.base_iri, r.created).into()
        }
        Record::Source(r) => Source::new(r.id, r.title, r.r#type).into(),
        Record::Actor(r) => Actor::new(r.id, r.r#type, r.name, r.basis).into(),
        Record::Place(r) => Place::new(r.id, r.r#type, r.name, r.basis).into(),
        Record::Event(r) => Event::new(r.id, r.r#type, r.title, r.basis).into(),
        Record::Relationship(r) => Relationship::new(r.id, r.subject, r.object, r.r#type, r.basis).into(),
        Record::Interest(r) => Interest::new(r.id, r.actor, r.title, r.basis).into(),
        Record::Issue(r) => Issue::new(r.id, r.title, r.basis).into(),
        Record::Position(r) => Position::new(r.id, r.form, r.text, r.basis).into(),
        Record::Observation(r) => Observation::new(r.id, r.about, r.measure, r.value, r.basis).into(),
        Record::Statement(r) => Statement::new(r.id, r.about, r.topic, r.text, r.basis).into(),
        Record::Identity(r) => Identity::new(r.id, r.members, r.verdict).into(),
    }
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn a_constructor_leaves_out_what_may_be_left_out(record in generate::record()) {
        let bare = bare(&record)?;
        prop_assert_eq!(constructed(bare.clone()), bare);
    }

    #[test]
    fn an_id_of_a_kind_is_an_id_of_any_record(record in generate::record()) {
        let Some(id) = record.id().parse::<RecordId>().ok() else { return Ok(()) };
        prop_assert_eq!(&id, record.id());
        if let Record::Event(event) = record {
            prop_assert_eq!(Id::<AnyRecord>::from(event.id), id);
        }
    }
}

fn read<T: DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).expect("it is one")
}

#[test]
fn the_parts_of_records_have_constructors_too() {
    let (page, text) = (json!("source/page"), || read("a text".into()));
    let citation = Citation::new(read(page.clone()));
    assert_eq!(citation, read(json!({ "source": page })));
    assert_eq!(
        Coding::new(read("gtd/attack".into()), text()),
        read(json!({ "scheme": "gtd/attack", "value": "a text" }))
    );
    assert_eq!(Condition::new(read("after".into())), read(json!({ "type": "after" })));
    let participant = json!({ "actor": "actor/a", "role": "party" });
    assert_eq!(Participant::new(read("actor/a".into()), read("party".into())), read(participant));
    let archived = json!({ "url": "https://example.org/" });
    assert_eq!(Archived::new(read("https://example.org/".into())), read(archived));
    let digest = "0".repeat(64);
    assert_eq!(SourceFile::new(read(digest.clone().into())), read(json!({ "sha256": digest })));
    let span = json!({ "start": 0, "end": 1, "sha256": digest });
    assert_eq!(Section::new(text(), read(span.clone())), read(json!({ "title": "a text", "span": span })));
    let alias = json!({ "text": "a text", "type": "former" });
    assert_eq!(Alias::new(text(), read("former".into())), read(alias));
    let standpoint = json!({ "holder": "actor/a", "stance": "denies", "evidence": [{ "source": "source/page" }] });
    let evidence = read(json!([{ "source": "source/page" }]));
    assert_eq!(Standpoint::new(read("actor/a".into()), read("denies".into()), evidence), read(standpoint));
    let tension = json!({ "with": "event/b", "how": "contradicts" });
    assert_eq!(Tension::new(read("event/b".into()), read("contradicts".into())), read(tension));
}
