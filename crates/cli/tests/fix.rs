//! Levels that a configuration gives, findings that records waive, and files that are fixed: as a user runs them.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

mod common;

use std::{
    fs,
    path::PathBuf,
    process::{Command, Stdio},
};

use tempfile::TempDir;

use common::{err, out, root, standpoint};

/// A folder with a source that nobody cites and a configuration.
fn configured(config: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    for file in ["context.ndjson", "record.json"] {
        fs::copy(root().join("fixtures/invalid/uncited-source").join(file), folder.path().join(file)).unwrap();
    }
    fs::write(folder.path().join("standpoint.toml"), config).unwrap();
    folder
}

#[test]
fn a_configuration_beside_the_data_gives_levels_and_the_command_line_goes_before_it() {
    let folder = configured("[levels]\nuncited-source = \"note\"\n");
    let path = folder.path().to_str().unwrap();
    let file = folder.path().join("standpoint.toml");
    let found = standpoint(&["validate", path]);
    assert_eq!(found.status.code(), Some(0));
    assert!(out(&found).contains("note[uncited-source]") && out(&found).ends_with("1 note\n"), "{}", out(&found));
    assert!(out(&found).contains("standpoint.toml\n") && !out(&found).contains("passed over"), "{}", out(&found));
    assert_eq!(standpoint(&["validate", path, "--deny", "uncited-source"]).status.code(), Some(1));
    assert!(out(&standpoint(&["validate", path, "--allow", "uncited-source"])).ends_with("no findings\n"));
    assert_eq!(standpoint(&["validate", path, "--no-config"]).status.code(), Some(1));
    let elsewhere = TempDir::new().unwrap();
    let other = elsewhere.path().join("other.toml");
    fs::rename(&file, &other).unwrap();
    assert_eq!(standpoint(&["validate", path]).status.code(), Some(1));
    let other = other.to_str().unwrap();
    assert_eq!(standpoint(&["validate", path, "--config", other]).status.code(), Some(0));
    assert_eq!(standpoint(&["validate", path, "--config", other, "--no-config"]).status.code(), Some(2));
    assert_eq!(standpoint(&["export", "json", path, "--config", other]).status.code(), Some(0));
    let sources = root().join("fixtures/example/sources");
    let verify = ["verify", path, "--sources", sources.to_str().unwrap(), "--config", other];
    assert_eq!(standpoint(&verify).status.code(), Some(0));
}

#[test]
fn a_configuration_that_asks_for_what_there_is_not_is_a_failure() {
    let folder = configured("[levels]\nuncitd-source = \"note\"\n");
    let file = fs::canonicalize(folder.path()).unwrap().join("standpoint.toml");
    let failure = standpoint(&["validate", folder.path().to_str().unwrap()]);
    assert_eq!((failure.status.code(), out(&failure)), (Some(2), ""));
    let message =
        format!("error: {}:2:1: there is no code `uncitd-source`; did you mean `uncited-source`?\n", file.display());
    assert_eq!(err(&failure), message);
    assert_eq!(standpoint(&["validate", "fixtures/iskp", "--config", "no/such/file"]).status.code(), Some(2));
}

#[test]
fn what_records_waive_is_counted() {
    let folder = configured("");
    let path = folder.path().to_str().unwrap();
    let file = folder.path().join("record.json");
    let waived = fs::read_to_string(&file).unwrap().replace(
        "\"web-page\"",
        "\"web-page\",\n  \"allow\": [{ \"code\": \"uncited-source\", \"why\": \"It is listed.\" }]",
    );
    fs::write(&file, waived).unwrap();
    let found = standpoint(&["validate", path]);
    assert_eq!(found.status.code(), Some(0));
    assert!(out(&found).ends_with("no findings, 1 waived\n"), "{}", out(&found));
    let json: serde_json::Value =
        serde_json::from_slice(&standpoint(&["validate", path, "--format", "json"]).stdout).unwrap();
    assert_eq!(json["summary"]["waived"], 1);
}

