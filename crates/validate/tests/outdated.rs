//! Datasets and records of format 0.1, and manifests of formats that nobody knows.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

use std::{
    fs,
    path::{Path, PathBuf},
};

use standpoint_validate::{Levels, Report, Validation, validate};

fn fixtures(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures").join(folder)
}

fn codes(report: &Report) -> Vec<&'static str> {
    report.diagnostics().iter().map(|diagnostic| diagnostic.code.name).collect()
}

/// The reports of a folder, which is kept in memory and which is not.
fn reports(path: &Path) -> [Report; 2] {
    [u64::MAX, 0].map(|limit| Validation::new().in_memory_limit(limit).run([path]).unwrap())
}

#[test]
fn a_dataset_of_format_0_1_is_one_finding() {
    for folder in ["0.1/iskp", "0.1/example"] {
        for report in reports(&fixtures(folder)) {
            assert_eq!(codes(&report), ["outdated-format"], "{folder}");
            let help = report.diagnostics()[0].help.as_deref().unwrap_or_default();
            assert!(help.contains("`standpoint migrate PATH`"), "{help}");
        }
    }
}

#[test]
fn a_file_of_records_of_format_0_1_is_told_once() {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(fixtures("0.1/iskp/events.json"), folder.path().join("events.json")).unwrap();
    for report in reports(folder.path()) {
        let outdated: Vec<_> =
            report.diagnostics().iter().filter(|diagnostic| diagnostic.code.name == "outdated-record").collect();
        assert_eq!(outdated.len(), 1, "{:?}", codes(&report));
        assert!(outdated[0].message.contains("more records of this file"), "{}", outdated[0].message);
        assert!(outdated[0].help.as_deref().is_some_and(|help| help.contains("`standpoint migrate PATH`")));
    }
}

/// A dataset of this format with one more line.
fn with(line: &str) -> Report {
    let folder = tempfile::tempdir().unwrap();
    let manifest = r#"{"kind":"dataset","id":"dataset/test","format":"0.2","title":"Test","version":"1.0.0","license":"CC0-1.0","publisher":"Test","base_iri":"https://example.org/","created":"2023"}"#;
    let others = r#"{"kind":"source","id":"source/page","title":"A page","type":"web-page"}"#;
    fs::write(folder.path().join("a.ndjson"), format!("{manifest}\n{others}\n{line}\n")).unwrap();
    validate(&[folder.path()], &Levels::default()).unwrap()
}

#[test]
fn a_record_of_format_0_1_among_others_is_told_what_has_become_of_its_fields() {
    let event = |fields: &str| {
        let basis = r#""basis":{"modality":"stated","evidence":[{"source":"source/page","locator":"1"}]}"#;
        with(&format!(r#"{{"kind":"event","id":"event/e","type":"attack","title":"E","when":"2020",{fields}{basis}}}"#))
    };
    for (fields, advice) in [
        (r#""targets":["actor/a"],"#, "role `target`"),
        (r#""places":["place/a"],"#, "\"role\": \"site\""),
        (r#""participants":[{"actor":"actor/a","role":"perpetrator"}],"#, "`initiator`"),
    ] {
        let report = event(fields);
        assert_eq!(codes(&report), ["outdated-record"], "{fields}");
        let help = report.diagnostics()[0].help.as_deref().unwrap_or_default();
        assert!(help.contains(advice), "{help}");
    }
    // What is wrong besides is told besides.
    assert_eq!(codes(&event(r#""targets":["actor/a"],"colour":"red","#)), ["outdated-record", "unknown-field"]);
    assert_eq!(codes(&event(r#""colour":"red","#)), ["unknown-field"]);
}

#[test]
fn a_format_that_nobody_knows_is_none_of_those_that_are_known() {
    let folder = tempfile::tempdir().unwrap();
    let manifest = r#"{"kind":"dataset","id":"dataset/test","format":"0.3","title":"Test","version":"1.0.0","license":"CC0-1.0","publisher":"Test","base_iri":"https://example.org/","created":"2023"}"#;
    fs::write(folder.path().join("a.json"), manifest).unwrap();
    let report = validate(&[folder.path()], &Levels::default()).unwrap();
    assert_eq!(codes(&report), ["unknown-value"]);
    let help = report.diagnostics()[0].help.as_deref().unwrap_or_default();
    assert!(help.contains("0.1 and 0.2") && !help.contains("did you mean"), "{help}");
}
