//! Whatever records of format 0.1 say comes forward: the frozen datasets, changed at random.

#![allow(clippy::unwrap_used, reason = "a test may fail by panicking")]

mod backward;
mod datasets;

use std::collections::BTreeMap;

use proptest::{prelude::*, sample::Index};
use serde_json::{Map, Value, json};
use standpoint_edit::Migrate;
use standpoint_model::Record;
use standpoint_validate::Input;

const ROLES: [&str; 9] =
    ["perpetrator", "agent", "participant", "leader", "supporter", "victim", "affected", "subject", "publisher"];
const EVENTS: [&str; 11] = [
    "attack",
    "clash",
    "operation",
    "killing",
    "movement",
    "withdrawal",
    "change-of-power",
    "formation",
    "publication",
    "negotiation",
    "other",
];
const TIES: [&str; 11] = [
    "ally",
    "partner",
    "rival",
    "adversary",
    "affiliate-of",
    "drawn-from",
    "split-from",
    "merged-into",
    "led-by",
    "member-of",
    "coordinated-with",
];
const MEASURES: [&str; 4] = ["munitions", "killed", "fighters", "other"];
const TOPICS: [&str; 8] = ["name", "nature", "ideology", "belief", "aims", "image", "page", "cross-border-attacks"];
const MODALITIES: [&str; 5] = ["stated", "reported", "alleged", "estimated", "inferred"];

/// A change of a record that leaves it one of format 0.1: what is picked, and which record and which words.
type Mutation = (u8, Index, Index, Index);

fn pick<T>(from: &[T], index: Index) -> &T {
    &from[index.index(from.len())]
}

fn mutate(records: &mut [Value], &(what, which, one, other): &Mutation) {
    let ids = |kind: &str| -> Vec<Value> {
        records.iter().filter(|record| record["kind"] == kind).map(|record| record["id"].clone()).collect()
    };
    let (actors, places) = (ids("actor"), ids("place"));
    let of_kind =
        |kind: &str| -> Vec<usize> { (0..records.len()).filter(|index| records[*index]["kind"] == kind).collect() };
    let kind = ["event", "event", "event", "relationship", "observation", "statement", "statement", "source"];
    let at = *pick(&of_kind(kind[usize::from(what) % kind.len()]), which);
    let id = records[at]["id"].clone();
    let record = records[at].as_object_mut().unwrap();
    match what {
        0 => _ = record.insert("type".into(), (*pick(&EVENTS, one)).into()),
        1 => {
            let parts = record.entry("participants").or_insert_with(|| json!([])).as_array_mut().unwrap();
            let part = json!({ "actor": pick(&actors, one), "role": pick(&ROLES, other) });
            // Nobody has one part twice.
            if !parts.contains(&part) {
                parts.push(part);
            }
        }
        2 => {
            let targets = record.entry("targets").or_insert_with(|| json!([])).as_array_mut().unwrap();
            for target in [pick(&actors, one), pick(&places, other)] {
                if !targets.contains(target) {
                    targets.push(target.clone());
                }
            }
        }
        3 => _ = record.insert("type".into(), (*pick(&TIES, one)).into()),
        4 => _ = record.insert("measure".into(), (*pick(&MEASURES, one)).into()),
        5 => _ = record.insert("topic".into(), (*pick(&TOPICS, one)).into()),
        6 => _ = record.insert("rank".into(), (one.index(5) + 1).into()),
        7 => _ = record.insert("language".into(), "fa".into()),
        _ => unreachable!("there are eight"),
    }
    if let Some(basis) = record.get_mut("basis").and_then(Value::as_object_mut) {
        basis.insert("modality".into(), (*pick(&MODALITIES, other)).into());
        contradict(records, at, &id, other);
    }
}

