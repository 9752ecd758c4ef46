//! Across the rules, every fault is found in data without any other, one mistake is one finding, and long chains are
//! followed to their ends. The tests of each rule stand in its own file.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

use std::{
    fs,
    path::{Path, PathBuf},
};

use standpoint_sources::verify;
use standpoint_validate::{Validation, catalogue};

const START: &str = r#"{"kind":"dataset","id":"dataset/test","format":"0.2","title":"Test","version":"1.0.0","license":"CC0-1.0","publisher":"Test","base_iri":"https://example.org/","created":"2023"}
{"kind":"source","id":"source/page","title":"A page","type":"web-page"}
"#;
const EVIDENCE: &str = r#""evidence":[{"source":"source/page","locator":"1"}]"#;

/// What is found in these records, which is the same where only what is suspect is kept.
fn codes(records: &[String]) -> Vec<&'static str> {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.ndjson"), format!("{START}{}\n", records.join("\n"))).unwrap();
    found(&[folder.path()])
}

fn found(paths: &[&Path]) -> Vec<&'static str> {
    let codes = |below| {
        let report = Validation::new().in_memory_limit(below).run(paths).unwrap();
        report.diagnostics().iter().map(|diagnostic| diagnostic.code.name).collect::<Vec<_>>()
    };
    let kept = codes(u64::MAX);
    assert_eq!(kept, codes(0));
    kept
}

fn record(kind: &str, name: &str, fields: &str) -> String {
    format!(r#"{{"kind":"{kind}","id":"{kind}/{name}",{fields}"basis":{{"modality":"stated",{EVIDENCE}}}}}"#)
}

fn actor(name: &str) -> String {
    record("actor", name, &format!(r#""type":"armed-group","name":"{name}","#))
}

fn event(name: &str, fields: &str) -> String {
    record("event", name, &format!(r#""type":"attack","title":"Attack","when":"2020",{fields}"#))
}

const NOTHING: [&str; 0] = [];

/// A clean corpus with the smallest data that raises a code beside it raises it too.
#[test]
fn every_fault_that_is_planted_in_a_clean_corpus_is_found() {
    let root = PathBuf::from("../..");
    let clean = Validation::new().load(&[root.join("fixtures/iskp")]).unwrap();
    let lines: Vec<String> = clean.records().iter().map(|record| serde_json::to_string(record).unwrap()).collect();
    let folder = tempfile::tempdir().unwrap();
    // A dataset has one manifest, and each fault comes with its own.
    let lines: Vec<&str> = lines.iter().map(String::as_str).filter(|line| !line.contains("\"dataset/")).collect();
    fs::write(folder.path().join("clean.ndjson"), lines.join("\n")).unwrap();
    for code in catalogue::all() {
        let planted = root.join("fixtures/invalid").join(code.name);
        let paths = [folder.path(), &planted];
        let report = if planted.join("texts").is_dir() {
            verify(&Validation::new(), paths, &planted.join("texts")).unwrap().report
        } else {
            found(&paths);
            Validation::new().run(paths).unwrap()
        };
        assert!(report.codes().contains_key(code.name), "{}", code.name);
    }
}

#[test]
fn one_mistake_is_one_finding() {
    let northern = || actor("northern-front");
    let part = |actor: &str| event("e", &format!(r#""participants":[{{"actor":"{actor}","role":"initiator"}}],"#));
    assert_eq!(codes(&[northern(), part("actor/northern-front")]), NOTHING);
    assert_eq!(codes(&[northern(), part("actor/northen-front")]), ["dangling-reference"]);
    assert_eq!(codes(&[northern(), part("Northern Front")]), ["invalid-id"]);
    // Of the one that is named nowhere it is told in the help of the other.
    assert_eq!(codes(&[northern(), part("actor/river-brigade")]), ["dangling-reference"]);

    let source = || START.lines().nth(1).unwrap().replace("source/page", "source/weekly-bulletin");
    let citing = |evidence: &str| event("e", "").replace(EVIDENCE, &format!(r#""evidence":[{evidence}]"#));
    let cited = |evidence: &str| codes(&[source(), event("f", "").replace("Attack", "Raid"), citing(evidence)]);
    assert_eq!(cited(r#"{"source":"source/weekly-bulletin","locator":"2"}"#), NOTHING);
    assert_eq!(cited(r#"{"source":"source/weekly-buletin","locator":"2"}"#), ["dangling-reference"]);
    assert_eq!(cited(r#"{"source":"Weekly Bulletin","locator":"2"}"#), ["invalid-id"]);
    assert_eq!(cited(r#""source/weekly-bulletin""#), ["wrong-type"]);
    assert_eq!(cited(""), ["empty-list"]);
}

#[test]
fn a_record_whose_id_came_before_is_one_mistake() {
    let actor = record("actor", "a", r#""type":"network","name":"A","codes":[{"scheme":"s","value":"1"}],"#);
    let fields = r#""actor":"actor/a","rank":1,"title":"A","summary":"A","category":"political","#;
    let interest = record("interest", "one", fields);
    assert_eq!(codes(&[actor.clone(), actor.clone(), interest.clone()]), ["duplicate-id"]);
    assert_eq!(codes(&[actor, interest.clone(), interest]), ["duplicate-id"]);
    assert_eq!(codes(&[START.trim_end().to_owned()]), ["uncited-source", "duplicate-id", "duplicate-id"]);
}

#[test]
fn long_chains_and_many_cycles_are_followed_to_their_ends() {
    let place = |name: usize, within: usize| {
        let fields = format!(r#""name":"P","type":"region","within":"place/p{within}","#);
        record("place", &format!("p{name}"), &fields)
    };
    let cycles = |records: &[String]| codes(records).iter().filter(|code| **code == "place-cycle").count();
    let chain: Vec<String> = (0..10_000).map(|name| place(name, name + 1)).collect();
    assert_eq!(cycles(&chain), 0);
    let pairs: Vec<String> = (0..2_000).map(|name| place(name, name ^ 1)).collect();
    assert_eq!(cycles(&pairs), 1_000);
    let ring: Vec<String> = (0..1_000).map(|name| place(name, (name + 1) % 1_000)).collect();
    assert_eq!(cycles(&ring), 1);
}
