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
