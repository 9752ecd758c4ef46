//! Every `console` block of the documents shows what its commands print.
//!
//! `BLESS=1 cargo test -p standpoint --test documents` rewrites the blocks.

// A shell runs the commands.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// What a shell at the top of the workspace prints, standard error included.
fn run(command: &str) -> String {
    let folder = Path::new(env!("CARGO_BIN_EXE_standpoint")).parent().unwrap();
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap());
    let output = Command::new("sh")
        .args(["-c", &format!("{command} 2>&1")])
        .current_dir(root())
        .env("PATH", path)
        .env_remove("CLICOLOR_FORCE")
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// The document with the output of each command after it.
fn filled(document: &str) -> String {
    let mut filled = String::new();
    let mut in_console = false;
    for line in document.lines() {
        if line.starts_with("```") {
            in_console = line == "```console";
        } else if in_console && !line.starts_with("$ ") {
            continue;
        }
        filled.push_str(line);
        filled.push('\n');
        if let Some(command) = line.strip_prefix("$ ").filter(|_| in_console) {
            filled.push_str(run(command).trim_end());
            filled.push('\n');
        }
    }
    filled.replace("\n\n```\n", "\n```\n")
}

fn check(name: &str) {
    let path = root().join(name);
    let document = fs::read_to_string(&path).unwrap();
    assert!(document.contains("```console"), "{name} shows no command");
    let filled = filled(&document);
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, filled).unwrap();
    } else {
        assert_eq!(document, filled, "{name}: run with BLESS=1 to rewrite the blocks");
    }
}

#[test]
fn readme() {
    check("README.md");
}

#[test]
fn contributing() {
    check("CONTRIBUTING.md");
}

#[test]
fn changes() {
    check("docs/changes.md");
}

#[test]
fn agreement() {
    check("docs/agreement.md");
}

#[test]
fn in_git() {
    check("docs/in-git.md");
}

#[test]
fn identity() {
    check("docs/identity.md");
}

#[test]
fn validation() {
    check("docs/validation.md");
}

#[test]
fn exports() {
    check("docs/exports.md");
}

#[test]
fn new_records() {
    check("docs/new.md");
}

#[test]
fn spreadsheets() {
    check("docs/spreadsheets.md");
}

#[test]
fn migration() {
    check("docs/migrate.md");
}

#[test]
fn the_guide_shows_a_configuration_that_is_read() {
    let guide = fs::read_to_string(root().join("docs/validation.md")).unwrap();
    let (_, rest) = guide.split_once("```toml\n").unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("standpoint.toml");
    fs::write(&path, rest.split("```").next().unwrap()).unwrap();
    let config = standpoint_validate::Config::read(&path).unwrap();
    let data = root().join("fixtures/invalid/unreferenced-record");
    assert_eq!(standpoint_validate::validate(&[data], config.levels()).unwrap().diagnostics(), []);
}

#[test]
fn the_readme_shows_the_example_of_the_model() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let example = fs::read_to_string(root().join("crates/model/examples/adversaries.rs")).unwrap();
    let (_, code) = example.split_once("\n\n").unwrap();
    assert!(readme.contains(&format!("```rust\n{code}```")), "the README shows another example");
}
