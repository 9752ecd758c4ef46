//! Entities say what the records say, in texts that `FollowTheMoney` leaves alone.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use serde::Deserialize;
use standpoint_export::{Format, Records};
use standpoint_model::{Dataset, Record, generate};

use crate::sample::{self, dataset_of, export};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entity {
    id: String,
    schema: String,
    #[serde(default)]
    datasets: Vec<String>,
    properties: BTreeMap<String, Vec<String>>,
}

impl Entity {
    fn values(&self, property: &str) -> Vec<&str> {
        self.properties.get(property).into_iter().flatten().map(String::as_str).collect()
    }

    /// Whether it is the entity called so or a part of it.
    fn is_of(&self, id: &str) -> bool {
        self.id.strip_prefix(id).is_some_and(|part| part.is_empty() || part.starts_with("--"))
    }
}

/// The id of the entity that a record of the dataset becomes.
fn id_of(dataset: &Dataset, record: &str) -> String {
    let id = record.replace('/', "-");
    dataset.manifest().map_or_else(|| id.clone(), |manifest| format!("{}--{id}", manifest.id.slug()))
}

fn entities(dataset: &Dataset) -> Vec<Entity> {
    export("ftm", dataset).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn entity<'a>(entities: &'a [Entity], id: &str) -> &'a Entity {
    let id = format!("valley--{id}");
    entities.iter().find(|entity| entity.id == id).unwrap()
}

#[test]
fn no_id_has_a_full_stop_which_begins_a_signature() {
    for dataset in [sample::dataset(), crate::canonical::dataset()] {
        let entities = entities(&dataset);
        assert!(entities.iter().all(|entity| !entity.id.contains('.')));
        assert_eq!(entities.iter().map(|entity| &entity.id).collect::<BTreeSet<_>>().len(), entities.len());
    }
}

#[test]
fn what_is_over_or_has_not_happened_says_so() {
    let entities = entities(&sample::dataset());
    let post = entity(&entities, "relationship-leader-heads-front");
    assert_eq!((post.values("role"), post.values("status")), (vec!["no longer holds a post in"], vec!["former"]));
    let talks = entity(&entities, "event-talks");
    assert_eq!(talks.values("name"), ["Planned: Second round of talks"]);
    assert_eq!(talks.values("keywords"), ["negotiation", "planned"]);
    assert!(talks.values("involved").is_empty());
    let ties = entities.iter().filter(|entity| entity.id.starts_with("valley--event-talks--"));
    let roles: Vec<&str> = ties.flat_map(|tie| tie.values("role")).collect();
    assert!(!roles.is_empty() && roles.iter().all(|role| role.ends_with(" (planned)")), "{roles:?}");
}

#[test]
fn a_tie_begins_and_ends_only_where_its_record_says_so() {
    let mut records = sample::dataset().all_records().to_vec();
    let mut dates = |when: &str| {
        for record in &mut records {
            if let Record::Relationship(tie) = record {
                tie.when = Some(standpoint_model::Edtf::new(when).unwrap());
            }
        }
        let entities = entities(&dataset_of(records.clone()));
        let tie = entity(&entities, "relationship-front-adversary-government");
        ["date", "startDate", "endDate"].map(|property| tie.values(property).join(" "))
    };
    assert_eq!(dates("2019"), ["2019", "", ""]);
    assert_eq!(dates("2019-06/2020"), ["", "2019-06", "2020"]);
    assert_eq!(dates("2019/.."), ["", "2019", ""]);
    assert_eq!(dates("[..2019]"), ["", "", ""]);
}