/// A folder with a valid dataset but for a word in capitals, and the file with that word.
fn fixable() -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("records.json");
    let text = fs::read_to_string(root().join("fixtures/example/records.json")).unwrap();
    fs::write(&file, text.replacen("\"stated\"", "\"Stated\"", 1)).unwrap();
    (folder, file)
}

#[test]
fn files_are_fixed_only_if_asked_for_and_shown_first() {
    let (folder, file) = fixable();
    let path = folder.path().to_str().unwrap();
    let before = fs::read_to_string(&file).unwrap();
    let found = standpoint(&["validate", path]);
    assert_eq!(found.status.code(), Some(1));
    assert!(out(&found).contains("  = help: can be fixed by `--fix`\n"), "{}", out(&found));
    let shown = standpoint(&["validate", path, "--fix", "--dry-run"]);
    assert_eq!(shown.status.code(), Some(1));
    assert!(out(&shown).starts_with(&format!("--- {}\n+++ ", file.display())), "{}", out(&shown));
    assert!(out(&shown).contains("\n1 fix to make in 1 file; nothing was written, "), "{}", out(&shown));
    assert_eq!(fs::read_to_string(&file).unwrap(), before);
    let fixed = standpoint(&["validate", path, "--fix"]);
    assert_eq!((fixed.status.code(), err(&fixed)), (Some(0), ""));
    assert!(out(&fixed).contains("\n1 fix made in 1 file; this is left:\n"), "{}", out(&fixed));
    assert!(out(&fixed).ends_with("no findings\n"), "{}", out(&fixed));
    assert_eq!(fs::read_to_string(&file).unwrap(), before.replace("\"Stated\"", "\"stated\""));
    let again = standpoint(&["validate", path, "--fix"]);
    assert_eq!(again.status.code(), Some(0));
    assert!(out(&again).starts_with("nothing to fix\n"), "{}", out(&again));
}

#[test]
fn a_program_gets_the_report_and_the_diff_goes_elsewhere() {
    let (folder, file) = fixable();
    let fixed = standpoint(&["validate", folder.path().to_str().unwrap(), "--fix", "--format", "json"]);
    assert_eq!(fixed.status.code(), Some(0));
    let report: serde_json::Value = serde_json::from_slice(&fixed.stdout).unwrap();
    assert_eq!(report["diagnostics"], serde_json::json!([]));
    assert!(err(&fixed).starts_with(&format!("--- {}\n", file.display())), "{}", err(&fixed));
}

#[test]
fn what_cannot_be_fixed_is_a_failure() {
    let (folder, file) = fixable();
    let path = folder.path().to_str().unwrap();
    assert_eq!(standpoint(&["validate", path, "--dry-run"]).status.code(), Some(2));
    let mut permissions = fs::metadata(&file).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&file, permissions).unwrap();
    let before = fs::read(&file).unwrap();
    let refused = standpoint(&["validate", path, "--fix"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(err(&refused).starts_with(&format!("error: cannot write `{}`: ", file.display())), "{}", err(&refused));
    assert_eq!(fs::read(&file).unwrap(), before);
    assert_eq!(standpoint(&["validate", path, "--fix", "--dry-run"]).status.code(), Some(1));
}

#[test]
fn standard_input_takes_the_levels_of_the_working_folder_and_is_not_fixed() {
    let folder = configured("[levels]\nuncited-source = \"note\"\n");
    let run = |arguments: &[&str]| {
        let records = fs::File::open(folder.path().join("record.json")).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_standpoint"));
        command.args(arguments).current_dir(folder.path()).stdin(Stdio::from(records)).output().unwrap()
    };
    let found = run(&["validate", "-", "context.ndjson"]);
    assert_eq!(found.status.code(), Some(0), "{}{}", out(&found), err(&found));
    assert!(out(&found).contains("note[uncited-source]"), "{}", out(&found));
    let refused = run(&["validate", "-", "--fix"]);
    assert_eq!((refused.status.code(), out(&refused)), (Some(2), ""));
    assert!(err(&refused).contains("`<stdin>` cannot be fixed"), "{}", err(&refused));
}
