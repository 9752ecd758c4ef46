//! Why a command could not be carried out.

use std::{
    io::{self, Write},
    path::PathBuf,
    process::ExitCode,
};

/// Why a command could not be carried out.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error(transparent)]
    Validate(#[from] standpoint_validate::Error),
    #[error(transparent)]
    Export(#[from] standpoint_export::ExportError),
    #[error(transparent)]
    Import(#[from] standpoint_export::ImportError),
    #[error("`{0}` is not the id of a source: {1}")]
    Source(String, standpoint_model::IdError),
    #[error("cannot write to standard output: {0}")]
    Output(#[from] io::Error),
    #[error("cannot make the folder `{}`: {cause}", path.display())]
    Folder { path: PathBuf, cause: io::Error },
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    #[error(transparent)]
    Invalid(#[from] standpoint_validate::InvalidError),
    #[error("the form `{0}` has no summary; `full`, `concise` and `json` have one")]
    NoSummary(&'static str),
}

impl Failure {
    /// What may be done about it, on a line of its own.
    fn help(&self) -> &'static str {
        match self {
            Self::Validate(standpoint_validate::Error::RecordTooLong { .. }) => {
                "\nhelp: `validate --max-record-size` allows larger ones; a long line may be a file that is no file of lines"
            }
            _ => "",
        }
    }

    /// Says what failed on standard error. Of a reader that went away there is nobody to tell.
    pub(crate) fn report(&self) -> ExitCode {
        let gone = matches!(self, Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe);
        if !gone {
            let _ = writeln!(io::stderr(), "error: {self}{}", self.help());
        }
        ExitCode::from(2)
    }
}
