//! `standpoint init` and `standpoint source`: from an empty folder to a dataset that validates.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

#[expect(dead_code, reason = "the commands here run in folders of their own")]
mod common;

use std::fs;

use common::{err, out, standpoint_in};

#[test]
fn a_dataset_begins_with_answers_or_flags_and_validates() {
    let folder = tempfile::tempdir().unwrap();
    let asked = standpoint_in(folder.path(), b"The conflict\nAn institute\nno licence\nCC0-1.0\n\n", &["init", "data"]);
    assert_eq!(asked.status.code(), Some(0), "{}", err(&asked));
    assert_eq!(
        out(&asked).replace('\\', "/").lines().collect::<Vec<_>>(),
        ["data/dataset.json", "data/.gitattributes", "data/standpoint.toml", "data/sources/.gitignore"]
    );
    assert!(err(&asked).contains("Licence [CC-BY-4.0]: "), "{}", err(&asked));
    let manifest: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(folder.path().join("data/dataset.json")).unwrap()).unwrap();
    assert_eq!((&manifest["id"], &manifest["license"]), (&"dataset/the-conflict".into(), &"CC0-1.0".into()));
    let valid = standpoint_in(folder.path(), b"", &["validate", "data"]);
    assert_eq!(valid.status.code(), Some(0), "{}", out(&valid));
    assert!(out(&valid).ends_with("no findings\n"), "{}", out(&valid));

    let again = standpoint_in(
        folder.path(),
        b"",
        &[
            "init",
            "data",
            "--title",
            "T",
            "--publisher",
            "P",
            "--license",
            "CC0-1.0",
            "--base-iri",
            "https://example.org/x/",
        ],
    );
    assert_eq!(again.status.code(), Some(2));
    let refused = err(&again).replace('\\', "/");
    assert!(refused.starts_with("error: cannot write `data/dataset.json`: "), "{refused}");
    let silent = standpoint_in(folder.path(), b"T\n", &["init", "other"]);
    assert_eq!(silent.status.code(), Some(2));
    assert!(err(&silent).ends_with("error: nobody answered: give `--publisher`\n"), "{}", err(&silent));
    assert!(!folder.path().join("other").exists());
}

#[test]
fn a_document_becomes_a_source_that_verifies() {
    let folder = tempfile::tempdir().unwrap();
    let flags =
        ["init", "--title", "T", "--publisher", "P", "--license", "CC0-1.0", "--base-iri", "https://example.org/x/"];
    assert_eq!(standpoint_in(folder.path(), b"", &flags).status.code(), Some(0));
    let page = "<title>The talks of Velm</title><h1>Day one</h1><p>They met.<h1>Day two</h1><p>They left.";
    fs::write(folder.path().join("sources/page.html"), page).unwrap();
    let source = standpoint_in(
        folder.path(),
        b"",
        &[
            "source",
            "sources/page.html",
            "--type",
            "news-article",
            "--url",
            "https://example.org/a",
            "-o",
            "sources.json",
        ],
    );
    assert_eq!(source.status.code(), Some(0), "{}", err(&source));
    assert_eq!(
        err(&source),
        "sources/page.html: its text is in `sources/page.html.txt`\nsources/page.html: guessed: title; correct what is wrong\n"
    );
    // It is valid before any record cites it.
    let verified = standpoint_in(folder.path(), b"", &["verify", ".", "--sources", "sources"]);
    assert_eq!(verified.status.code(), Some(0), "{}", out(&verified));
    assert!(out(&verified).contains("source/the-talks-of-velm: 2 of 4 sentences cited"), "{}", out(&verified));
    let refused = standpoint_in(folder.path(), b"", &["source", "sources/page.html", "--type", "news"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(err(&refused).starts_with("error: `news` cannot stand for `--type`: "), "{}", err(&refused));
}
