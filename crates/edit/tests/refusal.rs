//! What is refused, and that nothing is changed then.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

mod datasets;

use std::fs;

use standpoint_edit::{Error, Migrate, Migrated, Refusal};
use standpoint_report::{RENDERERS, Style};
use standpoint_validate::{Input, Validation};

const MANIFEST: &str = r#"{"kind":"dataset","id":"dataset/d","title":"D","version":"1.0.0","license":"CC0-1.0","publisher":"P","base_iri":"https://example.org/","created":"2023"}"#;
const SOURCE: &str = r#"{"kind":"source","id":"source/page","title":"A page","type":"web-page"}"#;

/// An actor of the file, with something of it replaced.
fn actor(from: &str, to: &str) -> String {
    let actor = r#"{"kind":"actor","id":"actor/a","type":"armed-group","name":"A","basis":{"modality":"stated","evidence":[{"source":"source/page","locator":"1"}]}}"#;
    assert!(actor.contains(from));
    actor.replace(from, to)
}

fn migrated(lines: &[&str]) -> Migrated {
    Migrate::new().run([Input::bytes("d.ndjson", lines.join("\n") + "\n")]).unwrap()
}

/// Why lines are refused, each finding in one line.
fn refused(lines: &[&str]) -> (Refusal, String) {
    match migrated(lines) {
        Migrated::Refused { cause, report } => {
            let mut text = Vec::new();
            RENDERERS[1].write(&report, Style::default(), &mut text).unwrap();
            (cause, String::from_utf8(text).unwrap())
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_not_of_format_0_1_is_named_with_its_place() {
    let cases = [
        (
            actor("\"name\":\"A\"", "\"seat\":\"A\""),
            "d.ndjson:3:53: error[not-format-0-1]: format 0.1 has no field `seat` here",
        ),
        (actor(",\"name\":\"A\"", ""), "the field `name` is missing"),
        (
            actor("armed-group", "armed-grup"),
            "d.ndjson:3:39: error[not-format-0-1]: \"armed-grup\" is not one of the allowed values",
        ),
        (actor("armed-group", "company"), "d.ndjson:3:22: error[not-format-0-1]: this record is of format 0.2 already"),
        (actor("\"kind\":\"actor\"", "\"kind\":\"issue\""), "format 0.1 has no records of the kind `issue`"),
        (actor("\"kind\":\"actor\",", ""), "this is not a record: it has no `kind`"),
        (actor("[{", "{").replace("}]", "}"), "this is not what format 0.1 has here"),
        ("[1]".into(), "this is not a record"),
    ];
    for (line, expected) in cases {
        let (cause, text) = refused(&[MANIFEST, SOURCE, &line]);
        assert_eq!(cause, Refusal::NotOld);
        assert!(text.contains(expected), "{text}");
    }
}

#[test]
fn what_breaks_a_rule_is_named_where_it_stands_now() {
    let event = r#"{"kind":"event","id":"event/e","type":"attack","title":"E","participants":[{"actor":"actor/a","role":"perpetrator"}],"targets":["actor/nobody"],"basis":{"modality":"stated","evidence":[{"source":"source/page","locator":"1"}]}}"#;
    let (cause, text) = refused(&[MANIFEST, SOURCE, &actor("A", "A"), event]);
    assert_eq!(cause, Refusal::NotNew);
    let column = event.find("\"actor/nobody\"").unwrap() + 1;
    assert!(text.starts_with(&format!("d.ndjson:4:{column}: error[dangling-reference]")), "{text}");
    let date = event.replace("\"title\":\"E\"", "\"title\":\"E\",\"when\":\"2023-02-30\"");
    let (_, text) = refused(&[MANIFEST, SOURCE, &actor("A", "A"), &date.replace("nobody", "a")]);
    let column = date.find("\"2023-02-30\"").unwrap() + 1;
    assert!(text.starts_with(&format!("d.ndjson:4:{column}: error[invalid-date]")), "{text}");
}

#[test]
fn what_broke_a_rule_before_comes_forward_if_that_is_wanted() {
    let lines = [MANIFEST, SOURCE, &actor("source/page", "source/pages")].join("\n");
    let migrate = Migrate::new().allow_invalid(true);
    let migration = datasets::ready(migrate.run([Input::bytes("d.ndjson", lines)]).unwrap());
    assert!(migration.report().codes().contains_key("dangling-reference"));
    assert!(migration.files()[0].is_changed());
}

#[test]
fn what_came_forward_with_its_mistakes_has_nothing_to_do() {
    let wrong = r#"{"kind":"observation","id":"observation/o","about":"actor/a","measure":"munitions","value":{"low":2,"best":0,"high":2},"basis":{"modality":"inferred","evidence":[{"source":"source/page","locator":"1"}]}}"#;
    let lines = [MANIFEST, SOURCE, &actor("A", "A"), wrong].join("\n");
    let migrate = Migrate::new().allow_invalid(true);
    let migration = datasets::ready(migrate.run([Input::bytes("d.ndjson", lines)]).unwrap());
    assert!(migration.report().codes().contains_key("estimate-order"));
    let new = String::from_utf8(migration.files()[0].content().to_vec()).unwrap();
    assert!(matches!(Migrate::new().run([Input::bytes("d.ndjson", new.clone())]).unwrap(), Migrated::Current));
    // A record that was written in format 0.2 gets no coding that says that it comes from 0.1.
    let (before, _) = new.trim_end().rsplit_once('\n').unwrap();
    let written = format!("{before}\n{wrong}");
    assert!(matches!(migrate.run([Input::bytes("d.ndjson", written)]).unwrap(), Migrated::Current));
}

#[test]
fn a_file_with_comments_is_refused_and_left() {
    let copy = datasets::copy("example");
    let file = copy.path().join("records.json");
    let text = fs::read_to_string(&file).unwrap().replacen('[', "[\n  // the manifest", 1);
    fs::write(&file, &text).unwrap();
    let Migrated::Refused { cause, report } = Migrate::new().run([copy.path()]).unwrap() else { panic!("refused") };
    assert_eq!((cause, report.diagnostics()[0].code.name), (Refusal::NotJson, "invalid-json"));
    assert!(report.diagnostics()[0].help.as_ref().is_some_and(|help| help.contains("note")), "{report:?}");
    assert_eq!(fs::read_to_string(&file).unwrap(), text);
}

#[test]
fn whatever_comes_in_nothing_panics() {
    let texts: [&[u8]; 12] = [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"[[[",
        b"\xFF\xFE",
        b"\xEF\xBB\xBF{}",
        b"{\"kind\":\"dataset\"}",
        b"{\"kind\":1}",
        b"{\"kind\":\"event\",\"places\":{}}",
        b"{\"kind\":\"statement\",\"kind\":\"actor\"}",
        b"{\"kind\":\"dataset\",\"format\":\"0.9\"}",
    ];
    for text in texts {
        for name in ["a.json", "a.ndjson"] {
            let migrated = Migrate::new().run([Input::bytes(name, text.to_vec())]);
            assert!(!matches!(migrated, Ok(Migrated::Ready(_))), "{text:?}");
        }
    }
}

#[test]
fn records_of_0_2_have_nothing_to_do_and_those_that_were_forgotten_come_forward() {
    let manifest = MANIFEST.replace("\"title\"", "\"format\":\"0.2\",\"title\"");
    assert!(matches!(migrated(&[&manifest, SOURCE, &actor("A", "A")]), Migrated::Current));
    let forgotten = SOURCE.replace("\"title\"", "\"language\":\"en\",\"title\"");
    let migration = datasets::ready(migrated(&[&manifest, &forgotten, &actor("A", "A")]));
    let text = std::str::from_utf8(migration.files()[0].content()).unwrap();
    assert_eq!(
        text,
        format!(
            "{manifest}\n{}\n{}\n",
            forgotten.replace("\"language\":\"en\"", "\"languages\":[\"en\"]"),
            actor("A", "A")
        )
    );
    // What may be of either format is of that of its file.
    let vague = actor("stated", "inferred").replace("}]}}", "}]},\"note\":\"The page implies it.\"}");
    let migration = datasets::ready(migrated(&[&manifest, &forgotten, &vague]));
    assert!(migration.report().codes().contains_key("inferred-or-read"));
    let clear = actor("armed-group", "company").replace("actor/a", "actor/b");
    let migration = datasets::ready(migrated(&[&manifest, &forgotten, &vague, &clear]));
    assert_eq!(migration.report().codes(), [].into());
    let told = MANIFEST.replace("\"title\"", "\"format\":\"0.1\",\"title\"");
    let migration = datasets::ready(migrated(&[&told, SOURCE, &actor("A", "A")]));
    assert!(migration.files()[0].content().starts_with(manifest.as_bytes()));
}

#[test]
fn bytes_in_memory_have_no_file_to_be_written() {
    let migration = datasets::ready(migrated(&[MANIFEST, SOURCE, &actor("A", "A")]));
    assert!(matches!(migration.write(), Err(Error::NoFile { .. })));
    let elsewhere = tempfile::tempdir().unwrap().path().join("new");
    assert!(matches!(migration.write_to::<&str>(&elsewhere, &[]), Err(Error::NoFile { .. })));
}

#[test]
fn a_waiver_of_a_code_that_is_no_more_is_told_in_the_note() {
    let waived = actor(
        "}]}}",
        r#"}]},"note":"A note.","allow":[{"code":"one-sided-contradiction","why":"It is."},{"code":"undated-strength","why":"So."}]}"#,
    );
    let migration = datasets::ready(migrated(&[MANIFEST, SOURCE, &waived]));
    let text = std::str::from_utf8(migration.files()[0].content()).unwrap();
    assert!(text.contains(r#""note":"A note. In format 0.1 the finding `one-sided-contradiction` was waived: It is.","allow":[{"code":"undated-strength","why":"So."}]"#), "{text}");
    let report = Validation::new().run([Input::bytes("d.ndjson", text.to_owned())]).unwrap();
    assert!(report.is_valid(), "{report:?}");
}
