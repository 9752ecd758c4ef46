//! Several datasets in one, and apart again.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use proptest::prelude::*;
use standpoint_edit::{Diff, Error, Merged, SplitDataset, merge, split, write_split};
use standpoint_model::{Dataset, Id, Identity, Kind, Record, Verdict, generate};
use standpoint_validate::{Input, Validation};
use tempfile::TempDir;

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures").join(name)
}

fn folder(path: impl Into<PathBuf>) -> Vec<Input> {
    vec![Input::path(path)]
}

fn manifest(name: &str) -> String {
    format!(
        r#"{{"kind":"dataset","id":"dataset/{name}","format":"0.2","title":"{name}","version":"1.0.0","license":"CC0-1.0","publisher":"P","base_iri":"https://example.org/","created":"2023"}}"#
    )
}

fn page(id: &str, title: &str) -> String {
    format!(r#"{{"kind":"source","id":"source/{id}","type":"web-page","title":"{title}"}}"#)
}

fn dataset(name: &str, records: &[String]) -> Vec<Input> {
    let lines = [&[manifest(name)], records].concat().join("\n");
    vec![Input::bytes(format!("{name}.ndjson"), lines)]
}

/// The ids of all records but the manifest, by file.
fn ids(merged: &Merged) -> Vec<String> {
    let all = merged.records().filter(|record| record.kind() != Kind::Dataset);
    all.map(|record| record.id().to_owned()).collect()
}

/// A merged dataset in a folder.
fn written(merged: &Merged) -> TempDir {
    let folder = TempDir::new().unwrap();
    merged.write(&folder.path().join("all")).unwrap();
    folder
}

fn files(folder: &Path) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
    let read =
        |entry: fs::DirEntry| (entry.file_name().into_string().unwrap(), fs::read_to_string(entry.path()).unwrap());
    entries.map(read).collect()
}

fn load(path: &Path) -> Dataset {
    Validation::new().load([path]).unwrap().into_dataset().unwrap()
}

/// All records of a dataset in one form: those of [`Dataset`] have a fixed order.
fn canonical(dataset: &Dataset) -> String {
    dataset.all_records().iter().map(|record| serde_json::to_string(record).unwrap() + "\n").collect()
}

#[test]
fn the_canonical_datasets_go_together_and_come_apart() {
    let merged = merge([folder(fixture("iskp")), folder(fixture("doha"))]).unwrap();
    let place = written(&merged);
    let all = place.path().join("all");
    let report = Validation::new().run([&all]).unwrap();
    assert!(report.is_valid(), "{:?}", report.diagnostics());
    let names: Vec<String> = files(&all).into_keys().collect();
    assert_eq!(names, ["agreement-2020.ndjson", "dataset.json", "iskp.ndjson"]);
    let apart = place.path().join("apart");
    let (datasets, between) = split([&all]).unwrap();
    assert_eq!(
        (datasets.iter().map(SplitDataset::name).collect::<Vec<_>>(), between),
        (vec!["agreement-2020", "iskp"], 0)
    );
    write_split(&datasets, &apart).unwrap();
    let mut before = 0;
    for (fixture_name, name) in [("iskp", "iskp"), ("doha", "agreement-2020")] {
        let canonical_before = canonical(&load(&fixture(fixture_name)));
        assert_eq!(canonical(&load(&apart.join(name))), canonical_before);
        assert_eq!(fs::read_to_string(apart.join(name).join("records.ndjson")).unwrap(), canonical_before);
        before += canonical_before.len();
    }
    let after: usize = files(&all).into_values().map(|text| text.len()).sum();
    assert!(after * 100 <= before * 105, "{after} bytes of {before}");
}

