//! Operations that failed, as against data that is wrong.

use std::{
    io,
    path::{Path, PathBuf},
};

use crate::read::spool::NotKept;

/// Why a validation, a fix, a citation or a verification could not be carried out. Wrong data is never an error: it is a
/// [`Diagnostic`](standpoint_report::Diagnostic).
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A path does not exist, may not be read, or broke off while it was read.
    #[error("cannot read `{}`: {cause}", path.display())]
    Read {
        /// The path.
        path: PathBuf,
        /// What the operating system or the decompressor said.
        #[source]
        cause: io::Error,
    },
    /// A folder holds a link to a folder that holds it.
    #[error("cannot read `{}`: the link leads back to `{}`, which holds it", link.display(), ancestor.display())]
    LinkLoop {
        /// The link.
        link: PathBuf,
        /// The folder that it leads back to.
        ancestor: PathBuf,
    },
    /// A file that was named is not of a kind that holds records.
    #[error("`{}` is not a file of records: its name must end in {}", path.display(), crate::read::form::ENDINGS)]
    NotRecords {
        /// The path.
        path: PathBuf,
    },
    /// A pattern in place of a path is malformed.
    #[error("`{pattern}` is not a pattern of paths: {cause}")]
    Pattern {
        /// The pattern.
        pattern: String,
        /// What is wrong with it.
        cause: String,
    },
    /// Nothing has a path that a pattern matches.
    #[error("the pattern `{pattern}` matches nothing")]
    NoMatch {
        /// The pattern.
        pattern: String,
    },
    /// A folder holds no file of records.
    #[error("`{}` holds no file of records, whose name ends in {}", path.display(), crate::read::form::ENDINGS)]
    NothingToRead {
        /// The path.
        path: PathBuf,
    },
    /// A file is larger, once decompressed, than this version reads.
    #[error("`{}` is larger than {limit} bytes once it is read", path.display())]
    TooLarge {
        /// The path.
        path: PathBuf,
        /// The limit.
        limit: u64,
    },
    /// A record, or a line of a file of lines, is longer than any record should be.
    #[error("`{}` has a record of more than {limit} bytes, which begins at byte {offset}", path.display())]
    RecordTooLong {
        /// The path.
        path: PathBuf,
        /// The byte of the text, once decompressed and without a byte order mark, at which the record or its line begins.
        offset: usize,
        /// The limit.
        limit: usize,
    },
    /// A record has more values than any record should, so many that to read them would take very much memory.
    #[error("`{}` has a record of more than {limit} values, which begins at byte {offset}", path.display())]
    TooManyValues {
        /// The path.
        path: PathBuf,
        /// The byte of the text, once decompressed and without a byte order mark, at which the record begins.
        offset: usize,
        /// The limit.
        limit: usize,
    },
    /// What is wrong is about more text than is kept: very many very long records have something wrong with them.
    #[error(
        "the findings up to `{}` are about more than {limit} bytes of text, which is more than is kept; mend the longest \
         records first",
        path.display()
    )]
    TooMuchWrong {
        /// The path of the file that was being read.
        path: PathBuf,
        /// How many bytes are kept. The more findings of a code may be kept, the more these are.
        limit: usize,
    },
    /// What comes in through standard input, or is held in memory, is to be fixed.
    #[error("`{}` cannot be fixed, for there is no file to write; name the file itself", name.display())]
    FixedInput {
        /// What it is called.
        name: PathBuf,
    },
    /// A file that is compressed has something to be fixed.
    #[error("`{}` cannot be fixed, for it is compressed; decompress it, fix it, and compress it again", path.display())]
    Compressed {
        /// The path.
        path: PathBuf,
    },
    /// A file that has something to be fixed is a link, or lies behind one.
    #[error("`{}` cannot be fixed, for a link leads there; fix the file itself, `{}`", path.display(), file.display())]
    Linked {
        /// The path.
        path: PathBuf,
        /// The file that it leads to.
        file: PathBuf,
    },
    /// A file was changed by someone else while it was to be fixed.
    #[error("`{}` was changed meanwhile; it is left as it is", path.display())]
    Changed {
        /// The path.
        path: PathBuf,
    },
    /// A file may not be written, or writing it broke off. It is as it was, and so are all others.
    #[error(transparent)]
    Write(#[from] standpoint_files::Error),
    /// The folder for temporary files is missing or full. What is suspect of a large dataset, and large standard input, are
    /// kept there for a while.
    #[error(
        "cannot keep a temporary file in `{}`: {cause}; free some space there, or name another folder in the variable TMPDIR",
        folder.display()
    )]
    Temporary {
        /// The folder.
        folder: PathBuf,
        /// What the operating system said.
        #[source]
        cause: io::Error,
    },
    /// The traces of a part of a corpus cannot be used.
    #[error("cannot use the traces `{}`: {cause}", name.display())]
    Traces {
        /// What the traces are called.
        name: PathBuf,
        /// Why not.
        #[source]
        cause: TracesError,
    },
    /// Traces cannot be written.
    #[error("cannot write the traces: {cause}")]
    WriteTraces {
        /// What the operating system said.
        #[source]
        cause: io::Error,
    },
    /// Standard input is among what is to be traced.
    #[error("standard input cannot be traced, for no other process can read it; name the file itself")]
    TracedInput,
    /// None of the traces are of a file.
    #[error("`{}` was not traced; give the traces of all parts", path.display())]
    Untraced {
        /// The file.
        path: PathBuf,
    },
    /// The caller stopped the reading of a part of a corpus, whose traces are worth nothing if they are not whole.
    #[error("stopped before all was read, so no traces were written")]
    Stopped,
    /// A configuration is not TOML, or asks for what there is not.
    #[error("{}:{line}:{column}: {reason}", path.display())]
    Config {
        /// Its path.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// The column, from 1, in Unicode code points.
        column: usize,
        /// What is wrong there.
        reason: String,
    },
    /// A record of a stream is not valid.
    #[error("{}:{line}: {cause}; `standpoint validate` shows where and what to write instead", path.display())]
    Refused {
        /// The path of its file.
        path: PathBuf,
        /// The line at which it begins, from 1.
        line: usize,
        /// What is wrong with it.
        cause: String,
    },
    /// The text of a source is not UTF-8.
    #[error("`{}` is not UTF-8 text", path.display())]
    NotText {
        /// The path.
        path: PathBuf,
    },
}

