//! The stretch of a text that is most like some words.

use std::{collections::HashMap, ops::Range};

/// The longest text that is looked through for what is like some words, in bytes.
const LONGEST: usize = 16 << 20;

/// The run of about as many words as `words` has that is most like them, whatever their case and the space between.
///
/// To compare letter by letter takes long, so that only the runs with the most pairs of letters in common are compared.
pub(super) fn nearest(text: &str, words: &str) -> Option<Range<usize>> {
    const ALIKE: f64 = 0.5;
    const COMPARED: usize = 48;
    let wanted = plain(words);
    if text.len() > LONGEST || wanted.is_empty() {
        return None;
    }
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
