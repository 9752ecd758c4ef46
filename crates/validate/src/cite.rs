//! From words to the citation of where they stand.

use std::{ops::Range, path::Path};

use standpoint_model::Span;

use crate::{Error, SourceText, reader};

/// Where words stand in the text of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Occurrences {
    /// Once.
    Once(Found),
    /// Several times.
    Several(Vec<Found>),
    /// Not as they are; this is the stretch most like them, if any is like them at all.
    Nowhere(Option<Found>),
}

/// Words that were found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Their span.
    pub span: Span,
    /// What stands there.
    pub text: String,
    /// The words around them, on the same line.
    pub context: (String, String),
}

/// Reads the text of a source.
///
/// # Errors
///
/// [`Error`] where the file cannot be read or is not UTF-8.
pub fn read_source_text(path: &Path) -> Result<SourceText, Error> {
    reader::read_text(path).map(SourceText::new)
}

/// Finds words in the text of a source.
///
/// ```
/// use standpoint_validate::{Occurrences, SourceText, find};
///
/// let text = SourceText::new("The group emerged in 2014. It grew.".into());
/// let Occurrences::Once(found) = find(&text, "emerged in 2014") else { panic!("it is there once") };
/// assert_eq!((found.span.start(), found.span.end()), (10, 25));
/// ```
pub fn find(text: &SourceText, words: &str) -> Occurrences {
    let bytes: Vec<Range<usize>> = if words.is_empty() {
        Vec::new()
    } else {
        text.as_str().match_indices(words).map(|(at, found)| at..at + found.len()).collect()
    };
    let mut found: Vec<Found> = bytes.into_iter().filter_map(|bytes| describe(text, bytes)).collect();
    match found.len() {
        0 => Occurrences::Nowhere(nearest(text.as_str(), words).and_then(|bytes| describe(text, bytes))),
        1 => Occurrences::Once(found.remove(0)),
        _ => Occurrences::Several(found),
    }
}

fn describe(text: &SourceText, bytes: Range<usize>) -> Option<Found> {
    const AROUND: usize = 40;
    let whole = text.as_str();
    let before = whole[..bytes.start].rsplit('\n').next().unwrap_or_default();
    let after = whole[bytes.end..].split('\n').next().unwrap_or_default();
    let skipped = before.chars().count().saturating_sub(AROUND);
    Some(Found {
        span: text.span(bytes.clone())?,
        text: whole[bytes].to_owned(),
        context: (before.chars().skip(skipped).collect(), after.chars().take(AROUND).collect()),
    })
}

/// The run of about as many words as `words` has that is most like them, whatever their case and the space between.
fn nearest(text: &str, words: &str) -> Option<Range<usize>> {
    const ALIKE: f64 = 0.5;
    let wanted = plain(words);
    let count = wanted.split(' ').filter(|word| !word.is_empty()).count();
    let places = word_places(text);
    let mut best: Option<(f64, Range<usize>)> = None;
    for length in count.saturating_sub(1).max(1)..=count + 1 {
        for run in places.windows(length) {
            let bytes = run[0].start..run[run.len() - 1].end;
            let likeness = strsim::normalized_levenshtein(&plain(&text[bytes.clone()]), &wanted);
            if likeness >= ALIKE && best.as_ref().is_none_or(|(most, _)| likeness > *most) {
                best = Some((likeness, bytes));
            }
        }
    }
    best.map(|(_, bytes)| bytes)
}

fn word_places(text: &str) -> Vec<Range<usize>> {
    text.split_whitespace()
        .map(|word| {
            let start = word.as_ptr().addr() - text.as_ptr().addr();
            start..start + word.len()
        })
        .collect()
}

/// Words in lower case with single spaces between them and plain quotation marks, as people type them.
fn plain(words: &str) -> String {
    let words = words.to_lowercase().replace(['\u{2018}', '\u{2019}'], "'").replace(['\u{201C}', '\u{201D}'], "\"");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text() -> SourceText {
        SourceText::new("The group’s base lay in the east.\nThe group grew.\n".into())
    }

    #[test]
    fn words_that_stand_twice_are_both_shown() {
        let Occurrences::Several(found) = find(&text(), "The group") else { panic!("they stand twice") };
        let starts: Vec<u64> = found.iter().map(|found| found.span.start()).collect();
        assert_eq!(starts, [0, 34]);
        assert_eq!(found[0].context, (String::new(), "’s base lay in the east.".into()));
    }

    #[test]
    fn words_that_are_nowhere_have_a_nearest_match() {
        let Occurrences::Nowhere(Some(found)) = find(&text(), "the  group's base lays") else { panic!("a near match") };
        assert_eq!(found.text, "The group’s base lay");
        let Occurrences::Nowhere(Some(found)) = find(&text(), "base in the east") else { panic!("a near match") };
        assert_eq!(found.text, "base lay in the east.");
        assert_eq!(find(&text(), "entirely unrelated phrase"), Occurrences::Nowhere(None));
        assert_eq!(find(&text(), ""), Occurrences::Nowhere(None));
    }
}
