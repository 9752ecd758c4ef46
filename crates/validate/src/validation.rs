//! How to validate: what a caller may ask for.

use std::{num::NonZero, ops::ControlFlow, thread};

use standpoint_report::{Levels, Progress};

use crate::read::blocks;

/// A validation, set up step by step.
///
/// ```
/// use standpoint_validate::Validation;
///
/// # let folder = tempfile::tempdir()?;
/// # std::fs::write(folder.path().join("page.json"), r#"{"kind":"source","id":"source/page","title":"A page"}"#)?;
/// let report = Validation::new().threads(2).run([folder.path()])?;
/// assert!(!report.is_valid());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Validation<'w> {
    pub(crate) levels: Levels,
    pub(crate) threads: NonZero<usize>,
    pub(crate) max_record_size: usize,
    pub(crate) max_findings_per_code: usize,
    pub(crate) watch: Option<&'w (dyn Fn(Progress) -> ControlFlow<()> + Sync)>,
    pub(crate) in_memory_limit: u64,
    /// How many bytes of large files are read at a time.
    pub(crate) block: usize,
    /// How many bytes of traces memory holds of each relation, in each part of a ledger.
    pub(crate) traces: usize,
}

/// How many threads a core is given at most: with more, each waits for the others.
const MAX_THREADS_PER_CORE: NonZero<usize> = NonZero::<usize>::MIN.saturating_add(3);

fn available_threads() -> NonZero<usize> {
    thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN)
}

impl Default for Validation<'_> {
    fn default() -> Self {
        Self::new()
    }
}

impl<'w> Validation<'w> {
    /// The largest record, in bytes, that is read unless the caller says otherwise.
    pub const MAX_RECORD_SIZE: usize = 16 << 20;

    /// How many findings per code are kept unless the caller says otherwise.
    pub const MAX_FINDINGS_PER_CODE: usize = 1000;

    /// The size below which a dataset is held in memory unless the caller says otherwise: smaller than is worth more.
    pub const IN_MEMORY_LIMIT: u64 = 4 << 20;

    /// The usual validation: the codes at their own levels, on all cores.
    pub fn new() -> Self {
        Self {
            levels: Levels::default(),
            threads: available_threads(),
            max_record_size: Self::MAX_RECORD_SIZE,
            max_findings_per_code: Self::MAX_FINDINGS_PER_CODE,
            watch: None,
            in_memory_limit: Self::IN_MEMORY_LIMIT,
            block: blocks::BLOCK,
            traces: 1 << 20,
        }
    }

    /// At these levels.
    #[must_use]
    pub fn levels(mut self, levels: Levels) -> Self {
        self.levels = levels;
        self
    }

    /// Reads large datasets on so many threads; on one, if the number is 0; on no more than can be of any help, which
    /// [`Self::thread_count`] tells. The report is the same whatever their number. The rules run in rayon's pool.
    #[must_use]
    pub fn threads(mut self, threads: usize) -> Self {
        // More would only take memory and time to begin.
        let most = available_threads().saturating_mul(MAX_THREADS_PER_CORE);
        self.threads = NonZero::new(threads).unwrap_or(NonZero::<usize>::MIN).min(most);
        self
    }

    /// On how many threads large datasets are read.
    ///
    /// ```
    /// use standpoint_validate::Validation;
    ///
    /// assert_eq!(Validation::new().threads(1).thread_count(), 1);
    /// assert!(Validation::new().threads(1_000_000).thread_count() < 1_000_000);
    /// ```
    pub fn thread_count(&self) -> usize {
        self.threads.get()
    }

    /// Datasets below this size, once decompressed, are held in memory. Larger ones are streamed, and only suspicious records
    /// are held. The report is the same.
    #[must_use]
    pub fn in_memory_limit(mut self, bytes: u64) -> Self {
        self.in_memory_limit = bytes;
        self
    }

    /// No record, and no line of a file of lines, has more bytes. A longer one is an [`Error`](crate::Error), so that whatever is read ends
    /// soon or comes in pieces that memory holds.
    #[must_use]
    pub fn max_record_size(mut self, bytes: usize) -> Self {
        self.max_record_size = bytes;
        self
    }

    /// Keeps at most `most` findings per code, the earliest in the files; the rest are only counted, in [`Report::more`](standpoint_report::Report::more).
    #[must_use]
    pub fn max_findings_per_code(mut self, most: usize) -> Self {
        self.max_findings_per_code = most;
        self
    }

    /// Calls `watch` now and then, from any thread, while large files are read. Where it says so, the reading stops, and
    /// the report holds what was found so far.
    #[must_use]
    pub fn watch(mut self, watch: &'w (dyn Fn(Progress) -> ControlFlow<()> + Sync)) -> Self {
        self.watch = Some(watch);
        self
    }
}
