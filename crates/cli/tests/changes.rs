//! Records renamed, retracted, put in one form and compared: as a user does it.

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

use common::{err, out, root, standpoint, standpoint_in};

/// A folder with the example in `data`, kept by git, and the file of its records.
fn repository() -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("data/records.json");
    fs::create_dir(folder.path().join("data")).unwrap();
    fs::copy(root().join("fixtures/example/records.json"), &file).unwrap();
    git(folder.path(), &["init", "--quiet"]);
    git(folder.path(), &["add", "--all"]);
    git(
        folder.path(),
        &["-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "--message", "One"],
    );
    (folder, file)
}

fn git(folder: &Path, arguments: &[&str]) {
    let status = Command::new("git").args(arguments).current_dir(folder).status().unwrap();
    assert!(status.success(), "{arguments:?}");
}

#[test]
fn what_was_renamed_retracted_and_disordered_is_read_out_of_a_revision() {
    let (folder, file) = repository();
    let run = |arguments: &[&str]| standpoint_in(folder.path(), b"", arguments);
    let renamed = run(&["rename", "actor/northern-front", "actor/front"]);
    assert!(renamed.status.success(), "{}", err(&renamed));
    assert!(out(&renamed).starts_with("./data/records.json\n`actor/northern-front` is `actor/front` now; "));
    let retracted = run(&["retract", "observation/front-fighters-2019", "--why", "A misprint.", "data"]);
    assert!(out(&retracted).ends_with("`observation/front-fighters-2019` is retracted; 1 record changed in 1 file\n"));
    let diff = run(&["diff", "HEAD:data", "data"]);
    let told = "\
~ actor/front: Northern Front, moved from actor/northern-front
~ observation/front-fighters-2019: fighters actor/front, retracted
    keeping: note: new, “A misprint.”
+ identity/northern-front-renamed: actor/front, actor/northern-front

1 new, 0 gone, 2 changed; the first part of the version number should grow (major)
";
    assert_eq!((out(&diff), err(&diff), diff.status.code()), (told, "", Some(1)));
    assert_eq!(run(&["diff", "HEAD:", "HEAD:data/records.json"]).status.code(), Some(0));
    let spread = fs::read_to_string(&file).unwrap().replace("  ", "\t");
    fs::write(&file, &spread).unwrap();
    assert_eq!(run(&["fmt", "--check", "data"]).status.code(), Some(1));
    assert_eq!(fs::read_to_string(&file).unwrap(), spread);
    assert_eq!(out(&run(&["diff", "HEAD:data", "data"])), told);
    assert_eq!(run(&["fmt", "data"]).status.code(), Some(0));
    assert_eq!(run(&["fmt", "--check", "data"]).status.code(), Some(0));
}

#[test]
fn a_revision_that_is_not_there_is_told() {
    let (folder, _) = repository();
    for (old, cause) in [
        ("nothing:data", "error: cannot read the revision `nothing`: fatal: Not a valid object name nothing\n"),
        ("HEAD:elsewhere", "error: cannot read the revision `HEAD`: `elsewhere` holds no file of records there\n"),
        ("--output=x:data", "error: unexpected argument '--output' found"),
    ] {
        let diff = standpoint_in(folder.path(), b"", &["diff", old, "data"]);
        assert_eq!(diff.status.code(), Some(2), "{old}");
        assert!(err(&diff).starts_with(cause), "{}", err(&diff));
    }
    let disguised = standpoint_in(folder.path(), b"", &["diff", "--", "--output=x:data", "data"]);
    assert!(err(&disguised).starts_with("error: cannot read the revision `--output=x`"), "{}", err(&disguised));
    assert!(!folder.path().join("x").exists());
}

#[test]
fn standard_input_is_a_version_and_programs_read_json() {
    let records = fs::read_to_string(root().join("fixtures/example/records.json")).unwrap();
    let changed = records.replace("\"adversary\"", "\"rival\"");
    let diff = standpoint_in(&root(), changed.as_bytes(), &["diff", "fixtures/example", "-", "--format", "json"]);
    assert_eq!(diff.status.code(), Some(1), "{}", err(&diff));
    let value: serde_json::Value = serde_json::from_str(out(&diff)).unwrap();
    assert_eq!(out(&standpoint(&["diff", "fixtures/example", "fixtures/example"])), "both say the same\n");
    assert_eq!(value["records"][0]["changes"][0]["new"], "rival");
}
