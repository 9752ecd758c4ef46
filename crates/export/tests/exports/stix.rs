//! A bundle holds every record whole, and every object that it names.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::Value;
use standpoint_export::{Format, Records};
use standpoint_model::{Dataset, Handling, Kind, Record, generate};

use crate::sample::{self, dataset_of, export};

fn objects(dataset: &Dataset) -> Vec<Value> {
    let bundle: Value = serde_json::from_str(&export("stix", dataset)).unwrap();
    assert_eq!(bundle["type"], "bundle");
    bundle["objects"].as_array().unwrap().clone()
}

fn record_of(object: &Value) -> Option<Record> {
    let record = object["extensions"].as_object()?.values().find_map(|extension| extension.get("record"))?;
    Some(serde_json::from_value(record.clone()).unwrap())
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
        // What marks an object is never modified.
        assert!(object["type"] == "marking-definition" || object["created"].as_str() <= object["modified"].as_str());
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
        ("relationship/leader-heads-front", "relationship"),
        ("interest/peace", "note"),
        ("observation/dead", "note"),
        ("statement/quiet", "note"),
        ("issue/rule", "note"),
        ("position/no-assembly", "note"),
        ("identity/front", "note"),
    ] {
        assert_eq!(object(&objects, id)["type"], kind, "{id}");
    }
    assert_eq!(object(&objects, "actor/ghost")["revoked"], true);
    assert_eq!(object(&objects, "event/bridge-attack")["confidence"], 30);
    assert_eq!(
        object(&objects, "observation/dead")["content"],
        "killed: about 180 (passers-by), 18 April, 2022 or 2023, of Attack on the bridge"
    );
    assert_eq!(object(&objects, "place/bridge")["country"], "TJ");
    assert_eq!(object(&objects, "place/valley")["region"], "valley");
}

#[test]
fn what_is_over_is_not_told_as_present() {
    let objects = objects(&sample::dataset());
    let post = object(&objects, "relationship/leader-heads-front");
    assert_eq!(post["relationship_type"], "related-to");
    assert_eq!(post["labels"], serde_json::json!(["former-holds-post"]));
    let described = post["description"].as_str().unwrap();
    assert!(described.starts_with("former-holds-post: "), "{described}");
    assert!(described.contains(" no longer holds a post in "), "{described}");
}

#[test]
fn what_has_not_happened_is_labelled_and_attributed_to_nobody() {
    let mut records = sample::dataset().all_records().to_vec();
    for record in &mut records {
        if let Record::Event(event) = record {
            event.occurrence = standpoint_model::Occurrence::CalledOff;
        }
    }
    let objects = objects(&dataset_of(records));
    let incident = object(&objects, "event/bridge-attack");
    assert_eq!(incident["labels"], serde_json::json!(["attack", "called-off"]));
    assert_eq!(incident["name"], "Called off: Attack on the bridge");
    let is_part = |object: &&Value| object["source_ref"] == incident["id"];
    let parts: Vec<&Value> = objects.iter().filter(is_part).collect();
    assert!(!parts.is_empty());
    for part in parts {
        assert_eq!(part["relationship_type"], "related-to");
        assert!(part["description"].as_str().unwrap().ends_with(" (called-off)"), "{part}");
    }
}

