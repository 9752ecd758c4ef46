//! Where something is made before it takes its place: a hidden folder beside its destination.

use std::{
    convert::identity,
    ffi::OsStr,
    fs, io,
    path::{Path, PathBuf},
};

use tempfile::{Builder, NamedTempFile, TempDir, TempPath};

use crate::{
    Error,
    busy::{ATTEMPTS, is_busy, once_free},
    exchange::{Exchange, is_unsupported},
    leftovers::{self, KEPT, LOCK, NEW, OLD, PREFIX},
    unfinished::Unfinished,
};

/// A folder in which one thing is made. It is removed when this is dropped.
pub(crate) struct Workplace {
    folder: TempDir,
    // Dropped after the folder, so that whoever ends the process meanwhile still knows of it.
    pub(crate) unfinished: Unfinished,
    /// The lock of the folder, held for as long as its owner lives. It goes last.
    lock: NamedTempFile,
    /// Whether the folder holds what cannot be put back, and stays.
    is_kept: bool,
}

impl Workplace {
    /// A folder in `parent`, where what killed processes left is settled.
    pub(crate) fn within(parent: &Path) -> Result<Self, Error> {
        let failed = |cause| Error::Folder { folder: parent.into(), cause };
        fs::metadata(parent).map_err(failed)?;
        leftovers::settle(parent);
        // The message of the original names the temporary folder, which the user never asked for.
        Self::make(parent).map_err(|error| failed(error.kind().into()))
    }

    fn make(parent: &Path) -> io::Result<Self> {
        let (folder, lock, unfinished) = Unfinished::begin(|| {
            loop {
                let lock = Builder::new().prefix(PREFIX).suffix(LOCK).tempfile_in(parent)?;
                // Not every file system has locks. Without them, leftovers stay.
                let _ = lock.as_file().lock();
                // Somebody may have taken it for a leftover before it was locked.
                if !lock.path().exists() {
                    continue;
                }
                let name = lock.path().file_stem().unwrap_or(OsStr::new(PREFIX)).to_owned();
                let folder = Builder::new().prefix(&name).rand_bytes(0).tempdir_in(parent)?;
                return Ok((folder, lock));
            }
        })?;
        Ok(Self { folder, unfinished, lock, is_kept: false })
    }

    /// The path at which the file or folder is to be made.
    pub(crate) fn new_path(&self) -> PathBuf {
        self.folder.path().join(NEW)
    }

    /// The path for what is at the destination before. Its name says where it belongs.
    pub(crate) fn old_path(&self, destination: &Path) -> io::Result<PathBuf> {
        let old = self.folder.path().join(OLD);
        fs::create_dir_all(&old)?;
        Ok(old.join(destination.file_name().unwrap_or_default()))
    }

    /// Moves the file that was made to `destination`, in place of a file that is there.
    pub(crate) fn place_file(&self, destination: &Path) -> io::Result<()> {
        Unfinished::place(&[&self.unfinished], identity, || once_free(|| fs::rename(self.new_path(), destination)))
    }

    /// Moves the file that was made to `destination`, where nothing is.
    pub(crate) fn create_file(&self, destination: &Path) -> io::Result<()> {
        Unfinished::place(&[&self.unfinished], identity, || {
            TempPath::try_from_path(self.new_path())?.persist_noclobber(destination).map_err(|refused| refused.error)
        })
    }

    /// Moves the folder that was made to `destination`, to which `path` leads, in place of a folder that is there.
    pub(crate) fn place_folder(self, path: &Path, destination: &Path, exchange: Exchange) -> Result<(), Error> {
        let placed = Unfinished::place(&[&self.unfinished], identity, || self.replace(destination, exchange));
        let Err(cause) = placed else { return Ok(()) };
        let error = Error::Write { path: path.into(), cause };
        match self.old_path(destination) {
            Ok(old) if old.exists() && once_free(|| fs::rename(&old, destination)).is_err() => {
                Err(self.keep(destination, error))
            }
            _ => Err(error),
        }
    }

