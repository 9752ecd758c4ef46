//! The guides show records that validate, and the datasets that they name raise nothing at all.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

use std::{collections::BTreeSet, fs, path::PathBuf};

use serde_json::Value;
use standpoint_sources::verify;
use standpoint_validate::{Input, Report, Validation};

fn root() -> PathBuf {
    PathBuf::from("../..")
}

fn guide(name: &str) -> String {
    fs::read_to_string(root().join("docs").join(name)).unwrap()
}

/// The blocks of JSON in a guide.
fn blocks(guide: &str) -> Vec<Value> {
    let blocks = guide.split("```json\n").skip(1).map(|rest| rest.split_once("```").unwrap().0);
    blocks.map(|block| serde_json::from_str(block).unwrap_or_else(|error| panic!("{error}: {block}"))).collect()
}

/// The findings, each with its message.
fn findings(report: &Report) -> Vec<String> {
    report.diagnostics().iter().map(|finding| format!("{}: {}", finding.code.name, finding.message)).collect()
}

/// The files of a folder of records, without the manifest.
fn without_manifest(folder: &str) -> Vec<PathBuf> {
    let files = fs::read_dir(root().join("fixtures").join(folder)).unwrap().map(|entry| entry.unwrap().path());
    files.filter(|path| path.is_file() && path.file_name().unwrap() != "dataset.json").collect()
}

#[test]
fn the_examples_of_negotiations_are_one_dataset_without_a_finding() {
    let blocks = blocks(&guide("negotiation.md"));
    let records: Vec<Value> = blocks.into_iter().flat_map(|block| block.as_array().unwrap().clone()).collect();
    let kinds: BTreeSet<&str> = records.iter().map(|record| record["kind"].as_str().unwrap()).collect();
    assert!(kinds.contains("position") && kinds.contains("issue") && kinds.contains("identity"));
    let report = Validation::new().run([Input::bytes("negotiation.json", Value::from(records).to_string())]).unwrap();
    assert_eq!(findings(&report), [""; 0]);
}

#[test]
fn the_blocks_of_all_guides_are_json() {
    for entry in fs::read_dir(root().join("docs")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "md") {
            blocks(&fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn each_rule_of_the_codebook_names_records_in_which_it_can_be_seen() {
    let records = fs::read_to_string(root().join("fixtures/example/records.json")).unwrap();
    let records: Vec<Value> = serde_json::from_str(&records).unwrap();
    let ids: BTreeSet<&str> = records.iter().map(|record| record["id"].as_str().unwrap()).collect();
    let codebook = guide("codebook.md");
    let rules: Vec<&str> = codebook.split("\n### ").skip(1).collect();
    assert_eq!(rules.len(), 20);
    for (rule, number) in rules.into_iter().zip(1..) {
        assert!(rule.starts_with(&format!("{number}. ")), "{rule}");
        let (_, seen) =
            rule.split_once("**In the fixture.**").unwrap_or_else(|| panic!("rule {number} names no record"));
        let seen = seen.split("\n\n").next().unwrap();
        let named: Vec<&str> = seen.split('`').skip(1).step_by(2).filter(|word| word.contains('/')).collect();
        assert!(!named.is_empty(), "rule {number} names no record");
        for id in named {
            assert!(ids.contains(id), "rule {number}: there is no {id} in fixtures/example");
        }
    }
}

#[test]
fn the_datasets_raise_nothing_at_all() {
    for folder in ["iskp", "doha", "example"] {
        let report = Validation::new().run([root().join("fixtures").join(folder)]).unwrap();
        assert_eq!(findings(&report), [""; 0], "{folder}");
    }
    let joined =
        without_manifest("iskp").into_iter().chain(without_manifest("doha")).chain([root().join("fixtures/joined")]);
    assert_eq!(findings(&Validation::new().run(joined).unwrap()), [""; 0]);
}

#[test]
fn the_spans_of_the_example_are_those_of_its_text() {
    let example = root().join("fixtures/example");
    let verification = verify(&Validation::new(), [&example], &example.join("sources")).unwrap();
    assert_eq!(findings(&verification.report), [""; 0]);
    assert!(verification.checked > 30, "{}", verification.checked);
    assert_eq!(verification.coverage()[0].uncited().count(), 0);
}
