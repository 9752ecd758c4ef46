//! Whatever is at a destination is replaced whole, or left as it is.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

use std::{
    fs::{self, File},
    io::{self, Write as _},
    path::Path,
};

use standpoint_files::{
    Error, Existing, Replacement, check_empty, create_file, replace_files, write_file, write_folder,
};

fn folder(path: &Path, existing: Existing<'_>) -> Result<(), Error> {
    write_folder(path, existing, |new| fs::write(new.join("a.txt"), "new"))
}

fn file(path: &Path) -> Result<(), Error> {
    write_file(path, |file: &mut File, _| file.write_all(b"new"))
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_new_file_takes_the_place_of_nothing() {
    let parent = tempfile::tempdir().unwrap();
    let out = parent.path().join("out");
    let create = |path: &Path| create_file(path, |file| file.write_all(b"new"));
    create(&out).unwrap();
    fs::write(&out, "theirs").unwrap();
    let broken = create_file(&parent.path().join("broken"), |_| Err(io::ErrorKind::StorageFull.into()));
    assert!(matches!(broken, Err(Error::Write { cause, .. }) if cause.kind() == io::ErrorKind::StorageFull));
    let refused = create(&out);
    assert!(matches!(refused, Err(Error::Write { cause, .. }) if cause.kind() == io::ErrorKind::AlreadyExists));
    assert_eq!(fs::read_to_string(&out).unwrap(), "theirs");
    assert_eq!(names(parent.path()), ["out"]);
}

#[test]
fn a_folder_that_holds_anything_is_not_an_empty_one() {
    let parent = tempfile::tempdir().unwrap();
    let out = parent.path().join("out");
    folder(&out, Existing::Empty).unwrap();
    for refused in [folder(&out, Existing::Empty), check_empty(&out)] {
        assert!(matches!(refused, Err(Error::Stranger { stranger, .. }) if stranger == Path::new("a.txt")));
    }
    fs::remove_file(out.join("a.txt")).unwrap();
    fs::create_dir(out.join("below")).unwrap();
    assert!(matches!(folder(&out, Existing::Empty), Err(Error::Stranger { .. })));
    fs::remove_dir(out.join("below")).unwrap();
    folder(&out, Existing::Empty).unwrap();
    assert_eq!(names(parent.path()), ["out"]);
}

#[test]
fn a_folder_is_replaced_if_it_holds_its_own_files_alone() {
    let parent = tempfile::tempdir().unwrap();
    let out = parent.path().join("out");
    folder(&out, Existing::Own("list")).unwrap();
    fs::write(out.join("b.txt"), "old").unwrap();
    assert!(
        matches!(folder(&out, Existing::Own("list")), Err(Error::Stranger { stranger, .. }) if stranger == Path::new("b.txt"))
    );
    fs::write(out.join("list"), "list\nb.txt\n").unwrap();
    folder(&out, Existing::Own("list")).unwrap();
    assert_eq!(names(&out), ["a.txt"]);
}

#[test]
fn a_file_is_no_folder_and_a_folder_no_file() {
    let parent = tempfile::tempdir().unwrap();
    let (plain, nested) = (parent.path().join("plain"), parent.path().join("nested"));
    fs::write(&plain, "old").unwrap();
    fs::create_dir(&nested).unwrap();
    for existing in [Existing::Empty, Existing::Own("list")] {
        assert!(matches!(folder(&plain, existing), Err(Error::NotAFolder { .. })));
        assert!(folder(&plain.join("below"), existing).is_err());
    }
    assert!(matches!(file(&nested), Err(Error::NotAFile { .. })));
    assert!(matches!(file(&parent.path().join("missing/file")), Err(Error::Folder { .. })));
    assert_eq!(
        (names(parent.path()), fs::read_to_string(plain).unwrap()),
        (vec!["nested".into(), "plain".into()], "old".into())
    );
}

#[test]
fn what_fails_leaves_what_was_there_and_nothing_else() {
    let parent = tempfile::tempdir().unwrap();
    let (out, page) = (parent.path().join("out"), parent.path().join("page"));
    folder(&out, Existing::Empty).unwrap();
    file(&page).unwrap();
    let full = || io::Error::from(io::ErrorKind::StorageFull);
    let write = |new: &Path| fs::write(new.join("a.txt"), "half").and(Err(full()));
    assert!(matches!(write_folder(&out, Existing::Own("list"), write), Err(Error::Write { path, .. }) if path == out));
    assert!(write_file(&page, |file, _| file.write_all(b"half").and(Err(full()))).is_err());
    assert_eq!(names(parent.path()), ["out", "page"]);
    assert_eq!([fs::read_to_string(page).unwrap(), fs::read_to_string(out.join("a.txt")).unwrap()], ["new", "new"]);
}

#[test]
fn a_write_protected_file_is_left() {
    let parent = tempfile::tempdir().unwrap();
    let page = parent.path().join("page");
    fs::write(&page, "old").unwrap();
    let mut permissions = fs::metadata(&page).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&page, permissions.clone()).unwrap();
    let is_refused =
        |written| matches!(written, Err(Error::Write { cause, .. }) if cause.kind() == io::ErrorKind::PermissionDenied);
    assert!(is_refused(file(&page)));
    assert!(is_refused(replace_files(&[Replacement { file: &page, content: b"new" }], |_| Ok::<_, Error>(()))));
    assert_eq!((names(parent.path()), fs::read_to_string(&page).unwrap()), (vec!["page".into()], "old".into()));
    // A folder takes write-protected files along.
    let copied =
        write_folder(&parent.path().join("out"), Existing::Empty, |new| fs::copy(&page, new.join("page")).map(drop));
    copied.unwrap();
    #[expect(clippy::permissions_set_readonly_false, reason = "so that Windows can remove them")]
    permissions.set_readonly(false);
    for path in [page, parent.path().join("out/page")] {
        fs::set_permissions(path, permissions.clone()).unwrap();
    }
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_to_is_named() {
    use std::os::unix::fs::PermissionsExt as _;

    let parent = tempfile::tempdir().unwrap();
    fs::set_permissions(parent.path(), fs::Permissions::from_mode(0o555)).unwrap();
    // Some users may write everywhere.
    if File::options().write(true).create_new(true).open(parent.path().join("probe")).is_err() {
        for refused in [file(&parent.path().join("page")), folder(&parent.path().join("out"), Existing::Empty)] {
            assert!(matches!(refused, Err(Error::Folder { folder, .. }) if folder == parent.path()));
        }
    }
    fs::set_permissions(parent.path(), fs::Permissions::from_mode(0o755)).unwrap();
}

#[cfg(unix)]
#[test]
fn the_target_of_a_link_is_replaced_on_whatever_file_system_it_is() {
    use std::os::unix::fs::symlink;

    let memory = Path::new("/dev/shm");
    let elsewhere = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap();
    let parent = tempfile::tempdir().unwrap();
    fs::create_dir(elsewhere.path().join("out")).unwrap();
    fs::write(elsewhere.path().join("page"), "old").unwrap();
    for name in ["out", "page"] {
        symlink(elsewhere.path().join(name), parent.path().join(name)).unwrap();
    }
    for existing in [Existing::Empty, Existing::Own("list")] {
        folder(&parent.path().join("out"), existing).unwrap();
    }
    file(&parent.path().join("page")).unwrap();
    assert_eq!(names(&elsewhere.path().join("out")), ["a.txt"]);
    assert_eq!(fs::read_to_string(elsewhere.path().join("page")).unwrap(), "new");
    for folder in [elsewhere.path(), parent.path()] {
        assert_eq!(names(folder), ["out", "page"]);
    }
    assert!(parent.path().join("out").is_symlink() && parent.path().join("page").is_symlink());
}