#[test]
fn an_event_was_on_a_date_or_one_of_several_or_between_two() {
    let mut records = sample::dataset().all_records().to_vec();
    let mut dates = |when: &str| {
        for record in &mut records {
            if let Record::Event(event) = record {
                event.when = Some(standpoint_model::Edtf::new(when).unwrap());
            }
        }
        let entities = entities(&dataset_of(records.clone()));
        let event = entity(&entities, "event-bridge-attack");
        ["date", "startDate", "endDate"].map(|property| event.values(property).join(" "))
    };
    assert_eq!(dates("2014"), ["2014", "", ""]);
    assert_eq!(dates("2014-03~"), ["2014-03", "", ""]);
    assert_eq!(dates("[2014-03,2015?]"), ["2014-03 2015", "", ""]);
    assert_eq!(dates("2014/2015-02"), ["", "2014", "2015-02"]);
    assert_eq!(dates("2014/.."), ["", "2014", ""]);
    assert_eq!(dates("2014-21"), ["", "2014-03-01", "2014-05-31"]);
    assert_eq!(dates("-0043"), ["", "", ""]);
}

#[test]
fn addresses_in_any_script_lead_to_their_page() {
    let mut records = sample::dataset().all_records().to_vec();
    let mut address = |url: &str| {
        for record in &mut records {
            if let Record::Source(source) = record {
                source.url = Some(serde_json::from_value(url.into()).unwrap());
            }
        }
        entity(&entities(&dataset_of(records.clone())), "source-page").values("sourceUrl").join(" ")
    };
    for url in ["https://example.com/a?b=c", "https://وزارت.ایران/خبر", "https://пример.рф/новость?где=там"]
    {
        assert_eq!(address(url), url);
    }
    assert_eq!(address("https://example.com/ﬁn"), "");
}

#[test]
fn the_same_record_of_two_datasets_is_two_entities() {
    let named = |slug: &str| {
        let mut records = sample::dataset().all_records().to_vec();
        for record in &mut records {
            if let Record::Dataset(manifest) = record {
                manifest.id = format!("dataset/{slug}").parse().unwrap();
            }
        }
        let entities = entities(&dataset_of(records));
        assert!(entities.iter().all(|entity| entity.datasets == [slug]));
        entities.into_iter().map(|entity| entity.id).collect::<BTreeSet<_>>()
    };
    assert!(named("valley").is_disjoint(&named("hills")));
}

#[test]
fn records_become_what_there_is_for_them() {
    let entities = entities(&sample::dataset());
    for (id, schema) in [
        ("dataset-valley", "Document"),
        ("source-page", "Document"),
        ("source-film", "Video"),
        ("actor-front", "Organization"),
        ("actor-government", "PublicBody"),
        ("actor-leader", "Person"),
        ("place-bridge", "Address"),
        ("event-bridge-attack", "Event"),
        ("relationship-leader-heads-front", "UnknownLink"),
        ("relationship-leader-member-of-government", "Membership"),
        ("interest-peace", "Note"),
        ("observation-dead", "Note"),
        ("statement-quiet", "Note"),
        ("issue-rule", "Note"),
        ("position-assembly", "Note"),
        ("identity-front", "Note"),
    ] {
        assert_eq!(entity(&entities, id).schema, schema, "{id}");
    }
    assert_eq!(entity(&entities, "actor-government").values("topics"), ["gov.national"]);
    assert!(entity(&entities, "actor-front").values("topics").is_empty());
}

#[test]
fn dates_are_what_followthemoney_can_say_of_them_and_stand_in_lines_as_they_are() {
    let entities = entities(&sample::dataset());
    let attack = entity(&entities, "event-bridge-attack");
    assert_eq!(attack.values("date"), ["2022-04-18", "2023-04-18"]);
    assert!(attack.values("notes").contains(&"When: [2022-04-18,2023-04-18]"));
    assert_eq!(entity(&entities, "source-page").values("publishedAt"), ["2022"]);
}

