//! How exports fail.

use std::{io, path::PathBuf};

use standpoint_model::DuplicateIdError;

/// Why an export to a path failed. What was there is as it was before.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExportError {
    /// The folder of the file is missing or cannot be written to.
    #[error("cannot write to the folder `{}`: {cause}", folder.display())]
    Folder {
        /// The folder.
        folder: PathBuf,
        /// What the system answered.
        cause: io::Error,
    },
    /// The path names a folder, a device, a pipe or nothing that a file could be called.
    #[error("cannot export to `{}`: it is not a regular file", path.display())]
    NotAFile {
        /// The path.
        path: PathBuf,
    },
    /// The path names something that is no folder.
    #[error("cannot export to `{}`: it is not a folder, and this format is one", path.display())]
    NotAFolder {
        /// The path.
        path: PathBuf,
    },
    /// The folder holds a file that the export would remove and not write.
    #[error("cannot export to `{}`: it holds `{}`, which is no part of the export", path.display(), stranger.display())]
    Stranger {
        /// The path.
        path: PathBuf,
        /// The file, relative to the folder.
        stranger: PathBuf,
    },
    /// An export would take the place of what it is made of.
    #[error(
        "cannot write to `{}`: that would replace `{}`, which the records come from; choose another place",
        path.display(), input.display()
    )]
    Input {
        /// The path.
        path: PathBuf,
        /// The file or folder that is read.
        input: PathBuf,
    },
    /// Writing or renaming failed: a full disk, a lack of permission.
    #[error("cannot export to `{}`: {cause}", path.display())]
    Write {
        /// The path.
        path: PathBuf,
        /// What the system answered.
        cause: io::Error,
    },
}

impl ExportError {
    /// The id that two records have, if that is the cause.
    pub fn duplicate_id(&self) -> Option<&str> {
        let Self::Write { cause, .. } = self else { return None };
        cause.get_ref()?.downcast_ref::<DuplicateIdError>().map(|error| error.id.as_str())
    }
}
