//! From words to where they stand.

mod nearest;
mod wanted;

use std::{fmt, ops::Range};

use standpoint_model::Span;
use standpoint_report::Change;
use unicode_normalization::char::is_combining_mark;

use self::wanted::Wanted;
pub(crate) use self::wanted::on_one_line;
use crate::{SourceText, fold::fold};

/// Where words stand in the text of a source.
#[derive(Debug)]
pub enum Occurrences<'t> {
    /// Once.
    Once(Found),
    /// Several times.
    Several(Places<'t>),
    /// Nowhere. This is the stretch most like them, if any is like them at all.
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

/// Several places where words stand, in their order. There may be very many.
#[derive(Debug)]
pub struct Places<'t> {
    text: &'t SourceText,
    bytes: Vec<Range<usize>>,
}

/// Finds words in the text of a source.
///
/// If the words do not stand there as they are, they may differ from the text in line ends and hyphenation, kinds of space,
/// quotation marks and dashes, case, Unicode normal form and marks that have no shape. The span is that of the text as it is.
/// If some of the places are whole words, the others are none.
///
/// Words with more around them in brackets, such as `[The attack on ]the bridge[ failed]`, stand where all of it stands.
///
/// ```
/// use standpoint_sources::{Occurrences, SourceText, find};
///
/// let text = SourceText::new("The group emerged\nin 2014. It grew.".into());
/// let Occurrences::Once(found) = find(&text, "emerged in 2014") else { panic!("it is there once") };
/// assert_eq!((found.span.start(), found.span.end()), (10, 25));
/// assert!(matches!(find(&text, "[in ]20[14]"), Occurrences::Once(_)));
/// ```
pub fn find<'t>(text: &'t SourceText, words: &str) -> Occurrences<'t> {
    let mut places = Vec::new();
    for wanted in Wanted::readings(words) {
        places = exact(text.as_str(), &wanted);
        if places.is_empty() {
            places = folded(text, &wanted);
        }
        if !places.is_empty() {
            break;
        }
    }
    let whole = |bytes: &Range<usize>| is_whole(text.as_str(), bytes);
    if places.iter().any(whole) {
        places.retain(whole);
    }
    match &places[..] {
        [] => Occurrences::Nowhere(nearest::nearest(text.as_str(), words).and_then(|bytes| Found::at(text, bytes))),
        [one] => Found::at(text, one.clone()).map_or(Occurrences::Nowhere(None), Occurrences::Once),
        _ => Occurrences::Several(Places { text, bytes: places }),
    }
}

/// Where the words stand as they are.
fn exact(text: &str, wanted: &Wanted) -> Vec<Range<usize>> {
    let words = &wanted.words;
    let matches = text.match_indices(wanted.all.as_str());
    let places = matches.map(|(at, _)| at + words.start..at + words.end);
    places.filter(|bytes| ends_well(text, bytes.end)).collect()
}

/// Whether no accent of the letter before it stands here.
fn ends_well(text: &str, end: usize) -> bool {
    !text[end..].starts_with(is_combining_mark)
}

/// Where they stand but for what folding takes out.
fn folded(text: &SourceText, wanted: &Wanted) -> Vec<Range<usize>> {
    let (view, sought) = (text.folded(), fold(&wanted.all));
    let words = sought.at_original(wanted.words.start)..sought.at_original(wanted.words.end);
    if words.is_empty() {
        return Vec::new();
    }
    let matches = view.as_str().match_indices(sought.as_str()).map(|(at, _)| at);
    matches
        .filter(|at| ends_well(view.as_str(), at + words.end))
        .filter_map(|at| view.original(at + words.start..at + words.end))
        .map(|bytes| without_space(text.as_str(), bytes))
        .collect()
}

/// A stretch of text without the space at its ends.
fn without_space(text: &str, bytes: Range<usize>) -> Range<usize> {
    let stretch = &text[bytes.clone()];
    let start = bytes.start + stretch.len() - stretch.trim_start().len();
    start..start + stretch.trim().len()
}

/// Whether a stretch of text begins and ends with a word.
fn is_whole(text: &str, bytes: &Range<usize>) -> bool {
    let is_of_word = |c: char| c.is_alphanumeric() || is_combining_mark(c);
    let meet = |at: usize| text[..at].ends_with(is_of_word) && text[at..].starts_with(is_of_word);
    !meet(bytes.start) && !meet(bytes.end)
}

impl Found {
    /// What stands at these bytes.
    pub(crate) fn at(text: &SourceText, bytes: Range<usize>) -> Option<Self> {
        const AROUND: usize = 40;
        let on_line = |c: &char| !matches!(c, '\n' | '\r');
        let whole = text.as_str();
        let mut before: Vec<char> = whole[..bytes.start].chars().rev().take(AROUND).take_while(on_line).collect();
        before.reverse();
        let after = whole[bytes.end..].chars().take(AROUND).take_while(on_line).collect();
        Some(Self {
            span: text.span(bytes.clone())?,
            text: whole[bytes].to_owned(),
            context: (before.into_iter().collect(), after),
        })
    }
}

impl Found {
    /// The span as the field of a citation or a section, in the place of what stands there.
    pub(crate) fn as_field(&self) -> Change {
        let (start, end, sha256) = (self.span.start(), self.span.end(), self.span.sha256());
        let json = format!(r#"{{"start":{start},"end":{end},"sha256":"{sha256}"}}"#);
        Change::Field { name: "span".into(), json }
    }
}

/// The code points, and the words among those around them, on one line: `10–25: The group [emerged in 2014]. It grew.`
impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (before, after) = &self.context;
        let words = on_one_line(&self.text);
        write!(f, "{}–{}: {before}[{words}]{after}", self.span.start(), self.span.end())
    }
}

