//! A file of records that becomes something else.

use std::{path::Path, sync::Arc};

use standpoint_files::{Replacement, replace_files};
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
    /// A file that comes to hold another text, compressed as it is and without a byte order mark.
    pub(crate) fn of(before: TextFile, text: &str) -> Result<Self, Error> {
        let after = before.encoded(text).map_err(|cause| Error::Compress { path: before.path().into(), cause })?.into();
        Ok(Self { is_changed: text != before.text() || before.has_byte_order_mark(), after, before })
    }

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

    /// Whether the file may be replaced: it is one, no link leads there, and it holds what was read.
    fn check_replaceable(&self) -> Result<(), Error> {
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
        self.check_unchanged()
    }

    fn replacement(&self) -> Replacement<'_> {
        Replacement { file: self.path(), content: &self.after }
    }

    fn check_unchanged(&self) -> Result<(), Error> {
        if self.before.is_unchanged()? { Ok(()) } else { Err(Error::Changed { path: self.path().into() }) }
    }
}

/// Replaces those of the files that are changed, all or none.
pub(crate) fn replace(files: &[EditedFile]) -> Result<(), Error> {
    let changed: Vec<&EditedFile> = files.iter().filter(|file| file.is_changed).collect();
    changed.iter().try_for_each(|file| file.check_replaceable())?;
    let replacements: Vec<Replacement<'_>> = changed.iter().map(|file| file.replacement()).collect();
    replace_files(&replacements, |index| changed[index].check_unchanged())
}
