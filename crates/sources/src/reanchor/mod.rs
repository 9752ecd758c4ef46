//! Spans moved to the text as it is now.

mod edition;
mod settle;
mod variant;
mod windows;

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
    path::Path,
};

use standpoint_model::{Sha256, Source, Span};
use standpoint_report::{Change, Finding, Place, Report};
use standpoint_validate::{
    Entry, Error, Fixed, Further, Input, Submission, Validation,
    codes::{MISSING_TEXT, SPAN_DIGEST},
};

pub(crate) use self::edition::{Edition, EditionKind, edition};
use self::{
    settle::{Anchor, Outcome, settle},
    windows::Windows,
};
use crate::{Found, SourceText, find::on_one_line, source_text::code_points_of, texts::Texts};

/// How many of several places are shown.
const SHOWN: usize = 5;

/// Says of each source whose text is no longer in `folder`, and of each span that does not fit its text, where it went: by
/// the digests alone, so that a lookalike is never taken. What can be moved has a fix.
///
/// # Errors
///
/// Those of [`Validation::run`], and [`Error`] if a text cannot be read.
pub fn reanchor<I: Into<Input>>(
    validation: &Validation<'_>,
    inputs: impl IntoIterator<Item = I>,
    folder: &Path,
) -> Result<Report, Error> {
    let texts = Texts::read(folder)?;
    validation.run_with(inputs, |submission| Ok(check(submission, &texts)))
}

/// Works out what the files become if all spans move that [`reanchor`] can move. The report is of what is left.
///
/// # Errors
///
/// Those of [`Validation::fix`], and [`Error`] if a text cannot be read.
pub fn fix_anchors<I: Into<Input>>(
    validation: &Validation<'_>,
    inputs: impl IntoIterator<Item = I>,
    folder: &Path,
) -> Result<Fixed, Error> {
    let texts = Texts::read(folder)?;
    validation.fix_with(inputs, |submission| Ok(check(submission, &texts)))
}

/// A span of the text of a source, and where it stands in the records.
pub(crate) type Spans<'s> = BTreeMap<&'s str, Vec<(Place, &'s Span)>>;

/// The spans of each source: those of citations, and those of its sections.
pub(crate) fn spans(submission: &Submission) -> Spans<'_> {
    let mut spans = Spans::new();
    for entry in submission.entries() {
        for (pointer, citation) in entry.citations() {
            if let Some(span) = &citation.span {
                let place = entry.value(format!("{pointer}/span"));
                spans.entry(citation.source.as_str()).or_default().push((place, span));
            }
        }
    }
    for (entry, source) in submission.of::<Source>() {
        for (at, section) in source.sections.iter().enumerate() {
            let place = entry.value(format!("/sections/{at}/span"));
            spans.entry(source.id.as_str()).or_default().push((place, &section.span));
        }
    }
    spans
}

/// The digests of the texts of all sources.
pub(crate) fn claimed(submission: &Submission) -> BTreeSet<&Sha256> {
    submission.of::<Source>().filter_map(|(_, source)| Some(&source.text.as_ref()?.sha256)).collect()
}

fn check(submission: &Submission, texts: &Texts) -> Further {
    let (spans, claimed) = (spans(submission), claimed(submission));
    let mut findings = Vec::new();
    for (entry, source) in submission.of::<Source>() {
        let Some(recorded) = &source.text else { continue };
        let own = spans.get(source.id.as_str()).map_or(&[][..], Vec::as_slice);
        let bare: Vec<&Span> = own.iter().map(|(_, span)| *span).collect();
        let Some(edition) = edition(texts, recorded, &bare, &claimed) else {
            let message =
                format!("no file in `{}` is an edition of the text of `{}`", texts.folder.display(), source.id);
            let help =
                "put the text into that folder, as it was or as it is now; a third of the spans must stand in it";
            findings.push(Finding::new(&MISSING_TEXT, entry.value("/text/sha256"), message).help(help));
            continue;
        };
        findings.extend(moved_text(entry, &edition));
        findings.extend(moved_spans(own, &edition));
    }
    Further { findings, coverage: None, is_alone: true }
}

