//! How far two coders agree, and one dataset of two.

#![allow(
    clippy::unwrap_used,
    clippy::float_cmp,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, knows what comes out, and makes its own input"
)]

use std::{fs, path::PathBuf};

use proptest::prelude::*;
use serde_json::{Value, json};
use standpoint_edit::{
    Agreement, Answer, DateDifference, DecidedDataset, Decisions, Diff, Disagreement, Error, Measured, Variable,
    agreement_schema, decisions_schema,
};
use standpoint_model::Record;
use standpoint_validate::{Input, Validation};

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fixtures").join(name)
}

fn records(name: &str) -> Vec<Value> {
    let records = Validation::new().records([fixture(name)]).unwrap();
    records.map(|record| serde_json::to_value(record.unwrap()).unwrap()).collect()
}

fn input(records: &[Value]) -> [Input; 1] {
    let lines: Vec<String> = records.iter().map(Value::to_string).collect();
    [Input::bytes("records.ndjson", lines.join("\n"))]
}

fn of(a: &[Value], b: &[Value]) -> Agreement {
    Agreement::of(input(a), input(b)).unwrap()
}

fn find<'r>(records: &'r mut [Value], id: &str) -> &'r mut Value {
    records.iter_mut().find(|record| record["id"] == id).unwrap()
}

/// The same under other ids, as another coder would have them.
fn under_other_ids(records: &[Value]) -> Vec<Value> {
    let mut text = Value::from(records).to_string();
    for id in records.iter().map(|record| record["id"].as_str().unwrap()).filter(|id| !id.starts_with("dataset/")) {
        text = text
            .replace(&format!("\"{id}\""), &format!("\"{id}-b\""))
            .replace(&format!("[{id}]"), &format!("[{id}-b]"));
    }
    serde_json::from_str(&text).unwrap()
}

