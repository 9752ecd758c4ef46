//! Files are written all or none, and a folder whole or not at all.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

mod datasets;

use std::{fs, io::Read as _, path::Path};

use standpoint_edit::{Error, Migrate};
use standpoint_validate::Validation;

/// The names of whatever lies in a folder, hidden or not.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_new_folder_holds_the_records_and_what_lies_beside_them() {
    let copy = datasets::copy("example");
    fs::write(copy.path().join("standpoint.toml"), "[levels]\nundated-strength = \"note\"\n").unwrap();
    let before = datasets::files(copy.path());
    let elsewhere = tempfile::tempdir().unwrap();
    let folder = elsewhere.path().join("new");
    datasets::migration(copy.path()).write_to(&folder, &[copy.path()]).unwrap();
    assert_eq!(datasets::files(copy.path()), before);
    assert_eq!(names(&folder), ["records.json", "sources", "standpoint.toml"]);
    assert_eq!(names(&folder.join("sources")), ["report.txt"]);
    assert_eq!(names(elsewhere.path()), ["new"]);
    assert!(Validation::new().run([&folder]).unwrap().is_valid());
    let again = datasets::migration(copy.path()).write_to(&folder, &[copy.path()]);
    assert!(matches!(again, Err(Error::Write(standpoint_files::Error::Stranger { .. }))));
    let inside = datasets::migration(copy.path()).write_to(&copy.path().join("new"), &[copy.path()]);
    assert!(matches!(inside, Err(Error::Inside { .. })));
    let empty = elsewhere.path().join("empty");
    fs::create_dir(&empty).unwrap();
    datasets::migration(copy.path()).write_to(&empty, &[copy.path()]).unwrap();
    assert_eq!(names(&empty), names(&folder));
}

#[test]
fn files_of_one_name_are_not_written_over_one_another() {
    let (one, other) = (datasets::copy("example"), tempfile::tempdir().unwrap());
    fs::write(other.path().join("records.json"), "[]").unwrap();
    let roots = [one.path().join("records.json"), other.path().join("records.json")];
    let migration = datasets::ready(Migrate::new().run(&roots).unwrap());
    let elsewhere = tempfile::tempdir().unwrap();
    let written = migration.write_to(&elsewhere.path().join("new"), &roots);
    assert!(matches!(written, Err(Error::SameName { .. })));
    assert!(names(elsewhere.path()).is_empty());
}

#[test]
fn a_compressed_file_stays_one() {
    let text = fs::read(datasets::folder("example").join("records.json")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut gzip = Vec::new();
    flate2::read::GzEncoder::new(&*text, flate2::Compression::default()).read_to_end(&mut gzip).unwrap();
    let zstandard = zstd::encode_all(&*text, 0).unwrap();
    for (name, bytes) in [("records.json.gz", gzip), ("records.json.zst", zstandard)] {
        let file = folder.path().join(name);
        fs::write(&file, &bytes).unwrap();
        datasets::migration(&file).write().unwrap();
        assert_ne!(fs::read(&file).unwrap(), bytes);
        assert!(Validation::new().run([&file]).unwrap().is_valid());
    }
}

#[test]
fn a_file_that_was_changed_meanwhile_is_left_and_so_are_the_others() {
    let copy = datasets::copy("iskp");
    let migration = datasets::migration(copy.path());
    fs::write(copy.path().join("statements.json"), "[]").unwrap();
    let before = datasets::files(copy.path());
    assert!(matches!(migration.write(), Err(Error::Changed { .. })));
    assert_eq!(datasets::files(copy.path()), before);
}

#[cfg(unix)]
#[test]
fn links_and_write_protected_files_are_left_and_so_are_the_others() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let copy = datasets::copy("iskp");
    let file = copy.path().join("statements.json");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).unwrap();
    let before = datasets::files(copy.path());
    assert!(matches!(
        datasets::migration(copy.path()).write(),
        Err(Error::Write(standpoint_files::Error::Write { .. }))
    ));
    assert_eq!(datasets::files(copy.path()), before);
    let elsewhere = tempfile::tempdir().unwrap();
    let moved = elsewhere.path().join("statements.json");
    fs::rename(&file, &moved).unwrap();
    symlink(&moved, &file).unwrap();
    assert!(matches!(datasets::migration(copy.path()).write(), Err(Error::Linked { .. })));
    assert_eq!(datasets::files(elsewhere.path()).len(), 1);
}

#[cfg(unix)]
#[test]
fn permissions_stay_and_nothing_is_left_beside() {
    use std::os::unix::fs::PermissionsExt as _;
    let copy = datasets::copy("iskp");
    let (file, before) = (copy.path().join("events.json"), names(copy.path()));
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    datasets::migration(copy.path()).write().unwrap();
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
    assert_eq!(names(copy.path()), before);
}
