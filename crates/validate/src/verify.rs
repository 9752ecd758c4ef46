//! Citations checked against the texts that they point into.

use std::{collections::BTreeMap, ops::Range, path::Path};

use standpoint_model::{Citation, Source, Status};
use standpoint_report::{Coverage, Finding, Findings, Report, Sentence};

use crate::{
    Error, SourceText, codes,
    dataset::{
        entry::{CitationPlace, Entry},
        view::Submission,
    },
    diagnose::hedge::hedge_of_stated,
    read::{
        files::{self, Files},
        input::Input,
    },
    sha256, small,
    validation::Validation,
};

/// The outcome of a verification.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Verification {
    /// What is wrong with the dataset, its citations included, and how much of each source whose text was found is cited.
    pub report: Report,
    /// How many citations were checked against a text.
    pub checked: usize,
}

impl Verification {
    /// How much of each source whose text was found is cited.
    pub fn coverage(&self) -> &[Coverage] {
        self.report.coverage().unwrap_or_default()
    }
}

impl Validation<'_> {
    /// Validates the inputs as [`Self::load`] does, and checks their citations against the texts in the folder `sources`, in
    /// which the text of a source is recognised by its digest, whatever the name of its file.
    ///
    /// ```
    /// use standpoint_validate::{Input, Validation, sha256};
    ///
    /// let sources = tempfile::tempdir()?;
    /// let text = "The group emerged in 2014.";
    /// std::fs::write(sources.path().join("page.txt"), text)?;
    /// let source = format!(
    ///     r#"{{"kind":"source","id":"source/page","type":"web-page","title":"A page","text":{{"sha256":"{}","length":99}}}}"#,
    ///     sha256(text)
    /// );
    /// let verification = Validation::new().verify([Input::bytes("page.json", source)], sources.path())?;
    /// assert!(verification.report.codes().contains_key("text-length"));
    /// assert_eq!(verification.coverage()[0].uncited().count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`Self::run`], and [`Error`] if a text cannot be read.
    pub fn verify<I: Into<Input>>(
        &self,
        inputs: impl IntoIterator<Item = I>,
        sources: &Path,
    ) -> Result<Verification, Error> {
        verify(self, &Files::of(inputs)?, sources)
    }
}

fn verify(validation: &Validation<'_>, files: &Files, sources: &Path) -> Result<Verification, Error> {
    let levels = &files.levels(&validation.levels);
    let mut all = Findings::new(levels, validation.max_findings_per_code);
    let mut dataset = small::check_any(files, validation.max_record_size, &mut all)?;
    let submission = &dataset.submission;
    let mut findings = Vec::new();
    let texts = find_texts(submission, sources, &mut findings)?;
    let mut checked = 0;
    let mut cited: BTreeMap<&str, Vec<Range<usize>>> = BTreeMap::new();
    for entry in &submission.entries {
        for (pointer, citation) in entry.citations() {
            let (Some(span), Some(text)) = (&citation.span, texts.get(citation.source.as_str())) else {
                continue;
            };
            let code_points = index(span.start())..index(span.end());
            checked += 1;
            if text.get(code_points.clone()).is_none_or(|there| sha256(there) != *span.sha256()) {
                findings.push(
                    Finding::new(
                        &codes::SPAN_DIGEST,
                        entry.value(format!("{pointer}/span/sha256")),
                        "what stands at this span of the source is not what the digest says",
                    )
                    .help("let `standpoint cite` print the span of the words in the text"),
                );
            } else if entry.record.status() == Status::Current {
                findings.extend(hedged(
                    submission,
                    entry,
                    pointer,
                    citation,
                    text.get(code_points.clone()).unwrap_or_default(),
                ));
                cited.entry(citation.source.as_str()).or_default().push(code_points);
            }
        }
    }
    let coverage = texts
        .iter()
        .map(|(&source, text)| coverage_of(source, text, cited.get(source).map_or(&[], Vec::as_slice)))
        .collect();
    dataset.scope.coverage = Some(coverage);
    dataset.waivers.apply(&mut findings);
    all.add_all(findings);
    Ok(Verification { checked, report: dataset.into_report(all) })
}

/// The note about a record that is stated, at whose place in the source the source keeps its distance.
fn hedged(
    submission: &Submission,
    entry: &Entry,
    place: CitationPlace,
    citation: &Citation,
    words: &str,
) -> Option<Finding> {
    let source = submission.get::<Source>(citation.source.as_str())?;
    let basis = entry.record.basis().filter(|_| place.is_of_record())?;
    let hedge = hedge_of_stated(basis, source.languages.first(), words)?;
    let message = format!("the record is stated as a fact; what it rests on says `{hedge}`");
    Some(
        Finding::new(&codes::STATED_BUT_HEDGED, entry.value("/basis/modality"), message)
            .related(entry.value(format!("{place}/span")), "what it rests on")
            .help("if that is said of this record, the modality is `reported` or `alleged`; if not, cite fewer words"),
    )
}

/// The texts of the sources, by the sources' ids.
fn find_texts<'s>(
    submission: &'s Submission,
    folder: &Path,
    findings: &mut Vec<Finding>,
) -> Result<BTreeMap<&'s str, SourceText>, Error> {
    let digests = submission.of::<Source>().filter_map(|(_, source)| source.text.as_ref()).map(|text| &text.sha256);
    let files = files::texts_below(folder, &digests.collect())?;
    let mut texts = BTreeMap::new();
    for (entry, source) in submission.of::<Source>() {
        let Some(recorded) = &source.text else { continue };
        let Some(text) = files.get(&recorded.sha256) else {
            let message = format!("no file in `{}` has the text of `{}`", folder.display(), source.id);
            findings.push(Finding::new(&codes::MISSING_TEXT, entry.value("/text/sha256"), message).help(
                "put the text into that folder, unchanged and under any name; one changed character makes another digest",
            ));
            continue;
        };
        if text.length() as u64 != recorded.length.get() {
            let message = format!("the text has {} characters, not {}", text.length(), recorded.length);
            findings.push(
                Finding::new(&codes::TEXT_LENGTH, entry.value("/text/length"), message)
                    .help(format!("write {}; the length counts Unicode code points", text.length())),
            );
        }
        texts.insert(source.id.as_str(), text.clone());
    }
    Ok(texts)
}

/// A code point as an index; beyond every text, where the machine cannot count so far.
fn index(code_point: u64) -> usize {
    usize::try_from(code_point).unwrap_or(usize::MAX)
}

fn coverage_of(source: &str, text: &SourceText, cited: &[Range<usize>]) -> Coverage {
    let touched =
        |sentence: &Range<usize>| cited.iter().any(|span| span.start < sentence.end && sentence.start < span.end);
    let sentence = |code_points: Range<usize>| {
        let is_cited = touched(&code_points);
        let text = text.get(code_points.clone()).unwrap_or_default();
        Sentence::new(code_points, text, is_cited)
    };
    Coverage::new(source, text.sentences().into_iter().map(sentence).collect())
}
