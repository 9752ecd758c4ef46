//! What processes that were killed left behind: put back, if nothing took its place, or else removed.
//!
//! A temporary folder may be looked at by its owner alone, who has locked the file beside it; the lock is there before the folder
//! and goes after it.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

/// How the name of a temporary folder begins.
pub(crate) const PREFIX: &str = ".standpoint-";

/// The ending of the lock beside it.
pub(crate) const LOCK: &str = ".lock";

/// What a temporary folder holds: what is being made; a folder for what it is to replace, under its own name; and the same
/// where nobody may remove it.
pub(crate) const NEW: &str = "standpoint-new";
pub(crate) const OLD: &str = "standpoint-old";
pub(crate) const KEPT: &str = "standpoint-kept";

/// The lock of a temporary folder.
pub(crate) fn lock_of(folder: &Path) -> PathBuf {
    let mut lock = folder.as_os_str().to_owned();
    lock.push(LOCK);
    lock.into()
}

/// Settles what was left in `parent` by processes that are no more. What cannot be removed, or may hold what nobody else has,
/// stays.
pub(crate) fn settle(parent: &Path) {
    for entry in fs::read_dir(parent).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let Some(folder) = name.strip_suffix(LOCK).filter(|name| name.starts_with(PREFIX)) else { continue };
        let path = entry.path();
        // Whoever still writes there holds the lock.
        let lock =
            File::options().read(true).write(true).open(&path).and_then(|file| Ok(file.try_lock().map(|()| file)?));
        if lock.is_ok() && settle_folder(parent, &parent.join(folder)).is_ok() {
            let _ = fs::remove_file(path);
        }
    }
}

/// Puts back what nothing took the place of, and removes the folder.
fn settle_folder(parent: &Path, folder: &Path) -> io::Result<()> {
    if !exists(folder) {
        return Ok(());
    }
    for entry in fs::read_dir(folder)? {
        if ![NEW, OLD].iter().any(|own| entry.as_ref().is_ok_and(|entry| entry.file_name() == *own)) {
            return Err(io::ErrorKind::DirectoryNotEmpty.into());
        }
    }
    if exists(&folder.join(NEW)) && exists(&folder.join(OLD)) {
        for old in fs::read_dir(folder.join(OLD))? {
            let old = old?;
            let destination = parent.join(old.file_name());
            if !exists(&destination) {
                fs::rename(old.path(), destination)?;
            } else if old.file_type()?.is_dir() {
                // Somebody else put something there meanwhile. Files are but copies of what is there.
                return Err(io::ErrorKind::AlreadyExists.into());
            }
        }
    }
    fs::remove_dir_all(folder)
}

fn exists(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, path::PathBuf};

    use super::*;

    /// A folder with these files, each of which holds its own path.
    fn folder(files: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        for file in files {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
            File::options().write(true).create_new(true).open(path).expect("a file");
        }
        folder
    }

    fn files(folder: &Path) -> BTreeSet<String> {
        let (mut files, mut open) = (BTreeSet::new(), vec![PathBuf::new()]);
        while let Some(inside) = open.pop() {
            for entry in fs::read_dir(folder.join(&inside)).expect("a folder").flatten() {
                let path = inside.join(entry.file_name());
                if entry.path().is_dir() {
                    open.push(path);
                } else {
                    files.insert(
                        path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/"),
                    );
                }
            }
        }
        files
    }

    #[test]
    fn whatever_a_killed_process_left_is_put_back_or_cleared() {
        let cases: &[(&[&str], &[&str])] = &[
            // Killed before the folder was made, and while the new one was.
            (&[".standpoint-a.lock"], &[]),
            (&[".standpoint-a.lock", ".standpoint-a/standpoint-new/x", "out/old"], &["out/old"]),
            // Killed between two renames.
            (
                &[".standpoint-a.lock", ".standpoint-a/standpoint-new/x", ".standpoint-a/standpoint-old/out/old"],
                &["out/old"],
            ),
            // Killed while what was replaced was removed.
            (&[".standpoint-a.lock", ".standpoint-a/standpoint-old/out/old", "out/x"], &["out/x"]),
            // Killed while files were replaced.
            (&[".standpoint-a.lock", ".standpoint-a/standpoint-new", ".standpoint-a/standpoint-old/f", "f"], &["f"]),
            // Nobody else has these.
            (
                &["f", ".standpoint-a.lock", ".standpoint-a/standpoint-kept/f"],
                &[".standpoint-a.lock", ".standpoint-a/standpoint-kept/f", "f"],
            ),
            (
                &[
                    "out/x",
                    ".standpoint-a.lock",
                    ".standpoint-a/standpoint-new/x",
                    ".standpoint-a/standpoint-old/out/old",
                ],
                &[
                    ".standpoint-a.lock",
                    ".standpoint-a/standpoint-new/x",
                    ".standpoint-a/standpoint-old/out/old",
                    "out/x",
                ],
            ),
            (&[".standpoint-notes/mine", "my.lock"], &[".standpoint-notes/mine", "my.lock"]),
        ];
        for (before, after) in cases {
            let folder = folder(before);
            settle(folder.path());
            assert_eq!(files(folder.path()), after.iter().map(|file| (*file).to_owned()).collect(), "{before:?}");
        }
    }

    #[test]
    fn what_somebody_writes_is_left() {
        let files_there = [".standpoint-a.lock", ".standpoint-a/standpoint-new/x"];
        let folder = folder(&files_there);
        let lock = File::options().write(true).open(folder.path().join(files_there[0])).expect("a lock");
        lock.lock().expect("a lock");
        settle(folder.path());
        assert_eq!(files(folder.path()), files_there.map(str::to_owned).into());
        drop(lock);
        settle(folder.path());
        assert_eq!(files(folder.path()), BTreeSet::new());
    }
}
