//! Operations that failed, as against data that is wrong.

use std::{io, path::PathBuf};

/// Why a change could not be worked out or written. The files are as they were, unless it is
/// [`NotPutBack`](standpoint_files::Error::NotPutBack).
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The records cannot be read.
    #[error(transparent)]
    Read(#[from] standpoint_validate::Error),
    /// A file or a folder cannot be written.
    #[error(transparent)]
    Write(#[from] standpoint_files::Error),
    /// A file cannot be compressed as it was.
    #[error("cannot compress `{}`: {cause}", path.display())]
    Compress {
        /// The path.
        path: PathBuf,
        /// What the compressor answered.
        #[source]
        cause: io::Error,
    },
    /// A file was changed by someone else meanwhile.
    #[error("`{}` was changed meanwhile; nothing was written", path.display())]
    Changed {
        /// The path.
        path: PathBuf,
    },
    /// What came in through standard input, or is held in memory, is to be written.
    #[error("`{}` cannot be written, for it is not a file; name the file itself", name.display())]
    NoFile {
        /// What it is called.
        name: PathBuf,
    },
    /// A file that is to be changed in its place is a link, or lies behind one.
    #[error("`{}` cannot be changed, for a link leads there; change the file itself, `{}`", path.display(), file.display())]
    Linked {
        /// The path.
        path: PathBuf,
        /// The file that it leads to.
        file: PathBuf,
    },
    /// The folder to write lies in one that is read.
    #[error("`{}` lies in `{}`, which is read; name a folder elsewhere", path.display(), root.display())]
    Inside {
        /// The folder to write.
        path: PathBuf,
        /// The folder that is read.
        root: PathBuf,
    },
    /// Something in a file is not JSON: a comment, for one.
    #[error("`{}` cannot be changed, for not all of it is JSON; validate it first", path.display())]
    NotJson {
        /// The path.
        path: PathBuf,
    },
    /// Something in a file is no record of this format, so nobody can tell which others it names.
    #[error("`{}` cannot be changed, for not all of it are records of this format; validate it first", path.display())]
    NoRecord {
        /// The path.
        path: PathBuf,
    },
    /// No record has the id.
    #[error("there is no record `{id}`")]
    NotThere {
        /// The id.
        id: String,
    },
    /// A record has the new id already, or names a record that has it.
    #[error(
        "`{id}` is the id of another record, or is named by one; choose another id, or say in an `identity` that both are one"
    )]
    Taken {
        /// The new id.
        id: String,
    },
    /// The new id is of another kind than the old one.
    #[error("`{new}` is not of the same kind as `{old}`")]
    OtherKind {
        /// The old id.
        old: String,
        /// The new one.
        new: String,
    },
    /// The record is retracted already.
    #[error("`{id}` is retracted already")]
    Retracted {
        /// The id.
        id: String,
    },
    /// A dataset has no manifest, or more than one, or one of which no other can be made.
    #[error("each dataset must have one manifest, a record of the kind `dataset`; validate each by itself first")]
    Manifests,
    /// Two records of a dataset have one id.
    #[error("two records have the id `{id}`; validate the dataset first")]
    SameId {
        /// The id.
        id: String,
    },
    /// Two datasets of one short name are not the same.
    #[error(
        "two of the datasets are called `{name}` and are not the same; merge the later version of it, or give one another id"
    )]
    TwoVersions {
        /// The short name.
        name: String,
    },
    /// An id would be longer than ids may be.
    #[error("`{id}` would be too long for an id; rename the record, or give its dataset a shorter id")]
    TooLong {
        /// The id.
        id: String,
    },
    /// A record cannot have an id that it would need.
    #[error("`{id}` cannot get another id: {cause}")]
    Id {
        /// The id.
        id: String,
        /// Why not.
        #[source]
        cause: serde_json::Error,
    },
    /// A dataset was not put together of others.
    #[error("this dataset was not put together of others: its manifest includes none")]
    NotMerged,
    /// Two files would be one in the new folder.
    #[error("two of the files would be `{}` in the new folder; bring the paths forward one by one", path.display())]
    SameName {
        /// Where both would be.
        path: PathBuf,
    },
    /// So many records rest on one place that nobody could tell which of them are one.
    #[error(
        "too many records of both datasets rest on the same places; agreement is measured of records that cite sentences"
    )]
    TooManyAtOnePlace,
    /// No source has a section of this title.
    #[error("no source has a section that is called `{title}`")]
    NoSection {
        /// The title.
        title: String,
    },
    /// A dataset is to be made of a section alone.
    #[error("one dataset is made of two whole ones, and not of a section")]
    OnlyASection,
    /// Disagreements are not decided yet.
    #[error(
        "{count} of the disagreements are not decided yet; the first is `{field}` of `{id}`: choose `a`, `b` or `both`"
    )]
    Undecided {
        /// How many.
        count: usize,
        /// The field that the first is about.
        field: String,
        /// The record that the first is about.
        id: String,
    },
    /// Decisions are not of these datasets.
    #[error(
        "the decisions are of other versions of the datasets: that on `{field}` of `{id}` {what}; let them be written anew"
    )]
    OtherDecisions {
        /// The field that it is about.
        field: String,
        /// The record that it is about.
        id: String,
        /// What is wrong with it.
        what: &'static str,
    },
    /// What was chosen of two records makes none.
    #[error("`{id}` cannot be what was chosen of both: {cause}; choose otherwise")]
    Chosen {
        /// The id.
        id: String,
        /// Why not.
        #[source]
        cause: serde_json::Error,
    },
}
