//! How to validate: what a caller may ask for.

use std::{
    io::Read,
    num::NonZero,
    ops::ControlFlow,
    path::{Path, PathBuf},
    thread,
};

use crate::{
    Checked, Error, Fixed, Levels, Report,
    dataset::view::Submission,
    fix, large,
    read::{blocks, files::Files},
    record_checks,
    report::findings::Findings,
};

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
    pub(crate) findings_of_a_code: usize,
    pub(crate) watch: Option<&'w (dyn Fn(Progress) -> ControlFlow<()> + Sync)>,
    kept_below: u64,
    /// How many bytes of large files are read at a time.
    pub(crate) block: usize,
}

/// How far a validation has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// How many bytes were read, once decompressed.
    pub bytes: u64,
    /// How many bytes these are in the files, compressed or not.
    pub taken: u64,
    /// How many bytes the files have. Nothing, where standard input is among them.
    pub of: Option<u64>,
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

    /// How many findings of a code are kept unless the caller says otherwise.
    pub const FINDINGS_OF_A_CODE: usize = 1000;

    /// How many bytes of files are read whole and kept unless the caller says otherwise: fewer than are worth more.
    pub const KEPT_BELOW: u64 = 4 << 20;

    /// The usual validation: the codes at their own levels, on all cores.
    pub fn new() -> Self {
        Self {
            levels: Levels::default(),
            threads: thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN),
            longest_record: Self::LONGEST_RECORD,
            findings_of_a_code: Self::FINDINGS_OF_A_CODE,
            watch: None,
            kept_below: Self::KEPT_BELOW,
            block: blocks::BLOCK,
        }
    }

    /// At these levels.
    #[must_use]
    pub fn levels(mut self, levels: Levels) -> Self {
        self.levels = levels;
        self
    }

    /// Reads large datasets on so many threads; on one, if the number is 0. The report is the same whatever their number.
    /// The rules run in rayon's pool.
    #[must_use]
    pub fn threads(mut self, threads: usize) -> Self {
        self.threads = NonZero::new(threads).unwrap_or(NonZero::<usize>::MIN);
        self
    }

    /// Files of fewer bytes together, once decompressed, are read whole and kept; of larger ones only what may be wrong is.
    /// The report is the same, but that a file of lines with records over several lines may have more findings about them:
    /// one more wherever a block of it ends within a record.
    #[must_use]
    pub fn kept_below(mut self, bytes: u64) -> Self {
        self.kept_below = bytes;
        self
    }

    /// No record, and no line of a file of lines, has more bytes. A longer one is an [`Error`], so that whatever is read ends
    /// soon or comes in pieces that memory holds.
    #[must_use]
    pub fn longest_record(mut self, bytes: usize) -> Self {
        self.longest_record = bytes;
        self
    }

    /// Of each code so many findings are kept, those that come first. The others are counted: [`Report::more`].
    #[must_use]
    pub fn findings_of_a_code(mut self, most: usize) -> Self {
        self.findings_of_a_code = most;
        self
    }

    /// Calls `watch` now and then, from any thread, while large files are read. Where it says so, the reading stops, and
    /// the report holds what was found so far.
    #[must_use]
    pub fn watch(mut self, watch: &'w (dyn Fn(Progress) -> ControlFlow<()> + Sync)) -> Self {
        self.watch = Some(watch);
        self
    }

    /// Validates the files of records at `paths`, and those in the folders at `paths`, as one dataset. The path `-` is
    /// standard input.
    ///
    /// # Errors
    ///
    /// [`Error`] where a path cannot be read, or a record is longer than any should be. Data that is wrong is never an error.
    pub fn run<P: AsRef<Path>>(&self, paths: &[P]) -> Result<Report, Error> {
        self.run_on(&mut Files::below(paths)?, self.findings_of_a_code)
    }

    /// Works out what the files of records at `paths` become where every [`Fix`](crate::Fix) is made, and validates that.
    /// Nothing is written until [`Fixed::write`].
    ///
    /// What the levels or the records themselves silence is not fixed. Fixes that overlap are made one after the other.
    /// What no fix is about stays as it is, byte for byte. All findings are kept.
    ///
    /// ```
    /// use standpoint_validate::Validation;
    ///
    /// # let folder = tempfile::tempdir()?;
    /// # let file = folder.path().join("page.json");
    /// # std::fs::write(&file, r#"{"kind":"source","id":"source/page","title":"A page","type":"Web-Page"}"#)?;
    /// let fixed = Validation::new().fix(&[&file])?;
    /// assert_eq!(fixed.files()[0].fixes(), 1);
    /// fixed.write()?;
    /// assert!(std::fs::read_to_string(&file)?.contains(r#""type":"web-page""#));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error`] where a path cannot be read or is standard input, and where there is something to fix in a file that is
    /// compressed, that is a link, or that lies behind a link in one of the folders.
    pub fn fix<P: AsRef<Path>>(&self, paths: &[P]) -> Result<Fixed, Error> {
        fix::fix(self, paths)
    }

    /// The records of what `raw` reads, one at a time, each with what is wrong with it by itself; what is about several
    /// records is for [`Self::run`]. Memory does not grow with the stream, unless it is one array.
    ///
    /// The stream may be compressed by gzip or Zstandard. What begins with `[` is an array of records. What begins with `{` is
    /// one record over several lines, if its first line is not JSON by itself and the next one does not begin with `{` too.
    /// Everything else is a record a line. `name` is what the stream is called where places are told.
    ///
    /// ```
    /// use standpoint_validate::Validation;
    ///
    /// let stream = "{\"kind\":\"source\",\"id\":\"source/page\",\"title\":\"A page\",\"type\":\"web-page\"}\n{}\n";
    /// let validation = Validation::new();
    /// let mut records = validation.check_records("<stream>", stream.as_bytes())?;
    /// let good = records.next().ok_or("a record")??;
    /// assert_eq!((good.record.map(|record| record.id().to_owned()), good.diagnostics.len()), (Some("source/page".into()), 0));
    /// let bad = records.next().ok_or("a record")??;
    /// assert_eq!((bad.line, bad.record, bad.diagnostics[0].code.name), (2, None, "missing-kind"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error`] where the stream cannot be read, or a record is longer than any should be. Data that is wrong is never an
    /// error. After an error the iterator ends.
    pub fn check_records<'v>(
        &'v self,
        name: impl Into<PathBuf>,
        raw: impl Read + 'v,
    ) -> Result<impl Iterator<Item = Result<Checked, Error>> + 'v, Error> {
        record_checks::checks(name.into(), raw, &self.levels, self.longest_record)
    }

    /// Validates files as one dataset, and keeps so many findings of a code.
    pub(crate) fn run_on(&self, files: &mut Files, findings_of_a_code: usize) -> Result<Report, Error> {
        let levels = &files.levels(&self.levels);
        let mut findings = Findings::new(levels, findings_of_a_code);
        let submission = match Submission::kept(files, self.kept_below, self.longest_record, &mut findings)? {
            Some(submission) => submission,
            None => large::check(files, self, &mut findings)?,
        };
        Ok(Report::new(submission, findings, levels))
    }
}
