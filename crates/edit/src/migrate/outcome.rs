//! What bringing a dataset forward came to.

use std::{
    fmt,
    path::{Path, PathBuf},
};

use standpoint_report::Report;

use super::counts::Count;
use crate::{EditedFile, Error, file, new_folder::NewFolder};

/// What became of a dataset that was to be brought to format 0.2.
///
/// These are all there is on purpose: whoever matches on one learns of another from the compiler.
#[derive(Debug, Clone)]
pub enum Migrated {
    /// It is of format 0.2 already: there is nothing to do.
    Current,
    /// It cannot be brought forward as it is. Nothing is changed.
    Refused {
        /// Why not.
        cause: Refusal,
        /// What is wrong, with its places in the files as they are.
        report: Report,
    },
    /// It can be written.
    Ready(Migration),
}

/// Why a dataset cannot be brought to format 0.2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Some of it is not JSON.
    NotJson,
    /// No manifest is among the records, so nobody can tell their format.
    NoManifest,
    /// A manifest names a format that this version does not know.
    UnknownFormat,
    /// One manifest says that the records are of format 0.1, and another that they are of 0.2.
    TwoFormats,
    /// Records that belong to the manifest are not among those that were named.
    LeftBehind,
    /// Some of it is not valid in format 0.1.
    NotOld,
    /// It would not be valid in format 0.2. Mostly it breaks a rule that format 0.1 had too.
    NotNew,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotJson => "these records cannot be read as JSON",
            Self::NoManifest => "these records have no manifest",
            Self::UnknownFormat => "the manifest names a format that this version does not know",
            Self::TwoFormats => "the manifests name two formats",
            Self::LeftBehind => "records of this dataset would be left behind",
            Self::NotOld => "these records are not valid in format 0.1",
            Self::NotNew => "these records would not be valid in format 0.2",
        })
    }
}

/// A dataset as it is in format 0.2, ready to be written.
#[derive(Debug, Clone)]
pub struct Migration {
    pub(super) files: Vec<EditedFile>,
    pub(super) passed_over: Vec<PathBuf>,
    pub(super) report: Report,
    pub(super) counts: Vec<Count>,
}

impl Migration {
    /// The files of records, in the order in which they were read.
    pub fn files(&self) -> &[EditedFile] {
        &self.files
    }

    /// How often each change is made, the most frequent first.
    pub fn counts(&self) -> &[Count] {
        &self.counts
    }

    /// Notes on changes that lose precision or need somebody who knows the source, and the errors that are brought forward,
    /// with their places in the files as they were read.
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// Writes the files in their places, all of them or none: if one cannot be written, those before it are put back.
    ///
    /// # Errors
    ///
    /// [`Error`] if a file may not be written, was changed meanwhile, is a link or lies behind one, or is no file at all.
    pub fn write(&self) -> Result<(), Error> {
        file::replace(&self.files)
    }

    /// Writes the dataset into a new folder, with the files that lie beside the records, as they are. `roots` are the paths
    /// that were read: where a file lay below one of them, it lies below the new folder. All of it is written or nothing.
    ///
    /// # Errors
    ///
    /// [`Error`] if there is such a folder and it holds anything, if it lies in one that was read, or if two files would be
    /// one there.
    pub fn write_to<P: AsRef<Path>>(&self, folder: &Path, roots: &[P]) -> Result<(), Error> {
        self.new_folder(folder, roots)?.make()
    }

    /// Looks whether [`Self::write_to`] may make the folder, and writes nothing.
    ///
    /// # Errors
    ///
    /// Those of [`Self::write_to`] that can be foreseen.
    pub fn check_folder<P: AsRef<Path>>(&self, folder: &Path, roots: &[P]) -> Result<(), Error> {
        self.new_folder(folder, roots).map(drop)
    }

    fn new_folder<'f, P: AsRef<Path>>(&'f self, folder: &'f Path, roots: &[P]) -> Result<NewFolder<'f>, Error> {
        NewFolder::of(&self.files, &self.passed_over, folder, roots)
    }
}
