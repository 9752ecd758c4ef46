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
};

use tempfile::TempDir;

use common::{err, out, root, standpoint};

fn frozen() -> PathBuf {
    root().join("crates/edit/tests/fixtures/0.1/example")
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
    let again = standpoint(&["migrate", text(&frozen()), "--to", text(&new)]);
    assert_eq!(again.status.code(), Some(2));
    assert!(err(&again).contains("is there already and is not an empty folder"), "{}", err(&again));
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
