//! What two versions of a dataset say differently.

#![allow(clippy::unwrap_used, reason = "a test may fail by panicking")]

use std::{
    path::{Path, PathBuf},
    slice,
};

use proptest::prelude::*;
use serde_json::{Value, json};
use standpoint_edit::{Diff, Fate, Meaning, Step, diff_schema, format, rename};
use standpoint_model::{Record, RecordId, generate};
use standpoint_validate::{Input, Validation};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures").join(name)
}

fn lines(records: &[Value]) -> [Input; 1] {
    let lines: Vec<String> = records.iter().map(ToString::to_string).collect();
    [Input::bytes("d.ndjson", lines.join("\n"))]
}

/// A record of a kind with these fields beside a basis.
fn record(id: &str, fields: &Value) -> Value {
    let mut record = json!({ "kind": id.split('/').next().unwrap(), "id": id });
    let basis = json!({ "basis": { "modality": "stated", "evidence": [{ "source": "source/page", "locator": "1" }] } });
    for (name, value) in basis.as_object().unwrap().iter().chain(fields.as_object().unwrap()) {
        record[name] = value.clone();
    }
    record
}

fn tie(fields: &Value) -> Value {
    let mut all = json!({ "subject": "actor/a", "object": "actor/b", "type": "rival" });
    for (name, value) in fields.as_object().unwrap() {
        all[name] = value.clone();
    }
    record("relationship/a-b", &all)
}

/// What becomes of one record: the meanings and the texts of the changes.
fn changes(old: &Value, new: &Value) -> Vec<(Meaning, String)> {
    let diff = Diff::of(lines(slice::from_ref(old)), lines(slice::from_ref(new))).unwrap();
    assert!(diff.records.len() <= 1);
    diff.records.into_iter().flat_map(|record| record.changes).map(|change| (change.meaning, change.text)).collect()
}

