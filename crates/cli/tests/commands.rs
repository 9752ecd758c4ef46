//! The commands as a user runs them: what they print where, and how they exit.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

mod common;

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
};

use common::{err, out, root, spawned, standpoint, standpoint_in};
use serde_json::json;

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
    assert_eq!(verified["coverage"][0]["sentences"], 18);
}

#[test]
fn the_forms_for_machines_stand_alone_on_standard_output() {
    let ends = [("json", "}\n"), ("sarif", "}\n"), ("junit", "</testsuites>\n"), ("github", "`?\n")];
    for (form, end) in ends {
        let validated = standpoint(&["validate", "fixtures/invalid/dangling-reference", "--format", form]);
        assert_eq!(validated.status.code(), Some(1));
        assert!(out(&validated).ends_with(end), "{}", out(&validated));
        let verified =
            standpoint(&["verify", "fixtures/example", "--sources", "fixtures/example/sources", "--format", form]);
        assert_eq!(verified.status.code(), Some(0));
        assert_eq!(out(&verified).contains("\"coverage\""), form == "json");
        assert!(!out(&verified).contains("no findings\n"), "{}", out(&verified));
    }
}

#[test]
fn colour_is_for_terminals_unless_it_is_asked_for() {
    let colored = |arguments: &[&str]| {
        let arguments = [&["validate", "fixtures/invalid/dangling-reference"], arguments].concat();
        out(&standpoint(&arguments)).contains('\u{1B}')
    };
    assert!(!colored(&[]));
    assert!(!colored(&["--color", "auto"]));
    assert!(!colored(&["--color", "never"]));
    assert!(colored(&["--color", "always"]));
    assert!(!colored(&["--color", "always", "--format", "json"]));
}

#[test]
fn people_see_all_findings_if_they_ask_for_them() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.ndjson"), "{}\n".repeat(25)).unwrap();
    let validate = |all: &[&str]| {
        let arguments = [&["validate", "--format", "concise", folder.path().to_str().unwrap()], all].concat();
        let output = standpoint(&arguments);
        assert!(out(&output).ends_with("25 errors\n"), "{}", out(&output));
        out(&output).matches("error[missing-kind]").count()
    };
    assert_eq!(validate(&[]), 20);
    assert_eq!(validate(&["--all"]), 25);
}

#[test]
fn patterns_stand_for_the_paths_that_they_match() {
    let output = standpoint(&["validate", "fixtures/is*/act*.json", "fixtures/iskp/[!a]*"]);
    assert_eq!(output.status.code(), Some(0), "{}{}", out(&output), err(&output));
    assert!(out(&output).starts_with("fixtures/is*/act*.json, fixtures/iskp/[!a]*: 10 files, 150 records"));
    let nothing = standpoint(&["validate", "fixtures/**/*.jsonl.gz"]);
    assert_eq!((nothing.status.code(), out(&nothing)), (Some(2), ""));
    assert_eq!(err(&nothing), "error: the pattern `fixtures/**/*.jsonl.gz` matches nothing\n");
}

