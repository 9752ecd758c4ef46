//! What an analyst asks of the canonical datasets, answered by their typed records.
//!
//! Two questions have no test: at which kinds of place attacks were aimed, and what the source judges as against narrates. The
//! model has words for neither; both are told in statements and notes.

#![expect(clippy::disallowed_methods, reason = "the datasets are files of the workspace")]

use std::{collections::BTreeMap, fs, path::Path};

use standpoint_model::{
    Actor, Citation, ConditionType, Dataset, Edtf, Event, EventType, Id, Kind, Measure, Modality, Observation,
    Occurrence, PlaceRole, Position, PositionForm, Record, Relationship, RelationshipType, Role, Source, Statement,
    Topic,
};

/// The records of folders of `fixtures`, without the manifests of all but the last.
fn dataset(folders: &[&str]) -> Dataset {
    let mut records = Vec::new();
    for folder in folders {
        records.retain(|record: &Record| record.kind() != Kind::Dataset);
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures").join(folder);
        for entry in fs::read_dir(path).expect("the folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                continue;
            }
            let text = fs::read_to_string(&path).expect("a file of records");
            match serde_json::from_str::<Vec<Record>>(&text) {
                Ok(more) => records.extend(more),
                Err(_) => records.push(serde_json::from_str(&text).expect("a record")),
            }
        }
    }
    Dataset::new(records).expect("no id twice")
}

fn iskp() -> Dataset {
    dataset(&["iskp"])
}

fn id<K: standpoint_model::Kinds>(text: &str) -> Id<K> {
    text.parse().expect("an id")
}

fn sorted(found: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut found: Vec<String> = found.into_iter().collect();
    found.sort();
    found
}

fn ids<T: standpoint_model::Entity>(found: impl IntoIterator<Item = T>) -> Vec<String> {
    sorted(found.into_iter().map(|record| record.id().to_string()))
}

/// The events that `actor` did, or is said to have.
fn done_by(dataset: &Dataset, actor: &Id<Actor>) -> Vec<Event> {
    dataset
        .events_with(actor)
        .filter(|event| event.in_role(Role::Initiator).any(|doer| doer == actor))
        .cloned()
        .collect()
}

fn is_in(citation: &Citation, section: &standpoint_model::Section) -> bool {
    let span = citation.span.as_ref().expect("a span");
    section.span.start() <= span.start() && span.end() <= section.span.end()
}

#[test]
fn who_denies_what_on_which_words() {
    let dataset = iskp();
    let denials = dataset
        .records()
        .flat_map(|record| dataset.standpoints_on(record.id()))
        .filter(|held| !held.standpoint.stance.is_for());
    let denials = denials.map(|held| {
        assert!(held.standpoint.evidence[0].span.is_some());
        format!("{} {} {}", held.standpoint.holder, held.standpoint.stance, held.record.id())
    });
    assert_eq!(
        sorted(denials),
        [
            "actor/tajik-authorities disputes event/rocket-fire-claimed-into-tajikistan",
            "actor/taliban denies event/rocket-fire-claimed-toward-termez",
            "actor/uzbek-side denies event/rocket-fire-claimed-toward-termez",
        ]
    );
}

#[test]
fn what_rests_on_the_word_of_one_party_alone() {
    let dataset = iskp();
    let iskp = id::<Actor>("actor/iskp");
    let of_happenings = |record: &&Record| matches!(record, Record::Event(_) | Record::Observation(_));
    let is_its_word = |record: &&Record| {
        let basis = record.basis().expect("a basis");
        basis.modality == Modality::Alleged
            && basis.standpoints.iter().any(|standpoint| standpoint.stance.is_for() && standpoint.holder == iskp)
    };
    let found = dataset.records().filter(of_happenings).filter(is_its_word).map(|record| record.id().to_owned());
    assert_eq!(
        sorted(found),
        [
            "event/rocket-fire-claimed-into-tajikistan",
            "event/rocket-fire-claimed-toward-termez",
            "observation/rockets-claimed-into-tajikistan",
            "observation/rockets-claimed-toward-termez",
        ]
    );
}

#[test]
fn how_strong_it_was_when_and_by_whose_count() {
    let dataset = iskp();
    let strengths =
        dataset.observations_about("actor/iskp").filter(|count| count.measure == Measure::Fighters).map(|count| {
            let holders: Vec<&str> =
                count.basis.standpoints.iter().map(|standpoint| standpoint.holder.as_str()).collect();
            let when = count.when.as_ref().map_or("", |when| when.as_str());
            format!("{when}: {} by {holders:?}", count.value)
        });
    let united_nations = r#"["actor/united-nations"]"#;
    let expected = ["2016: 6,000", "[..2021-38]: 1,500–2,000"].map(|count| format!("{count} by {united_nations}"));
    assert_eq!(sorted(strengths), expected);
}

