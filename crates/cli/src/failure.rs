//! Why a command could not be carried out.

use std::{
    io::{self, Write},
    path::PathBuf,
    process::ExitCode,
};

use standpoint_model::DuplicateIdError;

/// Why a command could not be carried out.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error(transparent)]
    Validate(#[from] standpoint_validate::Error),
    #[error(transparent)]
    Edit(#[from] standpoint_edit::Error),
    #[error(transparent)]
    Export(#[from] standpoint_export::ExportError),
    #[error(transparent)]
    Write(#[from] standpoint_files::Error),
    #[error(transparent)]
    Import(#[from] standpoint_export::ImportError),
    #[error(transparent)]
    Tables(#[from] standpoint_import::TablesError),
    #[error("`{0}` is for tables, which are `csv` and `xlsx`")]
    OnlyTables(&'static str),
    #[error("a map says of places only where they are; `--into DATASET` puts that into their records")]
    OnlyInto,
    #[error("there is no template of `{0}`; `xlsx` has one")]
    NoTemplate(&'static str),
    #[error("`{0}` is not the id of a source: {1}")]
    Source(String, standpoint_model::IdError),
    #[error("cannot write to standard output: {0}")]
    Output(#[from] io::Error),
    #[error(transparent)]
    Document(#[from] standpoint_sources::DocumentError),
    #[error("`{answer}` cannot stand for `{option}`: {reason}")]
    Answer { option: String, answer: String, reason: String },
    #[error("nobody answered: give `{0}`")]
    NoAnswer(String),
    #[error("`--id`, `--title` and `--url` are of one document; name one file")]
    OneDocument,
    #[error("cannot read standard input: {0}")]
    Input(io::Error),
    #[error("cannot export: {0}")]
    Content(io::Error),
    #[error("{failure}: {places}")]
    Duplicate { failure: Box<Failure>, places: String },
    #[error("cannot make the folder `{}`: {cause}", path.display())]
    Folder { path: PathBuf, cause: io::Error },
    #[error("the record is not one: {0}")]
    NoRecord(serde_json::Error),
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    #[error(transparent)]
    Invalid(#[from] standpoint_validate::InvalidError),
    #[error("`{}` holds no decisions: {cause}", path.display())]
    Decisions { path: PathBuf, cause: serde_json::Error },
    #[error("cannot read the revision `{revision}`: {cause}")]
    Revision { revision: String, cause: String },
    #[error("the form `{0}` has no summary; `full`, `concise` and `json` have one")]
    NoSummary(&'static str),
}

impl Failure {
    /// What may be done about it, on a line of its own.
    fn help(&self) -> &'static str {
        match self {
            Self::Validate(standpoint_validate::Error::RecordTooLong { .. }) => {
                "\nhelp: `validate` takes larger ones with `--max-record-size`; a long line may be a file that is no file of lines"
            }
            _ => "",
        }
    }

    /// The id that two records have, if that is why.
    pub(crate) fn duplicate_id(&self) -> Option<&str> {
        match self {
            Self::Export(error) => error.duplicate_id(),
            Self::Content(error) => error.get_ref()?.downcast_ref::<DuplicateIdError>().map(|error| error.id.as_str()),
            _ => None,
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