/// Why traces cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TracesError {
    /// They cannot be read or written.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The bytes are no file of traces.
    #[error("these are no traces of records; write them with `Validation::trace`")]
    NoTraces,
    /// They end too early, or were changed.
    #[error("they are cut short or damaged; trace this part again")]
    Damaged,
    /// Another version wrote them.
    #[error("version {version} wrote them, and this is version {}; trace all parts with one version", env!("CARGO_PKG_VERSION"))]
    OtherVersion {
        /// The version that wrote them.
        version: String,
    },
    /// A machine of another kind wrote them, which hashes otherwise.
    #[error("a machine of another kind wrote them; trace all parts on machines of one kind")]
    OtherMachine,
    /// They were written for another seed than others.
    #[error("they were written for another seed than others; trace all parts with one seed")]
    OtherSeed,
    /// They were written at other levels, or with other limits.
    #[error("they were written with other settings; trace all parts and validate with the same levels and limits")]
    OtherSettings,
    /// The files of the corpus are not those that it had when they were written, or have other sizes.
    #[error("they are of another corpus, or it was changed{}; trace this part again", path.as_ref().map(|path| format!(": see `{}`", path.display())).unwrap_or_default())]
    OtherCorpus {
        /// The first file that is not what it was; nothing, if there were more files.
        path: Option<PathBuf>,
    },
    /// A file was traced twice.
    #[error("`{}` was traced already; give the traces of each part once", path.display())]
    Twice {
        /// The file.
        path: PathBuf,
    },
}

impl Error {
    /// That a file could not be read, or that what came of it could not be kept in a temporary file.
    pub(crate) fn read(path: &Path, cause: io::Error) -> Self {
        match cause.downcast::<NotKept>() {
            Ok(NotKept(cause)) => Self::temporary(cause),
            Err(cause) => Self::Read { path: path.into(), cause },
        }
    }

    /// That something could not be kept in a temporary file.
    pub(crate) fn temporary(cause: io::Error) -> Self {
        // The message of the original names the temporary file, which nobody asked for.
        let cause = match cause.kind() {
            kind @ io::ErrorKind::NotFound => io::Error::new(kind, "there is no such folder"),
            kind if cause.raw_os_error().is_none() => kind.into(),
            _ => cause,
        };
        Self::Temporary { folder: std::env::temp_dir(), cause }
    }
}
