//! The doors through which files of records come in: whether small or large, whether the records are wanted or not.

use std::path::Path;

use standpoint_report::{Coverage, Finding, Findings, Levels, Report};

use crate::{
    dataset::view::Submission,
    large,
    loaded::Loaded,
    read::{error::Error, files::Files, input::Input},
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

/// What a further check found, one that looks at more than the records.
#[derive(Debug, Clone, Default)]
pub struct Further {
    /// What it found. The rules' own findings of these codes give way to them.
    pub findings: Vec<Finding>,
    /// How much of each source is cited, if it looked.
    pub coverage: Option<Vec<Coverage>>,
    /// Whether nobody asked what the rules find.
    pub is_alone: bool,
}

/// A check that looks at more than the records, such as at the texts of their sources.
pub(crate) type FurtherCheck<'c> = dyn FnMut(&Submission) -> Result<Further, Error> + 'c;

impl Validation<'_> {
    /// Validates the inputs as one dataset: files of records and those in folders, by their paths, and bytes in memory. The
    /// path `-` is standard input.
    ///
    /// ```
    /// use standpoint_validate::{Input, Validation};
    ///
    /// # let folder = tempfile::tempdir()?;
    /// # std::fs::write(folder.path().join("page.json"), r#"{"kind":"source","id":"source/page","title":"A page"}"#)?;
    /// let on_disk = Validation::new().run([folder.path()])?;
    /// let held = r#"{"kind":"source","id":"source/page","title":"A page"}"#;
    /// let in_memory = Validation::new().run([Input::bytes("page.json", held)])?;
    /// assert_eq!(on_disk.codes(), in_memory.codes());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error`] if an input cannot be read, or a record is longer than any should be. Data that is wrong is never an error.
    pub fn run<I: Into<Input>>(&self, inputs: impl IntoIterator<Item = I>) -> Result<Report, Error> {
        self.run_on(&Files::of(inputs)?, self.max_findings_per_code)
    }

    /// Validates the inputs as [`Self::run`] does, and keeps all records, however many there are.
    ///
    /// ```
    /// use standpoint_validate::{Input, Validation};
    ///
    /// let line = r#"{"kind":"source","id":"source/page","type":"web-page","title":"A page"}"#;
    /// let loaded = Validation::new().load([Input::bytes("page.ndjson", line)])?;
    /// assert_eq!(loaded.records()[0].id(), "source/page");
    /// assert!(loaded.report.codes().contains_key("missing-manifest"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`Self::run`].
    pub fn load<I: Into<Input>>(&self, inputs: impl IntoIterator<Item = I>) -> Result<Loaded, Error> {
        let files = Files::of(inputs)?;
        let levels = &files.levels(&self.levels);
        let mut findings = Findings::new(levels, self.max_findings_per_code);
        let small = small::check(&files, self.in_memory_limit, self.max_record_size, &mut findings)?;
        let (dataset, records) = match small {
            Some(mut dataset) => {
                let entries = std::mem::take(&mut dataset.submission.entries);
                (dataset, entries.into_iter().map(|entry| entry.record).collect())
            }
            // The text of what is wrong is not kept, however much of it there is.
            None => (large::check(&files, self, &mut findings)?, small::records(&files, self.max_record_size)?),
        };
        Ok(Loaded::new(dataset.into_report(findings), records))
    }

    /// Validates the inputs as [`Self::load`] does, and adds what `check` finds in the records to the report. Levels and waivers
    /// are about these findings too.
    ///
    /// # Errors
    ///
    /// Those of [`Self::run`] and of the check.
    pub fn run_with<I: Into<Input>>(
        &self,
        inputs: impl IntoIterator<Item = I>,
        mut check: impl FnMut(&Submission) -> Result<Further, Error>,
    ) -> Result<Report, Error> {
        self.run_with_on(&Files::of(inputs)?, self.max_findings_per_code, &mut check)
    }

    /// Validates files as one dataset with a further check, and keeps at most so many findings per code.
    pub(crate) fn run_with_on(
        &self,
        files: &Files,
        max_findings_per_code: usize,
        check: &mut FurtherCheck<'_>,
    ) -> Result<Report, Error> {
        let levels = &files.levels(&self.levels);
        let mut all = Findings::new(levels, max_findings_per_code);
        let mut dataset = small::check_any(files, self.max_record_size, &mut all)?;
        let Further { mut findings, coverage, is_alone } = check(&dataset.submission)?;
        if is_alone {
            all = all.none();
        }
        dataset.scope.coverage = coverage;
        for finding in &findings {
            all.forget(finding.code);
        }
        dataset.waivers.apply(&mut findings);
        all.add_all(findings);
        Ok(dataset.into_report(all))
    }

    /// Validates files as one dataset, and keeps at most so many findings per code.
    pub(crate) fn run_on(&self, files: &Files, max_findings_per_code: usize) -> Result<Report, Error> {
        let levels = &files.levels(&self.levels);
        let mut findings = Findings::new(levels, max_findings_per_code);
        let dataset = match small::check(files, self.in_memory_limit, self.max_record_size, &mut findings)? {
            Some(dataset) => dataset,
            None => large::check(files, self, &mut findings)?,
        };
        Ok(dataset.into_report(findings))
    }
}
