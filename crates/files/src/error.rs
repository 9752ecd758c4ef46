//! How writing fails.

use std::{io, path::PathBuf};

/// Why something was not written. What was there is as it was, unless it is [`Self::NotPutBack`].
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The folder around it is missing or cannot be written to.
    #[error("cannot write to the folder `{}`: {cause}", folder.display())]
    Folder {
        /// The folder.
        folder: PathBuf,
        /// What the system answered.
        #[source]
        cause: io::Error,
    },
    /// The path names a folder, a device, a pipe or nothing that a file could be called.
    #[error("cannot write `{}`: it is not a regular file", path.display())]
    NotAFile {
        /// The path.
        path: PathBuf,
    },
    /// The path names something that is no folder.
    #[error("cannot write the folder `{}`: it is not a folder", path.display())]
    NotAFolder {
        /// The path.
        path: PathBuf,
    },
    /// The folder holds something that would be removed and not written anew.
    #[error(
        "cannot write the folder `{}`: it holds `{}`, which would be removed; name another folder",
        path.display(), stranger.display()
    )]
    Stranger {
        /// The path.
        path: PathBuf,
        /// What it holds, relative to the folder.
        stranger: PathBuf,
    },
    /// Writing or renaming failed: a full disk, a lack of permission.
    #[error("cannot write `{}`: {cause}", path.display())]
    Write {
        /// The path.
        path: PathBuf,
        /// What the system answered.
        #[source]
        cause: io::Error,
    },
    /// Writing failed when something was replaced already, and that could not be put back.
    #[error("{cause}; `{}` cannot be put back: what it held is in `{}`", written.display(), kept.display())]
    NotPutBack {
        /// Why writing failed.
        #[source]
        cause: Box<dyn std::error::Error + Send + Sync>,
        /// What could not be put back.
        written: PathBuf,
        /// Where that is which it held.
        kept: PathBuf,
    },
}

impl Error {
    /// Writing or renaming failed at `path`.
    pub(crate) fn write(path: &std::path::Path) -> impl Fn(io::Error) -> Self {
        move |cause| Self::Write { path: path.into(), cause }
    }
}