#[test]
fn what_both_say_is_one_record_and_what_they_say_differently_two() {
    let (a, b) = (page("a", "A page"), page("b", "Another page"));
    let one = dataset("one", &[a.clone(), b.clone()]);
    let two = dataset("two", &[a, page("b", "Some other page"), page("c", "A third")]);
    let merged = merge([one, two]).unwrap();
    assert_eq!(merged.kept_apart(), 1);
    let apart = "identity/source-b-in-one-and-two";
    assert_eq!(ids(&merged), [apart, "source/b-in-one", "source/a", "source/b-in-two", "source/c"]);
    let place = written(&merged);
    let names: Vec<String> = files(&place.path().join("all")).into_keys().collect();
    assert_eq!(names, ["between_datasets.ndjson", "dataset.json", "one+two.ndjson", "one.ndjson", "two.ndjson"]);
}

#[test]
fn what_names_a_record_that_is_kept_apart_is_kept_apart_too() {
    let place = |within: &str| {
        format!(
            r#"{{"kind":"place","id":"place/a","type":"city","name":"A"{within},"basis":{{"modality":"stated","evidence":[{{"source":"source/page","locator":"1"}}]}}}}"#
        )
    };
    let record = place("");
    let of = |name: &str, title: &str| dataset(name, &[page("page", title), record.clone()]);
    let merged = merge([of("one", "A page"), of("two", "Another")]).unwrap();
    assert_eq!(merged.kept_apart(), 2);
    let cited: Vec<String> = merged
        .records()
        .flat_map(|record| record.references().into_iter().map(|it| it.id.to_owned()).collect::<Vec<_>>())
        .collect();
    assert!(cited.iter().all(|id| id.ends_with("-in-one") || id.ends_with("-in-two")), "{cited:?}");
}