/// Makes two records contradict one another.
fn contradict(records: &mut [Value], at: usize, id: &Value, other: Index) {
    let others: Vec<usize> =
        (0..records.len()).filter(|index| *index != at && records[*index].get("basis").is_some()).collect();
    let other = *pick(&others, other);
    let other_id = records[other]["id"].clone();
    for (at, id) in [(at, &other_id), (other, id)] {
        let basis = records[at]["basis"].as_object_mut().unwrap();
        let list = basis.entry("contradicts").or_insert_with(|| json!([])).as_array_mut().unwrap();
        if !list.contains(id) {
            list.push(id.clone());
        }
    }
}

/// The records as a text, laid out in one of several ways.
fn text(records: &[Value], layout: u8) -> (&'static str, String) {
    let lines = |line: fn(&Value) -> String| records.iter().map(|record| line(record) + "\n").collect::<String>();
    match layout {
        0 => ("d.ndjson", lines(ToString::to_string)),
        1 => ("d.json", format!("{:#}\n", Value::from(records.to_vec()))),
        2 => ("d.json", Value::from(records.to_vec()).to_string()),
        3 => ("d.ndjson", lines(|record| format!("{record:#}").replace('\n', " "))),
        4 => ("d.json", format!("{:#}", Value::from(records.to_vec())).replace("  ", "\t").replace('\n', "\r\n")),
        _ => ("d.json", format!("{:#}", Value::from(records.to_vec())).replace("\": ", "\" :\n").replace(",\n", " ,")),
    }
}

fn datasets() -> [Vec<Value>; 2] {
    datasets::NAMES.map(|name| datasets::records_in(&datasets::folder(name)))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_said_is_said_again(
        which in 0_usize..2,
        mutations in prop::collection::vec((0_u8..8, any::<Index>(), any::<Index>(), any::<Index>()), 0..40),
        layout in 0_u8..6,
    ) {
        let mut records = datasets()[which].clone();
        for mutation in &mutations {
            mutate(&mut records, mutation);
        }
        let (name, old) = text(&records, layout);
        // Rules may be broken by chance; they are not what is tested.
        let migrated = Migrate::new().allow_invalid(true).run([Input::bytes(name, old.clone())]).unwrap();
        let migration = datasets::ready(migrated);
        let new = std::str::from_utf8(migration.files()[0].content()).unwrap();
        let new_records = datasets::records(new);
        for record in &new_records {
            let read: Result<Record, _> = serde_json::from_value(record.clone());
            prop_assert!(read.is_ok(), "{:?} {record}", read);
        }
        let expected: BTreeMap<String, Value> = records
            .iter()
            .map(|record| (record["id"].as_str().unwrap().to_owned(), backward::plain(record)))
            .collect();
        for (id, record) in backward::old_records(&new_records) {
            prop_assert_eq!(&record, &expected[&id]);
        }
        // Lines end as they did, and what is laid out in lines still is.
        prop_assert_eq!(new.contains("\r\n"), old.contains("\r\n"));
        prop_assert_eq!(new.contains('\t'), old.contains('\t'));
        if layout == 1 {
            prop_assert_eq!(new, format!("{:#}\n", Value::from(new_records)));
        } else if layout == 0 {
            prop_assert_eq!(new, text(&new_records, 0).1);
        }
    }
}

#[test]
fn an_actor_in_two_roles_that_are_one_now_keeps_both() {
    let mut records = datasets()[1].clone();
    let at = records.iter().position(|record| record["kind"] == "event").unwrap();
    let event: &mut Map<String, Value> = records[at].as_object_mut().unwrap();
    let part = |role: &str| json!({ "actor": "actor/northern-front", "role": role });
    event.insert("participants".into(), ["agent", "perpetrator", "affected", "subject"].map(part).to_vec().into());
    let (name, old) = text(&records, 1);
    let migrated = Migrate::new().allow_invalid(true).run([Input::bytes(name, old)]).unwrap();
    let new = datasets::ready(migrated);
    let new = datasets::records(std::str::from_utf8(new.files()[0].content()).unwrap());
    assert_eq!(new[at]["participants"].as_array().unwrap().len(), 2);
    let old = backward::old_records(&new);
    assert_eq!(old[records[at]["id"].as_str().unwrap()], backward::plain(&records[at]));
}
