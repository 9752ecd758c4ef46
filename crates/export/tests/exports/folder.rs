//! An export to a folder is whole or not there.

#![expect(clippy::disallowed_methods, reason = "files that an export meets need no care")]

use std::{fs, io, path::Path};

use standpoint_export::{ExportError, Format, Records, Write, export};
use standpoint_files::Error;
use standpoint_model::Dataset;

const TWO_FILES: Format = Format {
    name: "two",
    summary: "",
    extension: "",
    media_type: "text/plain",
    docs: "",
    losses: &[],
    streams: true,
    public: false,
    write: Write::Folder(|_, folder| {
        fs::create_dir(folder.join("below"))?;
        fs::write(folder.join("below/one.txt"), "new")?;
        fs::write(folder.join("two.txt"), "new")
    }),
    read: None,
};

/// Writes one file, then finds the disk full.
const FAILING: Format = Format {
    write: Write::Folder(|_, folder| {
        fs::write(folder.join("two.txt"), "half")?;
        Err(io::ErrorKind::StorageFull.into())
    }),
    ..TWO_FILES
};

fn files(folder: &Path) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = walkdir::WalkDir::new(folder)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let name = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
            (name, fs::read_to_string(entry.path()).unwrap())
        })
        .collect();
    files.sort();
    files
}

fn written(folder: &Path) -> Vec<(String, String)> {
    let file = |name: &str| (folder.join(name).to_str().unwrap().replace('\\', "/"), "new".to_owned());
    vec![file("below/one.txt"), file("two.txt")]
}

fn attempt(format: &Format, path: &Path) -> Result<(), ExportError> {
    export(format, Records::of(&Dataset::default()), path).map(drop)
}

#[test]
fn a_folder_appears_and_takes_the_place_of_an_earlier_export() {
    let parent = tempfile::tempdir().unwrap();
    let out = parent.path().join("out");
    attempt(&TWO_FILES, &out).unwrap();
    assert_eq!(files(parent.path()), written(Path::new("out")));
    fs::write(out.join("two.txt"), "old").unwrap();
    fs::remove_file(out.join("below/one.txt")).unwrap();
    attempt(&TWO_FILES, &out).unwrap();
    assert_eq!(files(parent.path()), written(Path::new("out")));
    let empty = parent.path().join("empty");
    fs::create_dir(&empty).unwrap();
    attempt(&TWO_FILES, &empty).unwrap();
    assert_eq!(files(&empty), written(Path::new("")));
}

#[test]
fn a_file_of_somebody_else_is_not_removed() {
    let parent = tempfile::tempdir().unwrap();
    for stranger in ["thesis.odt", "below/notes.txt"] {
        let out = parent.path().join("out");
        fs::create_dir_all(out.join("below")).unwrap();
        fs::write(out.join(stranger), "mine").unwrap();
        let error = attempt(&TWO_FILES, &out).unwrap_err();
        assert!(
            matches!(&error, ExportError::Write(Error::Stranger { stranger: found, .. }) if found == Path::new(stranger))
        );
        assert!(error.to_string().replace('\\', "/").contains(stranger), "{error}");
        assert_eq!(files(&out), [(stranger.to_owned(), "mine".to_owned())]);
        fs::remove_dir_all(&out).unwrap();
    }
    assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 0);
}

#[test]
fn a_failed_export_leaves_the_old_folder_and_nothing_else() {
    let parent = tempfile::tempdir().unwrap();
    let out = parent.path().join("out");
    let error = attempt(&FAILING, &out).unwrap_err();
    assert!(
        matches!(&error, ExportError::Write(Error::Write { path, cause }) if *path == out && cause.kind() == io::ErrorKind::StorageFull)
    );
    assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 0);
    fs::create_dir(&out).unwrap();
    fs::write(out.join("two.txt"), "old").unwrap();
    attempt(&FAILING, &out).unwrap_err();
    assert_eq!(files(parent.path()), [("out/two.txt".to_owned(), "old".to_owned())]);
}

#[test]
fn a_file_is_no_folder_and_a_missing_parent_is_named() {
    let parent = tempfile::tempdir().unwrap();
    let file = parent.path().join("file");
    fs::write(&file, "").unwrap();
    for path in [file.as_path(), Path::new("/")] {
        let error = attempt(&TWO_FILES, path).unwrap_err();
        assert!(matches!(error, ExportError::Write(Error::NotAFolder { .. } | Error::Stranger { .. })), "{error}");
    }
    let error = attempt(&TWO_FILES, &parent.path().join("missing/out")).unwrap_err();
    assert!(
        matches!(&error, ExportError::Write(Error::Folder { folder, .. }) if folder.ends_with("missing")),
        "{error}"
    );
}

#[test]
fn a_folder_does_not_go_into_a_pipe() {
    let error = TWO_FILES.write_to(Records::of(&Dataset::default()), Vec::new()).unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::Unsupported);
    assert!(error.to_string().contains("`two`"), "{error}");
}
