//! Records renamed, retracted and written in one form.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

use std::{fs, path::Path};

use serde_json::Value;
use standpoint_edit::{Edited, EditedFile, Error, LEAST_LIKENESS, format, propose_identities, rename, retract};
use standpoint_model::{Dataset, RecordId, Status, Text};
use standpoint_validate::{Input, Validation};
use tempfile::TempDir;

/// A copy of a fixture.
fn copy(name: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures").join(name);
    for entry in fs::read_dir(fixture).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_file()) {
        fs::copy(entry.path(), folder.path().join(entry.file_name())).unwrap();
    }
    folder
}

fn load(folder: &Path) -> Dataset {
    let loaded = Validation::new().load([folder]).unwrap();
    assert!(loaded.report.is_valid(), "{:?}", loaded.report.diagnostics());
    loaded.into_dataset().unwrap()
}

fn id(id: &str) -> RecordId {
    RecordId::new(id).unwrap()
}

fn text(edited: &Edited, file: usize) -> &str {
    std::str::from_utf8(edited.files()[file].content()).unwrap()
}

fn lines(lines: &[&str]) -> [Input; 1] {
    [Input::bytes("d.ndjson", lines.join("\n"))]
}

const SOURCE: &str = r#"{"kind":"source","id":"source/page","type":"web-page","title":"A page"}"#;

#[test]
fn a_record_has_its_new_id_wherever_it_was_named() {
    let folder = copy("iskp");
    let before = load(folder.path());
    rename([folder.path()], &id("actor/iskp"), &id("actor/khorasan-province")).unwrap().write().unwrap();
    let after = load(folder.path());
    let named = |dataset: &Dataset, id: &str| {
        let all = dataset.all_records().iter();
        all.map(|record| record.references().iter().filter(|reference| reference.id == id).count()).sum::<usize>()
    };
    assert!(named(&before, "actor/iskp") > 50);
    // The identity names both, the old one as it was before.
    assert_eq!(named(&after, "actor/iskp"), 1);
    assert_eq!(named(&after, "actor/khorasan-province"), named(&before, "actor/iskp") + 1);
    let fields =
        |dataset: &Dataset, id: &str| serde_json::to_string(dataset.all_records()).unwrap().matches(id).count();
    assert_eq!(fields(&after, "[actor/iskp]"), 0);
    assert_eq!(fields(&after, "[actor/khorasan-province]"), fields(&before, "[actor/iskp]"));
    assert_eq!(after.united().lead_of("actor/iskp"), "actor/khorasan-province");
    assert_eq!(after.all_records().len(), before.all_records().len() + 1);
}