impl Places<'_> {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.bytes.len()
    }

    /// What stands at one of them, from 0.
    pub fn get(&self, index: usize) -> Option<Found> {
        Found::at(self.text, self.bytes.get(index)?.clone())
    }

    /// What stands at each of them.
    pub fn iter(&self) -> impl Iterator<Item = Found> {
        self.bytes.iter().filter_map(|bytes| Found::at(self.text, bytes.clone()))
    }

    /// The words at one of the places, from 0, with as many more around them in brackets as tell it from all others.
    pub fn told_apart(&self, index: usize) -> Option<String> {
        wanted::told_apart(self.text, self.bytes.get(index)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text() -> SourceText {
        SourceText::new("The group’s base lay in the east.\nThe group grew.\n".into())
    }

    fn once(text: &SourceText, words: &str) -> Option<String> {
        match find(text, words) {
            Occurrences::Once(found) => Some(found.text),
            _ => None,
        }
    }

    #[test]
    fn words_that_stand_twice_are_both_shown() {
        let text = text();
        let Occurrences::Several(places) = find(&text, "The group") else { panic!("they stand twice") };
        let starts: Vec<u64> = places.iter().map(|found| found.span.start()).collect();
        assert_eq!(starts, [0, 34]);
        assert_eq!(places.get(0).unwrap().context, (String::new(), "’s base lay in the east.".into()));
        for (index, start) in starts.into_iter().enumerate() {
            let told = places.told_apart(index).unwrap();
            let Occurrences::Once(found) = find(&text, &told) else { panic!("{told}") };
            assert_eq!(found.span.start(), start, "{told}");
        }
        assert_eq!(places.told_apart(1).unwrap(), "The group[ grew]");
    }

    #[test]
    fn words_stand_where_they_differ_only_in_what_nobody_types_alike() {
        let text = SourceText::new(
            "In the Cafe\u{301} of Kabul, the well-\nknown nego\u{AD}tiators\r\n“met” on 3\u{A0}May – late.\nMay be the efﬁcient one.".into(),
        );
        for (words, found) in [
            ("in the café of kabul", "In the Cafe\u{301} of Kabul"),
            ("the well-known negotiators", "the well-\nknown nego\u{AD}tiators"),
            ("negotiators \"met\"", "nego\u{AD}tiators\r\n“met”"),
            ("on 3 may - late", "on 3\u{A0}May – late"),
            ("the efficient one", "the efﬁcient one"),
            (" caf\u{e9}\n", "Cafe\u{301}"),
        ] {
            assert_eq!(once(&text, words).as_deref(), Some(found), "{words}");
        }
        // Half a ligature, and a letter without its accent, are no place.
        assert_eq!(once(&text, "eff"), None);
        assert_eq!(once(&text, "the Cafe"), None);
    }

    #[test]
    fn whole_words_come_before_parts_of_words() {
        let text = SourceText::new("The frontier. A front here.".into());
        let Occurrences::Once(found) = find(&text, "front") else { panic!("one whole word") };
        assert_eq!(found.span.start(), 16);
        assert_eq!(once(&text, "fronti").as_deref(), Some("fronti"));
    }

    #[test]
    fn more_words_in_brackets_say_which_place_is_meant() {
        let text = SourceText::new("One [sic] front came.\nTwo fronts\ncame. Another front left.".into());
        let start = |words: &str| match find(&text, words) {
            Occurrences::Once(found) => Some(found.span.start()),
            _ => None,
        };
        assert_eq!(start("front"), None);
        assert_eq!(start("front[ left]"), Some(47));
        assert_eq!(start("[another] front [left]"), Some(47));
        assert_eq!(start("[Two fronts] came"), Some(33));
        assert_eq!(start("One [sic] front"), Some(0));
        assert_eq!(start("[Three] front"), None);
        assert_eq!(start("[front]"), None);
    }

    #[test]
    fn words_that_are_nowhere_have_a_nearest_match() {
        let text = text();
        let Occurrences::Nowhere(Some(found)) = find(&text, "the  group's bases lay") else { panic!("a near match") };
        assert_eq!(found.text, "The group’s base lay");
        let Occurrences::Nowhere(Some(found)) = find(&text, "base in the east") else { panic!("a near match") };
        assert_eq!(found.text, "base lay in the east.");
        for nothing in ["entirely unrelated phrase", "", " ", "\n", "-", "[]", "\u{AD}"] {
            assert!(matches!(find(&text, nothing), Occurrences::Nowhere(None)), "{nothing:?}");
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

    #[test]
    fn words_may_stand_ten_thousand_times_and_a_text_be_one_line_or_hold_no_letter() {
        let text = SourceText::new("the front ".repeat(10_000));
        let Occurrences::Several(places) = find(&text, "The  front") else { panic!("very often") };
        assert_eq!((places.count(), places.told_apart(5_000)), (10_000, None));
        for nothing in [String::new(), "123 456\n".repeat(1_000), "\u{AD}\n\u{FEFF}".repeat(9)] {
            assert!(matches!(find(&SourceText::new(nothing), "words"), Occurrences::Nowhere(None)));
        }
    }
}
