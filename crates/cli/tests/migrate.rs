//! Records of format 0.1 come forward: as a user does it.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

mod common;

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use tempfile::TempDir;

use common::{err, out, root, standpoint};

fn frozen() -> PathBuf {
    root().join("fixtures/0.1/example")
}

/// A folder with a dataset of format 0.1, and its one file.
fn copy() -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("records.json");
    fs::copy(frozen().join("records.json"), &file).unwrap();
    (folder, file)
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn a_dataset_comes_forward_in_its_files_once() {
    let (folder, file) = copy();
    let before = fs::read_to_string(&file).unwrap();
    let shown = standpoint(&["migrate", text(folder.path()), "--dry-run"]);
    assert_eq!(shown.status.code(), Some(1), "{}", err(&shown));
    assert!(
        out(&shown).ends_with("1 file would change; nothing was written; 3 notes above, at the places as they were\n")
    );
    assert_eq!(fs::read_to_string(&file).unwrap(), before);
    let done = standpoint(&["migrate", text(folder.path())]);
    assert_eq!((done.status.code(), err(&done)), (Some(0), ""));
    let place = format!("{}:51:19: note[inferred-or-read]: ", file.display());
    assert!(out(&done).starts_with(&place), "{}", out(&done));
    assert!(out(&done).contains("        1  a place of an event gets the role `site`\n"), "{}", out(&done));
    assert!(standpoint(&["validate", text(folder.path())]).status.success());
    let after = fs::read_to_string(&file).unwrap();
    let again = standpoint(&["migrate", text(folder.path())]);
    assert_eq!((again.status.code(), out(&again)), (Some(0), "nothing to do: these records are of format 0.2\n"));
    assert_eq!(fs::read_to_string(&file).unwrap(), after);
}

#[test]
fn a_dataset_comes_forward_into_a_new_folder_with_what_lies_beside_it() {
    let folder = TempDir::new().unwrap();
    let new = folder.path().join("new");
    let done = standpoint(&["migrate", text(&frozen()), "--to", text(&new)]);
    assert_eq!((done.status.code(), err(&done)), (Some(0), ""));
    let sources = new.join("sources");
    assert!(standpoint(&["verify", text(&new), "--sources", text(&sources)]).status.success());
    for dry in [&[][..], &["--dry-run"]] {
        let again = standpoint(&[&["migrate", text(&frozen()), "--to", text(&new)], dry].concat());
        assert_eq!((again.status.code(), out(&again)), (Some(2), ""));
        assert!(err(&again).contains("which would be removed; name another folder"), "{}", err(&again));
    }
}

#[test]
fn what_is_wrong_is_underlined_and_nothing_is_written() {
    let (folder, file) = copy();
    let broken = fs::read_to_string(&file).unwrap().replacen("\"armed-group\"", "\"armed-grop\"", 1);
    fs::write(&file, &broken).unwrap();
    let refused = standpoint(&["migrate", text(folder.path())]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(out(&refused).contains("\"armed-grop\"") && out(&refused).contains("^^^^"), "{}", out(&refused));
    assert_eq!(err(&refused), "these records are not valid in format 0.1, so nothing was written\n");
    assert_eq!(fs::read_to_string(&file).unwrap(), broken);
    let json = standpoint(&["migrate", text(folder.path()), "--format", "json"]);
    assert!(serde_json::from_str::<serde_json::Value>(out(&json)).is_ok());
}

#[test]
fn the_notes_have_pages() {
    let page = standpoint(&["explain", "negotiation-or-agreement"]);
    assert!(out(&page).starts_with("# negotiation-or-agreement\n"));
    assert!(out(&standpoint(&["explain"])).contains("\nnegotiation-or-agreement "));
}

#[test]
fn a_dataset_that_is_half_new_is_refused_and_comes_forward_once_its_manifest_is_new() {
    let (folder, file) = copy();
    let records: Vec<serde_json::Value> = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    let evidence = records.iter().find_map(|record| record["basis"].get("evidence")).unwrap();
    let new = format!(
        r#"{{"kind":"issue","id":"issue/self-rule","title":"Self-rule","basis":{{"modality":"stated","evidence":{evidence}}}}}"#
    );
    fs::write(folder.path().join("new.ndjson"), format!("{new}\n")).unwrap();
    let refused = standpoint(&["migrate", text(folder.path()), "--format", "concise"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        out(&refused).contains("new.ndjson:1:22: error[not-format-0-1]: this record is of format 0.2 already"),
        "{}",
        out(&refused)
    );
    let told = fs::read_to_string(&file).unwrap().replacen("\"id\"", "\"format\": \"0.2\",\n    \"id\"", 1);
    fs::write(&file, told).unwrap();
    let done = standpoint(&["migrate", text(folder.path())]);
    assert_eq!(done.status.code(), Some(0), "{}{}", out(&done), err(&done));
    assert!(out(&done).contains("1 file brought to format 0.2"), "{}", out(&done));
    assert_eq!(fs::read_to_string(folder.path().join("new.ndjson")).unwrap(), format!("{new}\n"));
}

#[test]
fn what_is_not_written_is_said() {
    let (folder, _) = copy();
    assert!(standpoint(&["migrate", text(folder.path())]).status.success());
    let new = folder.path().with_extension("new");
    let nothing = standpoint(&["migrate", text(folder.path()), "--to", text(&new)]);
    let said = format!("nothing to do: these records are of format 0.2; `{}` was not written\n", new.display());
    assert_eq!((nothing.status.code(), out(&nothing)), (Some(0), said.as_str()));
    assert!(!new.exists());
}

#[test]
fn standard_input_is_shown_and_not_written() {
    let run = |arguments: &[&str]| {
        let records = fs::File::open(frozen().join("records.json")).unwrap();
        Command::new(env!("CARGO_BIN_EXE_standpoint")).args(arguments).stdin(records).output().unwrap()
    };
    let shown = run(&["migrate", "-", "--dry-run"]);
    assert_eq!(shown.status.code(), Some(1), "{}", err(&shown));
    let refused = run(&["migrate", "-"]);
    assert_eq!((refused.status.code(), out(&refused)), (Some(2), ""));
    assert_eq!(err(&refused), "error: `<stdin>` cannot be written, for it is not a file; name the file itself\n");
}
