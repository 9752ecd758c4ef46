//! Across the rules, an id that comes twice is one mistake, and long chains are followed to their ends. The tests of each
//! rule stand in its own file.

#![allow(clippy::unwrap_used, reason = "a test may fail by panicking")]

use standpoint_validate::{Input, Validation};

const START: &str = r#"{"kind":"dataset","id":"dataset/test","format":"0.2","title":"Test","version":"1.0.0","license":"CC0-1.0","publisher":"Test","base_iri":"https://example.org/","created":"2023"}
{"kind":"source","id":"source/page","title":"A page","type":"web-page"}
"#;
const EVIDENCE: &str = r#""evidence":[{"source":"source/page","locator":"1"}]"#;

fn codes(records: &[String]) -> Vec<&'static str> {
    let text = format!("{START}{}\n", records.join("\n"));
    let report = Validation::new().run([Input::bytes("a.ndjson", text)]).unwrap();
    report.diagnostics().iter().map(|diagnostic| diagnostic.code.name).collect()
}

fn record(kind: &str, name: &str, fields: &str) -> String {
    format!(r#"{{"kind":"{kind}","id":"{kind}/{name}",{fields}"basis":{{"modality":"stated",{EVIDENCE}}}}}"#)
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
