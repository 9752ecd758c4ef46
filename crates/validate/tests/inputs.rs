//! Bytes in memory are read as the same bytes in a file are, by every door.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

mod written;

use std::{fs, io::Write as _, path::Path};

use standpoint_sources::verify;
use standpoint_validate::{Error, Input, Renderer, Report, Style, Validation};

use crate::written::written;

const SOURCE: &str = r#"{"kind":"source","id":"source/page","title":"A page","type":"web page"}"#;
const ACTOR: &str = r#"{"kind":"actor","id":"actor/a","type":"network","name":"A","basis":{"modality":"stated","evidence":[{"source":"source/nowhere","locator":"page 1"}]}}"#;

fn gzipped(text: &str) -> Vec<u8> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(text.as_bytes()).unwrap();
    gzip.finish().unwrap()
}

/// Files of every form, in the order of their names, with something wrong in each.
fn files() -> Vec<(&'static str, Vec<u8>)> {
    let lines = format!("{SOURCE}\n\n{ACTOR}\n{{\n");
    vec![
        ("array.json", format!("\u{FEFF}[{SOURCE},\n {ACTOR}, {{}}]").into()),
        ("empty.ndjson", Vec::new()),
        ("lines.jsonl.zst", zstd::encode_all(lines.as_bytes(), 0).unwrap()),
        ("lines.ndjson", lines.clone().into()),
        ("lines.ndjson.gz", gzipped(&lines)),
        ("none.json", b"[{]".to_vec()),
    ]
}

fn json(report: &Report, folder: &Path) -> String {
    let text = written(Renderer::by_name("json").unwrap(), report, Style::default());
    text.replace(&format!("{}/", folder.display()), "")
}

#[test]
fn bytes_and_the_same_bytes_in_a_file_give_the_same_report() {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files() {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    let held = || files().into_iter().map(|(name, bytes)| Input::bytes(name, bytes));
    let nowhere = Path::new("/nowhere");
    for limit in [0, u64::MAX] {
        let validation = Validation::new().in_memory_limit(limit);
        let expected = validation.run([folder.path()]).unwrap();
        assert_eq!(json(&validation.run(held()).unwrap(), nowhere), json(&expected, folder.path()));
        let both = [Input::path(folder.path()), Input::bytes("again.json", SOURCE)];
        assert_eq!(validation.run(&both).unwrap().records(), expected.records());
        assert_eq!(validation.run(&both).unwrap().scope().refused, expected.scope().refused + 1);
    }
    let validation = Validation::new();
    let (loaded, expected) = (validation.load(held()).unwrap(), validation.load([folder.path()]).unwrap());
    assert_eq!(loaded.records(), expected.records());
    assert_eq!(json(&loaded.report, nowhere), json(&expected.report, folder.path()));
    let texts = tempfile::tempdir().unwrap();
    let verified = verify(&validation, held(), texts.path()).unwrap();
    let expected = verify(&validation, [folder.path()], texts.path()).unwrap();
    assert_eq!(json(&verified.report, nowhere), json(&expected.report, folder.path()));
}

#[test]
fn records_of_bytes_come_one_at_a_time() {
    let inputs = [
        Input::bytes("a.ndjson.gz", gzipped(&format!("{ACTOR}\n{ACTOR}\n"))),
        Input::bytes("b.json", format!("[\n{ACTOR}]")),
    ];
    let validation = Validation::new();
    let records: Vec<_> = validation.records(&inputs).unwrap().map(Result::unwrap).collect();
    assert_eq!(records.len(), 3);
    let places = validation.places(&inputs, "actor/a").unwrap();
    assert_eq!(places, [("a.ndjson.gz".into(), 1), ("a.ndjson.gz".into(), 2), ("b.json".into(), 2)]);
    let longest = Validation::new().max_record_size(ACTOR.len() - 1);
    let error = longest.records(&inputs).unwrap().find_map(Result::err);
    assert!(matches!(error, Some(Error::RecordTooLong { offset: 0, .. })), "{error:?}");
}

#[test]
fn bytes_without_the_name_of_a_file_are_known_by_how_they_begin() {
    for bytes in [format!("[{ACTOR}]").into_bytes(), gzipped(ACTOR), format!("{ACTOR}\n\n").into_bytes()] {
        let report = Validation::new().run([Input::bytes("<editor>", bytes)]).unwrap();
        assert_eq!((report.records(), report.documents()[0].path()), (1, Path::new("<editor>")));
    }
}

#[test]
fn what_has_no_file_cannot_be_fixed() {
    let error = Validation::new().fix([Input::bytes("a.json", SOURCE)]).unwrap_err();
    assert_eq!(error.to_string(), "`a.json` cannot be fixed, for there is no file to write; name the file itself");
}
