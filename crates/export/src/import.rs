//! Reading formats back.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use serde_json::Value;
use standpoint_model::{Dataset, DuplicateIdError, Record};

/// Why a file or folder could not be read back.
#[derive(Debug, thiserror::Error)]
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

/// The text of a file that is imported.
#[expect(clippy::disallowed_methods, reason = "an import is no submission; its files are read here alone")]
pub(crate) fn read_to_string(path: &Path) -> Result<String, ImportError> {
    fs::read_to_string(path).map_err(|cause| ImportError::Read { path: path.into(), cause })
}

/// The dataset whose records were found at `path`.
pub(crate) fn dataset(path: &Path, records: Vec<Value>) -> Result<Dataset, ImportError> {
    let records = records.into_iter().map(|value| {
        let id = value["id"].as_str().unwrap_or("without an id").to_owned();
        serde_json::from_value::<Record>(value).map_err(|cause| ImportError::Record { path: path.into(), id, cause })
    });
    Dataset::new(records.collect::<Result<Vec<_>, _>>()?)
        .map_err(|cause| ImportError::Duplicate { path: path.into(), cause })
}
