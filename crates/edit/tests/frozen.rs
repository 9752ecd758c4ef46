//! The frozen datasets of format 0.1 come forward, and nothing of them is lost.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

mod backward;
mod datasets;

use std::collections::BTreeMap;

use serde_json::Value;
use standpoint_edit::{Migrate, Migrated};
use standpoint_validate::{Level, Validation};

#[test]
fn they_are_valid_and_say_all_that_they_said() {
    for name in datasets::NAMES {
        let copy = datasets::copy(name);
        datasets::migration(copy.path()).write().unwrap();
        let report = Validation::new().run([copy.path()]).unwrap();
        assert!(report.is_valid(), "{:?}", report.diagnostics());
        let old = datasets::records_in(&datasets::folder(name));
        let expected: BTreeMap<String, Value> =
            old.iter().map(|record| (record["id"].as_str().unwrap().to_owned(), backward::plain(record))).collect();
        let new = datasets::records_in(copy.path());
        assert!(new.iter().map(|record| &record["id"]).eq(old.iter().map(|record| &record["id"])));
        for (id, record) in backward::old_records(&new) {
            assert_eq!(record, expected[&id]);
        }
    }
}

#[test]
fn every_id_date_number_text_and_span_stands_in_the_record_of_the_same_id() {
    fn leaves(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| leaves(item, found)),
            Value::Object(fields) => fields.values().for_each(|field| leaves(field, found)),
            Value::String(text) => found.push(text.clone()),
            other => found.push(other.to_string()),
        }
    }
    // What other words took the place of, without which nothing is lost.
    const WORDS: &[&str] = &["perpetrator", "participant", "publisher", "publication", "led-by"];
    for name in datasets::NAMES {
        let copy = datasets::copy(name);
        datasets::migration(copy.path()).write().unwrap();
        let new: BTreeMap<String, Value> =
            datasets::records_in(copy.path()).into_iter().map(|record| (record["id"].to_string(), record)).collect();
        for mut old in datasets::records_in(&datasets::folder(name)) {
            let record = &new[&old["id"].to_string()];
            for other in old["basis"]["contradicts"].as_array().into_iter().flatten() {
                let names =
                    |record: &Value, id: &Value| record["basis"]["tensions"].to_string().contains(&id.to_string());
                assert!(names(record, other) != names(&new[&other.to_string()], &old["id"]));
            }
            if let Some(basis) = old.get_mut("basis").and_then(Value::as_object_mut) {
                basis.remove("contradicts");
            }
            let (mut said, mut says) = (Vec::new(), Vec::new());
            leaves(&old, &mut said);
            leaves(record, &mut says);
            let is_said =
                |leaf: &String| says.contains(leaf) || says.iter().any(|says| says.split(' ').next() == Some(leaf));
            let lost: Vec<&String> =
                said.iter().filter(|leaf| !is_said(leaf) && !WORDS.contains(&leaf.as_str())).collect();
            assert!(lost.is_empty(), "{lost:?} of {old}");
        }
    }
}

#[test]
fn what_came_forward_has_nothing_to_do() {
    for name in datasets::NAMES {
        let copy = datasets::copy(name);
        datasets::migration(copy.path()).write().unwrap();
        let before = datasets::files(copy.path());
        assert!(matches!(Migrate::new().run([copy.path()]).unwrap(), Migrated::Current));
        assert_eq!(datasets::files(copy.path()), before);
    }
}

#[test]
fn lines_that_need_not_change_do_not() {
    let copy = datasets::copy("iskp");
    datasets::migration(copy.path()).write().unwrap();
    let text = |files: Vec<_>| -> String {
        files.into_iter().map(|(_, bytes): (_, Vec<u8>)| String::from_utf8(bytes).unwrap()).collect()
    };
    let (old, new) = (text(datasets::files(&datasets::folder("iskp"))), text(datasets::files(copy.path())));
    // Everything that is new stands as the tool that wrote the dataset would have written it.
    let written = datasets::files(copy.path())
        .iter()
        .map(|(_, bytes)| serde_json::from_slice::<Value>(bytes).unwrap())
        .fold(String::new(), |text, value| text + &format!("{value:#}\n"));
    assert_eq!(new, written);
    assert_ne!(old, new);
}

#[test]
fn notes_tell_where_somebody_should_look() {
    let migration = datasets::migration(&datasets::folder("example"));
    let report = migration.report();
    assert!(report.diagnostics().iter().all(|diagnostic| diagnostic.level == Level::Note));
    let first = &report.diagnostics()[0];
    let place = first.location.as_ref().unwrap();
    let document = &report.documents()[place.document];
    assert_eq!((first.code.name, document.slice(place.bytes.clone())), ("inferred-or-read", "\"inferred\""));
    let counts: Vec<(&str, usize)> =
        migration.counts().iter().map(|count| (count.about.as_str(), count.times)).collect();
    assert!(counts.contains(&("a place of an event gets the role `site`", 1)));
}
