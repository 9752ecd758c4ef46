//! `standpoint new`: records from options and answers.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

#[expect(dead_code, reason = "the commands here run in folders of their own")]
mod common;

use std::{fs, path::Path, process::Output};

use common::{err, out, standpoint_in};
use serde_json::{Value, json};

const TEXT: &str =
    "Weekly bulletin\n\nThe Northern Front attacked the bridge at Velm. The bridge fell in early 2015.\n";

fn run(folder: &Path, arguments: &[&str]) -> Output {
    standpoint_in(folder, b"", arguments)
}

/// A dataset with a source, two actors of one alias, and a place.
fn dataset() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let start =
        ["init", "--title", "T", "--publisher", "P", "--license", "CC0-1.0", "--base-iri", "https://example.org/x/"];
    assert_eq!(run(folder.path(), &start).status.code(), Some(0));
    fs::write(folder.path().join("sources/bulletin.txt"), TEXT).unwrap();
    let source = run(folder.path(), &["source", "sources/bulletin.txt", "--type", "report", "-o", "bulletin.json"]);
    assert_eq!(source.status.code(), Some(0), "{}", err(&source));
    for arguments in [
        &[
            "actor",
            "--name",
            "Northern Front",
            "--alias",
            "abbreviation=NF",
            "--code",
            "ucdp-actor=7",
            "--type",
            "armed group",
        ][..],
        &["actor", "--name", "National Force", "--alias", "abbreviation=NF", "--type", "state-forces"],
        &["place", "--name", "Velm", "--type", "city", "--country", "Afghanistan"],
    ] {
        let arguments = [
            &["new", arguments[0], "."],
            &arguments[1..],
            &["--source", "weekly bulletin", "--words", "Northern Front"],
        ];
        let made = run(folder.path(), &arguments.concat());
        assert_eq!(made.status.code(), Some(0), "{}", err(&made));
    }
    folder
}

fn records(folder: &Path, file: &str) -> Vec<Value> {
    serde_json::from_str(&fs::read_to_string(folder.join(file)).unwrap()).unwrap()
}

const EVENT: [&str; 9] =
    ["new", "event", ".", "--type", "attack", "--source", "weekly-bulletin", "--words", "attacked the bridge"];

#[test]
fn a_record_of_options_validates_and_is_written() {
    let folder = dataset();
    assert_eq!(records(folder.path(), "actors.json").len(), 2);
    let more = [
        "--title",
        "Attack on the bridge",
        "--when",
        "20 Farvardin 1377",
        "--participant",
        "initiator=7",
        "--participant",
        "target=national force",
        "--place",
        "site=VELM",
    ];
    let made = run(folder.path(), &[&EVENT[..], &more].concat());
    assert_eq!(made.status.code(), Some(0), "{}", err(&made));
    let events = records(folder.path(), "events.json");
    assert_eq!(events[0], serde_json::from_str::<Value>(out(&made)).unwrap());
    assert_eq!((&events[0]["id"], &events[0]["when"]), (&json!("event/attack-on-the-bridge"), &json!("1998-04-09")));
    assert_eq!(
        events[0]["participants"],
        json!([{ "actor": "actor/northern-front", "role": "initiator" }, { "actor": "actor/national-force", "role": "target" }])
    );
    assert_eq!(events[0]["basis"]["modality"], "stated");
    assert_eq!(events[0]["basis"]["evidence"][0]["span"]["start"], 36);
    assert!(err(&made).contains("when: 20 Farvardin 1377 is `1998-04-09` (9 April 1998)\n"), "{}", err(&made));
    assert!(err(&made).ends_with("written to `./events.json`\n"), "{}", err(&made));
    let again = run(folder.path(), &[&EVENT[..], &["--title", "Attack on the bridge"]].concat());
    assert_eq!(again.status.code(), Some(0), "{}", err(&again));
    assert_eq!(records(folder.path(), "events.json")[1]["id"], "event/attack-on-the-bridge-2");
    let verified = run(folder.path(), &["verify", ".", "--sources", "sources"]);
    assert_eq!(verified.status.code(), Some(0), "{}", out(&verified));
}