#[test]
fn every_code_is_listed_and_explained() {
    let list = standpoint(&["explain"]);
    for code in standpoint_validate::catalogue::all() {
        assert!(out(&list).lines().any(|line| line.split_whitespace().next() == Some(code.name)), "{}", code.name);
        let explained = standpoint(&["explain", code.name]);
        let rules = out(&explained).strip_prefix(code.page).unwrap_or_else(|| panic!("{}", code.name));
        assert_eq!(rules.is_empty(), !code.page.contains("Codebook: rule "), "{}", code.name);
    }
    // That of `migrate` too.
    for code in ["misplaced-reading", "inferred-or-read"] {
        let page = standpoint(&["explain", code]);
        assert!(out(&page).contains("\n\n### 18. Readings\n\n**Rule.** "), "{}", out(&page));
        assert!(out(&page).ends_with("\n\n**Settles:** `readings`, `inferred`.\n"), "{}", out(&page));
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
        out(&standpoint(&["schema", "report"])),
        fs::read_to_string(root().join("schemas/report.schema.json")).unwrap()
    );
    assert_eq!(
        out(&standpoint(&["schema", "--shacl"])),
        fs::read_to_string(root().join("schemas/shapes.ttl")).unwrap()
    );
    assert_eq!(
        out(&standpoint(&["schema", "--sql"])),
        fs::read_to_string(root().join("schemas/standpoint.sql")).unwrap()
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
    assert!(err(&twice).contains("3 times"));
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
    assert!(out(&found).contains("43 citations checked"));
    assert!(out(&found).contains("18 of 18 sentences cited, 100.0 %"));
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
fn whatever_can_be_read_is_exported_if_asked_for() {
    let folder = "fixtures/invalid/dangling-reference";
    let output = standpoint(&["export", "ndjson", folder, "--allow-invalid"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(err(&output).contains("dangling-reference"), "{}", err(&output));
    assert!(
        err(&output).ends_with("6 records exported with 1 error\n  1 id named that no record has\n"),
        "{}",
        err(&output)
    );
    assert_eq!(out(&output).lines().count(), 6);
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
    let line = lines.lines().count() + 1;
    assert!(err(&refused).contains(&format!("{}:{line}: ", bad.display())), "{}", err(&refused));
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
    assert!(lost.iter().any(|entry| entry["field"] == "actor.id" && entry["count"] == 6), "{losses}");
    let text = standpoint(&["export", "markdown", "fixtures/example"]);
    assert!(err(&text).contains(", actor.id 6\n"), "{}", err(&text));
    assert_eq!(err(&standpoint(&["export", "markdown", "fixtures/example", "--losses", "none"])), "");
    assert_eq!(err(&standpoint(&["export", "json", "fixtures/example"])), "");
}

#[test]
fn what_machines_are_told_of_losses_stands_alone_and_counts_what_errors_cost() {
    let schema = serde_json::from_str(out(&standpoint(&["schema", "losses"]))).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    let told = |name: &str| -> serde_json::Value {
        let path = format!("fixtures/invalid/{name}");
        let output = standpoint(&["export", "markdown", &path, "--allow-invalid", "--losses", "json"]);
        let losses = serde_json::from_str(err(&output)).unwrap();
        assert!(schema.is_valid(&losses), "{losses}");
        losses
    };
    let counts = |losses: serde_json::Value| {
        ["errors", "left_out", "renamed", "dangling"].map(|count| losses[count].as_u64().unwrap())
    };
    assert_eq!(counts(told("dangling-reference")), [1, 0, 0, 1]);
    assert_eq!(counts(told("unknown-field")), [1, 1, 0, 0]);
    assert_eq!(counts(told("duplicate-id")), [1, 0, 1, 0]);
}

#[test]
fn what_is_not_public_is_left_out_where_that_is_asked_for_or_goes_without_saying() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("records.ndjson");
    let source = |name: &str, handling: &str| {
        format!(r#"{{"kind":"source","id":"source/{name}","type":"report","title":"{name}","handling":"{handling}"}}"#)
    };
    fs::write(&file, [source("report", "public"), source("minutes", "closed")].join("\n")).unwrap();
    let file = file.to_str().unwrap();
    let export = |format: &str, more: &[&str]| {
        let output = standpoint(&[&["export", format, file, "--stream"], more].concat());
        assert_eq!(output.status.code(), Some(0), "{}", err(&output));
        (out(&output).contains("minutes"), err(&output).contains("not everybody may see it: 1 record (1 source)"))
    };
    assert_eq!(export("ndjson", &[]), (true, false));
    let held = "holds what not everybody may see: 1 record (1 source); `--public` leaves it out";
    for format in ["ndjson", "json", "turtle"] {
        assert!(err(&standpoint(&["export", format, file, "--stream"])).contains(held), "{format}");
    }
    assert!(!err(&standpoint(&["export", "ndjson", file, "--stream", "--public"])).contains("holds"));
    assert_eq!(export("ndjson", &["--public"]), (false, true));
    assert_eq!(export("markdown", &[]), (false, true));
    assert_eq!(export("markdown", &["--everything"]), (true, false));
    let json = standpoint(&["export", "ndjson", file, "--stream", "--public", "--losses", "json"]);
    assert!(err(&json).contains(r#""not_public":{"source":1},"shortened":0"#), "{}", err(&json));
    let both = standpoint(&["export", "ndjson", file, "--public", "--everything"]);
    assert_eq!(both.status.code(), Some(2));
}

/// Records of which some are closed, and which hang together in all the ways that matter to those that are left.
fn partly_closed() -> String {
    let basis = |source: &str| json!({ "modality": "stated", "evidence": [{ "source": source, "locator": "page 2" }] });
    let claimed = json!({ "modality": "alleged", "evidence": [{ "source": "source/report", "locator": "page 3" }],
        "standpoints": [{ "holder": "actor/envoy", "stance": "asserts", "evidence": [{ "source": "source/minutes", "locator": "1" }] }] });
    let parties = json!([{ "actor": "actor/front", "role": "party" }, { "actor": "actor/envoy", "role": "party" }]);
    let closed = "closed";
    let records = [
        json!({ "kind": "dataset", "id": "dataset/t", "format": "0.2", "title": "T", "version": "1.0.0", "license": "CC0-1.0",
            "publisher": "P", "base_iri": "https://example.org/t/", "language": "en", "created": "2026-01-01" }),
        json!({ "kind": "source", "id": "source/report", "type": "report", "title": "A report" }),
        json!({ "kind": "source", "id": "source/minutes", "type": "minutes", "title": "Minutes of Oster", "handling": closed }),
        json!({ "kind": "source", "id": "source/annex", "type": "report", "title": "An annex" }),
        json!({ "kind": "actor", "id": "actor/front", "type": "armed-group", "name": "Northern Front", "basis": basis("source/report") }),
        json!({ "kind": "actor", "id": "actor/council", "type": "government", "name": "Council", "basis": basis("source/report") }),
        json!({ "kind": "actor", "id": "actor/host", "type": "state", "name": "Host", "basis": basis("source/annex") }),
        json!({ "kind": "actor", "id": "actor/envoy", "type": "individual", "name": "Ada Mark", "handling": "restricted",
            "basis": basis("source/report") }),
        json!({ "kind": "relationship", "id": "relationship/rivals", "subject": "actor/front", "object": "actor/council",
            "type": "rival", "description": "As ada mark told at Oster.", "basis": basis("source/report") }),
        json!({ "kind": "event", "id": "event/accord", "type": "agreement", "title": "The accord", "participants": parties,
            "basis": basis("source/report") }),
        json!({ "kind": "position", "id": "position/one", "form": "agreed", "in": "event/accord", "label": "1", "text": "A road.",
            "basis": basis("source/report") }),
        json!({ "kind": "event", "id": "event/talks", "type": "negotiation", "title": "Talks", "handling": closed,
            "participants": [{ "actor": "actor/front", "role": "party" }, { "actor": "actor/host", "role": "host" }],
            "basis": basis("source/annex") }),
        json!({ "kind": "statement", "id": "statement/claim", "about": "actor/front", "topic": "conduct", "text": "It fled.",
            "basis": claimed }),
        json!({ "kind": "interest", "id": "interest/road", "actor": "actor/front", "rank": 1, "title": "A road", "handling": closed,
            "basis": basis("source/report") }),
        json!({ "kind": "interest", "id": "interest/bridge", "actor": "actor/front", "rank": 2, "title": "A bridge",
            "basis": basis("source/report") }),
    ];
    records.map(|record| record.to_string()).join("\n")
}

#[test]
fn what_is_exported_for_the_public_validates_and_its_words_are_looked_through() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("records.ndjson");
    fs::write(&file, partly_closed()).unwrap();
    let file = file.to_str().unwrap();
    let all = standpoint(&["validate", file]);
    assert!(out(&all).contains("no findings") || err(&all).contains("no findings"), "{}{}", out(&all), err(&all));
    for format in ["ndjson", "json"] {
        let public = folder.path().join(format!("public.{format}"));
        let public = public.to_str().unwrap();
        let exported = standpoint(&["export", format, file, "--public", "-o", public]);
        assert!(err(&exported).contains("name what is left out, 1 time;"), "{}", err(&exported));
        assert!(err(&exported).contains("  relationship/rivals names “Ada Mark”\n"), "{}", err(&exported));
        let left = standpoint(&["validate", public]);
        assert!(
            out(&left).contains("no findings") || err(&left).contains("no findings"),
            "{}{}",
            out(&left),
            err(&left)
        );
        assert!(fs::read_to_string(public).unwrap().contains("interest/bridge"));
    }
}

#[test]
fn every_format_is_listed_and_explained() {
    let list = standpoint(&["formats"]);
    for format in standpoint_export::FORMATS {
        assert!(out(&list).lines().any(|line| line.split_whitespace().next() == Some(format.name)), "{}", format.name);
        assert_eq!(out(&standpoint(&["formats", format.name])), format.docs);
    }
}

#[test]
fn a_record_is_shown_or_the_nearest_is_named() {
    let shown = standpoint(&["show", "fixtures/iskp", "actor/iskp"]);
    assert_eq!((shown.status.code(), err(&shown)), (Some(0), ""));
    assert!(out(&shown).starts_with("Islamic State - Khorasan Province\nactor/iskp"), "{}", out(&shown));
    assert!(out(&shown).contains("▼ Denied by Taliban") && !out(&shown).contains('\u{1B}'));
    let narrow = standpoint(&["show", "fixtures/iskp", "actor/iskp", "--width", "60"]);
    assert!(out(&shown).lines().any(|line| line.chars().count() > 60));
    assert!(out(&narrow).lines().all(|line| line.chars().count() <= 60));
    assert!(out(&standpoint(&["show", "fixtures/iskp", "actor/iskp", "--evidence"])).contains("characters "));

    let meant = |id: &str| {
        let unknown = standpoint(&["show", "fixtures/iskp", id]);
        assert_eq!((unknown.status.code(), out(&unknown)), (Some(1), ""));
        err(&unknown).to_owned()
    };
    assert_eq!(meant("actor/iskpp"), "there is no record `actor/iskpp`\ndid you mean `actor/iskp`?\n");
    assert_eq!(
        meant("Talban"),
        "nothing was found for `Talban`\ndid you mean:\n  actor/taliban · armed group · Taliban\n"
    );
    assert_eq!(meant("\u{1B}[31m"), "nothing was found for `\\u{1b}[31m`\n");
}

#[test]
fn records_are_listed_and_shown_by_name() {
    let all = standpoint(&["show", "fixtures/example"]);
    assert_eq!((all.status.code(), err(&all)), (Some(0), ""));
    assert!(out(&all).starts_with("1 DATASET\n─────────\n  dataset/"), "{}", out(&all));
    assert!(out(&all).contains("\n6 ACTORS\n────────\n") && out(&all).contains("\n1 IDENTITY\n"), "{}", out(&all));
    let by_id = standpoint(&["show", "fixtures/example", "actor/northern-front"]);
    assert_eq!(out(&standpoint(&["show", "fixtures/example", "northern  FRONT"])), out(&by_id));
    let several = standpoint(&["show", "fixtures/iskp", "ISLAMIC"]);
    assert_eq!(several.status.code(), Some(0));
    assert!(out(&several).contains(" ACTORS\n") && out(&several).contains("\n  actor/iskp · "), "{}", out(&several));
}

#[test]
fn records_are_found_by_names_and_words() {
    let found = standpoint(&["find", "fixtures/iskp", "ISKP"]);
    assert_eq!((found.status.code(), err(&found)), (Some(0), ""));
    let lines: Vec<&str> = out(&found).lines().collect();
    assert_eq!(lines[0], "actor/iskp · armed group · Islamic State - Khorasan Province");
    let text = standpoint(&["find", "fixtures/iskp", "VACUUM of power"]);
    assert!(out(&text).contains("    text: "), "{}", out(&text));
    let json = standpoint(&["find", "fixtures/iskp", "actor/iskp", "--format", "json"]);
    let hits: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!((&hits[0]["id"], &hits[0]["place"]), (&json!("actor/iskp"), &json!("id")));
    let nothing = standpoint(&["find", "fixtures/iskp", "Talban"]);
    assert_eq!((nothing.status.code(), out(&nothing)), (Some(1), ""));
    assert!(err(&nothing).ends_with("did you mean:\n  actor/taliban · armed group · Taliban\n"), "{}", err(&nothing));
    assert_eq!(standpoint(&["find", "fixtures/iskp"]).status.code(), Some(2));
}

#[test]
fn of_an_invalid_dataset_whatever_can_be_read_is_shown_if_asked_for() {
    let folder = "fixtures/invalid/dangling-reference";
    let refused = standpoint(&["show", folder, "actor/northern-front"]);
    assert_eq!((refused.status.code(), out(&refused)), (Some(1), ""));
    assert!(err(&refused).contains("nothing was shown"), "{}", err(&refused));
    let shown = standpoint(&["show", folder, "actor/northern-front", "--allow-invalid"]);
    assert_eq!(shown.status.code(), Some(0));
    assert!(err(&shown).contains("error[dangling-reference]") && out(&shown).contains("Northern Front"));
    assert_eq!(standpoint(&["show", "no/such/path", "actor/x"]).status.code(), Some(2));
}

/// Runs a command with this on its standard input.
fn standpoint_reading(input: &[u8], arguments: &[&str]) -> Output {
    standpoint_in(&root(), input, arguments)
}

#[test]
fn standard_input_is_read_in_every_form() {
    let lines = standpoint(&["export", "ndjson", "fixtures/example"]).stdout;
    let array = standpoint(&["export", "json", "fixtures/example"]).stdout;
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(&lines).unwrap();
    let forms = [gzip.finish().unwrap(), zstd::encode_all(&*array, 0).unwrap(), lines.clone(), array];
    let records = std::str::from_utf8(&lines).unwrap().lines().count();
    let counted = format!("standard input: 1 file, {records} records");
    for input in forms {
        let output = standpoint_reading(&input, &["validate", "-"]);
        assert!(out(&output).starts_with(&counted), "{}{}", out(&output), err(&output));
        assert!(out(&output).ends_with("no findings\n"));
        assert_eq!(output.status.code(), Some(0));
    }
    // With others, and named in findings.
    let output =
        standpoint_reading(b"{}\n{\"kind\": \"sorce\"}", &["validate", "fixtures/example", "-", "--format", "concise"]);
    assert!(out(&output).contains("\n<stdin>:2:10: error[unknown-kind]: "), "{}", out(&output));
    assert!(out(&output).contains("fixtures/example, standard input: 2 files"), "{}", out(&output));
    assert_eq!(out(&standpoint_reading(&lines, &["export", "ndjson", "-"])).as_bytes(), lines);
    assert_eq!(out(&standpoint_reading(&lines, &["export", "ndjson", "-", "--stream"])).as_bytes(), lines);
    let empty = standpoint_reading(b"", &["validate", "-"]);
    assert!(out(&empty).contains("error[empty-file]"), "{}", out(&empty));
}

#[test]
fn standard_input_may_be_larger_than_what_is_kept_and_is_read_again_if_it_must_be() {
    let source = |number: usize, id: usize| {
        let title = "a".repeat(1000);
        format!("{{\"kind\":\"source\",\"id\":\"source/s{id}\",\"title\":\"{title} {number}\",\"type\":\"report\"}}\n")
    };
    let mut lines: String = (0..20_000).map(|number| source(number, number)).collect();
    lines += &source(20_000, 7);
    let output =
        standpoint_reading(lines.as_bytes(), &["validate", "-", "--format", "concise", "--allow", "uncited-source"]);
    assert!(out(&output).contains("<stdin>:20001:23: error[duplicate-id]"), "{}{}", out(&output), err(&output));
    assert!(out(&output).contains("1 file, 20001 records"));
}

#[test]
fn a_summary_counts_and_measures() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.ndjson"), "{}\n[]\n{}\n").unwrap();
    let path = folder.path().to_str().unwrap();
    let text = standpoint(&["validate", "--summary", path]);
    assert_eq!(text.status.code(), Some(1));
    for line in ["        2 missing-kind\n", "        1 not-a-record\n", " records and ", "\n3 errors\n"] {
        assert!(out(&text).contains(line), "{}", out(&text));
    }
    assert!(!out(&text).contains("error["), "{}", out(&text));
    let json = standpoint(&["validate", "--summary", "--format", "json", path, "--threads", "1"]);
    let summary = &serde_json::from_slice::<serde_json::Value>(&json.stdout).unwrap()["summary"];
    assert_eq!((&summary["codes"]["missing-kind"], &summary["pace"]["bytes"]), (&2.into(), &9.into()));
    #[cfg(target_os = "linux")]
    assert!(summary["pace"]["peak_memory"].as_u64().unwrap() > 1 << 20);
    assert_eq!(standpoint(&["validate", "--summary", "--format", "sarif", path]).status.code(), Some(2));
}

#[test]
fn a_record_that_is_too_long_is_an_error_that_tells_of_the_option() {
    let line = format!("{{\"note\":\"{}\"}}\n", "a".repeat(3000));
    let output = standpoint_reading(line.as_bytes(), &["validate", "-", "--max-record-size", "3kB"]);
    assert_eq!((output.status.code(), out(&output)), (Some(2), ""));
    assert!(err(&output).contains("`<stdin>` has a record of more than 3000 bytes, which begins at byte 0\nhelp: "));
    assert_eq!(
        standpoint_reading(line.as_bytes(), &["validate", "-", "--max-record-size", "3KiB"]).status.code(),
        Some(1)
    );
    assert_eq!(standpoint(&["validate", "-", "--max-record-size", "3 bananas"]).status.code(), Some(2));
}

#[cfg(unix)]
#[test]
fn a_validation_that_is_stopped_tells_what_it_found_so_far() {
    use std::{thread, time::Duration};
    let signal = |child: &Child, name: &str| {
        assert!(Command::new("kill").args([name, &child.id().to_string()]).status().unwrap().success());
    };
    let line =
        format!("{{\"kind\":\"source\",\"id\":\"source/s\",\"title\":\"{}\",\"type\":\"report\"}}\n", "a".repeat(900));
    for name in ["-INT", "-TERM"] {
        // Input that goes on until the reading ends.
        let mut child = spawned(&root(), &["validate", "-", "--format", "concise"]);
        let mut input = child.stdin.take().unwrap();
        let block = line.repeat(2000);
        input.write_all(b"{}\n").unwrap();
        for _ in 0..6 {
            // A pipe holds less than this, so most of it was read.
            input.write_all(block.as_bytes()).unwrap();
        }
        let writer = thread::spawn(move || {
            while input.write_all(block.as_bytes()).is_ok() {
                thread::sleep(Duration::from_millis(10));
            }
        });
        signal(&child, name);
        let output = child.wait_with_output().unwrap();
        writer.join().unwrap();
        assert_eq!(output.status.code(), Some(130), "{}{}", out(&output), err(&output));
        assert!(out(&output).starts_with("<stdin>:1:1: error[missing-kind]"), "{}", out(&output));
        assert!(out(&output).contains("\nstopped early, after "), "{}", out(&output));
    }
}
