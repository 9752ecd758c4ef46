//! How far two coders agree, and one dataset of theirs: as a user does it.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

mod common;

use std::fs;

use serde_json::Value;
use tempfile::TempDir;

use common::{err, out, root, standpoint, standpoint_in};

/// A folder with the codings `one` and `two` of the example, which differ in a word and a date, and with its texts.
fn codings() -> TempDir {
    let folder = TempDir::new().unwrap();
    let example = root().join("fixtures/example");
    let records = fs::read_to_string(example.join("records.json")).unwrap();
    let changed = records.replace("\"adversary\"", "\"rival\"").replace("\"2020-06-09\"", "\"2020-06\"");
    for (name, text) in [("one", &records), ("two", &changed)] {
        fs::create_dir(folder.path().join(name)).unwrap();
        fs::write(folder.path().join(name).join("records.json"), text).unwrap();
    }
    fs::create_dir(folder.path().join("texts")).unwrap();
    fs::copy(example.join("sources/report.txt"), folder.path().join("texts/report.txt")).unwrap();
    folder
}

#[test]
fn the_page_leads_from_two_datasets_to_one() {
    let folder = codings();
    let page = fs::read_to_string(root().join("docs/agreement.md")).unwrap();
    let (_, script) = page.split_once("```sh\n").unwrap();
    let commands: Vec<Vec<&str>> =
        script.split("```").next().unwrap().lines().map(|line| line.split(' ').skip(1).collect()).collect();
    let run = |command: &[&str]| standpoint_in(folder.path(), b"", command);
    let told = run(&commands[0]);
    assert_eq!((told.status.code(), err(&told)), (Some(1), ""));
    assert!(out(&told).contains("(A is more exact)") && out(&told).contains(": “The "), "{}", out(&told));

    let file = folder.path().join("decisions.json");
    let undecided = run(&commands[1]);
    assert_eq!(undecided.status.code(), Some(2));
    assert!(err(&undecided).contains("error: 2 of the disagreements are not decided yet"), "{}", err(&undecided));
    let mut decisions: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
    for disagreement in decisions["disagreements"].as_array_mut().unwrap() {
        assert_eq!(disagreement["choose"], "undecided");
        assert!(disagreement["sentence"].is_string(), "{disagreement}");
        disagreement["choose"] = if disagreement["field"] == "when" { "b" } else { "a" }.into();
    }
    fs::write(&file, decisions.to_string()).unwrap();
    let decided = run(&commands[1]);
    assert_eq!((decided.status.code(), err(&decided)), (Some(0), ""));
    let diff = run(&["diff", "one", "agreed"]);
    assert!(out(&diff).contains("precision: when: 2020-06-09 → 2020-06 (less exact)"), "{}", out(&diff));
    assert!(out(&diff).contains("\n0 new, 0 gone, 1 changed; "), "{}", out(&diff));

    let again = run(&commands[0]);
    assert_eq!(again.status.code(), Some(2), "what people decided is not written over");
    assert_eq!(fs::read_to_string(&file).unwrap(), decisions.to_string());
    fs::write(&file, "[]").unwrap();
    assert!(err(&run(&commands[1])).starts_with("error: `decisions.json` holds no decisions: "));
}

#[test]
fn what_was_chosen_and_does_not_go_together_is_not_written() {
    let folder = codings();
    let one = folder.path().join("one/records.json");
    let mut records: Value = serde_json::from_str(&fs::read_to_string(&one).unwrap()).unwrap();
    records.as_array_mut().unwrap().retain(|record| record["id"] != "actor/northern-front");
    fs::write(&one, records.to_string()).unwrap();
    let run = |command: &[&str]| standpoint_in(folder.path(), b"", command);
    run(&["agreement", "one", "two", "--decisions", "d.json"]);
    let file = folder.path().join("d.json");
    fs::write(&file, fs::read_to_string(&file).unwrap().replace("\"undecided\"", "\"a\"")).unwrap();
    let refused = run(&["agreement", "one", "two", "--decided", "d.json", "-o", "agreed"]);
    assert_eq!(refused.status.code(), Some(1), "{}", err(&refused));
    assert!(err(&refused).contains("error[dangling-reference]"), "{}", err(&refused));
    assert!(err(&refused).ends_with("what was chosen does not go together, so nothing was written\n"));
    assert!(!folder.path().join("agreed").exists());
}

#[test]
fn the_exit_code_says_whether_anything_is_to_be_decided() {
    let folder = codings();
    let run = |command: &[&str]| standpoint_in(folder.path(), b"", command);
    let same = run(&["agreement", "one", "one"]);
    assert_eq!((same.status.code(), err(&same)), (Some(0), ""));
    assert!(out(&same).ends_with("both say the same\n"), "{}", out(&same));
    let apart = standpoint(&["agreement", "fixtures/iskp", "fixtures/doha"]);
    assert_eq!(apart.status.code(), Some(1));
    assert!(out(&apart).contains("\nnothing aligns, so nothing is measured: "), "{}", out(&apart));
    let json = run(&["agreement", "one", "two", "--format", "json"]);
    assert_eq!(json.status.code(), Some(1));
    let json: Value = serde_json::from_str(out(&json)).unwrap();
    assert_eq!(json["records"]["share"], 1.0);
    assert_eq!(run(&["agreement", "one", "elsewhere"]).status.code(), Some(2));
    assert_eq!(run(&["agreement", "one", "two", "-o", "agreed"]).status.code(), Some(2));
    let without = run(&["agreement", "one", "two", "--sources", "one"]);
    assert!(err(&without).starts_with("no file in `one` has the text with the digest 3eefd068"), "{}", err(&without));
}
