//! Where an export is written before it takes its place: a folder of its own, beside its destination.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use tempfile::TempDir;

use crate::{ExportError, unfinished::Unfinished};

/// How the name of such a folder begins.
const PREFIX: &str = ".standpoint-";

/// What the export is called in it, and what was at the destination before, where the two cannot be exchanged at once.
const EXPORT: &str = "standpoint-export";
const OLD: &str = "standpoint-old";

/// A folder in which one export is written. It is removed when this is dropped.
pub(crate) struct Workplace {
    folder: TempDir,
    // Dropped after the folder, so that whoever ends the process meanwhile still knows of it.
    unfinished: Unfinished,
    /// The folder, locked for as long as its owner lives. Not every file system has locks.
    _lock: Option<File>,
}

impl Workplace {
    /// A folder in `parent`, from which those are cleared that exports left behind which were killed.
    pub(crate) fn within(parent: &Path) -> Result<Self, ExportError> {
        let failed = |cause| ExportError::Folder { folder: parent.into(), cause };
        fs::metadata(parent).map_err(failed)?;
        clear_leftovers(parent);
        // The message of the original names the temporary folder, which the user never asked for.
        Self::make(parent).map_err(|error| failed(error.kind().into()))
    }

    fn make(parent: &Path) -> io::Result<Self> {
        loop {
            let mut builder = tempfile::Builder::new();
            builder.prefix(PREFIX);
            let (folder, unfinished) = Unfinished::begin(|| builder.tempdir_in(parent))?;
            let lock = open(folder.path()).inspect(|folder| drop(folder.lock())).ok();
            // Another export may have taken it for a leftover before it was locked.
            if folder.path().exists() {
                return Ok(Self { folder, unfinished, _lock: lock });
            }
        }
    }

    /// The path at which the file or folder is to be made.
    pub(crate) fn export(&self) -> PathBuf {
        self.folder.path().join(EXPORT)
    }

    /// Moves the file that was made to `destination`, in place of a file that is there.
    pub(crate) fn place_file(&self, destination: &Path) -> io::Result<()> {
        self.unfinished.place(|| fs::rename(self.export(), destination))
    }

    /// Moves the folder that was made to `destination`, in place of a folder that is there.
    pub(crate) fn place_folder(self, destination: &Path) -> io::Result<()> {
        let old = self.folder.path().join(OLD);
        let placed = self.unfinished.place(|| replace(destination, &self.export(), &old));
        match placed {
            Err(cause) if old.exists() => {
                // Nobody else has what was there.
                let kept = self.folder.keep().join(OLD);
                Err(io::Error::new(cause.kind(), format!("{cause}; what was there is now {}", kept.display())))
            }
            placed => placed,
        }
    }
}

/// Puts `new` in the place of `folder`, if one is there. What was there is then where `new` was.
fn replace(folder: &Path, new: &Path, old: &Path) -> io::Result<()> {
    loop {
        match exchange(new, folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) if matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput) => {
                return replace_in_two_steps(folder, new, old);
            }
            exchanged => return exchanged,
        }
        match fs::rename(new, folder) {
            // Another export came first.
            Err(error) if error.kind() == io::ErrorKind::DirectoryNotEmpty => {}
            renamed => return renamed,
        }
    }
}

/// Exchanges two folders at once, so that there is no moment at which one of them is missing.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};

    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

fn replace_in_two_steps(folder: &Path, new: &Path, old: &Path) -> io::Result<()> {
    if folder.exists() {
        fs::rename(folder, old)?;
    }
    fs::rename(new, folder).inspect_err(|_| {
        // Put back what was there. If that fails too, the first cause is the one to tell.
        let _ = fs::rename(old, folder);
    })
}

/// Removes the folders of exports whose processes are no more. What cannot be removed, or may hold what nobody else has,
/// stays.
fn clear_leftovers(parent: &Path) {
    for entry in fs::read_dir(parent).into_iter().flatten().flatten() {
        let is_folder = entry.file_type().is_ok_and(|file_type| file_type.is_dir());
        if is_folder && entry.file_name().to_string_lossy().starts_with(PREFIX) {
            let path = entry.path();
            // Whoever still writes in it holds the lock.
            let lock = open(&path).and_then(|folder| Ok(folder.try_lock().map(|()| folder)?));
            if lock.is_ok() && holds_export_alone(&path) {
                let _ = fs::remove_dir_all(&path);
            }
        }
    }
}

/// Whether a folder holds nothing but an export that has not taken its place, or what such an export has replaced.
fn holds_export_alone(folder: &Path) -> bool {
    let is_export = |entry: io::Result<fs::DirEntry>| entry.is_ok_and(|entry| entry.file_name() == EXPORT);
    fs::read_dir(folder).is_ok_and(|mut entries| entries.all(is_export))
}

fn open(folder: &Path) -> io::Result<File> {
    File::options().read(true).open(folder)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{EXPORT, OLD, Workplace, replace_in_two_steps};

    #[test]
    fn leftovers_are_cleared_and_what_somebody_owns_is_not() {
        let parent = tempfile::tempdir().unwrap();
        let make = |name: &str| fs::create_dir_all(parent.path().join(name)).unwrap();
        let (killed, empty) = (format!(".standpoint-aaaaaa/{EXPORT}/actor"), ".standpoint-bbbbbb".to_owned());
        let (only_copy, notes) = (format!(".standpoint-cccccc/{OLD}"), ".standpoint-notes/mine".to_owned());
        for name in [&killed, &empty, &only_copy, &notes, &format!(".standpoint-cccccc/{EXPORT}")] {
            make(name);
        }
        let owned = Workplace::within(parent.path()).unwrap();
        let other = Workplace::within(parent.path()).unwrap();
        for gone in [".standpoint-aaaaaa", ".standpoint-bbbbbb"] {
            assert!(!parent.path().join(gone).exists(), "{gone}");
        }
        for kept in [&only_copy, &notes] {
            assert!(parent.path().join(kept).exists(), "{kept}");
        }
        assert!(owned.folder.path().exists() && other.folder.path().exists());
    }

    #[test]
    fn a_folder_is_replaced_where_two_cannot_be_exchanged_at_once() {
        let parent = tempfile::tempdir().unwrap();
        let [new, out, old] = ["new", "out", "old"].map(|name| parent.path().join(name));
        fs::create_dir_all(new.join("fresh")).unwrap();
        fs::create_dir_all(out.join("stale")).unwrap();
        replace_in_two_steps(&out, &new, &old).unwrap();
        assert!(out.join("fresh").exists() && old.join("stale").exists() && !new.exists());
        // What was there is put back, if there is nothing to take its place.
        fs::remove_dir_all(&old).unwrap();
        assert!(replace_in_two_steps(&out, &new, &old).is_err());
        assert!(out.join("fresh").exists() && !old.exists());
    }
}