#[test]
fn no_moment_is_given_that_the_record_does_not_give() {
    let with_date = |when: Option<&str>, published: Option<&str>| {
        let mut records = sample::dataset().all_records().to_vec();
        let date = |text: Option<&str>| text.map(|text| standpoint_model::Edtf::new(text).unwrap());
        for record in &mut records {
            match record {
                Record::Relationship(tie) if tie.id.as_str() == "relationship/front-adversary-government" => {
                    tie.when = date(when);
                }
                Record::Source(source) if source.id.as_str() == "source/page" => source.published = date(published),
                _ => {}
            }
        }
        let dataset = dataset_of(records);
        assert_whole(&dataset);
        objects(&dataset)
    };
    let moments = |when| {
        let objects = with_date(Some(when), None);
        let tie = object(&objects, "relationship/front-adversary-government");
        let [start, stop] =
            ["start_time", "stop_time"].map(|name| tie[name].as_str().map(|text| text[..10].to_owned()));
        (start, stop, tie["description"].as_str().unwrap().matches(" is a bound").count())
    };
    let day = |text: &str| Some(text.to_owned());
    for vague in ["2019", "2019-06", "2019-06-05", "[..2019]", "[2019..]", "199X"] {
        assert_eq!(moments(vague), (None, None, 0), "{vague}");
    }
    assert_eq!(moments("2019-06-05/.."), (day("2019-06-05"), None, 0));
    assert_eq!(moments("2019-06-05/"), (day("2019-06-05"), None, 0));
    assert_eq!(moments("../2019-06-05"), (None, day("2019-06-05"), 0));
    assert_eq!(moments("2019-06-05/2020-02"), (day("2019-06-05"), day("2020-02-29"), 1));
    assert_eq!(moments("2019-06-05~/2020-02-01"), (day("2019-06-05"), day("2020-02-01"), 1));

    let source = |published| object(&with_date(None, published), "source/page").clone();
    let exact = source(Some("2021-06-03"));
    assert_eq!((&exact["type"], &exact["published"]), (&"report".into(), &"2021-06-03T00:00:00.000Z".into()));
    assert!(!exact["description"].as_str().unwrap().contains(" is a bound"));
    let month = source(Some("2021-06"));
    assert!(month["description"].as_str().unwrap().contains("`published` is a bound, the first moment of: June 2021"));
    let before = source(Some("../2021"));
    assert_eq!((&before["type"], &before["published"]), (&"report".into(), &"2021-12-31T23:59:59.999Z".into()));
    assert!(before["description"].as_str().unwrap().contains("`published` is a bound, the last moment of: "));
    let undated = source(None);
    assert_eq!((&undated["type"], undated.get("published")), (&"grouping".into(), None));
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
fn records_that_are_one_thing_are_tied_as_duplicates() {
    let objects = objects(&sample::dataset());
    let duplicates: Vec<&Value> = objects.iter().filter(|object| object["labels"][0] == "duplicate-of").collect();
    let [duplicate] = duplicates[..] else { panic!("{duplicates:?}") };
    assert_eq!(duplicate["source_ref"], object(&objects, "actor/front-of-the-north")["id"]);
    assert_eq!(duplicate["target_ref"], object(&objects, "actor/front")["id"]);
}

#[test]
fn a_tie_says_whose_word_it_is_and_a_provision_whose_it_is() {
    let objects = objects(&sample::dataset());
    let described = |id: &str| object(&objects, id)["description"].as_str().unwrap().lines().next();
    assert_eq!(
        described("relationship/front-adversary-government"),
        Some("adversary: Northern Front has the listed adversary Government")
    );
    assert_eq!(
        described("relationship/front-regards-government"),
        Some("rival: Northern Front regards as a rival Government")
    );
    assert_eq!(object(&objects, "position/article")["authors"], serde_json::json!(["Northern Front", "Government"]));
    assert_eq!(object(&objects, "relationship/front-based-in-valley")["type"], "relationship");
}

#[test]
fn what_is_not_for_everybody_is_marked_and_left_out_unless_asked_for() {
    let mut records = sample::dataset().all_records().to_vec();
    for record in &mut records {
        match record {
            Record::Issue(issue) if issue.id.as_str() == "issue/peace" => issue.handling = Handling::Closed,
            Record::Position(position) if position.id.as_str() == "position/assembly" => position.private = true,
            _ => {}
        }
    }
    let dataset = dataset_of(records);
    assert_whole(&dataset);
    let marking = |id: &str| object(&objects(&dataset), id)["object_marking_refs"][0].as_str().unwrap().to_owned();
    let markings = BTreeSet::from(["issue/peace", "position/assembly", "actor/front"].map(marking));
    assert_eq!(markings.len(), 3);

    let mut bytes = Vec::new();
    let stix = Format::by_name("stix").unwrap();
    let losses = stix.write_to(Records::of(&dataset), &mut bytes).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    // The refusal, too, says that it was asked for.
    assert_eq!((losses.not_public()[&Kind::Issue], losses.not_public()[&Kind::Position]), (1, 2));
    assert!(
        ["issue/peace", "position/assembly", "position/no-assembly", "TLP:AMBER", "TLP:RED"]
            .iter()
            .all(|id| !text.contains(id))
    );
}

#[test]
fn a_relationship_without_its_ends_is_a_note() {
    let all = sample::dataset();
    let ties = all.all_records().iter().filter(|record| record.id().starts_with("relationship/"));
    let dataset = dataset_of(ties.cloned());
    assert_whole(&dataset);
    assert_eq!(object(&objects(&dataset), "relationship/leader-heads-front")["type"], "note");
}

#[test]
fn what_says_the_same_of_two_things_is_told_apart_by_its_moment() {
    let attack = sample::dataset().resolve("event/bridge-attack").unwrap().clone();
    let Record::Event(attack) = attack else { panic!("{attack:?}") };
    let mut other = attack.clone();
    other.id = standpoint_model::Id::new("event/other-attack").unwrap();
    let records = sample::dataset().all_records().to_vec().into_iter().chain([Record::Event(other)]);
    let objects = objects(&dataset_of(records));
    let denials = objects.iter().filter(|object| object["opinion"] == "strongly-disagree");
    let moments: Vec<&str> = denials.map(|denial| denial["created"].as_str().unwrap()).collect();
    assert!(moments.len() >= 2, "{moments:?}");
    assert_eq!(moments.iter().collect::<BTreeSet<_>>().len(), moments.len());
}

#[test]
fn a_tie_that_a_platform_takes_for_another_is_a_note() {
    let all = sample::dataset();
    let id = "relationship/front-adversary-government";
    let Some(Record::Relationship(tie)) = all.resolve(id).cloned() else { panic!("{id}") };
    let mut other = tie.clone();
    other.id = standpoint_model::Id::new("relationship/front-again-government").unwrap();
    other.status = standpoint_model::Status::Current;
    let records = all.all_records().iter().cloned().chain([Record::Relationship(other)]);
    let objects = objects(&dataset_of(records));
    let kinds = [id, "relationship/front-again-government"].map(|id| object(&objects, id)["type"].clone());
    assert_eq!(kinds, ["relationship", "note"]);
}

#[test]
fn a_source_is_of_its_publisher_and_leads_to_its_address() {
    let mut records = sample::dataset().all_records().to_vec();
    for record in &mut records {
        if let Record::Source(source) = record {
            source.publisher = Some("Valley Monitor".parse().unwrap());
            source.url = Some("https://example.org/page".parse().unwrap());
            source.reliability = Some(standpoint_model::Reliability::B);
        }
    }
    let dataset = dataset_of(records);
    assert_whole(&dataset);
    let objects = objects(&dataset);
    let page = object(&objects, "source/page");
    let author = objects.iter().find(|object| object["id"] == page["created_by_ref"]).unwrap();
    assert_eq!(author["name"], "Valley Monitor");
    assert_eq!(page["external_references"][1]["url"], "https://example.org/page");
    let of_platform =
        page["extensions"].as_object().unwrap().values().find(|extension| extension.get("record").is_none());
    assert_eq!(of_platform.unwrap()["reliability"], "B - Usually reliable");
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
