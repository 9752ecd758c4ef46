//! The doors through which files of records come in: whether small or large, whether the records are wanted or not.

use std::path::Path;

use standpoint_report::{Findings, Levels, Report};

use crate::{
    large,
    loaded::Loaded,
    read::{error::Error, files::Files},
    small,
    validation::Validation,
};

/// Validates the files of records at `paths`, and those in the folders at `paths`, as one dataset, whatever its size.
/// [`Validation`] has more to choose from.
///
/// ```
/// use standpoint_validate::{Levels, validate};
///
/// # let folder = tempfile::tempdir()?;
/// # std::fs::write(folder.path().join("page.json"), r#"{"kind":"source","id":"source/page","title":"A page"}"#)?;
/// let report = validate(&[folder.path()], &Levels::default())?;
/// let codes: Vec<&str> = report.diagnostics().iter().map(|diagnostic| diagnostic.code.name).collect();
/// assert_eq!(codes, ["missing-manifest", "missing-field"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`Error`] where a path cannot be read. Data that is wrong is never an error.
pub fn validate<P: AsRef<Path>>(paths: &[P], levels: &Levels) -> Result<Report, Error> {
    Validation::new().levels(levels.clone()).run(paths)
}

/// Validates as [`validate`] does, and keeps all records.
///
/// # Errors
///
/// [`Error`] where a path cannot be read, or a file is too large to be kept. Data that is wrong is never an error.
pub fn load<P: AsRef<Path>>(paths: &[P], levels: &Levels) -> Result<Loaded, Error> {
    let mut files = Files::below(paths)?;
    let levels = &files.levels(levels);
    let mut findings = Findings::new(levels, usize::MAX);
    let mut dataset = small::check_any(&mut files, Validation::MAX_RECORD_SIZE, &mut findings)?;
    let entries = std::mem::take(&mut dataset.submission.entries);
    Ok(Loaded::new(dataset.into_report(findings), entries))
}

impl Validation<'_> {
    /// Validates the files of records at `paths`, and those in the folders at `paths`, as one dataset. The path `-` is
    /// standard input.
    ///
    /// # Errors
    ///
    /// [`Error`] where a path cannot be read, or a record is longer than any should be. Data that is wrong is never an error.
    pub fn run<P: AsRef<Path>>(&self, paths: &[P]) -> Result<Report, Error> {
        self.run_on(&mut Files::below(paths)?, self.max_findings_per_code)
    }

    /// Validates files as one dataset, and keeps at most so many findings per code.
    pub(crate) fn run_on(&self, files: &mut Files, max_findings_per_code: usize) -> Result<Report, Error> {
        let levels = &files.levels(&self.levels);
        let mut findings = Findings::new(levels, max_findings_per_code);
        let dataset = match small::check(files, self.in_memory_limit, self.max_record_size, &mut findings)? {
            Some(dataset) => dataset,
            None => large::check(files, self, &mut findings)?,
        };
        Ok(dataset.into_report(findings))
    }
}