    /// Leaves what was at the destination where nobody removes it, since it cannot be put back.
    pub(crate) fn keep(
        mut self,
        destination: &Path,
        cause: impl Into<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Error {
        self.is_kept = true;
        self.folder.disable_cleanup(true);
        let folder = self.folder.path();
        let name = destination.file_name().unwrap_or_default();
        let kept = if fs::rename(folder.join(OLD), folder.join(KEPT)).is_ok() { KEPT } else { OLD };
        Error::NotPutBack { cause: cause.into(), written: destination.into(), kept: folder.join(kept).join(name) }
    }

    /// Puts the new folder in the place of `destination`, whether one is there or not. Others may do the same.
    fn replace(&self, destination: &Path, exchange: Exchange) -> io::Result<()> {
        let new = self.new_path();
        let mut attempts = 0;
        loop {
            attempts += 1;
            let is_last = attempts == ATTEMPTS;
            let freed = match exchange(&new, destination) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
                Err(error) if is_unsupported(&error) => self.set_aside(destination),
                exchanged => return exchanged,
            };
            match freed.and_then(|()| fs::rename(&new, destination)) {
                // Somebody else came first, or looks at what is there.
                Err(error) if !is_last && (is_busy(&error) || destination.exists()) => {}
                renamed => return renamed,
            }
        }
    }

    /// Moves what is at the destination out of the way. If it was moved before, something new is there now, and the first can
    /// go.
    fn set_aside(&self, destination: &Path) -> io::Result<()> {
        let old = self.old_path(destination)?;
        if destination.exists() && old.exists() {
            fs::remove_dir_all(&old)?;
        }
        match fs::rename(destination, &old) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            moved => moved,
        }
    }
}

impl Drop for Workplace {
    /// If somebody looks into the folder, and it cannot be removed for that, its lock stays, and the next write removes both.
    fn drop(&mut self) {
        let folder = self.folder.path();
        let is_left = !self.is_kept && folder.exists() && once_free(|| fs::remove_dir_all(folder)).is_err();
        self.lock.disable_cleanup(is_left && folder.exists());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unsupported(_: &Path, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    /// A folder at `path` that holds a folder of this name.
    fn make(path: &Path, name: &str) {
        fs::create_dir_all(path.join(name)).expect("folders");
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("a folder").flatten();
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn a_folder_is_replaced_where_two_cannot_be_exchanged_at_once() {
        let parent = tempfile::tempdir().expect("a folder");
        let out = parent.path().join("out");
        for name in ["one", "other"] {
            let workplace = Workplace::within(parent.path()).expect("a workplace");
            make(&workplace.new_path(), name);
            workplace.place_folder(&out, &out, unsupported).expect("placed");
            assert_eq!(names(&out), [name]);
            assert_eq!(names(parent.path()), ["out"]);
        }
    }

    #[test]
    fn what_was_there_is_put_back_if_there_is_nothing_to_take_its_place() {
        let parent = tempfile::tempdir().expect("a folder");
        let out = parent.path().join("out");
        make(&out, "old");
        let workplace = Workplace::within(parent.path()).expect("a workplace");
        assert!(matches!(workplace.place_folder(&out, &out, unsupported), Err(Error::Write { .. })));
        assert_eq!(names(&out), ["old"]);
        assert_eq!(names(parent.path()), ["out"]);
    }

    #[test]
    fn what_cannot_be_put_back_is_kept_and_named() {
        let parent = tempfile::tempdir().expect("a folder");
        let out = parent.path().join("out");
        let workplace = Workplace::within(parent.path()).expect("a workplace");
        make(&workplace.old_path(&out).expect("a path"), "old");
        let error = workplace.keep(&out, "the disk is gone");
        let Error::NotPutBack { kept, .. } = &error else { panic!("{error}") };
        assert_eq!(names(kept), ["old"]);
        assert!(error.to_string().contains(&kept.display().to_string()), "{error}");
        drop(Workplace::within(parent.path()).expect("a workplace"));
        assert_eq!(names(kept), ["old"]);
    }
}