/// The text of a source that is another one now.
fn moved_text(entry: &Entry, edition: &Edition<'_>) -> Option<Finding> {
    let message = describe(edition)?;
    let text = &edition.file.text;
    let json = format!(r#"{{"sha256":"{}","length":{}}}"#, text.sha256().as_str(), text.length());
    let place = entry.value("/text");
    let finding = Finding::new(&MISSING_TEXT, place.clone(), message).help("`--fix` records the text as it is now");
    Some(finding.repair(place, Change::Field { name: "text".into(), json }))
}

/// How the text of a source has to do with that of the file that holds it; nothing if it is the same.
pub(crate) fn describe(edition: &Edition<'_>) -> Option<String> {
    let name = edition.file.path.file_name().unwrap_or_default().to_string_lossy();
    match &edition.kind {
        EditionKind::Itself => None,
        EditionKind::Resaved { differences, .. } => Some(format!("`{name}` is this text {differences}")),
        EditionKind::Nearest { found, all } => {
            Some(format!("`{name}` is the nearest text: {found} of {all} different spans stand in it"))
        }
    }
}

/// What became of each span that does not stand where it should.
fn moved_spans(spans: &[(Place, &Span)], edition: &Edition<'_>) -> Vec<Finding> {
    let text = &edition.file.text;
    if let EditionKind::Resaved { before, .. } = &edition.kind {
        let before_text = SourceText::new(before.as_str().to_owned());
        let moved = spans.iter().filter_map(|(place, span)| {
            // A span that did not fit the old text either is not to be moved.
            let old = before_text.bytes(&code_points_of(span)).filter(|_| before_text.fits(span));
            let there = old.and_then(|bytes| before.original(bytes));
            Some(match there.and_then(|bytes| Found::at(text, bytes)) {
                Some(found) => moved(place, span, &found)?,
                None => Finding::new(&SPAN_DIGEST, place.clone(), "this span did not fit the text before either"),
            })
        });
        return moved.collect();
    }
    let misplaced: Vec<&Span> = spans.iter().map(|(_, span)| *span).filter(|span| !text.fits(span)).collect();
    if misplaced.is_empty() {
        return Vec::new();
    }
    let windows = Windows::of(text, misplaced.iter().copied());
    let mut anchors: Vec<(usize, Anchor)> =
        spans.iter().map(|(_, span)| anchor(span, text, &windows)).enumerate().collect();
    anchors.sort_by_key(|(_, anchor)| anchor.old);
    let (order, mut anchors): (Vec<usize>, Vec<Anchor>) = anchors.into_iter().unzip();
    settle(&mut anchors);
    unwrap(&mut anchors, &order, spans, text, &windows);
    let told = order.iter().enumerate().filter_map(|(index, &own)| {
        let (place, span) = &spans[own];
        if text.fits(span) { None } else { tell(place, span, index, &anchors, text) }
    });
    told.collect()
}

fn anchor(span: &Span, text: &SourceText, windows: &Windows<'_>) -> Anchor {
    let code_points = code_points_of(span);
    let places = if text.fits(span) {
        vec![code_points.clone()]
    } else {
        windows.places(span).iter().map(|bytes| text.code_points(bytes)).collect()
    };
    Anchor { old: code_points.start, places, outcome: Outcome::Gone }
}

/// Looks between its neighbours for what was not found, for the old text may have had line ends in it.
fn unwrap(anchors: &mut [Anchor], order: &[usize], spans: &[(Place, &Span)], text: &SourceText, windows: &Windows<'_>) {
    let mut is_any = false;
    for index in 0..anchors.len() {
        if matches!(anchors[index].outcome, Outcome::At(_)) {
            continue;
        }
        let (_, span) = &spans[order[index]];
        let length = code_points_of(span).len();
        let near = neighbourhood(index, anchors, text.length());
        // Spans may overlap, so that one begins before the neighbour ends.
        let near = near.start.saturating_sub(length)..(near.end + length).min(text.length());
        let Some(within) = text.bytes(&near) else { continue };
        let places = windows.unwrapped(span, within);
        for place in places.iter().map(|bytes| text.code_points(bytes)) {
            if !anchors[index].places.contains(&place) {
                anchors[index].places.push(place);
                is_any = true;
            }
        }
    }
    if is_any {
        settle(anchors);
    }
}

/// The code points between the nearest spans before and after one that were found.
fn neighbourhood(index: usize, anchors: &[Anchor], length: usize) -> Range<usize> {
    let start = before(index, anchors).map_or(0, |place| place.start);
    let after = anchors[index + 1..].iter().find_map(found).map_or(length, |place| place.end);
    start..after.max(start)
}

/// The code points of the nearest span before one that was found.
fn before(index: usize, anchors: &[Anchor]) -> Option<Range<usize>> {
    anchors[..index].iter().rev().find_map(found)
}

fn found(anchor: &Anchor) -> Option<Range<usize>> {
    match anchor.outcome {
        Outcome::At(place) => Some(anchor.places[place].clone()),
        _ => None,
    }
}

fn tell(place: &Place, span: &Span, index: usize, anchors: &[Anchor], text: &SourceText) -> Option<Finding> {
    let at = |code_points: &Range<usize>| Found::at(text, text.bytes(code_points)?);
    let finding = |message: String| Finding::new(&SPAN_DIGEST, place.clone(), message);
    let anchor = &anchors[index];
    Some(match anchor.outcome {
        Outcome::At(index) => moved(place, span, &at(&anchor.places[index])?)?,
        Outcome::OutOfOrder => {
            let there = at(&anchor.places[0])?;
            finding(format!("the words of this span stand at {there}, not in the order of the others"))
                .help("look whether these are the words that were meant, and cite them anew if they are")
        }
        Outcome::Several => {
            let count = anchor.places.len();
            let lines: Vec<String> = anchor.places.iter().take(SHOWN).filter_map(at).map(|it| it.to_string()).collect();
            let more = if count > SHOWN { format!("\n  and {} more", count - SHOWN) } else { String::new() };
            finding(format!("the words of this span stand at {count} places"))
                .help(format!("cite the one that is meant:\n  {}{more}", lines.join("\n  ")))
        }
        Outcome::Gone => {
            let start = before(index, anchors).map_or(0, |place| place.end);
            let end = (start + code_points_of(span).len() + MORE).min(start + LONGEST_SHOWN).min(text.length());
            let words = on_one_line(text.get(start..end).unwrap_or_default().trim());
            let cut = if end < text.length() { "…" } else { "" };
            finding("the words of this span are gone".to_owned())
                .help(format!("after what stood before them stands now: {words}{cut}"))
        }
    })
}

/// How many characters are shown where words are gone.
const LONGEST_SHOWN: usize = 300;

/// How many more characters are shown than the span had.
const MORE: usize = 40;

/// A span that stands elsewhere now; nothing if it is the same.
fn moved(place: &Place, span: &Span, found: &Found) -> Option<Finding> {
    if found.span == *span {
        return None;
    }
    let message = format!("this span moves from {}–{} to {}", span.start(), span.end(), found);
    let finding = Finding::new(&SPAN_DIGEST, place.clone(), message).help("`--fix` moves it");
    Some(finding.repair(place.clone(), found.as_field()))
}