#[test]
fn links_lead_from_holders_to_records_with_their_proof() {
    let entities = entities(&sample::dataset());
    let denial = entity(&entities, "event-bridge-attack--standpoint-1");
    assert_eq!(denial.values("subject"), ["valley--actor-government"]);
    assert_eq!(denial.values("object"), ["valley--event-bridge-attack"]);
    assert_eq!(denial.values("role"), ["denies"]);
    assert_eq!(denial.values("proof"), ["valley--source-film"]);
    let dispute = entity(&entities, "relationship-front-adversary-government--standpoint-0");
    assert_eq!((dispute.schema.as_str(), dispute.values("entity")), ("Note", vec!["valley--actor-leader"]));
    let participant = entity(&entities, "event-bridge-attack--participant-0");
    assert_eq!(participant.values("role"), ["initiator"]);
    assert_eq!(participant.values("proof"), ["valley--source-page", "valley--source-film"]);
}

#[test]
fn a_tie_says_whose_word_it_is() {
    let entities = entities(&sample::dataset());
    let roles = |id: &str| entity(&entities, id).values("role").join(" ");
    assert_eq!(roles("relationship-front-adversary-government"), "has the listed adversary");
    assert_eq!(roles("relationship-front-regards-government"), "regards as a rival");
    assert!(entity(&entities, "relationship-front-regards-government").values("description").contains(&"Type: rival"));
}

#[test]
fn records_that_are_one_thing_are_linked_and_those_that_are_not_are_not() {
    let entities = entities(&sample::dataset());
    let link = entity(&entities, "identity-front--same-0");
    assert_eq!(
        (link.values("subject"), link.values("object")),
        (vec!["valley--actor-front"], vec!["valley--actor-front-of-the-north"])
    );
    assert!(entities.iter().all(|entity| !entity.id.starts_with("valley--identity-withdrawal--")));
}

#[test]
fn an_entity_does_not_refer_to_itself() {
    let place = r#"{ "kind": "place", "id": "place/loop", "type": "site", "name": "A loop", "within": "place/loop",
        "basis": { "modality": "stated", "evidence": [{ "source": "source/page" }] } }"#;
    let entities = entities(&dataset_of([serde_json::from_str::<Record>(place).unwrap()]));
    assert!(entities[0].values("addressEntity").is_empty());
    assert!(entities[0].values("notes").contains(&"Within: place/loop"));
}

#[test]
fn texts_are_as_they_are_cleaned_and_what_that_takes_is_counted() {
    for (text, name, line, lost) in [
        ("\"Front\"", "Front", Some("Name: \"Front\""), false),
        ("'\"a'\"", "a", Some("Name: '\"a'\""), false),
        ("\"\"", "actor-front", Some("Name: \"\""), false),
        ("a\nb  c", "a b c", Some("Name: a\nb  c"), false),
        (" e\u{301}\u{200c}", "é", None, true),
        ("e\u{200c}\u{301}", "é", None, true),
        ("\u{200c}", "actor-front", None, true),
    ] {
        let actor = serde_json::json!({ "kind": "actor", "id": "actor/front", "type": "network", "name": text,
            "basis": { "modality": "stated", "evidence": [{ "source": "source/page" }] } });
        let dataset = dataset_of([serde_json::from_value::<Record>(actor).unwrap()]);
        let entity = &entities(&dataset)[0];
        assert_eq!(entity.values("name"), [name], "{text:?}");
        assert_eq!(entity.values("notes").into_iter().find(|line| line.starts_with("Name")), line, "{text:?}");
        let losses = Format::by_name("ftm").unwrap().write_to(Records::of(&dataset), std::io::sink()).unwrap();
        assert_eq!(losses.total(), u64::from(lost), "{text:?}");
    }
}

#[test]
fn a_document_always_has_the_name_of_a_file() {
    let source = r#"{ "kind": "source", "id": "source/page", "type": "book", "title": "\u200c" }"#;
    let entities = entities(&dataset_of([serde_json::from_str::<Record>(source).unwrap()]));
    assert_eq!(entities[0].values("fileName"), ["source-page"]);
    assert!(entities[0].values("title").is_empty());
}

