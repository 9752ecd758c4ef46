//! How exports fail.

use std::path::PathBuf;

use standpoint_model::DuplicateIdError;

/// Why an export to a path failed. What was there is as it was before.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExportError {
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
    /// Written there, the export would be read as a part of the dataset from then on.
    #[error(
        "cannot write to `{}`: all files of records in `{}` are read as one dataset, and the export would be one of them; \
         choose a place outside that folder",
        path.display(), folder.display()
    )]
    Within {
        /// The path.
        path: PathBuf,
        /// The folder of the dataset.
        folder: PathBuf,
    },
    /// The file or folder could not be written.
    #[error(transparent)]
    Write(#[from] standpoint_files::Error),
}

impl ExportError {
    /// The id that two records have, if that is the cause.
    pub fn duplicate_id(&self) -> Option<&str> {
        let Self::Write(standpoint_files::Error::Write { cause, .. }) = self else { return None };
        cause.get_ref()?.downcast_ref::<DuplicateIdError>().map(|error| error.id.as_str())
    }
}