fn change(old: &Value, new: &Value) -> (Meaning, String) {
    let mut all = changes(old, new);
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

#[test]
fn a_change_is_told_by_what_it_means() {
    let rival = tie(&json!({}));
    assert_eq!(
        change(&rival, &tie(&json!({ "type": "adversary" }))),
        (Meaning::Fact, "type: rival → adversary".into())
    );
    let since = tie(&json!({ "type": "adversary", "when": "2021-08/.." }));
    let told = changes(&rival, &since);
    assert_eq!(told[0], (Meaning::Fact, "type: rival → adversary, August 2021 onwards".into()));
    assert_eq!(told[1], (Meaning::Fact, "when: new, 2021-08/..".into()));
    let basis = |modality: &str, more: Value| {
        let mut basis = json!({ "modality": modality, "evidence": [{ "source": "source/page", "locator": "1" }] });
        more.as_object().unwrap().iter().for_each(|(name, value)| basis[name] = value.clone());
        tie(&json!({ "basis": basis }))
    };
    let weaker = (Meaning::Modality, "basis.modality: stated → alleged (weaker)".into());
    assert_eq!(change(&rival, &basis("alleged", json!({}))), weaker);
    assert_eq!(change(&basis("alleged", json!({})), &rival).1, "basis.modality: alleged → stated (stronger)");
    let denial = json!({ "standpoints": [
        { "holder": "actor/b", "stance": "denies", "evidence": [{ "source": "source/page", "locator": "2" }] }
    ] });
    let denied = basis("stated", denial);
    assert_eq!(change(&rival, &denied), (Meaning::Standpoint, "new denial by actor/b".into()));
    assert_eq!(change(&denied, &rival).1, "the denial by actor/b is gone");
    let mut asserted = denied.clone();
    asserted["basis"]["standpoints"][0]["stance"] = "asserts".into();
    let turned = (Meaning::Standpoint, "basis.standpoints[actor/b].stance: denies → asserts".into());
    assert_eq!(change(&denied, &asserted), turned);
    let mut cited = rival.clone();
    cited["basis"]["evidence"] =
        json!([{ "source": "source/other", "locator": "3" }, { "source": "source/page", "locator": "1" }]);
    assert_eq!(change(&rival, &cited), (Meaning::Evidence, "basis.evidence: new, source/other, 3".into()));
    let span = |start: u64, end: u64| {
        let digest = format!("{start:064}");
        let span = json!({ "start": start, "end": end, "sha256": digest });
        let mut spanned = denied.clone();
        spanned["basis"]["standpoints"][0]["evidence"] = json!([{ "source": "source/page", "span": span }]);
        spanned
    };
    let (meaning, text) = change(&span(1, 5), &span(2, 5));
    assert_eq!(meaning, Meaning::Evidence);
    assert_eq!(text, "basis.standpoints[actor/b].evidence[source/page].span: 1–5 → 2–5");
    let noted = tie(&json!({ "note": "See above." }));
    assert_eq!(change(&rival, &noted), (Meaning::Keeping, "note: new, “See above.”".into()));
}

#[test]
fn dates_and_figures_are_more_or_less_exact() {
    let at = |when: &str| tie(&json!({ "when": when }));
    let date = |old: &str, new: &str| change(&at(old), &at(new));
    assert_eq!(date("2021", "2021-08"), (Meaning::Precision, "when: 2021 → 2021-08 (more exact)".into()));
    assert_eq!(date("2021-08/..", "2021/.."), (Meaning::Precision, "when: 2021-08/.. → 2021/.. (less exact)".into()));
    assert_eq!(date("2021", "2022"), (Meaning::Fact, "when: 2021 → 2022".into()));
    assert_eq!(date("2021", "2021~"), (Meaning::Fact, "when: 2021 → 2021~".into()));
    assert_eq!(change(&tie(&json!({})), &at("2021")), (Meaning::Fact, "when: new, 2021".into()));
    let strength =
        |value: Value| record("observation/s", &json!({ "about": "actor/a", "measure": "fighters", "value": value }));
    let figure = |old: Value, new: Value| change(&strength(old), &strength(new));
    let narrowed = figure(json!({ "low": 1000, "high": 3000 }), json!({ "low": 1500, "high": 2000 }));
    assert_eq!(narrowed, (Meaning::Precision, "value: narrowed from 1,000–3,000 to 1,500–2,000".into()));
    let widened = figure(json!({ "best": 1500 }), json!({ "low": 1500 }));
    assert_eq!(widened, (Meaning::Precision, "value: widened from 1,500 to at least 1,500".into()));
    let other = figure(json!({ "best": 1500 }), json!({ "best": 1600 }));
    assert_eq!(other, (Meaning::Fact, "value: changed from 1,500 to 1,600".into()));
    let counted = figure(json!({ "words": "dozens" }), json!({ "best": 40 }));
    assert_eq!(counted, (Meaning::Precision, "value: narrowed from “dozens” to 40".into()));
}

#[test]
fn items_are_known_by_what_they_are_about() {
    let event = |participants: Value| {
        record("event/e", &json!({ "type": "attack", "title": "Raid", "participants": participants }))
    };
    let a = json!({ "actor": "actor/a", "role": "initiator" });
    let b = json!({ "actor": "actor/b", "role": "target" });
    let victim = json!({ "actor": "actor/b", "role": "victim" });
    let both = event(json!([a, b]));
    assert_eq!(changes(&both, &event(json!([b, a]))), []);
    assert_eq!(change(&both, &event(json!([victim, a]))).1, "participants[actor/b].role: target → victim");
    assert_eq!(change(&both, &event(json!([a]))).1, "participants: actor/b, target is gone");
    assert_eq!(change(&both, &event(json!([a, b, victim]))).1, "participants: new, actor/b, victim");
    let identity =
        |members: [&str; 2]| json!({ "kind": "identity", "id": "identity/i", "members": members, "verdict": "same" });
    let turned = change(&identity(["actor/a", "actor/b"]), &identity(["actor/b", "actor/a"]));
    assert_eq!(turned.1, "members: actor/b leads, and no longer actor/a");
}

#[test]
fn records_come_go_move_and_are_retracted() {
    let (a, mut b) = (record("issue/a", &json!({ "title": "A" })), record("issue/b", &json!({ "title": "B" })));
    let fates = |old: &[&Value], new: &[&Value]| {
        let all = |records: &[&Value]| lines(&records.iter().map(|record| (*record).clone()).collect::<Vec<_>>());
        let diff = Diff::of(all(old), all(new)).unwrap();
        let fates: Vec<_> =
            diff.records.into_iter().map(|record| (record.id, record.fate, record.moved_from)).collect();
        (diff.step, fates)
    };
    assert_eq!(fates(&[&a], &[&a]), (Step::None, vec![]));
    assert_eq!(fates(&[&a], &[&b, &a]), (Step::Minor, vec![("issue/b".into(), Fate::Added, None)]));
    assert_eq!(fates(&[&a, &b], &[&a]), (Step::Major, vec![("issue/b".into(), Fate::Removed, None)]));
    b["status"] = "retracted".into();
    let current = record("issue/b", &json!({ "title": "B" }));
    assert_eq!(fates(&[&current], &[&b]), (Step::Major, vec![("issue/b".into(), Fate::Retracted, None)]));
    assert_eq!(fates(&[&b], &[&current]), (Step::Minor, vec![("issue/b".into(), Fate::Restored, None)]));
    let moved = record("issue/c", &json!({ "title": "A" }));
    let from = Some("issue/a".to_owned());
    assert_eq!(fates(&[&a], &[&moved]), (Step::Major, vec![("issue/c".into(), Fate::Kept, from)]));
}

#[test]
fn a_renaming_is_one_move_and_an_identity() {
    let folder = fixture("iskp");
    let id = |id: &str| RecordId::new(id).unwrap();
    let renamed = rename([&folder], &id("actor/iskp"), &id("actor/khorasan-province")).unwrap();
    let new = renamed.files().iter().map(|file| Input::bytes(file.path(), file.content().to_vec()));
    let diff = Diff::of([&folder], new).unwrap();
    let told: Vec<_> = diff.records.iter().map(|record| (record.id.as_str(), record.fate)).collect();
    assert_eq!(told, [("actor/khorasan-province", Fate::Kept), ("identity/iskp-renamed", Fate::Added)]);
    assert_eq!(diff.records[0].moved_from.as_deref(), Some("actor/iskp"));
    assert_eq!(diff.records[0].changes, []);
}

#[test]
fn a_difference_is_written_for_people_and_for_pull_requests() {
    let old = [tie(&json!({ "note": "Once." })), record("issue/a", &json!({ "title": "Who *holds* a_b" }))];
    let new = [tie(&json!({ "type": "adversary", "note": "Now." })), record("issue/b", &json!({ "title": "B" }))];
    let diff = Diff::of(lines(&old), lines(&new)).unwrap();
    let (mut text, mut markdown) = (Vec::new(), Vec::new());
    diff.write_text(&mut text).unwrap();
    diff.write_markdown(&mut markdown).unwrap();
    let text = String::from_utf8(text).unwrap();
    assert_eq!(
        text,
        "\
- issue/a: Who *holds* a_b
~ relationship/a-b: actor/a adversary actor/b
    fact: type: rival → adversary
    keeping: note: “Once.” → “Now.”
+ issue/b: B

1 new, 1 gone, 1 changed; the first part of the version number should grow (major)
"
    );
    assert!(String::from_utf8(markdown).unwrap().starts_with(
        "- **gone** `issue/a`: Who \\*holds\\* a\\_b\n- `relationship/a-b`: actor/a adversary actor/b\n  - fact: type: rival → adversary\n"
    ));
}

#[test]
fn json_is_by_its_schema() {
    let validator = jsonschema::validator_for(&diff_schema().schema()).unwrap();
    let (old, new) = (fixture("iskp"), fixture("example"));
    let diff = serde_json::to_value(Diff::of([old], [new]).unwrap()).unwrap();
    assert!(diff["records"].as_array().unwrap().len() > 100);
    assert!(validator.is_valid(&diff));
    assert!(!validator.is_valid(&json!({ "step": "none" })));
    let change = Diff::of(lines(&[tie(&json!({}))]), lines(&[tie(&json!({ "note": "N" }))])).unwrap();
    assert!(validator.is_valid(&serde_json::to_value(change).unwrap()));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(24) })]

    #[test]
    fn order_and_layout_never_show(records in generate::dataset(), seed in any::<u64>()) {
        let mut ids = std::collections::HashSet::new();
        let records: Vec<Record> = records.into_iter().filter(|record| ids.insert(record.id().to_owned())).collect();
        let values: Vec<Value> = records.iter().map(|record| serde_json::to_value(record).unwrap()).collect();
        let mut shuffled: Vec<Value> = values.clone();
        let turn = 1 + usize::try_from(seed % values.len() as u64).unwrap();
        shuffled.rotate_left(turn - 1);
        let list = [Input::bytes("d.json", format!("{:#}", Value::from(shuffled)))];
        let diff = Diff::of(lines(&values), list).unwrap();
        prop_assert!(diff.is_empty(), "{diff:?}");
        let formatted = format(lines(&values)).unwrap();
        let bytes = [Input::bytes("d.ndjson", formatted.files()[0].content().to_vec())];
        prop_assert!(Diff::of(lines(&values), bytes).unwrap().is_empty());
        // Whatever is the one's alone is told.
        let diff = Diff::of(lines(&values[..turn]), lines(&values)).unwrap();
        prop_assert_eq!(diff.records.iter().filter(|record| record.fate == Fate::Added).count(), values.len() - turn);
    }
}

#[test]
fn what_is_no_record_is_an_error() {
    let wrong = [Input::bytes("d.ndjson", r#"{"kind":"issue"}"#)];
    assert!(Diff::of(wrong, lines(&[])).is_err());
    assert!(Validation::new().run([fixture("iskp")]).unwrap().is_valid());
}