#[test]
fn what_people_decide_and_change_stays() {
    let (one, two) = (dataset("one", &[page("a", "A")]), dataset("two", &[page("a", "B")]));
    let place = written(&merge([one.clone(), two.clone()]).unwrap());
    let all = place.path().join("all");
    let between = all.join("between_datasets.ndjson");
    let decided = fs::read_to_string(&between).unwrap().replace("\"unsure\"", "\"different\"");
    fs::write(&between, &decided).unwrap();
    let edited =
        fs::read_to_string(all.join("two.ndjson")).unwrap().replace("\"B\"", "\"C\"") + &page("new", "New") + "\n";
    fs::write(all.join("two.ndjson"), edited).unwrap();
    let (datasets, left) = split([&all]).unwrap();
    let lines = |dataset: &SplitDataset| -> Vec<String> {
        dataset.records().iter().map(|record| serde_json::to_string(record).unwrap()).collect()
    };
    assert_eq!(left, 1);
    assert!(lines(&datasets[0])[1].contains(r#""id":"source/a","title":"A""#));
    assert!(lines(&datasets[1])[1].contains("\"C\"") && lines(&datasets[1])[2].contains("\"source/new\""));
    // Put together with a third, the decision is of the records that it was of.
    let third = dataset("three", &[page("a", "D")]);
    let again = merge([folder(&all), third]).unwrap();
    let verdicts: Vec<(String, Verdict)> = again
        .records()
        .filter_map(|record| match record {
            Record::Identity(Identity { members, verdict, .. }) => {
                Some((members.iter().map(Id::as_str).collect::<Vec<_>>().join(" "), verdict))
            }
            _ => None,
        })
        .collect();
    assert_eq!(
        verdicts,
        [
            ("source/a-in-one source/a-in-three".to_owned(), Verdict::Unsure),
            ("source/a-in-one source/a-in-two".to_owned(), Verdict::Different),
            ("source/a-in-three source/a-in-two".to_owned(), Verdict::Unsure),
        ]
    );
}

#[test]
fn ids_that_look_as_if_they_were_kept_apart_come_back() {
    let one = dataset("one", &[page("a-in-one", "A"), page("b", "B"), page("a-in-two", "X")]);
    let two = dataset("two", &[page("a", "Y"), page("b", "Other"), page("b-in-one", "Z")]);
    let merged = merge([one, two]).unwrap();
    let place = written(&merged);
    let (datasets, _) = split([place.path().join("all")]).unwrap();
    let ids: Vec<Vec<&str>> =
        datasets.iter().map(|dataset| dataset.records()[1..].iter().map(Record::id).collect()).collect();
    assert_eq!(ids[0], ["source/a-in-one", "source/a-in-two", "source/b"]);
    assert_eq!(ids[1], ["source/a", "source/b", "source/b-in-one"]);
}

#[test]
fn what_cannot_go_together_is_told() {
    let one = || dataset("one", &[page("a", "A")]);
    assert!(matches!(merge([one(), dataset("one", &[page("a", "B")])]), Err(Error::TwoVersions { .. })));
    assert!(matches!(merge([one(), vec![Input::bytes("p.ndjson", page("a", "A"))]]), Err(Error::Manifests)));
    let twins = dataset("two", &[page("a", "A"), page("a", "A")]);
    assert!(matches!(merge([one(), twins]), Err(Error::SameId { .. })));
    let long = "a".repeat(193);
    let long = |name: &str, title: &str| dataset(name, &[page(&long, title)]);
    assert!(matches!(merge([long("one", "A"), long("two", "B")]), Err(Error::TooLong { .. } | Error::Id { .. })));
    assert!(matches!(split(one()), Err(Error::NotMerged)));
    let place = written(&merge([one(), dataset("two", &[])]).unwrap());
    assert!(merge([one(), dataset("two", &[])]).unwrap().write(&place.path().join("all")).is_err());
}

/// Three datasets that share some ids: records of one random dataset, some of which one of the three says otherwise.
fn three() -> impl Strategy<Value = Vec<Vec<Input>>> {
    (generate::dataset(), any::<u64>()).prop_map(|(records, seed)| {
        let mut seen = std::collections::HashSet::new();
        let records: Vec<Record> = records
            .into_iter()
            // A longer id has no room for the name of its dataset.
            .filter(|record| record.kind() != Kind::Dataset && record.id().len() < 150)
            .filter(|record| seen.insert(record.id().to_owned()))
            .collect();
        let part = |which: u64| {
            let chosen = records.iter().enumerate().filter_map(|(place, record)| {
                let bits = seed.rotate_left(u32::try_from(place * 5 % 64).unwrap());
                let mut value = serde_json::to_value(record).unwrap();
                if bits & 8 << which == 0 && value.get("title").is_some() {
                    value["title"] = format!("Title of {which}").into();
                }
                (bits & 1 << which == 0).then(|| value.to_string())
            });
            dataset(["one", "two", "in-one"][usize::try_from(which).unwrap()], &chosen.collect::<Vec<_>>())
        };
        (0..3).map(part).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(12) })]

    #[test]
    fn nothing_is_lost_in_whatever_order(datasets in three()) {
        let merged = merge(datasets.clone()).unwrap();
        let mut ids = std::collections::HashSet::new();
        prop_assert!(merged.records().all(|record| ids.insert(record.id().to_owned())));
        let place = written(&merged);
        let all = files(&place.path().join("all"));
        let reversed = written(&merge(datasets.iter().rev().cloned()).unwrap());
        prop_assert_eq!(&files(&reversed.path().join("all")), &all);
        // What is put together again, by itself or with its parts, is the same.
        let again = merge([folder(place.path().join("all")), datasets[1].clone()]).unwrap();
        prop_assert_eq!(&files(&written(&again).path().join("all")), &all);
        let two = written(&merge(datasets[1..].to_vec()).unwrap());
        let by_turns = merge([folder(two.path().join("all")), datasets[0].clone()]).unwrap();
        prop_assert_eq!(&files(&written(&by_turns).path().join("all")), &all);
        let (apart, _) = split([place.path().join("all")]).unwrap();
        for (dataset, name) in datasets.iter().zip(["one", "two", "in-one"]) {
            let split = apart.iter().find(|split| split.name() == name).unwrap();
            let lines: Vec<String> = split.records().iter().map(|record| serde_json::to_string(record).unwrap()).collect();
            let back = [Input::bytes("back.ndjson", lines.join("\n"))];
            let diff = Diff::of(dataset.clone(), back).unwrap();
            prop_assert!(diff.is_empty(), "{:?}", diff);
        }
    }
}
