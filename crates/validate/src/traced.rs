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
    /// Reads one part of a corpus and writes its *traces*: a summary of each record, some sixty bytes long, and what is wrong
    /// with single records.
    ///
    /// A corpus that takes too long for one machine can be read by many, none of which opens the files of another: each
    /// traces the files for which `is_part` holds, and [`Self::run_traced`] makes one report of all traces, however the
    /// corpus was cut. Every part needs the same inputs, each under the same name, the same levels, the same limits and the
    /// same `seed`. Draw the seed at random, so that nobody can forge two ids with one hash.
    ///
    /// Traces are of use to the same version of this crate, on machines of the same kind.
    ///
    /// ```
    /// use standpoint_validate::{Input, Validation};
    ///
    /// let manifest = r#"{"kind":"dataset","id":"dataset/d","format":"0.2","title":"D","version":"1.0.0","license":"CC0-1.0","publisher":"P","base_iri":"https://example.org/","created":"2023"}"#;
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

    /// Validates a corpus all of whose parts have been [traced](Self::trace). Their traces may come in any order. Each comes
    /// with a name for error messages, such as its path.
    ///
    /// The report is that of [`Self::run`]. If nothing in the corpus has to do with a rule over several records, no file is
    /// opened. Otherwise all files are read once more here; if records share an id, or an id is missing, once more for
    /// each. That the files are the same is told by their paths and sizes, so none may be changed meanwhile.
    ///
    /// # Errors
    ///
    /// Those of [`Self::run`]; [`Error::Traces`] if traces cannot be used, and [`Error::Untraced`] if some are missing.
    pub fn run_traced<I: Into<Input>, N: Into<PathBuf>, R: Read>(
        &self,
        corpus: impl IntoIterator<Item = I>,
        traces: impl IntoIterator<Item = (N, R)>,
    ) -> Result<Report, Error> {
        let files = Files::of(corpus)?;
        let levels = &files.levels(&self.levels);
        let mut findings = Findings::new(levels, self.max_findings_per_code);
        let traces = traces.into_iter().map(|(name, traces)| (name.into(), traces));
        let dataset = traces::check(&files, self, traces, &mut findings)?;
        Ok(dataset.into_report(findings))
    }
}
