//! The commands as a user runs them: what they print where, and how they exit.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

fn standpoint(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_standpoint")).args(arguments).current_dir(root()).output().unwrap()
}

fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn err(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

#[test]
fn the_exit_code_says_clean_findings_or_failure() {
    assert_eq!(standpoint(&["validate", "fixtures/iskp"]).status.code(), Some(0));
    assert_eq!(standpoint(&["validate", "fixtures/invalid/dangling-reference"]).status.code(), Some(1));
    let failure = standpoint(&["validate", "no/such/path"]);
    assert_eq!(failure.status.code(), Some(2));
    assert!(out(&failure).is_empty());
    assert!(err(&failure).starts_with("error: cannot read `no/such/path`: "), "{}", err(&failure));
    assert_eq!(standpoint(&["validate"]).status.code(), Some(2));
    for code in ["no-such-code", "invalid-json"] {
        assert_eq!(standpoint(&["validate", "--allow", code, "fixtures/iskp"]).status.code(), Some(2));
    }
}

#[test]
fn levels_can_be_changed() {
    let folder = "fixtures/invalid/unreferenced-record";
    assert_eq!(standpoint(&["validate", folder]).status.code(), Some(0));
    let denied = standpoint(&["validate", folder, "--deny", "unreferenced-record"]);
    assert_eq!(denied.status.code(), Some(1));
    assert!(out(&denied).contains("error[unreferenced-record]"));
    let allowed = standpoint(&["validate", "fixtures/invalid/dangling-reference", "--allow", "dangling-reference"]);
    assert_eq!(allowed.status.code(), Some(0));
    assert!(out(&allowed).ends_with("no findings\n"));
}

#[test]
fn json_is_json_and_nothing_else() {
    let output = standpoint(&["validate", "fixtures/invalid/dangling-reference", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["diagnostics"][0]["code"], "dangling-reference");
    assert_eq!(report["summary"]["errors"], 1);
    let verified =
        standpoint(&["verify", "fixtures/example", "--sources", "fixtures/example/sources", "--format", "json"]);
    let verified: serde_json::Value = serde_json::from_slice(&verified.stdout).unwrap();
    assert_eq!(verified["coverage"][0]["sentences"], 8);
}

#[test]
fn no_escape_sequences_in_a_pipe() {
    let output = standpoint(&["validate", "fixtures/invalid/dangling-reference"]);
    assert!(!out(&output).contains('\u{1B}'));
}

#[test]
fn every_code_is_listed_and_explained() {
    let list = standpoint(&["explain"]);
    for code in standpoint_validate::Code::all() {
        assert!(out(&list).lines().any(|line| line.split_whitespace().next() == Some(code.name)), "{}", code.name);
        assert_eq!(out(&standpoint(&["explain", code.name])), code.page);
    }
}

#[test]
fn an_export_is_valid_again_and_an_invalid_dataset_is_not_exported() {
    let folder = tempfile::tempdir().unwrap();
    for format in ["json", "ndjson"] {
        let file = folder.path().join(format!("iskp.{format}"));
        let path = file.to_str().unwrap();
        assert_eq!(standpoint(&["export", format, "fixtures/iskp", "-o", path]).status.code(), Some(0));
        assert_eq!(standpoint(&["validate", path]).status.code(), Some(0));
        assert_eq!(fs::read(&file).unwrap(), standpoint(&["export", format, path]).stdout);
    }
    let refused = folder.path().join("refused.json");
    let output =
        standpoint(&["export", "json", "fixtures/invalid/dangling-reference", "-o", refused.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains("dangling-reference"));
    assert!(!refused.exists());
}

#[test]
fn the_schemas_are_those_of_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    assert!(standpoint(&["schema", "--out", folder.path().to_str().unwrap()]).status.success());
    for entry in fs::read_dir(root().join("schemas")).unwrap() {
        let published = entry.unwrap().path();
        let written = fs::read_to_string(folder.path().join(published.file_name().unwrap())).unwrap();
        assert_eq!(written, fs::read_to_string(&published).unwrap());
        fs::remove_file(folder.path().join(published.file_name().unwrap())).unwrap();
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing is written that is not in the folder");
    assert_eq!(
        out(&standpoint(&["schema", "actor"])),
        fs::read_to_string(root().join("schemas/actor.schema.json")).unwrap()
    );
    assert_eq!(
        out(&standpoint(&["schema", "--shacl"])),
        fs::read_to_string(root().join("schemas/shapes.ttl")).unwrap()
    );
}

#[test]
fn words_are_cited_where_they_stand_once() {
    let text = "fixtures/example/sources/report.txt";
    let cite = |words: &str| standpoint(&["cite", "--source", "source/arland-report", text, words]);
    let once = cite("in early 2015");
    assert_eq!(once.status.code(), Some(0));
    let citation: serde_json::Value = serde_json::from_slice(&once.stdout).unwrap();
    assert_eq!(citation["source"], "source/arland-report");
    let twice = cite("Highland League");
    assert_eq!((twice.status.code(), out(&twice)), (Some(1), ""));
    assert!(err(&twice).contains("2 times"));
    let second =
        standpoint(&["cite", "--source", "source/arland-report", "--occurrence", "2", text, "Highland League"]);
    assert_eq!(second.status.code(), Some(0));
    let nowhere = cite("broke away from Highland league");
    assert_eq!((nowhere.status.code(), out(&nowhere)), (Some(1), ""));
    assert!(err(&nowhere).contains("[broke away from the Highland League]"), "{}", err(&nowhere));
    assert_eq!(standpoint(&["cite", "--source", "actor/x", text, "x"]).status.code(), Some(2));
}

#[test]
fn citations_are_verified_against_a_text_of_any_name() {
    let folder = tempfile::tempdir().unwrap();
    let sources = folder.path().to_str().unwrap();
    let verify = || standpoint(&["verify", "fixtures/example", "--sources", sources]);

    let missing = verify();
    assert_eq!(missing.status.code(), Some(1));
    assert!(out(&missing).contains("missing-text"));

    fs::copy(root().join("fixtures/example/sources/report.txt"), folder.path().join("any name at all")).unwrap();
    let found = verify();
    assert_eq!(found.status.code(), Some(0), "{}", out(&found));
    assert!(out(&found).contains("15 citations checked"));
    assert!(out(&found).contains("7 of 8 sentences cited, 87.5 %"));
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_panic() {
    let command = format!("'{}' export json fixtures/iskp | head -c 1; exit 0", env!("CARGO_BIN_EXE_standpoint"));
    let output = Command::new("sh").args(["-c", &command]).current_dir(root()).output().unwrap();
    assert_eq!(err(&output), "");
}

/// A file of more records than are exported in an instant.
#[cfg(unix)]
fn many_records(folder: &Path) -> PathBuf {
    let record = |number| {
        format!(r#"{{"kind":"source","id":"source/s{number}","type":"report","title":"{}"}}"#, "A report. ".repeat(50))
    };
    let path = folder.join("records.ndjson");
    fs::write(&path, (0..50_000).map(record).collect::<Vec<_>>().join("\n")).unwrap();
    path
}

#[cfg(unix)]
#[test]
fn an_interrupted_export_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let (records, out) = (many_records(folder.path()), folder.path().join("out"));
    let left = || fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect::<Vec<_>>();
    for (format, signal) in [("sqlite", "INT"), ("sqlite", "TERM"), ("csv", "TERM"), ("parquet", "INT")] {
        let mut export = Command::new(env!("CARGO_BIN_EXE_standpoint"))
            .args(["export", format, "--stream", records.to_str().unwrap(), "-o", out.to_str().unwrap()])
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        while left().len() < 2 {
            assert!(export.try_wait().unwrap().is_none(), "{format} ended before it was interrupted");
        }
        let id = export.id().to_string();
        assert!(Command::new("kill").args(["-s", signal, &id]).status().unwrap().success());
        let output = export.wait_with_output().unwrap();
        assert_eq!((output.status.code(), err(&output)), (Some(2), "error: interrupted\n"), "{format}");
        assert_eq!(left(), ["records.ndjson"], "{format}");
    }
}

#[test]
fn the_valid_part_is_exported_if_asked_for() {
    let folder = "fixtures/invalid/dangling-reference";
    let output = standpoint(&["export", "ndjson", folder, "--allow-invalid"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(err(&output).contains("dangling-reference"), "{}", err(&output));
    assert!(err(&output).contains("5 records exported, 1 left out"), "{}", err(&output));
    assert_eq!(out(&output).lines().count(), 5);
}

#[test]
fn a_stream_is_written_in_its_own_order_and_stops_at_what_is_no_record() {
    let folder = tempfile::tempdir().unwrap();
    let (good, bad, written) =
        (folder.path().join("good.ndjson"), folder.path().join("bad.ndjson"), folder.path().join("out.ndjson"));
    let lines = out(&standpoint(&["export", "ndjson", "fixtures/example"])).to_owned();
    fs::write(&good, &lines).unwrap();
    assert_eq!(out(&standpoint(&["export", "ndjson", "--stream", good.to_str().unwrap()])), lines);
    fs::write(&bad, format!("{lines}{{}}\n")).unwrap();
    let arguments = ["export", "ndjson", "--stream", bad.to_str().unwrap(), "-o", written.to_str().unwrap()];
    let refused = standpoint(&arguments);
    assert_eq!(refused.status.code(), Some(2));
    assert!(err(&refused).contains(&format!("{}:15: ", bad.display())), "{}", err(&refused));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing is left behind");
}

#[test]
fn records_of_one_id_in_a_stream_are_told_with_their_places() {
    let folder = tempfile::tempdir().unwrap();
    let lines = out(&standpoint(&["export", "ndjson", "fixtures/example"])).to_owned();
    let actor = lines.lines().find(|line| line.contains("\"kind\":\"actor\"")).unwrap();
    let id = serde_json::from_str::<serde_json::Value>(actor).unwrap()["id"].as_str().unwrap().to_owned();
    let first = lines.lines().position(|line| line == actor).unwrap() + 1;
    let (one, two) = (folder.path().join("one.ndjson"), folder.path().join("two.json"));
    fs::write(&one, &lines).unwrap();
    fs::write(&two, format!("[\n  {actor}\n]\n")).unwrap();
    let paths = [one.to_str().unwrap(), two.to_str().unwrap()];
    let places = format!("two records have the id `{id}`: {}:{first}, {}:2\n", one.display(), two.display());
    let written = folder.path().join("out");
    for arguments in [&["sqlite", "-o", written.to_str().unwrap()][..], &["graphml"], &["stix"]] {
        let refused = standpoint(&[&["export"], arguments, &["--stream"], &paths].concat());
        assert_eq!(refused.status.code(), Some(2));
        assert!(err(&refused).ends_with(&places), "{}", err(&refused));
    }
    assert!(!written.exists());
}

#[test]
fn losses_are_counted_for_readers_and_for_machines() {
    let json = standpoint(&["export", "markdown", "fixtures/example", "--losses", "json"]);
    let losses: serde_json::Value = serde_json::from_str(err(&json)).unwrap();
    let lost = losses["lost"].as_array().unwrap();
    let total: u64 = lost.iter().map(|entry| entry["count"].as_u64().unwrap()).sum();
    assert_eq!((losses["format"].as_str(), losses["total"].as_u64()), (Some("markdown"), Some(total)));
    assert!(lost.iter().any(|entry| entry["field"] == "actor.id" && entry["count"] == 4), "{losses}");
    let text = standpoint(&["export", "markdown", "fixtures/example"]);
    assert!(err(&text).contains(", actor.id 4, "), "{}", err(&text));
    assert_eq!(err(&standpoint(&["export", "markdown", "fixtures/example", "--losses", "none"])), "");
    assert_eq!(err(&standpoint(&["export", "json", "fixtures/example"])), "");
}

#[test]
fn every_format_is_listed_and_explained() {
    let list = standpoint(&["formats"]);
    for format in standpoint_export::FORMATS {
        assert!(out(&list).lines().any(|line| line.split_whitespace().next() == Some(format.name)), "{}", format.name);
        assert_eq!(out(&standpoint(&["formats", format.name])), format.docs);
    }
}