#[test]
fn what_is_too_long_for_an_entity_is_left_out_and_counted() {
    let actor = serde_json::json!({ "kind": "actor", "id": "actor/front", "type": "network", "name": "Front",
        "description": "x".repeat(10_485_760),
        "basis": { "modality": "stated", "evidence": [{ "source": "source/page" }] } });
    let dataset = dataset_of([serde_json::from_value::<Record>(actor).unwrap()]);
    let mut written = Vec::new();
    let losses = Format::by_name("ftm").unwrap().write_to(Records::of(&dataset), &mut written).unwrap();
    assert!(written.len() < 1000);
    assert_eq!(losses.iter().map(|(field, _)| field).collect::<Vec<_>>(), ["actor.description"]);
}

#[test]
fn of_many_texts_the_longest_are_left_out_and_counted_until_the_rest_fits() {
    let aliases = (0..600).map(|at| serde_json::json!({ "text": "x".repeat(20_000 + at), "type": "former" }));
    let actor = serde_json::json!({ "kind": "actor", "id": "actor/front", "type": "network", "name": "Front",
        "aliases": aliases.collect::<Vec<_>>(),
        "basis": { "modality": "stated", "evidence": [{ "source": "source/page" }] } });
    let dataset = dataset_of([serde_json::from_value::<Record>(actor).unwrap()]);
    let losses = Format::by_name("ftm").unwrap().write_to(Records::of(&dataset), std::io::sink()).unwrap();
    let lost = losses.iter().map(|(field, lost)| (field, lost.count)).collect::<Vec<_>>();
    let entity = &entities(&dataset)[0];
    // In the place of those that were left out stands the entity's id.
    let kept = entity.values("previousName").iter().filter(|name| name.starts_with('x')).count();
    assert_eq!(lost, [("actor.aliases.text", 600 - kept as u64)]);
    assert!((510..530).contains(&kept), "{kept}");
    let length: usize = entity.properties.values().flatten().map(String::len).sum();
    assert!(length < 31_457_280, "{length}");
}

/// The texts of a record that are not lost, and stand in some property of its entities.
fn assert_says_everything(dataset: &Dataset) {
    let entities = entities(dataset);
    let ids: BTreeSet<&str> = entities.iter().map(|entity| entity.id.as_str()).collect();
    assert_eq!(ids.len(), entities.len(), "an id twice");
    for record in dataset.all_records() {
        let id = id_of(dataset, record.id());
        let own: Vec<&Entity> = entities.iter().filter(|entity| entity.is_of(&id)).collect();
        assert_eq!(own[0].id, id);
        let values: Vec<&String> = own.iter().flat_map(|entity| entity.properties.values().flatten()).collect();
        let named: BTreeSet<&str> = values.iter().map(|value| value.as_str()).collect();
        for reference in record.references() {
            let entity = id_of(dataset, reference.id);
            let in_line = format!(": {}", reference.id);
            let is_named = named.contains(entity.as_str()) || named.iter().any(|value| value.ends_with(&in_line));
            assert!(is_named, "{}: {}", record.id(), reference.id);
        }
        for text in sample::shown_texts(record).iter().filter(|text| is_kept(text)) {
            let is_said = named.iter().filter_map(|value| value.split_once(':')).any(|(label, said)| {
                said.strip_prefix(' ') == Some(text)
                    || ["Code ", "Coding "].iter().any(|before| label.strip_prefix(before) == Some(text))
            });
            assert!(is_said || named.contains(text.as_str()), "{}: {text:?}", record.id());
        }
    }
}

/// Whether `FollowTheMoney` is sure to leave a text alone.
fn is_kept(text: &str) -> bool {
    text.trim() == text && text.bytes().all(|b| b == b'\n' || (b' '..=b'~').contains(&b))
}

#[test]
fn the_entities_of_the_sample_say_everything() {
    assert_says_everything(&sample::dataset());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_entities_of_any_dataset_say_everything(records in generate::dataset()) {
        assert_says_everything(&dataset_of(records));
    }
}
