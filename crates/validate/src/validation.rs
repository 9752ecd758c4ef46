//! How to validate: what a caller may ask for.

use std::{num::NonZero, ops::ControlFlow, path::Path, thread};

use crate::{Error, Levels, Report, bulk, reader::Files, submission::Submission};

/// A validation, set up step by step.
///
/// ```
/// use standpoint_validate::Validation;
///
/// # let folder = tempfile::tempdir()?;
/// # std::fs::write(folder.path().join("page.json"), r#"{"kind":"source","id":"source/page","title":"A page"}"#)?;
/// let report = Validation::new().threads(2).run(&[folder.path()])?;
/// assert!(!report.is_valid());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Validation<'w> {
    pub(crate) levels: Levels,
    pub(crate) threads: NonZero<usize>,
    pub(crate) longest_record: usize,
    pub(crate) watch: Option<&'w (dyn Fn(Progress) -> ControlFlow<()> + Sync)>,
    kept_below: u64,
}

/// How far a validation has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// How many bytes were read, once decompressed.
    pub bytes: u64,
    /// Whether they were read before, and what was suspect is looked at again.
    pub is_second: bool,
}

impl Default for Validation<'_> {
    fn default() -> Self {
        Self::new()
    }
}

impl<'w> Validation<'w> {
    /// The largest record, in bytes, that is read unless the caller says otherwise.
    pub const LONGEST_RECORD: usize = 16 << 20;

    /// How many bytes of files are read whole and kept unless the caller says otherwise: fewer than are worth more.
    pub const KEPT_BELOW: u64 = 4 << 20;

    /// The usual validation: the codes at their own levels, on all cores.
    pub fn new() -> Self {
        Self {
            levels: Levels::default(),
            threads: thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN),
            longest_record: Self::LONGEST_RECORD,
            watch: None,
            kept_below: Self::KEPT_BELOW,
        }
    }

    /// At these levels.
    #[must_use]
    pub fn levels(mut self, levels: Levels) -> Self {
        self.levels = levels;
        self
    }

    /// On so many threads; on one, if the number is 0. The report is the same whatever their number.
    #[must_use]
    pub fn threads(mut self, threads: usize) -> Self {
        self.threads = NonZero::new(threads).unwrap_or(NonZero::<usize>::MIN);
        self
    }

    /// Files of fewer bytes together are read whole and kept; of larger ones only what may be wrong is. The report is the
    /// same.
    #[must_use]
    pub fn kept_below(mut self, bytes: u64) -> Self {
        self.kept_below = bytes;
        self
    }

    /// No line of a file of lines has more bytes. A longer one is an [`Error`].
    #[must_use]
    pub fn longest_record(mut self, bytes: usize) -> Self {
        self.longest_record = bytes;
        self
    }

    /// Calls `watch` now and then, from any thread, while large files are read. Where it says so, the reading stops, and
    /// the report holds what was found so far.
    #[must_use]
    pub fn watch(mut self, watch: &'w (dyn Fn(Progress) -> ControlFlow<()> + Sync)) -> Self {
        self.watch = Some(watch);
        self
    }

    /// Validates the files of records at `paths`, and those in the folders at `paths`, as one dataset.
    ///
    /// # Errors
    ///
    /// [`Error`] where a path cannot be read. Data that is wrong is never an error.
    pub fn run<P: AsRef<Path>>(&self, paths: &[P]) -> Result<Report, Error> {
        self.run_on(Files::below(paths)?)
    }

    /// Validates files as one dataset.
    pub(crate) fn run_on(&self, files: Files) -> Result<Report, Error> {
        let mut findings = Vec::new();
        let submission = if files.size() < self.kept_below {
            Submission::checked(files, &mut findings)?
        } else {
            bulk::check(files, self, &mut findings)?
        };
        Ok(Report::new(submission, findings, &self.levels))
    }
}
