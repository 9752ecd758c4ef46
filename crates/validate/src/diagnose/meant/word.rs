//! "Did you mean": the nearest of several words.

use std::borrow::Cow;

use super::synonym;

/// How alike words must be, by Jaro and Winkler, to be taken for one another.
const WORDS: f64 = 0.8;

/// By how much less they may be alike by Damerau and Levenshtein, who give nothing for a common beginning.
const STRICTER: f64 = 0.2;

/// A word with fewer letters is like one that is a single mistake away, and like no other.
pub(super) const SHORT: usize = 4;

/// The candidate for which others write `word`, or that is most like it, if one is like it at all. Of equals, the first.
///
/// ```
/// assert_eq!(standpoint_validate::nearest_word("desc", ["title", "description"]), Some("description"));
/// ```
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = lower(word);
    let candidates: Vec<&str> = candidates.into_iter().collect();
    if let Some(candidate) = synonym::of(&word, &candidates) {
        return Some(candidate);
    }
    let begins = |candidate: &str| word.chars().count() >= SHORT && candidate.starts_with(&*word);
    likest(candidates, |candidate, most| {
        let candidate = lower(candidate);
        likeness(&word, &candidate, WORDS, most)
            .or_else(|| begins(&candidate).then(|| strsim::jaro_winkler(&word, &candidate)))
    })
}

/// The candidate that `word` is, or for which others write it.
pub(crate) fn known<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = lower(word).replace([' ', '_'], "-");
    let candidates: Vec<&str> = candidates.into_iter().collect();
    candidates.iter().copied().find(|candidate| *candidate == word).or_else(|| synonym::of(&word, &candidates))
}

/// The only candidate that `word` is, but for capitals and for blanks around it.
pub(crate) fn same_word<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let mut same = candidates.into_iter().filter(|candidate| candidate.eq_ignore_ascii_case(word.trim()));
    same.next().filter(|_| same.next().is_none())
}

/// The help that names the nearest candidate.
pub(crate) fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(word, candidates).map(super::did_you_mean)
}

/// The first of the candidates that are most alike, by a likeness of which only what is more than so much is of interest.
pub(super) fn likest<'a>(
    candidates: impl IntoIterator<Item = &'a str>,
    likeness: impl Fn(&str, f64) -> Option<f64>,
) -> Option<&'a str> {
    let mut best: Option<(f64, &str)> = None;
    for candidate in candidates {
        if let Some(likeness) = likeness(candidate, best.map_or(0.0, |(most, _)| most))
            && best.is_none_or(|(most, _)| likeness > most)
        {
            best = Some((likeness, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// How alike two words are, if they are enough so that one may be the other misspelt, and no less than `at_least`.
pub(super) fn likeness(word: &str, candidate: &str, bar: f64, at_least: f64) -> Option<f64> {
    let is_short = word.chars().count() < SHORT;
    if !is_short && !may_be_alike(word, candidate, bar - STRICTER) {
        return None;
    }
    let likeness = strsim::jaro_winkler(word, candidate);
    if likeness < at_least {
        return None;
    }
    let alike = if is_short {
        likeness > 0.0 && strsim::damerau_levenshtein(word, candidate) <= 1
    } else {
        likeness >= bar && strsim::normalized_damerau_levenshtein(word, candidate) >= bar - STRICTER
    };
    alike.then_some(likeness)
}

/// Whether two words are not of so different lengths that they cannot be so alike by Levenshtein: what one of them is longer
/// it has to lose.
pub(super) fn may_be_alike(word: &str, candidate: &str, bar: f64) -> bool {
    let [one, other] = [word, candidate].map(|word| f64::from(u32::try_from(word.chars().count()).unwrap_or(u32::MAX)));
    one.min(other) >= bar * one.max(other)
}

pub(super) fn lower(word: &str) -> Cow<'_, str> {
    if word.chars().any(char::is_uppercase) { word.to_lowercase().into() } else { word.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_likest_word_wins_and_unlike_ones_do_not() {
        assert_eq!(nearest("actor/talban", ["actor/iskp", "actor/taliban"]), Some("actor/taliban"));
        assert_eq!(nearest("Stated", ["stated", "reported"]), Some("stated"));
        assert_eq!(nearest("xyz", ["stated", "reported"]), None);
        assert_eq!(nearest("target", ["agent", "actor"]), None);
        assert_eq!(nearest("desc", ["title", "description"]), Some("description"));
        assert_eq!(nearest("Terrorist group", ["network", "armed-group"]), Some("armed-group"));
    }

    #[test]
    fn the_same_word_is_a_matter_of_capitals_and_blanks() {
        assert_eq!(same_word(" Stated\u{a0}", ["stated", "reported"]), Some("stated"));
        assert_eq!(same_word("b", ["A", "B"]), Some("B"));
        assert_eq!(same_word("stat", ["stated"]), None);
        assert_eq!(same_word("A", ["a", "A"]), None);
    }

    #[test]
    fn a_short_word_is_one_mistake_away() {
        assert_eq!(nearest("nto", ["not", "note"]), Some("not"));
        assert_eq!(nearest("nte", ["not", "note"]), Some("note"));
        assert_eq!(nearest("new", ["not", "note"]), None);
    }
}
