//! The doors for a corpus whose parts are read apart from one another.

use std::{
    io::{Read, Write},
    path::{Path, PathBuf},
};

use standpoint_report::{Findings, Report};

use crate::{
    large::traces,
    read::{error::Error, files::Files, input::Input},
    validation::Validation,
};

impl Validation<'_> {
    /// Reads a part of a corpus, and writes its *traces*: what the rest of the validation needs to know of it.
    ///
    /// A corpus that takes too long for one machine can be validated by many, none of which opens the files of another:
    /// each traces the files for which `is_part` holds, and [`Self::run_traced`] makes one report of all traces, whatever
    /// the parts are. All need the same corpus (each file under the same path), the same settings and the same `seed`. The
    /// seed is that of the hashes by which ids are known; draw it at random for each validation, so that nobody can make up
    /// ids that are taken for one another.
    ///
    /// Traces have some fifty bytes for each record. They are of use to the same version of this crate, on machines of the
    /// same kind, and mean nothing to anybody else.
    ///
    /// ```
    /// use standpoint_validate::{Input, Validation};
    ///
    /// let manifest = r#"{"kind":"dataset","id":"dataset/d","title":"D","version":"1.0.0","license":"CC0-1.0","publisher":"P","base_iri":"https://example.org/","created":"2023"}"#;
    /// let page = r#"{"kind":"source","id":"source/page","type":"web-page","title":"A page"}"#;
    /// let corpus = [Input::bytes("manifest.json", manifest), Input::bytes("page.json", page)];
    /// let (validation, seed) = (Validation::new(), 2_029_837_465);
    ///
    /// let (mut one, mut other) = (Vec::new(), Vec::new());
    /// validation.trace(&corpus, |path| path.ends_with("page.json"), seed, &mut one)?;
    /// validation.trace(&corpus, |path| !path.ends_with("page.json"), seed, &mut other)?;
    ///
    /// let report = validation.run_traced(&corpus, [("one", one.as_slice()), ("other", other.as_slice())])?;
    /// assert_eq!(report.codes(), validation.run(&corpus)?.codes());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`Self::run`]; [`Error::Stopped`] if [`Self::watch`] stopped it, [`Error::WriteTraces`] if the traces cannot be
    /// written, and [`Error::TracedInput`] if standard input is among the inputs, which no other process can read.
    pub fn trace<I: Into<Input>>(
        &self,
        corpus: impl IntoIterator<Item = I>,
        is_part: impl Fn(&Path) -> bool,
        seed: u64,
        to: impl Write,
    ) -> Result<(), Error> {
        let files = Files::of(corpus)?;
        let levels = files.levels(&self.levels);
        traces::write(&files, is_part, self, &levels, seed, to)
    }

    /// Validates a corpus all of whose parts have been [traced](Self::trace), in whatever order their traces come. Each comes
    /// with the name by which an error tells of it, such as its path.
    ///
    /// The report is that of [`Self::run`]. Only what is suspect once all parts are taken together is read again from the
    /// files of the corpus.
    ///
    /// # Errors
    ///
    /// Those of [`Self::run`]; [`Error::Traces`] if traces cannot be used, and [`Error::Untraced`] if some are missing.
    pub fn run_traced<I: Into<Input>, N: Into<PathBuf>, R: Read>(
        &self,
        corpus: impl IntoIterator<Item = I>,
        traces: impl IntoIterator<Item = (N, R)>,
    ) -> Result<Report, Error> {
        let mut files = Files::of(corpus)?;
        let levels = &files.levels(&self.levels);
        let mut findings = Findings::new(levels, self.max_findings_per_code);
        let traces = traces.into_iter().map(|(name, traces)| (name.into(), traces));
        let dataset = traces::check(&mut files, self, traces, &mut findings)?;
        Ok(dataset.into_report(findings))
    }
}
