//! A name in its parts: the long form, the letters that stand for it, what is in brackets, and the part behind a dash.

use super::{country, glossary::is_small, letters::plain};

/// The most letters and digits of an abbreviation.
const LONGEST: usize = 8;

/// The most letters of an abbreviation that has no likeness to the long form beside it.
const SHORT: usize = 5;

/// A name in its parts. Case decides nothing: registers print names in capitals.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Parts {
    /// The words of the name, brackets included but for abbreviations.
    pub(super) words: Vec<String>,
    /// The words behind a dash, where they may be a name of their own.
    pub(super) second: Option<Vec<String>>,
    /// The abbreviations.
    pub(super) letters: Vec<String>,
    /// Whether an abbreviation leads and something follows behind a dash, as in `ABC - Red faction`.
    pub(super) is_part: bool,
}

impl Parts {
    pub(super) fn of(name: &str) -> Self {
        let mut letters = Vec::new();
        let mut rest = name.trim();
        if let Some((head, tail)) = rest.split_once(": ")
            && words(head).len() <= 3
            && !tail.trim().is_empty()
        {
            letters.extend(abbreviation(head));
            rest = tail;
        }
        let (outside, asides) = brackets(rest);
        let long = words(&outside);
        let mut words_of_asides = Vec::new();
        for aside in asides {
            match abbreviation(aside).filter(|letters| stands_for(letters, &long)) {
                Some(abbreviation) => letters.push(abbreviation),
                None => words_of_asides.extend(words(aside)),
            }
        }
        let behind = dash(&outside);
        let is_part = behind.is_some_and(|(head, _)| abbreviation(head).is_some());
        // A longer word is a name, unless it is cut, as in `CPA-Hills`.
        let is_cut = plain(&outside).split_whitespace().nth(1).is_some();
        let is_short = |letters: &String| is_cut || letters.chars().count() <= SHORT;
        letters.extend(abbreviation(&outside).filter(|letters| !is_part && is_short(letters)));
        let second = behind.filter(|_| !is_part).map(|(_, tail)| words(tail)).filter(|words| words.len() >= 3);
        letters.sort_unstable();
        letters.dedup();
        Self { words: [long, words_of_asides].concat(), second, letters, is_part }
    }
}

/// The first letters of words, if they are enough to make an abbreviation.
pub(super) fn initials(words: &[String]) -> Option<String> {
    (words.len() >= 3).then(|| words.iter().filter_map(|word| word.chars().next()).collect())
}

/// The plain words, articles and prepositions left out.
pub(super) fn words(text: &str) -> Vec<String> {
    let plain = plain(text);
    plain.split_whitespace().filter(|word| !is_small(word)).map(str::to_owned).collect()
}

/// The letters and digits of a short word, as whoever lists abbreviations writes them.
pub(super) fn abbreviation(text: &str) -> Option<String> {
    let text = text.trim();
    let is_word = !text.is_empty() && !text.contains(char::is_whitespace);
    let plain = plain(text);
    let parts: Vec<&str> = plain.split_whitespace().collect();
    let letters = parts.concat();
    let is_short =
        (2..=LONGEST).contains(&letters.chars().count()) && !parts.first().is_some_and(|part| is_small(part));
    (is_word && is_short && country::named(&parts).is_none()).then_some(letters)
}

/// Whether letters in brackets may stand for the words before them: they are few, or run through the words in order.
fn stands_for(letters: &str, words: &[String]) -> bool {
    let long = words.concat();
    let mut rest = long.chars();
    letters.chars().count() <= SHORT || letters.chars().all(|letter| rest.any(|c| c == letter))
}

/// What stands outside brackets, and what stands in each.
fn brackets(text: &str) -> (String, Vec<&str>) {
    let mut outside = String::new();
    let mut asides = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('(') {
        let Some((aside, behind)) = after.split_once(')') else { break };
        outside.push_str(before);
        outside.push(' ');
        asides.push(aside);
        rest = behind;
    }
    outside.push_str(rest);
    (outside.trim().to_owned(), asides)
}

/// What stands before a dash and behind it, if there is space on one side of it at least.
fn dash(text: &str) -> Option<(&str, &str)> {
    let is_dash = |c: char| matches!(c, '-' | '\u{2010}'..='\u{2015}');
    text.char_indices().filter(|(_, c)| is_dash(*c)).find_map(|(at, c)| {
        let (head, tail) = (&text[..at], &text[at + c.len_utf8()..]);
        let is_apart = head.ends_with(char::is_whitespace) || tail.starts_with(char::is_whitespace);
        (is_apart && !head.trim().is_empty() && !tail.trim().is_empty()).then_some((head.trim(), tail.trim()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(name: &str) -> (String, Vec<String>, bool) {
        let parts = Parts::of(name);
        (parts.words.join(" "), parts.letters, parts.is_part)
    }

    #[test]
    fn abbreviations_stand_before_behind_or_alone() {
        let long = |letters: &[&str], is_part| {
            ("people front arland".to_owned(), letters.iter().map(|l| (*l).to_owned()).collect(), is_part)
        };
        assert_eq!(parts("PFA: People Front of Arland"), long(&["pfa"], false));
        assert_eq!(parts("People Front of Arland (PFA)"), long(&["pfa"], false));
        assert_eq!(parts("PEOPLE FRONT OF ARLAND"), long(&[], false));
        assert_eq!(parts("pfa").1, ["pfa"]);
        assert_eq!(parts("PF/A").1, ["pfa"]);
        assert_eq!(parts("PFA - Red faction"), ("pfa red faction".into(), vec![], true));
    }

    #[test]
    fn other_brackets_are_words() {
        assert_eq!(parts("Reds (Iceland)").0, "reds iceland");
        assert_eq!(parts("Communist Party (Maoist)").0, "communist party maoist");
        assert_eq!(parts("Reds (unclosed").0, "reds unclosed");
    }

    #[test]
    fn a_dash_may_be_followed_by_a_second_name() {
        assert_eq!(Parts::of("Velmir Pact - Front of the Hills and Valleys").second.map(|words| words.len()), Some(3));
        assert_eq!(Parts::of("al-Reds").second, None);
    }
}
