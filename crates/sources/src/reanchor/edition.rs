//! Which file holds a source's text, in whatever edition.

use std::collections::BTreeSet;

use standpoint_model::{Sha256, SourceText as RecordedText, Span};

use super::{variant, windows::Windows};
use crate::{
    texts::{TextFile, Texts},
    view::View,
};

/// The fewest characters that must be found again in a text for it to be an edition, all in all.
const FEWEST_CHARACTERS: u64 = 40;

/// A file that holds the text of a source, or what became of it.
pub(crate) struct Edition<'t> {
    pub(crate) file: &'t TextFile,
    pub(crate) kind: EditionKind,
}

/// How the text of a file has to do with that of a source.
pub(crate) enum EditionKind {
    /// It is the text.
    Itself,
    /// It is the text but for what programs change as they save it.
    Resaved {
        /// The text as it was, as a view of that of the file.
        before: View,
        /// How that of the file differs.
        differences: String,
    },
    /// It is the text that has most of the spans.
    Nearest {
        /// How many different spans stand in it.
        found: usize,
        /// Of how many.
        all: usize,
    },
}

/// The file that holds the text of a source, or else the one text that must be an edition of it. `claimed` are the digests of
/// the texts of all sources.
pub(crate) fn edition<'t>(
    texts: &'t Texts,
    recorded: &RecordedText,
    spans: &[&Span],
    claimed: &BTreeSet<&Sha256>,
) -> Option<Edition<'t>> {
    if let Some(file) = texts.get(&recorded.sha256) {
        return Some(Edition { file, kind: EditionKind::Itself });
    }
    let free: Vec<&TextFile> = texts.files.iter().filter(|file| !claimed.contains(file.text.sha256())).collect();
    let length = usize::try_from(recorded.length.get()).unwrap_or(usize::MAX);
    for file in &free {
        if let Some((before, differences)) = variant::same_text(&file.text, &recorded.sha256, length) {
            return Some(Edition { file, kind: EditionKind::Resaved { before, differences } });
        }
    }
    let distinct: BTreeSet<(u64, &str)> =
        spans.iter().map(|span| (span.end() - span.start(), span.sha256().as_str())).collect();
    let mut scored: Vec<(usize, &TextFile)> = free
        .into_iter()
        .filter(|file| is_comparable(file.text.length(), length))
        .filter_map(|file| Some((score(file, spans, distinct.len())?, file)))
        .collect();
    scored.sort_by_key(|(found, _)| std::cmp::Reverse(*found));
    match scored[..] {
        [] => None,
        // Of two editions that have as much, nobody can tell which is meant, unless they are copies.
        [(one, file), (other, next), ..] if one == other && file.text.sha256() != next.text.sha256() => None,
        [(found, file), ..] => Some(Edition { file, kind: EditionKind::Nearest { found, all: distinct.len() } }),
    }
}

/// Whether one text is no more than twice as long as the other.
fn is_comparable(one: usize, other: usize) -> bool {
    one <= other.saturating_mul(2) && other <= one.saturating_mul(2)
}

/// How many different spans stand in a text, if these are a third of them or more, and no mere words that any text may have.
/// Of a text that was wrapped anew, most long spans are first found between their neighbours.
fn score(file: &TextFile, spans: &[&Span], all: usize) -> Option<usize> {
    let windows = Windows::of(&file.text, spans.iter().copied());
    let found = spans.iter().filter(|span| !windows.places(span).is_empty());
    let found: BTreeSet<(u64, &str)> = found.map(|span| (span.end() - span.start(), span.sha256().as_str())).collect();
    let characters: u64 = found.iter().map(|(length, _)| length).sum();
    (found.len() * 3 >= all && characters >= FEWEST_CHARACTERS).then_some(found.len())
}
