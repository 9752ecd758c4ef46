//! Citations checked against the texts that they point into.

use std::{cell::LazyCell, collections::BTreeMap, ops::Range, path::Path};

use standpoint_model::{Citation, Source, Span, Status};
use standpoint_report::{Coverage, Finding, Report, Sentence};
use standpoint_validate::{
    CitationPlace, Entry, Error, Fixed, Further, Input, Submission, Validation,
    codes::{MISSING_TEXT, SET_ASIDE_BUT_CITED, SPAN_DIGEST, STATED_BUT_HEDGED, TEXT_LENGTH},
};

use crate::{
    SourceText,
    hedge::hedge_of_stated,
    reanchor::{claimed, describe, edition, spans},
    source_text::code_points_of,
    texts::{TextFile, Texts, TextsOfSources},
    words,
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

/// Validates the inputs as [`Validation::load`] does, and checks their citations against the texts in `folder`, in which the
/// text of a source is recognised by its digest, whatever the name of its file.
///
/// ```
/// use standpoint_sources::verify;
/// use standpoint_validate::{Input, Validation, sha256};
///
/// let sources = tempfile::tempdir()?;
/// let text = "The group emerged in 2014.";
/// std::fs::write(sources.path().join("page.txt"), text)?;
/// let source = format!(
///     r#"{{"kind":"source","id":"source/page","type":"web-page","title":"A page","text":{{"sha256":"{}","length":99}}}}"#,
///     sha256(text)
/// );
/// let verification = verify(&Validation::new(), [Input::bytes("page.json", source)], sources.path())?;
/// assert!(verification.report.codes().contains_key("text-length"));
/// assert_eq!(verification.coverage()[0].uncited().count(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// Those of [`Validation::run`], and [`Error`] if a text cannot be read.
pub fn verify<I: Into<Input>>(
    validation: &Validation<'_>,
    inputs: impl IntoIterator<Item = I>,
    folder: &Path,
) -> Result<Verification, Error> {
    let texts = Texts::read(folder)?;
    let mut checked = 0;
    let report = validation.run_with(inputs, |submission| {
        let (further, count) = check(submission, &texts);
        checked = count;
        Ok(further)
    })?;
    Ok(Verification { report, checked })
}

/// Fixes the inputs as [`Validation::fix`] does, and puts the spans of words in their place, by the texts in `folder`. The
/// report of what is left is that of [`verify`].
///
/// # Errors
///
/// Those of [`Validation::fix`], and [`Error`] if a text cannot be read.
pub fn fix<I: Into<Input>>(
    validation: &Validation<'_>,
    inputs: impl IntoIterator<Item = I>,
    folder: &Path,
) -> Result<Fixed, Error> {
    let texts = Texts::read(folder)?;
    validation.fix_with(inputs, |submission| Ok(check(submission, &texts).0))
}

/// What is wrong with the citations of a dataset, by the texts of its sources, how much of these is cited, and how many
/// citations were checked.
fn check(submission: &Submission, texts: &Texts) -> (Further, usize) {
    let mut findings = Vec::new();
    let texts = find_texts(submission, texts, &mut findings);
    words::locate(submission, &texts, &mut findings);
    let mut checked = 0;
    let mut cited: BTreeMap<&str, Vec<Range<usize>>> = BTreeMap::new();
    for entry in submission.entries() {
        for (pointer, citation) in entry.citations() {
            let (Some(span), Some(text)) = (&citation.span, texts.get(citation.source.as_str())) else {
                continue;
            };
            let code_points = code_points_of(span);
            checked += 1;
            if let Some(finding) = misplaced(entry, &format!("{pointer}/span"), span, text) {
                findings.push(finding);
            } else if entry.record().status() == Status::Current {
                findings.extend(hedged(
                    submission,
                    entry,
                    pointer,
                    citation,
                    text.get(code_points.clone()).unwrap_or_default(),
                ));
                findings.extend(from_set_aside(submission, entry, pointer, citation, &code_points));
                cited.entry(citation.source.as_str()).or_default().push(code_points);
            }
        }
    }
    let mut coverage = Vec::new();
    for (entry, source) in submission.of::<Source>() {
        let Some(text) = texts.get(source.id.as_str()) else { continue };
        for (at, section) in source.sections.iter().enumerate() {
            findings.extend(misplaced(entry, &format!("/sections/{at}/span"), &section.span, text));
        }
        coverage.push(coverage_of(source, text, cited.get(source.id.as_str()).map_or(&[], Vec::as_slice)));
    }
    coverage.sort_by(|one: &Coverage, other| one.source.cmp(&other.source));
    coverage.dedup_by(|one, other| one.source == other.source);
    (Further { findings, coverage: Some(coverage), is_alone: false }, checked)
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
    let basis = entry.record().basis().filter(|_| place.is_of_record())?;
    let hedge = hedge_of_stated(basis, &source.languages, words)?;
    let message = format!("the record is stated as a fact; what it rests on says `{hedge}`");
    Some(
        Finding::new(&STATED_BUT_HEDGED, entry.value("/basis/modality"), message)
            .related(entry.value(format!("{place}/span")), "what it rests on")
            .help("if that is said of this record, the modality is `reported` or `alleged`; if not, cite fewer words"),
    )
}

/// The warning about a citation that lies where the record of the source says that there is nothing to encode.
fn from_set_aside(
    submission: &Submission,
    entry: &Entry,
    place: CitationPlace,
    citation: &Citation,
    cited: &Range<usize>,
) -> Option<Finding> {
    let of_source = submission.entry(citation.source.as_str())?;
    let source = submission.get::<Source>(citation.source.as_str())?;
    let (at, _) = set_aside(source).find(|(_, span)| span.start < cited.end && cited.start < span.end)?;
    let title = &source.sections[at].title;
    let message = format!("this rests on the section “{title}”, which is said to hold nothing to encode");
    Some(
        Finding::new(&SET_ASIDE_BUT_CITED, entry.value(format!("{place}/span")), message)
            .related(of_source.value(format!("/sections/{at}/nothing_to_encode")), "said here")
            .help("take `nothing_to_encode` from the section, or give it the stretches alone that hold nothing"),
    )
}

/// The texts of the sources, by the sources' ids.
fn find_texts<'s>(submission: &'s Submission, files: &'s Texts, findings: &mut Vec<Finding>) -> TextsOfSources<'s> {
    // Most texts are there, and then nobody asks which file has most of the spans.
    let sought = LazyCell::new(|| (spans(submission), claimed(submission)));
    let mut texts = BTreeMap::new();
    for (entry, source) in submission.of::<Source>() {
        let Some(recorded) = &source.text else { continue };
        let Some(TextFile { text, .. }) = files.get(&recorded.sha256) else {
            let (spans, claimed) = &*sought;
            let own = spans.get(source.id.as_str()).map_or(&[][..], Vec::as_slice);
            let own: Vec<&Span> = own.iter().map(|(_, span)| *span).collect();
            let near = edition(files, recorded, &own, claimed).and_then(|edition| describe(&edition));
            let finding = |message| Finding::new(&MISSING_TEXT, entry.value("/text/sha256"), message);
            findings.push(match near {
                Some(near) => finding(format!("the text of `{}` is another one now: {near}", source.id)).help(
                    "put the text into the folder as it was, or let `standpoint reanchor` move the spans to the text as it is",
                ),
                None => finding(format!("no file in `{}` has the text of `{}`", files.folder.display(), source.id)).help(
                    "put the text into that folder, unchanged and under any name; one changed character makes another digest",
                ),
            });
            continue;
        };
        if text.length() as u64 != recorded.length.get() {
            let message = format!("the text has {} characters, not {}", text.length(), recorded.length);
            findings.push(
                Finding::new(&TEXT_LENGTH, entry.value("/text/length"), message)
                    .help(format!("write {}; the length counts Unicode code points", text.length())),
            );
        }
        texts.insert(source.id.as_str(), text);
    }
    texts
}

/// A finding of the span at `pointer` if the text has something else there than the digest says.
fn misplaced(entry: &Entry, pointer: &str, span: &Span, text: &SourceText) -> Option<Finding> {
    if text.fits(span) {
        return None;
    }
    let message = "what stands at this span of the source is not what the digest says";
    Some(
        Finding::new(&SPAN_DIGEST, entry.value(format!("{pointer}/sha256")), message)
            .help("let `standpoint cite` print the span of the words in the text"),
    )
}

/// The sections of a source that are said to hold nothing to encode, by their places in the list, and their code points.
fn set_aside(source: &Source) -> impl Iterator<Item = (usize, Range<usize>)> {
    let sections = source.sections.iter().enumerate().filter(|(_, section)| section.nothing_to_encode);
    sections.map(|(at, section)| (at, code_points_of(&section.span)))
}

/// How far a text is cited. Its title and the headings of its sections stand in the record of the source and need no citation.
fn coverage_of(source: &Source, text: &SourceText, cited: &[Range<usize>]) -> Coverage {
    let is_cited =
        |sentence: &Range<usize>| cited.iter().any(|span| span.start < sentence.end && sentence.start < span.end);
    let is_heading = |sentence: &Range<usize>, words: &str| {
        let contains = |span: Range<usize>| span.start <= sentence.start && sentence.end <= span.end;
        let mut sections = source.sections.iter();
        source.title.as_str() == words
            || sections.any(|section| section.title.as_str() == words && contains(code_points_of(&section.span)))
    };
    let sentence = |code_points: Range<usize>| {
        let words = text.get(code_points.clone()).unwrap_or_default();
        let is_covered = is_cited(&code_points) || is_heading(&code_points, words);
        Sentence::new(code_points, words, is_covered)
    };
    let is_set_aside = |sentence: &Sentence| {
        let at = &sentence.code_points;
        !is_cited(at) && set_aside(source).any(|(_, span)| span.start <= at.start && at.end <= span.end)
    };
    let (set_aside, sentences): (Vec<_>, Vec<_>) = text.sentences().into_iter().map(sentence).partition(is_set_aside);
    let sections =
        source.sections.iter().map(|section| (section.title.as_str().to_owned(), code_points_of(&section.span)));
    Coverage::new(source.id.as_str(), sentences).beside(set_aside.len()).of_sections(sections.collect())
}