#[test]
fn how_many_were_killed_in_attacks_ascribed_to_it_and_whose_they_were() {
    let dataset = iskp();
    let mut killed = BTreeMap::new();
    for attack in done_by(&dataset, &id("actor/iskp")) {
        for count in dataset.observations_about(attack.id.as_str()) {
            if count.measure == Measure::Killed && count.part_of.is_none() {
                let of = count.of.first().map_or("of whom is not said", |party| party.as_str());
                *killed.entry(of.to_owned()).or_default() += count.value.best().expect("a number").get();
            }
        }
    }
    let expected: BTreeMap<String, f64> =
        [("actor/afghans", 180.0), ("actor/us-forces", 13.0), ("of whom is not said", 46.0)]
            .map(|(of, dead)| (of.to_owned(), dead))
            .into();
    assert_eq!(killed, expected);
}

#[test]
fn how_many_attacks_are_reported_as_single_ones() {
    let dataset = iskp();
    let attacks = |modality: Modality| {
        let is_attack = |event: &Event| matches!(event.r#type, EventType::Attack | EventType::Bombardment);
        let attacks = done_by(&dataset, &id("actor/iskp")).into_iter().filter(is_attack);
        ids(attacks.filter(Event::counts).filter(|event| event.basis.modality == modality))
    };
    assert_eq!(
        attacks(Modality::Stated),
        [
            "event/kabul-airport-attack-2021",
            "event/kabul-maternity-ward-attack-2020",
            "event/kabul-university-attack-2020"
        ]
    );
    assert_eq!(
        attacks(Modality::Alleged),
        ["event/rocket-fire-claimed-into-tajikistan", "event/rocket-fire-claimed-toward-termez"]
    );
}

#[test]
fn which_adversaries_are_listed_and_which_were_read_in() {
    let dataset = iskp();
    let source = dataset.iter::<Source>().next().expect("the page");
    let list =
        source.sections.iter().find(|section| section.lists == Some(RelationshipType::Adversary)).expect("a list");
    let adversaries: Vec<&Relationship> =
        dataset.iter::<Relationship>().filter(|tie| tie.r#type == RelationshipType::Adversary).collect();
    assert_eq!(adversaries.len(), 16);
    for tie in adversaries {
        assert!(tie.basis.evidence.iter().all(|citation| is_in(citation, list)), "{}", tie.id);
        // The columns are lost: that a line belongs to a heading is the dataset's reading.
        assert_eq!(tie.basis.modality, Modality::Inferred, "{}", tie.id);
    }
    let empty = source.sections.iter().filter(|section| section.empty).filter_map(|section| section.lists);
    assert_eq!(empty.collect::<Vec<_>>(), [RelationshipType::Ally, RelationshipType::Rival]);
}

#[test]
fn who_regards_whom_so_and_who_is_merely_listed() {
    let dataset = iskp();
    let postures: Vec<&Relationship> =
        dataset.iter::<Relationship>().filter(|tie| tie.r#type.rule().regarded.is_some()).collect();
    let own = postures
        .iter()
        .filter(|tie| tie.is_subjects_own())
        .map(|tie| format!("{} {} {}", tie.subject, tie.phrases().forward, tie.object));
    assert_eq!(
        sorted(own),
        ["actor/iskp regards as a rival actor/taliban", "actor/taliban regards as a rival actor/iskp",]
    );
    let listed = postures.iter().find(|tie| tie.object.as_str() == "actor/united-states").expect("a listed party");
    assert_eq!(listed.phrases().inverse, "is listed as an adversary of");
}

#[test]
fn what_weakened_it_and_what_made_it_strong_again() {
    let dataset = iskp();
    let changes = dataset.statements_about("actor/iskp").filter(|claim| claim.topic == Topic::Change);
    let causes: BTreeMap<&str, Vec<&str>> =
        changes.map(|claim| (claim.id.as_str(), claim.caused_by.iter().map(Id::as_str).collect())).collect();
    assert_eq!(
        causes["statement/iskp-weakened-by-late-2019"],
        ["event/multi-front-war", "event/counterterrorism-campaign"]
    );
    assert_eq!(
        causes["statement/power-vacuum-encouraged-iskp"],
        ["event/kabul-government-collapse", "event/international-troops-withdrawal"]
    );
    // For its recovery the page names no cause.
    assert!(causes["statement/iskp-regained-strength"].is_empty());
}

#[test]
fn which_happenings_serve_which_aim() {
    let dataset = iskp();
    let serving =
        dataset.iter::<Event>().flat_map(|event| event.serves.iter().map(move |aim| format!("{} {aim}", event.id)));
    assert_eq!(sorted(serving), ["event/iskp-fights-taliban interest/iskp-consolidation-of-power"]);
    // A motive that is none of its three interests is a statement about the attacks.
    let motives =
        dataset.iter::<Statement>().filter(|claim| claim.topic == Topic::Motive).map(|claim| claim.about.to_string());
    assert_eq!(sorted(motives), ["event/attacks-on-civilians-since-takeover"]);
}

#[test]
fn whether_operations_against_it_were_under_way_in_2020_is_not_told() {
    let dataset = iskp();
    let iskp = id::<Actor>("actor/iskp");
    let against = dataset.events_with(&iskp).filter(|event| event.r#type == EventType::Operation);
    let when: Vec<_> = against.map(|event| (event.id.as_str(), event.when.as_ref())).collect();
    assert_eq!(when, [("event/counterterrorism-campaign", None)]);
}

#[test]
fn what_one_country_did_said_and_suffered() {
    let dataset = iskp();
    let country = "UZB".parse().ok();
    let mut found = Vec::new();
    for actor in dataset.iter::<Actor>().filter(|actor| actor.country == country) {
        found.extend(dataset.events_with(&actor.id).map(|event| format!("did {}", event.id)));
        found.extend(
            dataset.standpoints_of(&actor.id).map(|held| format!("{} {}", held.standpoint.stance, held.record.id())),
        );
        found.extend(dataset.relationships_of(&actor.id).map(|tie| format!("is in {}", tie.id)));
    }
    let is_there =
        |place: &Id<standpoint_model::Place>| dataset.get(place).is_some_and(|place| place.country == country);
    for event in dataset.iter::<Event>() {
        let aimed =
            event.places.iter().filter(|place| place.role == PlaceRole::Target).any(|place| is_there(&place.place));
        found.extend(aimed.then(|| format!("was the aim of {}", event.id)));
    }
    assert_eq!(
        sorted(found),
        [
            "denies event/rocket-fire-claimed-toward-termez",
            "did event/uzbek-helicopters-seen",
            "did event/uzbek-warplanes-cross-border",
            "is in relationship/iskp-adversary-uzbekistan",
            "was the aim of event/rocket-fire-claimed-toward-termez",
        ]
    );
}

#[test]
fn who_led_it_and_who_held_which_post() {
    let dataset = iskp();
    let posts = dataset.iter::<Relationship>().filter(|tie| tie.r#type == RelationshipType::HoldsPost).map(|tie| {
        let role = tie.role.as_ref().map_or("", |role| role.as_str());
        let when = tie.when.as_ref().map_or("undated", |when| when.as_str());
        format!("{} {role} of {} ({when}), head: {}, former: {}", tie.subject, tie.object, tie.head, tie.former)
    });
    assert_eq!(
        sorted(posts),
        [
            "actor/hafiz-khan-saeed Commander of actor/ttp (undated), head: false, former: true",
            "actor/hafiz-khan-saeed Leader of actor/iskp (2015-37), head: true, former: false",
        ]
    );
}

#[test]
fn what_the_dataset_added_is_told_field_by_field() {
    let dataset = iskp();
    let read: Vec<&Record> =
        dataset.records().filter(|record| record.basis().is_some_and(|basis| !basis.readings.is_empty())).collect();
    assert!(read.len() >= 33, "{}", read.len());
    let dates = read.iter().filter(|record| {
        let mut readings = record.basis().into_iter().flat_map(|basis| &basis.readings);
        readings.any(|reading| reading.fields.iter().any(|field| field.as_str() == "when"))
    });
    assert_eq!(
        sorted(dates.map(|record| record.id().to_owned())),
        [
            "event/iskp-border-base",
            "event/rocket-video-posted",
            "observation/iskp-fighters-2021",
            "observation/kabul-airport-attack-afghans-killed",
            "observation/kabul-airport-attack-us-personnel-killed",
            "relationship/hafiz-khan-saeed-heads-iskp",
            "statement/iskp-use-of-instability",
        ]
    );
}

#[test]
fn what_does_not_go_together_is_read_from_both_sides_and_nothing_contradicts() {
    let dataset = iskp();
    let mut pairs = Vec::new();
    for record in dataset.records() {
        for (other, tension) in dataset.tensions_of(record.id()) {
            assert_eq!(tension.how, standpoint_model::Opposition::Contrasts);
            assert!(dataset.tensions_of(other).any(|(back, _)| back == record.id()));
            pairs.push(sorted([record.id().to_owned(), other.to_owned()]).join(" "));
        }
    }
    pairs.sort();
    pairs.dedup();
    assert_eq!(pairs.len(), 8);
    let (_, despite) =
        dataset.tensions_of("event/uzbek-warplanes-cross-border").next().expect("a tension with denials");
    assert_eq!(despite.holders, [id::<Actor>("actor/uzbek-side"), id("actor/taliban")]);
}

#[test]
fn who_owes_what_in_an_agreement_and_on_what_it_depends() {
    let dataset = dataset(&["doha"]);
    let agreement = id("event/agreement-2020");
    let mut parts: Vec<&Position> = dataset.positions_in(&agreement).collect();
    parts.sort_by_key(|part| part.label.as_ref().map(ToString::to_string));
    let parties = ["actor/taliban-in-agreement", "actor/united-states-in-agreement"].map(id::<Actor>);
    for part in &parts {
        assert_eq!(part.form, PositionForm::Agreed);
        assert_eq!(
            sorted(dataset.holders_of(part).into_iter().map(ToString::to_string)),
            parties.each_ref().map(ToString::to_string)
        );
    }
    let owed = parts.iter().map(|part| {
        (part.label.as_ref().map_or("-", |label| label.as_str()), part.owed_by.iter().map(Id::as_str).collect())
    });
    let expected: [(&str, Vec<&str>); 5] = [
        ("-", vec![]),
        ("1", vec![]),
        ("2", vec![]),
        ("3", vec!["actor/taliban-in-agreement"]),
        ("4", vec!["actor/participants-of-intra-afghan-negotiations"]),
    ];
    assert_eq!(owed.collect::<Vec<_>>(), expected);

    let triggers = |part: &Position, r#type: ConditionType| -> Vec<String> {
        let conditions = part.conditions.iter().filter(|condition| condition.r#type == r#type);
        sorted(conditions.flat_map(|condition| &condition.on).map(ToString::to_string))
    };
    assert_eq!(
        triggers(parts[3], ConditionType::After),
        ["event/announcement-on-soil", "event/announcement-on-withdrawal"]
    );
    for part in &parts[3..] {
        assert_eq!(
            triggers(part, ConditionType::EnabledBy),
            ["position/agreement-2020-part-1", "position/agreement-2020-part-2"]
        );
    }
    for part in &parts[1..] {
        assert_eq!(triggers(part, ConditionType::Mutual).len(), 3);
    }
}

#[test]
fn what_is_planned_is_not_told_as_done_and_an_agenda_is_not_agreed() {
    let dataset = dataset(&["doha"]);
    let happened = dataset
        .iter::<Event>()
        .filter(|event| event.occurrence == Occurrence::Happened)
        .map(|event| event.id.to_string());
    assert_eq!(sorted(happened), ["event/agreement-2020"]);
    let talks = dataset.get::<Event>(&id("event/intra-afghan-negotiations")).expect("the talks");
    assert_eq!(talks.due.as_ref().map(Edtf::as_str), Some("2020-03-10"));
    assert!(talks.issues.contains(&id("issue/ceasefire")));
    assert!(!dataset.iter::<Event>().any(|event| event.r#type == EventType::Ceasefire));
    // The text shows no signature and names no place where it was made.
    let agreement = dataset.get::<Event>(&id("event/agreement-2020")).expect("the agreement");
    assert!(agreement.places.is_empty() && agreement.in_role(Role::Signatory).next().is_none());
}

#[test]
fn two_datasets_joined_show_one_party_with_all_its_names() {
    let joined = dataset(&["iskp", "doha", "joined"]);
    let united = joined.united();
    assert_eq!(united.lead_of("actor/taliban-in-agreement"), "actor/taliban");
    assert_eq!(united.lead_of("actor/united-states-in-agreement"), "actor/united-states");
    // Whom IEA means nobody has decided.
    assert_eq!(united.lead_of("actor/iea"), "actor/iea");
    let taliban = united.dataset().get::<Actor>(&id("actor/taliban")).expect("the party");
    assert!(taliban.aliases.iter().any(|alias| alias.text.as_str() == "Islamic Emirate of Afghanistan"));
    let ties = united.dataset().relationships_of(&taliban.id).map(|tie| tie.r#type.as_str());
    assert_eq!(sorted(ties.map(str::to_owned)), ["does-not-recognise", "drawn-from", "rival", "rival"]);
    let includes = &joined.manifest().expect("a manifest").includes;
    assert_eq!(includes.iter().map(|dataset| dataset.name.as_str()).collect::<Vec<_>>(), ["iskp", "agreement-2020"]);
}

#[test]
fn the_invented_example_holds_each_of_the_twelve_kinds() {
    let example = dataset(&["example"]);
    for &kind in Kind::ALL {
        assert!(example.count(kind) > 0, "no record of the kind {kind}");
    }
    assert!(example.iter::<Observation>().count() < 5, "it is to be small");
}