#[test]
fn what_cannot_be_renamed_is_told() {
    let place = r#"{"kind":"identity","id":"identity/i","members":["source/page","source/other"],"verdict":"same","how":"renamed"}"#;
    let renamed = |old: &str, new: &str| rename(lines(&[SOURCE, place]), &id(old), &id(new)).unwrap_err();
    assert!(matches!(renamed("source/none", "source/new"), Error::NotThere { .. }));
    assert!(matches!(renamed("source/page", "actor/page"), Error::OtherKind { .. }));
    assert!(matches!(renamed("source/page", "source/page"), Error::Taken { .. }));
    assert!(matches!(renamed("source/page", "source/other"), Error::Taken { .. }));
    let invalid = [Input::bytes("d.json", r#"{"kind":"source","id":"source/page"}"#)];
    assert!(matches!(rename(invalid, &id("source/page"), &id("source/new")), Err(Error::NoRecord { .. })));
    let commented = [Input::bytes("d.json", "// A page.\n{}")];
    assert!(matches!(rename(commented, &id("source/page"), &id("source/new")), Err(Error::NotJson { .. })));
}

#[test]
fn the_identity_is_added_as_the_file_is_laid_out() {
    let renamed = |name: &str, text: &str| {
        let edited = rename([Input::bytes(name, text.to_owned())], &id("source/page"), &id("source/new")).unwrap();
        self::text(&edited, 0).to_owned()
    };
    let (identity, source) = (
        r#"{"kind":"identity","id":"identity/page-renamed","members":["source/new","source/page"],"verdict":"same","how":"renamed"}"#,
        SOURCE.replace("source/page", "source/new"),
    );
    assert_eq!(renamed("d.ndjson", &format!("{SOURCE}\n")), format!("{source}\n{identity}\n"));
    assert_eq!(renamed("d.ndjson", SOURCE), format!("{source}\n{identity}"));
    assert_eq!(renamed("d.json", &format!("[{SOURCE}]")), format!("[{source}, {identity}]"));
    assert_eq!(renamed("d.json", SOURCE), format!("[{source},\n{identity}]"));
    let pretty = |text: &str| format!("{:#}", serde_json::from_str::<Value>(text).unwrap());
    let list = pretty(&format!("[{SOURCE}]"));
    assert_eq!(renamed("d.json", &list), pretty(&format!("[{source},{identity}]")));
    assert_eq!(
        renamed("d.json", &list.replace('\n', "\r\n")),
        pretty(&format!("[{source},{identity}]")).replace('\n', "\r\n")
    );
    // Several records that were renamed alike have identities of their own.
    let place = r#"{"kind":"place","id":"place/page","type":"city","name":"Page","basis":{"modality":"stated","evidence":[{"source":"source/page","locator":"1"}]}}"#;
    let first = rename(lines(&[SOURCE, place]), &id("source/page"), &id("source/new")).unwrap();
    let second =
        rename([Input::bytes("d.ndjson", text(&first, 0).to_owned())], &id("place/page"), &id("place/new")).unwrap();
    assert!(text(&second, 0).contains(r#""id":"identity/page-renamed-2""#));
    let long = format!("source/{}", "a".repeat(190));
    let renamed = rename(lines(&[&SOURCE.replace("source/page", &long)]), &id(&long), &id("source/new")).unwrap();
    assert!(
        Validation::new()
            .run([Input::bytes("d.ndjson", text(&renamed, 0).to_owned())])
            .unwrap()
            .diagnostics()
            .iter()
            .all(|found| found.code.name == "missing-manifest" || found.code.name == "uncited-source")
    );
}

#[test]
fn a_record_is_retracted_with_its_reason() {
    let folder = copy("iskp");
    let why = Text::new("The page says it of another group.").unwrap();
    let before = load(folder.path());
    let (with_note, without) = (
        before
            .all_records()
            .iter()
            .find(|record| record.note().is_some() && record.kind().as_str() == "statement")
            .unwrap(),
        before
            .all_records()
            .iter()
            .find(|record| record.note().is_none() && record.kind().as_str() == "statement")
            .unwrap(),
    );
    for record in [with_note, without] {
        retract([folder.path()], &id(record.id()), &why).unwrap().write().unwrap();
    }
    let after = load(folder.path());
    let after = |id: &str| after.resolve(id).unwrap();
    assert_eq!(after(with_note.id()).status(), Status::Retracted);
    assert_eq!(after(with_note.id()).note().unwrap().as_str(), format!("{} {why}", with_note.note().unwrap()));
    assert_eq!(after(without.id()).note(), Some(&why));
    // The file is as if somebody who writes records in the usual order had written it.
    assert_eq!(format([folder.path()]).unwrap().records(), 0);
    let again = retract([folder.path()], &id(without.id()), &why);
    assert!(matches!(again, Err(Error::Retracted { .. })));
}

#[test]
fn the_fixtures_are_in_the_one_form_and_it_changes_no_value() {
    for name in ["iskp", "doha", "example"] {
        let folder = copy(name);
        assert!(format([folder.path()]).unwrap().files().iter().all(|file| !file.is_changed()), "{name}");
        let before = load(folder.path());
        for file in fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()) {
            // Other white space, other line ends and fields in another order.
            let value: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
            fs::write(&file, format!("\u{FEFF}{}\r\n\r\n", turned(value))).unwrap();
        }
        let edited = format([folder.path()]).unwrap();
        assert!(edited.files().iter().all(EditedFile::is_changed), "{name}");
        edited.write().unwrap();
        assert_eq!(load(folder.path()), before);
        for entry in fs::read_dir(folder.path()).unwrap().map(Result::unwrap) {
            let fixture =
                Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures").join(name).join(entry.file_name());
            assert_eq!(fs::read_to_string(entry.path()).unwrap(), fs::read_to_string(fixture).unwrap());
        }
    }
}

/// The same with the fields of all objects in the opposite order.
fn turned(value: Value) -> Value {
    match value {
        Value::Object(fields) => fields.into_iter().rev().map(|(name, value)| (name, turned(value))).collect(),
        Value::Array(items) => items.into_iter().map(turned).collect(),
        other => other,
    }
}

#[test]
fn records_by_lines_stay_so_and_what_is_unknown_comes_last() {
    let odd = r#" { "more": [1, {"b":1,"a":2}], "title":"é\u00e9", "kind":"source", "id":"source/page" } "#;
    let edited = format([Input::bytes("d.ndjson", format!("\n{odd}\n\n{{\"kind\":\"actors\",\"id\":1}}"))]).unwrap();
    let expected = concat!(
        r#"{"kind":"source","id":"source/page","title":"éé","more":[1,{"b":1,"a":2}]}"#,
        "\n",
        r#"{"kind":"actors","id":1}"#,
        "\n"
    );
    assert_eq!(text(&edited, 0), expected);
    assert_eq!(text(&format([Input::bytes("d.json", "[ ]")]).unwrap(), 0), "[]\n");
    assert!(matches!(format([Input::bytes("d.json", "{} // one")]), Err(Error::NotJson { .. })));
}

#[test]
fn proposals_are_written_once_and_leave_the_records_valid() {
    let folder = copy("example");
    let file = folder.path().join("records.json");
    let before = fs::read_to_string(&file).unwrap();
    let front = r#""id": "actor/northern-front","#;
    assert!(before.contains(front));
    let at = before.find(front).unwrap();
    let start = before[..at].rfind('{').unwrap();
    let record: Value = serde_json::Deserializer::from_str(&before[start..]).into_iter().next().unwrap().unwrap();
    let mut twin = record;
    twin["id"] = "actor/front-of-others".into();
    let with_twin = format!("{}{twin},\n  {}", &before[..start], &before[start..]);
    fs::write(&file, &with_twin).unwrap();
    let proposals = propose_identities([folder.path()], LEAST_LIKENESS).unwrap();
    let found = &proposals.found[0];
    assert_eq!(
        (found.members[0].id.as_str(), found.members[1].id.as_str()),
        ("actor/front-of-others", "actor/northern-front")
    );
    assert_eq!(fs::read_to_string(&file).unwrap(), with_twin);
    proposals.edited.write().unwrap();
    let after = fs::read_to_string(&file).unwrap();
    let is_kept = |line: &str| after.contains(line.trim_end_matches(','));
    assert!(with_twin.lines().all(is_kept));
    load(folder.path());
    assert_eq!(propose_identities([folder.path()], LEAST_LIKENESS).unwrap().found.len(), 0);
}