fn text(agreement: &Agreement) -> String {
    let mut out = Vec::new();
    agreement.write_text(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn alpha(agreement: &Agreement, variable: Variable) -> Option<f64> {
    agreement.measured.iter().find(|measured| measured.variable == variable).unwrap().alpha.value
}

fn open(agreement: &Agreement) -> Vec<&Disagreement> {
    agreement.disagreements.iter().filter(|disagreement| disagreement.choose == Answer::Undecided).collect()
}

fn said(disagreement: &Disagreement) -> (&str, Value, Value) {
    let value = |value: &Option<Value>| value.clone().unwrap_or_default();
    (&disagreement.field, value(&disagreement.says_a), value(&disagreement.says_b))
}

#[test]
fn who_says_the_same_under_other_ids_agrees() {
    for name in ["iskp", "doha", "example"] {
        let (a, b) = (records(name), under_other_ids(&records(name)));
        for agreement in [of(&a, &a), of(&a, &b)] {
            assert_eq!(agreement.records.share, Some(1.0), "{name}: {}", text(&agreement));
            for Measured { variable, alpha, .. } in &agreement.measured {
                // All of the agreement is stated.
                let one = if name == "doha" && *variable == Variable::Modality { None } else { Some(1.0) };
                assert_eq!((alpha.value, alpha.interval), (one, one.map(|one| [one, one])), "{name}, {variable}");
            }
            assert!(agreement.is_complete() && agreement.disagreements.is_empty(), "{name}: {}", text(&agreement));
        }
        for pair in &of(&a, &b).pairs {
            assert_eq!(format!("{}-b", pair.a), pair.b);
        }
    }
}

/// Two codings of the page on ISKP: the canonical one, and a copy changed by hand under ids of its own.
fn two_codings() -> (Vec<Value>, Vec<Value>) {
    let mut changed = records("iskp");
    find(&mut changed, "event/iskp-emergence-2014")["basis"]["modality"] = "reported".into();
    find(&mut changed, "event/iskp-formalisation-2015")["when"] = "2015".into();
    find(&mut changed, "event/iskp-border-base")["type"] = "formation".into();
    find(&mut changed, "event/iskp-border-base")["title"] = "A base on the border".into();
    let statement = find(&mut changed, "statement/shia-attacks-in-mosques-and-schools");
    *statement = json!({
        "kind": "event", "id": "event/iskp-based", "type": "other", "title": "ISKP is based in the east",
        "participants": [{ "actor": "actor/iskp", "role": "initiator" }], "basis": statement["basis"],
    });
    changed.retain(|record| record["id"] != "relationship/iskp-drawn-from-ttp");
    (records("iskp"), under_other_ids(&changed))
}

#[test]
fn each_difference_is_told_at_its_place() {
    let (a, b) = two_codings();
    let agreement = of(&a, &b);
    let found: Vec<_> = open(&agreement).into_iter().map(said).collect();
    let name = "actor/iskp drawn-from actor/ttp";
    let expected = [
        ("basis.modality", json!("stated"), json!("reported")),
        ("record", json!(name), Value::Null),
        ("when", json!("2015-37"), json!("2015")),
        ("type", json!("other"), json!("formation")),
        ("kind", json!("statement"), json!("event")),
    ];
    for expected in &expected {
        assert!(found.contains(expected), "{expected:?} is not in {found:?}");
    }
    assert_eq!(found.len(), expected.len(), "{}", text(&agreement));
    let title = agreement.disagreements.iter().find(|disagreement| disagreement.field == "title").unwrap();
    assert_eq!(title.choose, Answer::A, "of wording A's stands");
    let date = agreement.disagreements.iter().find(|disagreement| disagreement.field == "when").unwrap();
    assert_eq!((date.dates, date.variable), (Some(DateDifference::AIsMoreExact), Some(Variable::Date)));
    let place = date.place.as_ref().unwrap();
    assert_eq!((place.source.as_str(), place.start, place.end), ("source/anp-iskp", Some(274), Some(386)));
    let records = agreement.records;
    assert_eq!((records.a - 1, records.b), (records.pairs, records.pairs), "{}", text(&agreement));
    let told = text(&agreement);
    assert!(told.contains("    when: A 2015-37, B 2015 (A is more exact)\n"), "{told}");
    assert!(told.contains("1 of 1 dates that differ are of the same days or lie one within the other\n"), "{told}");
    assert!(told.contains("relationship/iskp-drawn-from-ttp, only in A\n"), "{told}");
    for variable in Variable::ALL {
        let alpha = alpha(&agreement, variable).unwrap();
        assert!((0.9..1.0).contains(&alpha), "{variable}: {alpha}");
    }
}

#[test]
fn who_is_a_and_who_is_b_makes_no_difference_to_the_measures() {
    let (a, b) = two_codings();
    let (one, other) = (of(&a, &b), of(&b, &a));
    assert_eq!((one.records.pairs, one.records.share), (other.records.pairs, other.records.share));
    let values = |agreement: &Agreement| Variable::ALL.map(|variable| alpha(agreement, variable));
    assert_eq!(values(&one), values(&other));
}

#[test]
fn where_nothing_aligns_nothing_is_measured() {
    let agreement = of(&records("iskp"), &records("doha"));
    assert_eq!(agreement.pairs, [], "{}", text(&agreement));
    let agreement = two_statements(&at(0, 9), &at(10, 19));
    assert_eq!((agreement.records.pairs, agreement.records.share), (0, Some(0.0)));
    assert!(agreement.measured.iter().all(|measured| measured.alpha.value.is_none() && measured.alpha.units == 0));
    assert!(
        text(&agreement).contains("nothing aligns, so nothing is measured: the records of A (1) and of B (1) "),
        "{}",
        text(&agreement)
    );
    let page = &statement("a", "stated", &at(0, 9))[0];
    let nobody = of(std::slice::from_ref(page), std::slice::from_ref(page));
    assert_eq!((nobody.records.share, nobody.is_complete()), (None, true));
    assert!(text(&nobody).contains("neither has a record that rests on evidence\n"), "{}", text(&nobody));
}

#[test]
fn a_section_is_compared_alone() {
    let (a, b) = two_codings();
    let section = |title: &str| Agreement::of_section(input(&a), input(&b), title);
    let own = |from: u64, until: u64| {
        let cites = |record: &&Value| {
            let evidence = record["basis"]["evidence"].as_array();
            let place = |citation: &Value| {
                [&citation["span"]["start"], &citation["span"]["end"]].map(|at| at.as_u64().unwrap())
            };
            evidence.into_iter().flatten().map(place).any(|[start, end]| start < until && from < end)
        };
        a.iter().filter(cites).count()
    };
    let source = a.iter().find(|record| record["kind"] == "source").unwrap();
    let sections = source["sections"].as_array().unwrap();
    for part in sections {
        let at = |name: &str| part["span"][name].as_u64().unwrap();
        let agreement = section(&part["title"].as_str().unwrap().to_uppercase()).unwrap();
        assert!(agreement.records.a >= own(at("start"), at("end")), "{part}");
        assert!(agreement.records.a < of(&a, &b).records.a, "{part}");
        assert!(agreement.records.pairs + 1 >= agreement.records.a, "{part}: {}", text(&agreement));
        assert!(matches!(agreement.decide(&agreement.to_decide()), Err(Error::OnlyASection)));
    }
    assert!(matches!(section("Nowhere"), Err(Error::NoSection { .. })));
    let same = Agreement::of_section(input(&a), input(&under_other_ids(&a)), "Profile").unwrap();
    assert!(same.is_complete(), "{}", text(&same));
}

#[test]
fn what_both_withdrew_is_one_and_is_not_measured() {
    let mut a = records("example");
    let adversary = find(&mut a, "relationship/front-adversary-government");
    adversary["status"] = "retracted".into();
    adversary["note"] = "A misprint.".into();
    find(&mut a, "event/velm-accord")["basis"]["tensions"] =
        json!([{ "with": "relationship/front-adversary-government", "how": "contrasts" }]);
    let agreement = of(&a, &a);
    assert!(agreement.is_complete(), "{}", text(&agreement));
    assert!(agreement.pairs.iter().all(|pair| pair.a != "relationship/front-adversary-government"));
    find(&mut a, "actor/northern-front")["status"] = "retracted".into();
    let agreement = of(&a, &a);
    assert!(agreement.is_complete() && agreement.records.share == Some(1.0), "{}", text(&agreement));
}

/// Where something stands.
fn at(start: u32, end: u32) -> Value {
    json!({ "source": "source/page", "span": { "start": start, "end": end, "sha256": "0".repeat(64) } })
}

/// A source and a statement.
fn statement(slug: &str, modality: &str, citation: &Value) -> Value {
    json!([
        { "kind": "source", "id": "source/page", "type": "web-page", "title": "A page" },
        { "kind": "statement", "id": format!("statement/{slug}"), "about": "actor/league", "topic": "conduct", "text": "It fled.",
          "basis": { "modality": modality, "evidence": [citation] } },
    ])
}

fn two_statements(a: &Value, b: &Value) -> Agreement {
    of(statement("a", "stated", a).as_array().unwrap(), statement("b", "alleged", b).as_array().unwrap())
}

#[test]
fn one_record_each_has_an_alpha_only_where_the_two_differ() {
    let agreement = two_statements(&at(0, 20), &at(10, 30));
    assert_eq!(agreement.records.pairs, 1);
    assert_eq!(alpha(&agreement, Variable::Modality), Some(0.0));
    assert_eq!(alpha(&agreement, Variable::Kind), None);
    let told = text(&agreement);
    assert!(told.contains("no alpha of kind, type, date: all pairs have one value"), "{told}");
    assert!(
        told.contains(
            "source/page 0–20\n  statement/a in A, statement/b in B\n    basis.modality: A stated, B alleged\n"
        ),
        "{told}"
    );
}

#[test]
fn locators_align_as_spans_do_and_a_whole_source_does_not() {
    let page = |locator: &str| json!({ "source": "source/page", "locator": locator });
    assert_eq!(two_statements(&page("page 4"), &page("page 4")).records.pairs, 1);
    assert_eq!(two_statements(&page("page 4"), &page("page 5")).records.pairs, 0);
    assert_eq!(two_statements(&page("page 4"), &at(0, 20)).records.pairs, 0);
    let whole = json!({ "source": "source/page" });
    assert_eq!(two_statements(&whole, &whole).records.pairs, 0);
    let draft = json!({ "source": "source/page", "words": "fled at dawn" });
    assert_eq!(two_statements(&draft, &draft).records.pairs, 1);
    let told = text(&two_statements(&page("page 4"), &page("page 4")));
    assert!(told.starts_with("source/page, page 4\n"), "{told}");
}

#[test]
fn a_source_is_the_same_by_its_text_and_not_by_its_id() {
    let with_text = |id: &str, digest: &str| {
        let mut records = statement("a", "stated", &at(0, 20));
        records[0] = json!({ "kind": "source", "id": id, "type": "web-page", "title": "A page", "text": { "sha256": digest.repeat(64), "length": 90 } });
        records[1]["basis"]["evidence"][0]["source"] = id.into();
        records.as_array().unwrap().clone()
    };
    assert_eq!(of(&with_text("source/page", "0"), &with_text("source/other", "0")).records.pairs, 1);
    assert_eq!(of(&with_text("source/page", "0"), &with_text("source/page", "1")).records.pairs, 0);
}

#[test]
fn parties_are_one_by_their_names_and_ties_by_their_ends() {
    let basis = |start: u32, end: u32| json!({ "modality": "stated", "evidence": [at(start, end)] });
    let state = |slug: &str, name: &str, start: u32| json!({ "kind": "actor", "id": format!("actor/{slug}"), "type": "state", "name": name, "basis": basis(start, start + 9) });
    let tie = |slug: &str, object: &str| {
        json!({ "kind": "relationship", "id": format!("relationship/{slug}"), "subject": "actor/league", "object": object,
            "type": "adversary", "basis": basis(0, 90) })
    };
    let pairs = |a: &[Value], b: &[Value]| -> Vec<[String; 2]> {
        of(a, b).pairs.into_iter().map(|pair| [pair.a, pair.b]).collect()
    };
    assert_eq!(pairs(&[state("arland", "Arland", 0)], &[state("velmia", "Velmia", 0)]).len(), 0);
    assert_eq!(pairs(&[state("arland", "Arland", 0)], &[state("kingdom", "Kingdom of Arland", 5)]).len(), 1);
    assert_eq!(pairs(&[state("arland", "Arland", 0)], &[state("x", "ARLAND", 50)]).len(), 1, "one name, two places");
    let (a, b) =
        ([state("arland", "Arland", 0), tie("one", "actor/arland")], [state("x", "Arland", 0), tie("two", "actor/x")]);
    assert_eq!(pairs(&a, &b).len(), 2);
    let b = [state("velmia", "Velmia", 0), tie("two", "actor/velmia")];
    assert_eq!(pairs(&a, &b).len(), 0, "two states");
}

#[test]
fn too_many_records_at_one_place_are_refused_at_once() {
    let many: Vec<Value> =
        (0..2_001).map(|number| statement(&number.to_string(), "stated", &at(0, 20))[1].clone()).collect();
    let refused = Agreement::of(input(&many), input(&many)).unwrap_err();
    assert!(matches!(refused, Error::TooManyAtOnePlace), "{refused}");
}

fn everything(agreement: &Agreement, answer: Answer) -> Decisions {
    let mut decisions = agreement.to_decide();
    decisions.disagreements.iter_mut().for_each(|disagreement| disagreement.choose = answer);
    decisions
}

fn lines(dataset: &DecidedDataset) -> [Input; 1] {
    let records: Vec<Value> = dataset.records().iter().map(|record| serde_json::to_value(record).unwrap()).collect();
    input(&records)
}

#[test]
fn whoever_is_always_chosen_has_the_dataset() {
    let (a, b) = two_codings();
    let agreement = of(&a, &b);
    let all_a = agreement.decide(&everything(&agreement, Answer::A)).unwrap();
    assert!(Diff::of(input(&a), lines(&all_a)).unwrap().is_empty());
    let all_b = agreement.decide(&everything(&agreement, Answer::B)).unwrap();
    assert!(all_b.report().is_valid(), "{:?}", all_b.report().codes());
    // The same as B's, but for the ids.
    let again = Agreement::of(input(&b), lines(&all_b)).unwrap();
    assert!(again.disagreements.is_empty(), "{}", text(&again));
    let both = agreement.decide(&everything(&agreement, Answer::Both)).unwrap();
    let has = |id: &str| both.records().iter().any(|record| record.id() == id);
    assert!(has("event/iskp-emergence-2014") && has("event/iskp-emergence-2014-b"), "two records that are not one");
    assert!(
        has("relationship/iskp-drawn-from-ttp")
            && has("event/iskp-based-b")
            && has("statement/shia-attacks-in-mosques-and-schools")
    );
}

#[test]
fn what_is_chosen_field_by_field_is_one_record() {
    let (a, b) = two_codings();
    let agreement = of(&a, &b);
    let mut decisions = agreement.to_decide();
    for disagreement in &mut decisions.disagreements {
        disagreement.choose = match disagreement.field.as_str() {
            "when" | "kind" | "record" => Answer::B,
            _ => Answer::A,
        };
    }
    let decided = agreement.decide(&decisions).unwrap();
    let get = |id: &str| decided.records().iter().find(|record| record.id() == id);
    let Some(Record::Event(event)) = get("event/iskp-formalisation-2015") else { unreachable!("it is there") };
    assert_eq!((event.when.as_ref().unwrap().as_str(), event.basis.modality.as_str()), ("2015", "stated"));
    assert!(
        get("relationship/iskp-drawn-from-ttp").is_none()
            && get("statement/shia-attacks-in-mosques-and-schools").is_none()
    );
    assert!(get("event/iskp-based-b").is_some());
    let folder = tempfile::tempdir().unwrap();
    decided.write(&folder.path().join("agreed")).unwrap();
    assert!(Validation::new().run([folder.path().join("agreed")]).unwrap().is_valid());
    assert!(fs::read_to_string(folder.path().join("agreed/dataset.json")).unwrap().contains("\"dataset/iskp\""));
    assert!(decided.write(&folder.path().join("agreed")).is_err(), "what is there stays");
}

#[test]
fn decisions_that_are_open_or_of_other_versions_are_refused() {
    let (a, b) = two_codings();
    let agreement = of(&a, &b);
    let decisions = agreement.to_decide();
    assert!(matches!(agreement.decide(&decisions), Err(Error::Undecided { count: 5, .. })));
    let all = everything(&agreement, Answer::A);
    let refused = |decisions: &Decisions| agreement.decide(decisions).unwrap_err().to_string();
    let mut fewer = all.clone();
    fewer.disagreements.pop();
    assert!(refused(&fewer).contains(" is missing;"), "{}", refused(&fewer));
    let mut twice = all.clone();
    twice.disagreements.push(all.disagreements[0].clone());
    assert!(refused(&twice).contains(" is there twice;"), "{}", refused(&twice));
    let mut other = all.clone();
    other.disagreements[0].says_b = Some("inferred".into());
    assert!(refused(&other).contains(" is on other values;"), "{}", refused(&other));
    let mut more = all;
    let mut one_more = more.disagreements[0].clone();
    one_more.a = Some("event/elsewhere".into());
    more.disagreements.push(one_more);
    assert!(refused(&more).contains(" is on no disagreement;"), "{}", refused(&more));
}

#[test]
fn a_record_that_names_what_was_left_out_is_told() {
    let (mut a, b) = (records("example"), records("example"));
    a.retain(|record| record["id"] != "actor/northern-front");
    let agreement = of(&a, &b);
    let left_out = agreement.decide(&everything(&agreement, Answer::A)).unwrap();
    assert!(left_out.report().codes().contains_key("dangling-reference"));
}

#[test]
fn json_is_as_its_schema_says_and_decisions_read_back() {
    let (a, b) = two_codings();
    let agreement = of(&a, &b);
    let value = serde_json::to_value(&agreement).unwrap();
    let errors = |schema: &Value, value: &Value| -> Vec<String> {
        jsonschema::validator_for(schema).unwrap().iter_errors(value).map(|error| error.to_string()).collect()
    };
    assert_eq!(errors(&agreement_schema().schema(), &value), [""; 0]);
    let decisions = serde_json::to_value(agreement.to_decide()).unwrap();
    assert_eq!(errors(&decisions_schema().schema(), &decisions), [""; 0]);
    let read: Decisions = serde_json::from_value(decisions).unwrap();
    assert!(agreement.decide(&read).is_err());
    let mut markdown = Vec::new();
    agreement.write_markdown(&mut markdown).unwrap();
    let markdown = String::from_utf8(markdown).unwrap();
    assert!(markdown.contains("  - `relationship/iskp-drawn-from-ttp`, only in A\n"), "{markdown}");
    assert!(markdown.contains("| date | 0."), "{markdown}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20))]

    /// However records are changed, left out and ordered, nothing panics, no record is in two pairs, and whoever is always chosen has
    /// the dataset.
    #[test]
    fn any_two_codings_make_one(
        left_out in prop::collection::btree_set(0..60_usize, 0..20),
        moved in prop::collection::vec((0..60_usize, 0..1_300_u64, 1..200_u64), 0..20),
        seed in any::<prop::sample::Index>(),
    ) {
        let a = records("example");
        let mut b = under_other_ids(&a);
        for (number, start, length) in moved {
            let number = number % b.len();
            if let Some(citations) = b[number].pointer_mut("/basis/evidence").and_then(Value::as_array_mut) {
                for citation in citations.iter_mut().filter(|citation| citation.get("span").is_some()) {
                    citation["span"]["start"] = start.into();
                    citation["span"]["end"] = (start + length).into();
                }
            }
        }
        let mut number = 0;
        b.retain(|record| { number += 1; record["kind"] == "dataset" || record["kind"] == "source" || !left_out.contains(&number) });
        let first = seed.index(b.len());
        b.rotate_left(first);
        let agreement = of(&a, &b);
        let sides = agreement.pairs.iter().map(|pair| (pair.a.clone(), pair.b.clone())).unzip();
        let (ids_a, ids_b): (Vec<String>, Vec<String>) = sides;
        for ids in [ids_a, ids_b] {
            let different: std::collections::BTreeSet<&String> = ids.iter().collect();
            prop_assert_eq!(different.len(), ids.len());
        }
        for answer in [Answer::A, Answer::B] {
            if let Ok(decided) = agreement.decide(&everything(&agreement, answer)) && answer == Answer::A {
                prop_assert!(Diff::of(input(&a), lines(&decided)).unwrap().is_empty());
            }
        }
    }
}
