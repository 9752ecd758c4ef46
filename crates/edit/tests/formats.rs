//! Of which format the records are: only their manifest can tell, and it tells of them all.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

mod datasets;

use std::{fs, path::Path};

use standpoint_edit::{Migrate, Migrated, Refusal};
use standpoint_report::{RENDERERS, Style};
use standpoint_validate::{Input, Validation};
use tempfile::TempDir;

const MANIFEST: &str = r#"{"kind":"dataset","id":"dataset/d","title":"D","version":"1.0.0","license":"CC0-1.0","publisher":"P","base_iri":"https://example.org/","created":"2023"}"#;
const SOURCE: &str = r#"{"kind":"source","id":"source/page","title":"A page","type":"web-page"}"#;
const ACTOR: &str = r#"{"kind":"actor","id":"actor/a","type":"armed-group","name":"A","basis":{"modality":"inferred","evidence":[{"source":"source/page","locator":"1"}]},"note":"The page implies it."}"#;

/// The manifest, naming a format.
fn naming(format: &str) -> String {
    MANIFEST.replace("\"title\"", &format!("\"format\":{format},\"title\""))
}

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in files {
        let file = folder.path().join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    folder
}

/// Why a migration is refused, each finding in one line.
fn refused(migrated: Migrated) -> (Refusal, String) {
    let Migrated::Refused { cause, report } = migrated else { panic!("{migrated:?}") };
    let mut text = Vec::new();
    RENDERERS[1].write(&report, Style::default(), &mut text).unwrap();
    (cause, String::from_utf8(text).unwrap())
}

fn refused_lines(lines: &[&str]) -> (Refusal, String) {
    refused(Migrate::new().run([Input::bytes("d.ndjson", lines.join("\n") + "\n")]).unwrap())
}

#[test]
fn a_format_that_nobody_knows_is_all_that_is_said() {
    for format in [r#""0.3""#, r#""""#, "null", "0.2"] {
        let (cause, text) = refused_lines(&[&naming(format), SOURCE, ACTOR]);
        let said = format!(
            "d.ndjson:1:45: error[unclear-format]: this version knows no format {format}; it brings 0.1 to 0.2\n"
        );
        assert_eq!((cause, text), (Refusal::UnknownFormat, said));
    }
}

#[test]
fn manifests_of_two_formats_are_told_apart() {
    let other = naming("\"0.2\"").replace("dataset/d", "dataset/other");
    let (cause, text) = refused_lines(&[MANIFEST, SOURCE, &other, ACTOR]);
    let said = "d.ndjson:1:24: error[unclear-format]: this manifest says that the records are of format 0.1, and \
                \"dataset/other\" that they are of 0.2\n";
    assert_eq!((cause, &*text), (Refusal::TwoFormats, said));
}

#[test]
fn records_without_a_manifest_are_of_no_format() {
    let (cause, text) = refused_lines(&[SOURCE, ACTOR]);
    let said = "error[unclear-format]: no manifest says of which format these records are\n";
    assert_eq!((cause, &*text), (Refusal::NoManifest, said));
}

#[test]
fn a_manifest_does_not_come_forward_without_its_records() {
    let migrate = |folder: &Path, names: &[&str]| {
        refused(Migrate::new().run(names.iter().map(|name| folder.join(name))).unwrap())
    };
    let files = [("dataset.json", MANIFEST), ("sources.json", SOURCE), ("deep/actors.json", ACTOR)];
    let dataset = folder(&files);
    let (cause, text) = migrate(dataset.path(), &["dataset.json"]);
    assert_eq!(cause, Refusal::LeftBehind);
    assert!(text.contains("dataset.json:1:24: error[records-left-behind]: "), "{text}");
    let (cause, text) = migrate(dataset.path(), &["dataset.json", "sources.json"]);
    assert_eq!(cause, Refusal::LeftBehind);
    let left = dataset.path().join("deep").join("actors.json");
    assert!(text.contains(&format!("and those of `{}` would still be of 0.1", left.display())), "{text}");
    for (name, text) in files {
        assert_eq!(fs::read_to_string(dataset.path().join(name)).unwrap(), text);
    }
    let all = Migrate::new().run(files.map(|(name, _)| dataset.path().join(name))).unwrap();
    assert!(datasets::ready(all).files().iter().any(standpoint_edit::EditedFile::is_changed));
}

