//! Reading formats back.

use std::{
    fs::{self, File},
    io::{self, Read as _},
    path::{Path, PathBuf},
};

use serde_json::Value;
use standpoint_model::{Dataset, DuplicateIdError, Record};

/// Why a file or folder could not be read back.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// The format can be written only.
    #[error("`{format}` cannot be read back")]
    Unreadable {
        /// The name of the format.
        format: &'static str,
    },
    /// A file could not be opened or read.
    #[error("cannot read `{}`: {cause}", path.display())]
    Read {
        /// The path.
        path: PathBuf,
        /// What the system answered.
        cause: io::Error,
    },
    /// A file, or what is kept of it in memory, is larger than this version reads.
    #[error("cannot read `{}`: it is larger than {} GiB, the most that is read", path.display(), limit >> 30)]
    TooLarge {
        /// The path.
        path: PathBuf,
        /// The limit in bytes.
        limit: u64,
    },
    /// There are no records in a file or a folder.
    #[error("cannot read `{}`: there are no records in it", path.display())]
    Empty {
        /// The path.
        path: PathBuf,
    },
    /// A file is not in the format.
    #[error("cannot read `{}`: {message}", path.display())]
    Malformed {
        /// The path.
        path: PathBuf,
        /// What is wrong, and where.
        message: String,
    },
    /// A record was found that is none.
    #[error("cannot read `{}`: the record `{id}` is not as it should be: {cause}", path.display())]
    Record {
        /// The path.
        path: PathBuf,
        /// The id of the record, as far as it is known.
        id: String,
        /// What the model says of it.
        cause: serde_json::Error,
    },
    /// Two records have one id.
    #[error("cannot read `{}`: {cause}", path.display())]
    Duplicate {
        /// The path.
        path: PathBuf,
        /// Which id.
        cause: DuplicateIdError,
    },
}

/// The largest file that is read, as `standpoint-validate` has it: what the machine's memory holds several times over.
pub(crate) const LARGEST: u64 = 1 << 30;

/// Opens a file that is imported.
#[expect(clippy::disallowed_methods, reason = "an import is no submission; its files are opened here alone")]
pub(crate) fn open(path: &Path) -> Result<File, ImportError> {
    File::open(path).map_err(|cause| ImportError::Read { path: path.into(), cause })
}

/// The text of a file that is imported.
pub(crate) fn read_to_string(path: &Path) -> Result<String, ImportError> {
    let failed = |cause| ImportError::Read { path: path.into(), cause };
    let mut bytes = Vec::new();
    open(path)?.take(LARGEST + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > LARGEST {
        return Err(ImportError::TooLarge { path: path.into(), limit: LARGEST });
    }
    String::from_utf8(bytes)
        .map_err(|_| ImportError::Malformed { path: path.into(), message: "it is not text in UTF-8".into() })
}

/// Whether there is a folder at `path` with nothing in it.
pub(crate) fn is_empty_folder(path: &Path) -> bool {
    fs::read_dir(path).is_ok_and(|mut entries| entries.next().is_none())
}

/// The dataset whose records were found at `path`.
pub(crate) fn dataset(path: &Path, records: Vec<Value>) -> Result<Dataset, ImportError> {
    if records.is_empty() {
        return Err(ImportError::Empty { path: path.into() });
    }
    let records = records.into_iter().map(|value| {
        let id = value["id"].as_str().unwrap_or("without an id").to_owned();
        serde_json::from_value::<Record>(value).map_err(|cause| ImportError::Record { path: path.into(), id, cause })
    });
    Dataset::new(records.collect::<Result<Vec<_>, _>>()?)
        .map_err(|cause| ImportError::Duplicate { path: path.into(), cause })
}
