//! Findings that records waive: those are left out and counted, and no others.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

use std::{fs, path::Path};

use standpoint_sources::verify;
use standpoint_validate::{Levels, Report, Validation, catalogue, validate};

const START: &str = r#"{"kind":"dataset","id":"dataset/test","format":"0.2","title":"Test","version":"1.0.0","license":"CC0-1.0","publisher":"Test","base_iri":"https://example.org/","created":"2023"}"#;

/// A source that nobody cites, with waivers.
fn source(name: &str, allow: &[&str]) -> String {
    let waivers: Vec<String> = allow.iter().map(|code| format!(r#"{{"code":"{code}","why":"It is."}}"#)).collect();
    let (id, waivers) = (format!("source/{name}"), waivers.join(","));
    format!(r#"{{"kind":"source","id":"{id}","title":"{name}","type":"report","allow":[{waivers}]}}"#)
}

fn report_of(files: &[(&str, String)], levels: &Levels) -> Report {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let report = validate(&[folder.path()], levels).unwrap();
    // It is the same where only what is suspect is kept.
    let bulk = Validation::new().levels(levels.clone()).in_memory_limit(0).run([folder.path()]).unwrap();
    assert_eq!((bulk.diagnostics(), bulk.waived()), (report.diagnostics(), report.waived()));
    report
}

/// The codes of what is found in these lines, and how many findings are waived.
fn found(lines: &[String]) -> (Vec<&'static str>, usize) {
    let report = report_of(&[("a.ndjson", [&[START.to_owned()], lines].concat().join("\n"))], &Levels::default());
    (report.diagnostics().iter().map(|diagnostic| diagnostic.code.name).collect(), report.waived())
}

#[test]
fn a_waiver_speaks_for_its_own_record_and_its_own_code() {
    assert_eq!(found(&[source("a", &[]), source("b", &[])]), (vec!["uncited-source"; 2], 0));
    assert_eq!(found(&[source("a", &["uncited-source"]), source("b", &[])]), (vec!["uncited-source"], 1));
    assert_eq!(found(&[source("a", &[]), source("b", &["uncited-source"])]), (vec!["uncited-source"], 1));
    assert_eq!(found(&[source("a", &["shared-name"])]), (vec!["uncited-source", "unused-waiver"], 0));
    let both = source("a", &["shared-name", "uncited-source"]);
    assert_eq!(found(&[both]), (vec!["unused-waiver"], 1));
}

#[test]
fn the_same_waiver_twice_is_once_too_often() {
    assert_eq!(found(&[source("a", &["uncited-source", "uncited-source"])]), (vec!["unused-waiver"], 1));
}

#[test]
fn records_are_told_apart_in_arrays_and_in_files() {
    let waived = source("a", &["uncited-source"]);
    let array = format!("[\n{START}, {waived},\n{},{waived}]", source("b", &[])).replacen("source/a", "source/c", 1);
    let alone = source("d", &["uncited-source"]);
    let report = report_of(&[("a.json", array), ("b.json", alone), ("c.json", source("e", &[]))], &Levels::default());
    let messages: Vec<&str> = report.diagnostics().iter().map(|diagnostic| diagnostic.message.as_str()).collect();
    assert_eq!(messages, ["no record cites `source/b`", "no record cites `source/e`"]);
    assert_eq!(report.waived(), 3);
}

#[test]
fn what_is_no_matter_of_judgement_is_not_waived() {
    let twice = source("a", &["duplicate-id", "uncited-source"]);
    assert_eq!(found(&[twice.clone(), twice]), (vec!["forbidden-waiver", "duplicate-id", "forbidden-waiver"], 1));
    let unread = source("a", &["invalid-date"]).replace("\"type\"", "\"published\":\"soon\",\"type\"");
    assert_eq!(found(&[unread]), (vec!["invalid-date"], 0));
    assert_eq!(found(&[source("a", &["unused-waiver"])]), (vec!["uncited-source", "forbidden-waiver"], 0));
    for code in catalogue::all() {
        assert!(!code.can_be_waived || code.can_be_allowed, "{}", code.name);
    }
}

#[test]
fn nobody_knows_what_is_unused_where_something_could_not_be_read() {
    let idle = source("a", &["shared-name", "uncited-source"]);
    assert_eq!(found(&[idle.clone(), "{".into()]), (vec!["invalid-json"], 0));
    let refused = source("b", &[]).replace("report", "rapport");
    assert_eq!(found(&[idle, refused]), (vec!["unknown-value"], 1));
}

#[test]
fn a_withdrawn_record_keeps_its_waivers() {
    let withdrawn = source("a", &["uncited-source"])
        .replace("\"type\"", "\"status\":\"retracted\",\"note\":\"Withdrawn.\",\"type\"");
    assert_eq!(found(&[withdrawn]), (vec![], 0));
}

#[test]
fn what_is_waived_is_not_among_the_findings_that_are_only_counted() {
    let sources: Vec<String> = (0..50).map(|at| source(&format!("s{at}"), &["uncited-source"])).collect();
    let text = [&[START.to_owned()], &sources[..], &[source("t", &[])]].concat().join("\n");
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.ndjson"), text).unwrap();
    for below in [0, u64::MAX] {
        let report = Validation::new().max_findings_per_code(0).in_memory_limit(below).run([folder.path()]).unwrap();
        assert_eq!((report.waived(), report.codes()["uncited-source"]), (50, 1));
    }
}

#[test]
fn a_stream_leaves_out_what_a_record_waives_of_itself() {
    let untidy = |allow: &str| source("a", &[]).replace("\"allow\":[]", allow).replace("\"a\"", "\"A title \"");
    let codes = |line: String| -> Vec<&str> {
        let validation = Validation::new();
        let mut records = validation.check_records("<stream>", line.as_bytes()).unwrap();
        records.next().unwrap().unwrap().diagnostics.iter().map(|diagnostic| diagnostic.code.name).collect()
    };
    assert_eq!(codes(untidy("\"allow\":[]")), ["untidy-text"]);
    assert_eq!(codes(untidy("\"allow\":[{\"code\":\"untidy-text\",\"why\":\"So it is printed.\"}]")), [""; 0]);
}

#[test]
fn what_only_a_verification_finds_can_be_waived_and_is_nowhere_unused() {
    let folder = tempfile::tempdir().unwrap();
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/invalid/stated-but-hedged");
    for name in ["record.json", "context.ndjson"] {
        fs::copy(fixture.join(name), folder.path().join(name)).unwrap();
    }
    let file = folder.path().join("record.json");
    let record = fs::read_to_string(&file).unwrap();
    let verified = || verify(&Validation::new(), [folder.path()], &fixture.join("texts")).unwrap().report;
    assert_eq!((verified().diagnostics()[0].code.name, verified().waived()), ("stated-but-hedged", 0));
    let waiver = r#"{"allow": [{"code": "stated-but-hedged", "why": "The page is sure of it further down."}],"#;
    fs::write(&file, record.replacen('{', waiver, 1)).unwrap();
    assert_eq!((verified().diagnostics(), verified().waived()), (&[][..], 1));
    let validated = validate(&[folder.path()], &Levels::default()).unwrap();
    assert_eq!((validated.diagnostics(), validated.waived()), (&[][..], 0));
}

#[test]
fn levels_do_not_change_what_is_waived() {
    let text = [START.to_owned(), source("a", &["uncited-source"])].join("\n");
    let code = catalogue::by_name("uncited-source").unwrap();
    for levels in [Levels::default().allow(code), Levels::default().deny(code)] {
        let report = report_of(&[("a.ndjson", text.clone())], &levels);
        assert_eq!((report.diagnostics().len(), report.waived()), (0, 1));
    }
}
