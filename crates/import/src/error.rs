//! Tables that cannot be read at all, as against those in which something is wrong.

use std::path::PathBuf;

/// Why tables could not be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TablesError {
    /// A file could not be opened or read, nor the dataset that the records join.
    #[error(transparent)]
    Read(#[from] standpoint_validate::Error),
    /// A workbook is protected by a password.
    #[error("cannot read `{}`: it is protected by a password; save it without one", path.display())]
    Password {
        /// The path.
        path: PathBuf,
    },
    /// A file is no workbook, or a damaged one.
    #[error("cannot read `{}` as a workbook: {message}; save it as .xlsx or .ods, or each sheet as CSV", path.display())]
    Malformed {
        /// The path.
        path: PathBuf,
        /// What is wrong.
        message: String,
    },
    /// A file is no map.
    #[error("cannot read `{}` as a map in GeoJSON: {message}", path.display())]
    Map {
        /// The path.
        path: PathBuf,
        /// What is wrong.
        message: String,
    },
    /// A workbook holds more than this version keeps in memory.
    #[error("cannot read `{}`: it unpacks to more than {} MiB; divide it into several", path.display(), limit >> 20)]
    TooLarge {
        /// The path.
        path: PathBuf,
        /// The limit in bytes.
        limit: u64,
    },
    /// There are no tables, or no rows in them.
    #[error("cannot read `{}`: there are no records in it", path.display())]
    Empty {
        /// The path.
        path: PathBuf,
    },
    /// Something in the dataset that the records join is not JSON.
    #[error("`{}` cannot be read, for not all of it is JSON; validate it first", path.display())]
    NotJson {
        /// The path.
        path: PathBuf,
    },
}