#[test]
fn whatever_belongs_to_no_dataset_or_to_another_is_not_left_behind() {
    let other = MANIFEST.replace("dataset/d", "dataset/other");
    let dataset = folder(&[
        ("d.ndjson", &format!("{MANIFEST}\n{SOURCE}\n{ACTOR}\n")),
        ("e.ndjson", &format!("{other}\n{SOURCE}\n{ACTOR}\n")),
        ("other/dataset.json", &other),
        ("other/deep/actors.json", ACTOR),
        ("package.json", r#"{"name":"p"}"#),
        ("broken.json", "{"),
    ]);
    datasets::ready(Migrate::new().run([dataset.path().join("d.ndjson")]).unwrap());
}

#[test]
fn a_byte_order_mark_goes() {
    let file = "d.ndjson";
    let text = format!("\u{FEFF}{MANIFEST}\n{SOURCE}\n");
    let dataset = folder(&[(file, &text), ("plain.json", &format!("\u{FEFF}{ACTOR}\n"))]);
    let migration = datasets::migration(dataset.path());
    assert!(migration.counts().iter().any(|count| count.times == 2 && count.about.contains("byte order mark")));
    migration.write().unwrap();
    assert!(!fs::read_to_string(dataset.path().join(file)).unwrap().starts_with('\u{FEFF}'));
    assert!(Validation::new().run([dataset.path()]).unwrap().is_valid());
    // Where somebody else put one meanwhile, the file is not the one that was read.
    let dataset = folder(&[(file, &text[3..]), ("actor.json", ACTOR)]);
    let migration = datasets::migration(dataset.path());
    fs::write(dataset.path().join(file), &text).unwrap();
    assert!(migration.write().is_err());
}

#[test]
fn lines_end_as_they_did() {
    for name in datasets::NAMES {
        let copy = datasets::copy(name);
        let files = datasets::files(copy.path()).into_iter().map(|(file, _)| file);
        for file in files.filter(|file| file.extension().is_some_and(|extension| extension == "json")) {
            let file = copy.path().join(file);
            let text = fs::read_to_string(&file).unwrap();
            fs::write(&file, text.replace('\n', "\r\n")).unwrap();
        }
        let migration = datasets::migration(copy.path());
        for file in migration.files() {
            let text = std::str::from_utf8(file.content()).unwrap();
            assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "{name}: {}", file.path().display());
        }
    }
}

#[test]
fn whatever_is_kept_as_a_coding_is_summed_up_by_field() {
    let event = |number: usize| {
        let when = format!("{}-{:02}-{:02}", 2000 + number / 336, number / 28 % 12 + 1, number % 28 + 1);
        let role = if number.is_multiple_of(2) { "agent" } else { "affected" };
        format!(
            r#"{{"kind":"event","id":"event/e{number}","type":"attack","title":"E","when":"{when}","participants":[{{"actor":"actor/a","role":"{role}"}}],"basis":{{"modality":"stated","evidence":[{{"source":"source/page","locator":"1"}}]}}}}"#
        )
    };
    let mut lines = vec![MANIFEST.to_owned(), SOURCE.into(), ACTOR.replace("inferred", "stated")];
    lines.extend((0..1000).map(event));
    let migration = datasets::ready(Migrate::new().run([Input::bytes("d.ndjson", lines.join("\n"))]).unwrap());
    let kept: Vec<&str> =
        migration.report().diagnostics().iter().map(|diagnostic| diagnostic.message.as_str()).collect();
    assert_eq!(
        kept,
        [
            "`agent` became `initiator`; the old word is kept as a coding; 999 more values of `participants.role` are kept, such \
          as in `event/e1` and `event/e2`"
        ]
    );
}
