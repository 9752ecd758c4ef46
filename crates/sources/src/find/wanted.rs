//! Words to be found, with more around them in brackets.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::{SourceText, fold::fold};

/// Words to be found, and what is to stand around them.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Wanted {
    /// All of it, as it stands in the text.
    pub(super) all: String,
    /// Which bytes of it are the words themselves.
    pub(super) words: Range<usize>,
}

impl Wanted {
    /// What may be meant, the likeliest first: the words as they are, brackets included; then what stands in brackets as what
    /// stands around them, without a space where the bracket has none and with one.
    pub(super) fn readings(words: &str) -> Vec<Self> {
        let words = words.trim();
        if words.is_empty() {
            return Vec::new();
        }
        let mut readings = vec![Self { all: words.to_owned(), words: 0..words.len() }];
        let (before, rest) = match words.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            Some((before, rest)) => (before, rest),
            None => ("", words),
        };
        let (own, after) = match rest.strip_suffix(']').and_then(|rest| rest.rsplit_once('[')) {
            Some((own, after)) => (own, after),
            None => (rest, ""),
        };
        if own.len() < words.len() && !own.trim().is_empty() {
            readings.push(Self::of(before, own, after));
            readings.push(Self::of(&format!("{before} "), own, &format!(" {after}")));
        }
        readings
    }

    fn of(before: &str, own: &str, after: &str) -> Self {
        let before = before.trim_start();
        let start = before.len() + own.len() - own.trim_start().len();
        let all = format!("{before}{own}{}", after.trim_end());
        Self { words: start..start + own.trim().len(), all: all.trim_end().to_owned() }
    }
}

/// How many words are put around others to tell them apart, on each side.
const MOST: usize = 12;

/// The words at a place with the fewest more around them that stand nowhere else, if that many do.
pub(super) fn told_apart(text: &SourceText, bytes: &Range<usize>) -> Option<String> {
    let whole = text.as_str();
    let ends = word_ends(&whole[bytes.end..], MOST).map(|length| bytes.end + length);
    let starts = word_starts(&whole[..bytes.start], MOST);
    let mut around: Vec<Range<usize>> = ends.map(|end| bytes.start..end).collect();
    around.extend(starts.iter().map(|&start| start..bytes.end));
    around.sort_by_key(ExactSizeIterator::len);
    if let (Some(first), Some(last)) = (starts.last(), around.iter().map(|range| range.end).max()) {
        around.push(*first..last);
    }
    let alone = around.into_iter().find(|range| {
        let sought = fold(&whole[range.clone()]);
        text.folded().as_str().match_indices(sought.as_str()).nth(1).is_none()
    })?;
    let in_brackets = |range: Range<usize>| match &whole[range] {
        "" => String::new(),
        more => format!("[{}]", on_one_line(more)),
    };
    let own = on_one_line(&whole[bytes.clone()]);
    Some(format!("{}{own}{}", in_brackets(alone.start..bytes.start), in_brackets(bytes.end..alone.end)))
}

/// As words are typed: line ends are spaces.
pub(crate) fn on_one_line(words: &str) -> String {
    words.replace("\r\n", " ").replace(['\r', '\n'], " ")
}

/// How far around words others are looked for, in bytes.
const FAR: usize = 400;

fn word_ends(text: &str, most: usize) -> impl Iterator<Item = usize> {
    let near = &text[..text.floor_char_boundary(FAR)];
    let ends = near.unicode_word_indices().map(|(at, word)| at + word.len());
    // The last word of what was cut may be half a word.
    let ends = ends.filter(move |&end| end < near.len() || near.len() == text.len()).take(most);
    ends.filter(|&end| !near[..end].contains(['[', ']']))
}

fn word_starts(text: &str, most: usize) -> Vec<usize> {
    let from = text.floor_char_boundary(text.len().saturating_sub(FAR));
    let near = &text[from..];
    let starts = near.unicode_word_indices().map(|(at, _)| at).rev();
    // The first word of what was cut may be half a word.
    let starts = starts.filter(|&at| at > 0 || from == 0).take(most);
    starts.filter(|&at| !near[at..].contains(['[', ']'])).map(|at| from + at).collect()
}
