//! From words to the citation of where they stand.

use std::{collections::HashMap, ops::Range, path::Path};

use standpoint_model::Span;

use crate::{Error, SourceText, read::files};

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
    files::read_text(path).map(SourceText::new)
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
    let bytes: Vec<Range<usize>> = if words.trim().is_empty() {
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
    let on_line = |c: &char| !matches!(c, '\n' | '\r');
    let whole = text.as_str();
    let mut before: Vec<char> = whole[..bytes.start].chars().rev().take(AROUND).take_while(on_line).collect();
    before.reverse();
    let after = whole[bytes.end..].chars().take(AROUND).take_while(on_line).collect();
    Some(Found {
        span: text.span(bytes.clone())?,
        text: whole[bytes].to_owned(),
        context: (before.into_iter().collect(), after),
    })
}

/// The run of about as many words as `words` has that is most like them, whatever their case and the space between.
///
/// To compare letter by letter takes long, so that only the runs with the most pairs of letters in common are compared.
fn nearest(text: &str, words: &str) -> Option<Range<usize>> {
    const ALIKE: f64 = 0.5;
    const COMPARED: usize = 48;
    let wanted = plain(words);
    let mut runs = runs(text, &wanted);
    runs.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    let mut best: Option<(f64, Range<usize>)> = None;
    for (_, bytes) in runs.into_iter().take(COMPARED) {
        let likeness = strsim::normalized_levenshtein(&plain(&text[bytes.clone()]), &wanted);
        if likeness >= ALIKE && best.as_ref().is_none_or(|(most, _)| likeness > *most) {
            best = Some((likeness, bytes));
        }
    }
    best.map(|(_, bytes)| bytes)
}

/// The runs of about as many words as `wanted` has and of about its length, and which share of the pairs of letters of
/// the two they have in common.
#[expect(clippy::cast_precision_loss, reason = "no text has 2^52 letters")]
fn runs(text: &str, wanted: &str) -> Vec<(f64, Range<usize>)> {
    let mut numbers = HashMap::new();
    let mut lacking: Vec<isize> = Vec::new();
    for pair in wanted.split(' ').flat_map(pairs) {
        let number = *numbers.entry(pair).or_insert(lacking.len());
        if number == lacking.len() {
            lacking.push(0);
        }
        lacking[number] += 1;
    }
    let words: Vec<Word> = text.split_whitespace().map(|word| Word::new(text, word, &numbers)).collect();
    let count = wanted.split(' ').count();
    let length = wanted.chars().count();
    let mut found = Vec::new();
    for count in count.saturating_sub(1).max(1)..=count + 1 {
        let mut lacking = lacking.clone();
        let (mut shared, mut letters) = (0_usize, count - 1);
        for (index, word) in words.iter().enumerate() {
            letters += word.letters;
            for &pair in &word.pairs {
                shared += usize::from(lacking[pair] > 0);
                lacking[pair] -= 1;
            }
            let Some(first) = (index + 1).checked_sub(count).map(|first| &words[first]) else { continue };
            // Of a run twice as long, or half as long, more than half would differ.
            if shared > 0 && letters <= 2 * length && length <= 2 * letters {
                found.push((2.0 * shared as f64 / (length + letters) as f64, first.bytes.start..word.bytes.end));
            }
            letters -= first.letters;
            for &pair in &first.pairs {
                lacking[pair] += 1;
                shared -= usize::from(lacking[pair] > 0);
            }
        }
    }
    found
}

/// A word of a text.
struct Word {
    bytes: Range<usize>,
    letters: usize,
    /// The numbers of those of its pairs that have one.
    pairs: Vec<usize>,
}

impl Word {
    fn new(text: &str, word: &str, numbers: &HashMap<(char, char), usize>) -> Self {
        let start = word.as_ptr().addr() - text.as_ptr().addr();
        let plain = plain(word);
        Self {
            bytes: start..start + word.len(),
            letters: plain.chars().count(),
            pairs: pairs(&plain).filter_map(|pair| numbers.get(&pair).copied()).collect(),
        }
    }
}

/// Each letter of a word after the one before it, the first after a space.
fn pairs(word: &str) -> impl Iterator<Item = (char, char)> {
    [' '].into_iter().chain(word.chars()).zip(word.chars())
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
        for blank in ["", " ", "\n"] {
            assert_eq!(find(&text(), blank), Occurrences::Nowhere(None));
        }
    }

    #[test]
    fn a_word_misspelt_throughout_is_found_in_a_long_text() {
        let noise = "Nothing of the kind is ever said here, whatever one looks for. ".repeat(1_000);
        let text = SourceText::new(format!("{noise}It was Tɑliban’s own.\r\n{noise}"));
        let Occurrences::Nowhere(Some(found)) = find(&text, "was talibans") else { panic!("a near match") };
        assert_eq!(found.text, "was Tɑliban’s");
        assert_eq!(
            found.context,
            ("ever said here, whatever one looks for. It ".chars().skip(3).collect(), " own.".into())
        );
        let phrase = "nothing of a kind is never set here ".repeat(4);
        assert!(matches!(find(&text, &phrase), Occurrences::Nowhere(Some(_))));
    }
}
