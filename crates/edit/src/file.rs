//! A file of records that becomes something else.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use standpoint_validate::TextFile;

use crate::Error;

/// A file of records, as it is and as it becomes.
#[derive(Debug, Clone)]
pub struct EditedFile {
    pub(crate) before: TextFile,
    pub(crate) after: Arc<[u8]>,
    pub(crate) is_changed: bool,
}

impl EditedFile {
    /// The path, as it was given or found below the one that was given.
    pub fn path(&self) -> &Path {
        self.before.path()
    }

    /// Whether it becomes anything else than it is.
    pub fn is_changed(&self) -> bool {
        self.is_changed
    }

    /// The bytes that it becomes, compressed as it is.
    pub fn content(&self) -> &[u8] {
        &self.after
    }

    /// The file itself, if it may be replaced: it is one, no link leads there, and it holds what was read.
    pub(crate) fn replaceable(&self) -> Result<PathBuf, Error> {
        let path = self.path();
        if !self.before.is_on_disk() {
            return Err(Error::NoFile { name: path.into() });
        }
        let file = self.before.real_path();
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let is_there = folder.canonicalize().is_ok_and(|folder| file.parent() == Some(&folder));
        if path.is_symlink() || !is_there {
            return Err(Error::Linked { path: path.into(), file });
        }
        self.check_unchanged()?;
        Ok(file)
    }

    pub(crate) fn check_unchanged(&self) -> Result<(), Error> {
        if self.before.is_unchanged()? { Ok(()) } else { Err(Error::Changed { path: self.path().into() }) }
    }
}
