//! Records that may be one thing, found by their codes and names.

#![allow(clippy::unwrap_used, reason = "a test may fail by panicking")]

use proptest::{prelude::*, sample::select};
use standpoint_model::Record;
use standpoint_validate::{NameTie, likenesses};

const BASIS: &str = r#""basis":{"modality":"stated","evidence":[{"source":"source/s","locator":"1"}]}"#;

/// An actor by its id, its name and further fields; an armed group unless they say otherwise.
fn actor(id: &str, name: &str, fields: &str) -> String {
    let r#type = if fields.starts_with(r#""type""#) { "" } else { r#""type":"armed-group","# };
    let name = serde_json::to_string(name).unwrap();
    let fields = if fields.is_empty() { String::new() } else { format!("{fields},") };
    format!(r#"{{"kind":"actor","id":"actor/{id}",{type}"name":{name},{fields}{BASIS}}}"#)
}

fn aliases(texts: &[(&str, &str)]) -> String {
    let aliases: Vec<String> =
        texts.iter().map(|(text, r#type)| format!(r#"{{"text":"{text}","type":"{type}"}}"#)).collect();
    format!(r#""aliases":[{}]"#, aliases.join(","))
}

fn records(json: &[String]) -> Vec<Record> {
    json.iter().map(|json| serde_json::from_str(json).unwrap()).collect()
}

/// The pairs that are at least as alike as what is proposed, by ids and ties.
fn found(json: &[String]) -> Vec<(String, String, NameTie)> {
    let records = records(json);
    let likenesses = likenesses(&records);
    let alike = likenesses.found.iter().filter(|likeness| likeness.degree >= 0.85);
    alike.map(|likeness| (short(likeness.members[0]), short(likeness.members[1]), likeness.tie)).collect()
}

fn short(record: &Record) -> String {
    record.id().split_once('/').unwrap().1.to_owned()
}

fn tie(one: &str, other: &str) -> Option<NameTie> {
    found(&[actor("a", one, ""), actor("b", other, "")]).first().map(|(_, _, tie)| *tie)
}

#[test]
fn names_are_one_over_abbreviations_spellings_languages_and_scripts() {
    for (one, other) in [
        ("Arland Hill Guard (AHG)", "AHG: Arland Hill Guards"),
        ("Harakat-ul-Jangal", "Harkatul Jangal"),
        ("Frente de Liberación de Velmia", "Velmia Liberation Front"),
        ("Jaish-e-Mahmoud", "Army of Mahmud"),
        ("Ḥarakat Khorasan", "حرکت خراسان"),
        ("Bokovelm", "Boko Velm"),
        ("THE ORGANISATION OF THE VELMIR PACT", "Velmir Pact Organization"),
    ] {
        assert_eq!(tie(one, other), Some(NameTie::Spelling), "{one}; {other}");
    }
}

#[test]
fn names_of_two_things_are_not_one() {
    for (one, other) in [
        ("Popular Front of Libya", "Popular Front of Tunisia"),
        ("North Velmia Front", "South Velmia Front"),
        ("ADF: Arland Defence Forces", "Ambria Dawn Federation (ADF)"),
        ("Protesters", "Soldiers"),
        ("Velmir Army", "Velmia Council"),
    ] {
        assert_eq!(tie(one, other), None, "{one}; {other}");
    }
}

#[test]
fn common_words_alone_are_a_label_and_no_name() {
    let json: Vec<String> = (0..30).map(|at| actor(&format!("a{at}"), "Army", "")).collect();
    assert_eq!(found(&json), []);
}

#[test]
fn an_abbreviation_alone_is_no_evidence() {
    let long = |name: &str| aliases(&[(name, "expansion")]);
    let one = actor("a", "UVP", &long("Union of Velmir Peasants"));
    assert_eq!(found(&[one.clone(), actor("b", "UVP", &long("Upper Valley Council"))]), []);
    assert_eq!(found(&[one, actor("b", "UVP", &long("Union of Peasants of Velmir"))]).len(), 1);
    assert_eq!(found(&[actor("a", "UVP", ""), actor("b", "uvp", "")]).len(), 1);
}

#[test]
fn parts_and_those_who_left_are_not_the_whole() {
    let part = |one: &str, other: &str| {
        let records = records(&[actor("a", one, ""), actor("b", other, "")]);
        likenesses(&records).found.iter().map(|likeness| likeness.tie).collect::<Vec<_>>()
    };
    assert_eq!(part("Velmir Pact", "Velmir Pact - Karim faction"), [NameTie::Part]);
    assert_eq!(part("Velmir Pact", "Velmir Pact dissidents"), [NameTie::Part]);
}

#[test]
fn a_country_a_type_or_a_code_tells_two_apart() {
    let name = "Velmir Pact";
    for (one, other) in [
        (r#""country":"AFG""#, r#""country":"PAK""#),
        (r#""type":"population""#, r#""type":"armed-group""#),
        (r#""codes":[{"scheme":"ucdp-actor","value":"1"}]"#, r#""codes":[{"scheme":"ucdp-actor","value":"2"}]"#),
    ] {
        assert_eq!(found(&[actor("a", name, one), actor("b", name, other)]), [], "{one}");
        assert_eq!(found(&[actor("a", name, one), actor("b", name, one)]).len(), 1, "{one}");
    }
}

#[test]
fn a_code_proposes_whatever_the_names_are() {
    let code = r#""codes":[{"scheme":"wikidata","value":"Q1"}]"#;
    let json = [actor("a", "Velmir Pact", code), actor("b", "Blue Dawn", code), actor("c", "Third", code)];
    let expected = [("a", "b"), ("a", "c")].map(|(one, other)| (one.to_owned(), other.to_owned(), NameTie::Code));
    assert_eq!(found(&json), expected);
}

#[test]
fn two_records_of_one_state_are_proposed_by_their_country() {
    let state = r#""type":"state","country":"USA""#;
    assert_eq!(found(&[actor("a", "United States", state), actor("b", "United States of America", state)]).len(), 1);
    let government = r#""type":"government","country":"USA""#;
    assert_eq!(found(&[actor("a", "United States", state), actor("b", "The administration", government)]), []);
}

#[test]
fn a_former_name_proposes_that_it_was_renamed() {
    let json = [actor("a", "Blue Dawn", &aliases(&[("Velmir Pact", "former")])), actor("b", "Velmir Pact", "")];
    assert_eq!(found(&json), [("a".into(), "b".into(), NameTie::Renamed)]);
}

#[test]
fn what_ended_before_another_began_is_perhaps_its_successor() {
    let merged = format!(
        r#"{{"kind":"relationship","id":"relationship/m","type":"merged-into","subject":"actor/a","object":"actor/c","when":"1999",{BASIS}}}"#
    );
    let formed = format!(
        r#"{{"kind":"event","id":"event/f","type":"formation","title":"F","when":"2004","participants":[{{"actor":"actor/b","role":"subject"}}],{BASIS}}}"#
    );
    let json = [actor("a", "Velmir Pact", ""), actor("b", "Velmir Pact", ""), merged, formed];
    assert_eq!(found(&json), [("a".into(), "b".into(), NameTie::Successor)]);
}

#[test]
fn of_persons_more_is_asked() {
    let person = |country: &str| format!(r#""type":"individual"{country}"#);
    let tie = |one: &str, other: &str, country: &str| {
        found(&[actor("a", one, &person(country)), actor("b", other, &person(country))]).len()
    };
    let country = r#","country":"AFG""#;
    assert_eq!(tie("Hafiz Saeed Khan", "حافظ سعید خان", ""), 1);
    assert_eq!(tie("Karim Velmiri", "KARIM VELMIRI", country), 1);
    for (one, other, country) in [
        ("Karim Velmiri", "Karim Velmiri", ""),
        ("Karim", "Karim", country),
        ("Karim Velmiri", "Karim Velmirov", country),
        ("Karim Jong-Un", "Karim Jong-Il", country),
        ("Abdul Karim Velmiri", "Karim Velmiri", country),
    ] {
        assert_eq!(tie(one, other, country), 0, "{one}; {other}");
    }
}

#[test]
fn whatever_is_decided_is_not_asked_again() {
    let three = ["a", "b", "c"].map(|id| actor(id, "Velmir Pact", ""));
    let identity = |id: &str, members: &str, rest: &str| {
        format!(r#"{{"kind":"identity","id":"identity/{id}","members":[{members}],{rest}}}"#)
    };
    let left = |identities: &[String]| found(&[&three[..], identities].concat()).len();
    assert_eq!(left(&[]), 3);
    for members in [r#""actor/a","actor/b""#, r#""actor/b","actor/a""#] {
        for verdict in ["same", "different", "unsure"] {
            assert_eq!(left(&[identity("x", members, &format!(r#""verdict":"{verdict}""#))]), 2, "{members} {verdict}");
        }
    }
    let same = identity("x", r#""actor/a","actor/b""#, r#""verdict":"same""#);
    let different = identity("y", r#""actor/c","actor/b""#, r#""verdict":"different""#);
    assert_eq!(left(&[same, different]), 0);
    let retracted = identity("x", r#""actor/a","actor/b""#, r#""verdict":"same","status":"retracted","note":"N.""#);
    assert_eq!(left(&[retracted]), 3);
    // Whoever renamed a record decided about it before.
    let renamed = identity("x", r#""actor/a","actor/old""#, r#""verdict":"same","how":"renamed""#);
    let different = identity("y", r#""actor/old","actor/b""#, r#""verdict":"different""#);
    assert_eq!(left(&[renamed, different]), 2);
}

#[test]
fn names_a_hundred_times_as_many_are_not_compared_ten_thousand_times_as_often() {
    let compared = |names: usize| {
        let mut random = fastrand::Rng::with_seed(7);
        // Some words are in many names, most in few.
        let mut word = || {
            let rank = random.usize(0..names).min(random.usize(0..names)).min(random.usize(0..names));
            let syllables = ["ba", "do", "ge", "ki", "lu", "ma", "no", "pe", "ri", "tu"];
            rank.to_string().bytes().map(|digit| syllables[usize::from(digit - b'0')]).collect::<String>()
        };
        let json: Vec<String> = (0..names)
            .map(|at| actor(&format!("a{at}"), &format!("{} {} Front {}", word(), word(), word()), ""))
            .collect();
        likenesses(&records(&json)).compared
    };
    let [few, many] = [compared(400), compared(3_200)];
    assert!(few > 400, "{few}");
    assert!(many < 12 * few, "{few} {many}");
}

fn name() -> impl Strategy<Value = String> {
    let word = select(vec![
        "Velmir",
        "Karim",
        "Front",
        "Armée",
        "Libération",
        "Khorasan",
        "خراسان",
        "al-Ansar",
        "Pact",
        "Tunisian",
        "Islamique",
        "Мирный",
    ]);
    let letters = select(vec!["VPF", "AHG", "KLF"]);
    (proptest::collection::vec(word, 1..4), letters, 0..5).prop_map(|(words, letters, form)| {
        let long = words.join(" ");
        match form {
            0 => format!("{letters}: {long}"),
            1 => format!("{long} ({letters})"),
            2 => format!("{letters} - {long}"),
            3 => letters.to_owned(),
            _ => long,
        }
    })
}

fn told(json: &[String]) -> Vec<(String, String, String)> {
    let records = records(json);
    let likenesses = likenesses(&records);
    let mut told: Vec<_> = likenesses
        .found
        .iter()
        .map(|likeness| {
            let tie = format!("{:?} {:.6}", likeness.tie, likeness.degree);
            (short(likeness.members[0]), short(likeness.members[1]), tie)
        })
        .collect();
    told.sort();
    told
}

proptest! {
    #[test]
    fn order_case_accents_and_normal_form_are_no_difference(names in proptest::collection::vec(name(), 2..8), seed: u64) {
        use unicode_normalization::UnicodeNormalization as _;
        let all = |change: &dyn Fn(&str) -> String| -> Vec<String> {
            names.iter().enumerate().map(|(at, name)| actor(&format!("a{at}"), &change(name), "")).collect()
        };
        let expected = told(&all(&str::to_owned));
        let mut shuffled = all(&str::to_owned);
        fastrand::Rng::with_seed(seed).shuffle(&mut shuffled);
        prop_assert_eq!(&told(&shuffled), &expected);
        prop_assert_eq!(&told(&all(&str::to_uppercase)), &expected);
        prop_assert_eq!(&told(&all(&str::to_lowercase)), &expected);
        prop_assert_eq!(&told(&all(&|name| name.nfd().collect())), &expected);
        prop_assert_eq!(&told(&all(&|name| name.replace('a', "á"))), &expected);
    }

    #[test]
    fn two_names_are_as_alike_the_one_way_as_the_other(one in name(), other in name()) {
        let degree = |one: &str, other: &str| told(&[actor("a", one, ""), actor("b", other, "")]);
        prop_assert_eq!(degree(&one, &other), degree(&other, &one));
    }

    #[test]
    fn nothing_is_proposed_twice_or_with_itself(names in proptest::collection::vec(name(), 2..12)) {
        let json: Vec<String> = names.iter().enumerate().map(|(at, name)| actor(&format!("a{at}"), name, "")).collect();
        let pairs: Vec<_> = told(&json).into_iter().map(|(one, other, _)| (one, other)).collect();
        prop_assert!(pairs.iter().all(|(one, other)| one < other));
        prop_assert!(pairs.windows(2).all(|pairs| pairs[0] != pairs[1]));
    }
}