#[test]
fn what_may_mean_several_things_is_refused_with_all_of_them() {
    let folder = dataset();
    for (more, expected) in [
        (
            &["--title", "A", "--participant", "initiator=nf"][..],
            "`nf` may be any of these; give the id of one:\n  actor/national-force · ",
        ),
        (&["--title", "A", "--participant", "initiator=Northen Front"], "did you mean:\n  actor/northern-front · "),
        (&["--title", "A", "--place", "site=Northern Front"], "there is no place `Northern Front`"),
        (&["--title", "A", "--when", "7/11/2015"], "`2015-11-07` (7 November 2015) or `2015-07-11` (11 July 2015)?"),
        (&["--title", "A", "--outcome", "victory"], "the words are `succeeded`"),
        (&["--title", "داعش"], "nobody answered: give `--id`\n"),
        (&["--title", "A", "--id", "actor/a"], "the id begins with `event/`"),
        (&["--title", "A", "--id", "A b"], "`A b` cannot stand for `--id`: "),
        (&["--title", "A", "--language", "klingonish"], "`klingonish` cannot stand for `--language`"),
        (&[], "nobody answered: give `--title`\n"),
    ] {
        let refused = run(folder.path(), &[&EVENT[..], more].concat());
        assert_eq!((refused.status.code(), out(&refused)), (Some(2), ""), "{more:?}");
        assert!(err(&refused).contains(expected), "{more:?}: {}", err(&refused));
    }
    let figure = ["new", "observation", ".", "--about", "NF", "--measure", "fighters", "--value", "dozens"];
    assert!(err(&run(folder.path(), &figure)).contains("`NF` may be any of these"));
    let figure = ["new", "observation", ".", "--about", "velm", "--measure", "killed", "--value", "dozens"];
    assert!(err(&run(folder.path(), &figure)).contains("`words=dozens`"));
    assert!(!folder.path().join("events.json").exists());
}

#[test]
fn what_is_not_said_or_not_valid_is_not_written() {
    let folder = dataset();
    let unsaid = run(
        folder.path(),
        &[
            "new",
            "event",
            ".",
            "--title",
            "A",
            "--type",
            "attack",
            "--source",
            "weekly bulletin",
            "--words",
            "fell on the bridge",
        ],
    );
    assert_eq!((unsaid.status.code(), out(&unsaid)), (Some(1), ""));
    assert!(
        err(&unsaid).ends_with("nothing was written\n") && err(&unsaid).contains("does not contain these words"),
        "{}",
        err(&unsaid)
    );
    let several = run(
        folder.path(),
        &["new", "event", ".", "--title", "A", "--type", "attack", "--source", "weekly bulletin", "--words", "bridge"],
    );
    assert!(several.status.code() == Some(1) && err(&several).contains("stand 2 times"), "{}", err(&several));
    let tie = [
        "new",
        "relationship",
        ".",
        "--subject",
        "Northern Front",
        "--object",
        "National Force",
        "--type",
        "based-in",
        "--source",
        "weekly bulletin",
        "--words",
        "Northern Front",
    ];
    let invalid = run(folder.path(), &tie);
    assert_eq!(invalid.status.code(), Some(1), "{}", err(&invalid));
    assert!(
        err(&invalid).contains("error[illegal-endpoint]") && err(&invalid).ends_with("nothing was written\n"),
        "{}",
        err(&invalid)
    );
    let dry = run(folder.path(), &[&EVENT[..], &["--title", "A", "--dry-run"]].concat());
    assert_eq!(dry.status.code(), Some(0), "{}", err(&dry));
    assert!(err(&dry).ends_with("it would be written to `./events.json`; nothing was written\n"), "{}", err(&dry));
    for file in ["events.json", "relationships.json"] {
        assert!(!folder.path().join(file).exists());
    }
}

#[test]
fn without_options_what_matters_is_asked_for() {
    let folder = dataset();
    let answers = "attack\nBridge falls\nsoon\nearly 2015\nsite=velm\ninitiator=NF\ninitiator=northern front; target=National Force\n\n\nno such words\nfell in early 2015\n\n\n";
    let made = standpoint_in(folder.path(), answers.as_bytes(), &["new", "event", "."]);
    assert_eq!(made.status.code(), Some(0), "{}", err(&made));
    let event = &records(folder.path(), "events.json")[0];
    assert_eq!((&event["id"], &event["when"]), (&json!("event/bridge-falls"), &json!("2015-37")));
    assert_eq!(event["participants"].as_array().unwrap().len(), 2);
    for expected in [
        "Type (WORD, `?` lists them): Title (TEXT): When (DATE): write a day as",
        "Participants (ROLE=ACTOR, several with `;`): `NF` may be any of these",
        "Modality (WORD, `?` lists them) [stated]: Source (SOURCE) [source/weekly-bulletin]: Words of the source that say so: the text does not",
        "Id [event/bridge-falls]: ",
        "Write it to `./events.json` (yes|no) [yes]: ",
    ] {
        assert!(err(&made).contains(expected), "{expected}: {}", err(&made));
    }
    let stopped = standpoint_in(folder.path(), b"attack\n", &["new", "event", "."]);
    assert_eq!(stopped.status.code(), Some(2));
    assert!(err(&stopped).ends_with("nobody answered: give `--title`\n"), "{}", err(&stopped));
}

#[test]
fn a_record_goes_into_the_file_that_is_named_and_every_kind_has_its_options() {
    let folder = dataset();
    let into = run(folder.path(), &[&EVENT[..], &["--title", "A", "--into", "bulletin.json"]].concat());
    assert_eq!(into.status.code(), Some(0), "{}", err(&into));
    assert_eq!(records(folder.path(), "bulletin.json").len(), 2);
    for kind in standpoint_model::Kind::ALL {
        let help = run(folder.path(), &["new", kind.as_str(), "--help"]);
        assert!(help.status.code() == Some(0) && out(&help).contains("--id <"), "{kind}: {}", out(&help));
    }
}
