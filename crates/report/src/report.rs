//! The outcome of a check.

use std::{collections::BTreeMap, path::PathBuf};

use standpoint_model::Kind;

use crate::{Coverage, Diagnostic, Document, Finding, Findings, Level, Levels, NotKept, Progress, Scope, resolve};

/// What was read and what is wrong with it.
///
/// A report can be made of any documents and findings. What else is known of what was read, a [`Scope`] tells.
#[derive(Debug, Clone)]
pub struct Report {
    documents: Vec<Document>,
    diagnostics: Vec<Diagnostic>,
    more: NotKept,
    scope: Scope,
}

impl Report {
    /// What is found in these documents, as far as the levels of the findings do not leave it out.
    pub fn new(documents: Vec<Document>, findings: Findings<'_>, scope: Scope) -> Self {
        let levels = findings.levels();
        let (kept, more) = findings.into_parts();
        let diagnostics = resolve(&documents, kept, levels);
        Self { documents, diagnostics, more, scope }
    }

    /// All that is found in these documents, at the codes' own levels.
    pub fn of(documents: Vec<Document>, found: impl IntoIterator<Item = Finding>) -> Self {
        let levels = Levels::default();
        let mut findings = Findings::new(&levels, usize::MAX);
        findings.add_all(found.into_iter().collect());
        Self::new(documents, findings, Scope::default())
    }

    /// The documents that were read, in the order of the paths and then of the file names.
    pub fn documents(&self) -> &[Document] {
        &self.documents
    }

    /// What is wrong, by document, place and code; what is about the dataset as a whole comes first. Of each code these
    /// are the first ones, if there are very many: [`Self::more`] counts the others.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Leaves out what `keep` does not keep, and what is only counted.
    #[must_use]
    pub fn filtered(mut self, keep: impl FnMut(&Diagnostic) -> bool) -> Self {
        self.diagnostics.retain(keep);
        self.more = NotKept::default();
        self
    }

    /// How many findings of each code there are beyond the diagnostics.
    pub fn more(&self) -> BTreeMap<&'static str, usize> {
        let mut more = BTreeMap::new();
        for ((code, _, _), count) in &self.more {
            *more.entry(*code).or_default() += count;
        }
        more
    }

    /// By code, level and document how many findings there are beyond the diagnostics.
    pub(crate) fn more_by_document(&self) -> impl Iterator<Item = (&'static str, Level, Option<usize>, usize)> {
        self.more.iter().map(|((code, level, document), count)| (*code, *level, *document, *count))
    }

    /// How many findings of each code there are, those that are only counted included.
    pub fn codes(&self) -> BTreeMap<&'static str, usize> {
        let mut codes = self.more();
        for diagnostic in &self.diagnostics {
            *codes.entry(diagnostic.code.name).or_default() += 1;
        }
        codes
    }

    /// How many findings of a level there are, those that are only counted included.
    pub fn count(&self, level: Level) -> usize {
        let more: usize = self.more.iter().filter(|((_, of, _), _)| *of == level).map(|(_, count)| count).sum();
        more + self.diagnostics.iter().filter(|diagnostic| diagnostic.level == level).count()
    }

    /// How many findings are left out because the records they are about waive them, whatever their levels.
    pub fn waived(&self) -> usize {
        self.scope.waived
    }

    /// Whether there is no error. Warnings and notes leave a dataset valid.
    pub fn is_valid(&self) -> bool {
        self.count(Level::Error) == 0
    }

    /// The greatest level of a finding, `None` if there are no findings.
    pub fn worst(&self) -> Option<Level> {
        let more = self.more.keys().map(|(_, level, _)| *level);
        self.diagnostics.iter().map(|diagnostic| diagnostic.level).chain(more).max()
    }

    /// What was read, beside the documents.
    pub fn scope(&self) -> &Scope {
        &self.scope
    }

    /// How much of each source is cited, if somebody looked.
    pub fn coverage(&self) -> Option<&[Coverage]> {
        self.scope.coverage.as_deref()
    }

    /// How many records the model's types accept.
    pub fn records(&self) -> usize {
        self.scope.counts.records()
    }

    /// How many of the records are of a kind.
    pub fn records_of(&self, kind: Kind) -> usize {
        self.scope.counts.of(kind)
    }

    /// How many citations the records rest on, those of standpoints included.
    pub fn citations(&self) -> usize {
        self.scope.counts.citations()
    }

    /// Files in the folders that were not read, because their names do not end as those of records do.
    pub fn passed_over(&self) -> &[PathBuf] {
        &self.scope.passed_over
    }

    /// Whether everything was read as JSON. If not, checks for what is missing from the dataset were left out.
    pub fn is_complete(&self) -> bool {
        self.scope.is_complete
    }

    /// How many bytes the files of records have, once decompressed, as far as they were read.
    pub fn bytes(&self) -> u64 {
        self.scope.bytes
    }

    /// How far the reading had come, if somebody stopped it. Then what is about several
    /// records may not have been looked for.
    pub fn stopped(&self) -> Option<Progress> {
        self.scope.stopped
    }
}
