//! Sentences before a format gives them their look.

use std::borrow::Cow;

use standpoint_model::{Alias, Citation, CountryCode, Edtf, Interest, LanguageTag, Statement};

use super::words::{self, title};

/// A sentence or a part of one.
pub(crate) type Line<'a> = Vec<Piece<'a>>;

/// A part of a line, which formats show in different ways.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Piece<'a> {
    /// Words of ours.
    Words(Cow<'a, str>),
    /// Those of them that matter most, or a quantity that does.
    Strong(Cow<'a, str>),
    /// Text of the data.
    Text(&'a str),
    /// Text of the data in a language that it names.
    Foreign(&'a str, &'a LanguageTag),
    /// A quantity, which may be in words of the data.
    Quantity(String),
    /// A record, by its id.
    Record(&'a str),
    /// The same in as few words as tell it apart, where many stand together.
    Short(&'a str),
    /// A record within a sentence: a title stands in quotation marks there, a name does not.
    Titled(&'a str),
    /// A date.
    When(&'a Edtf),
    /// An address of the web.
    Address(&'a str),
    /// A SHA-256 digest.
    Digest(&'a str),
}

use Piece::{Digest, Foreign, Record, Strong, Text, When};

pub(crate) fn words<'a>(words: impl Into<Cow<'a, str>>) -> Piece<'a> {
    Piece::Words(words.into())
}

pub(super) fn strong<'a>(words: impl Into<Cow<'a, str>>) -> Piece<'a> {
    Strong(words.into())
}

/// Lines one after another, with `between` between them.
pub(super) fn joined<'a>(lines: impl IntoIterator<Item = Line<'a>>, between: &'static str) -> Line<'a> {
    let mut all = Vec::new();
    for line in lines {
        if !all.is_empty() {
            all.push(words(between));
        }
        all.extend(line);
    }
    all
}

/// Records by name.
pub(super) fn records<'a>(ids: impl IntoIterator<Item = &'a str>) -> Line<'a> {
    joined(ids.into_iter().map(|id| vec![Record(id)]), "; ")
}

/// The same within a sentence.
pub(super) fn titles<'a>(ids: impl IntoIterator<Item = &'a str>) -> Line<'a> {
    joined(ids.into_iter().map(|id| vec![Piece::Titled(id)]), "; ")
}

/// A date, to stand after what it dates.
pub(super) fn at(when: Option<&Edtf>) -> Line<'_> {
    when.map(|when| vec![words(", "), When(when)]).unwrap_or_default()
}

pub(super) fn country(code: CountryCode) -> Line<'static> {
    vec![words(format!("{} ({code})", code.name()))]
}

pub(super) fn alias(alias: &Alias) -> Line<'_> {
    let text = alias.text.as_str();
    let kind = words::words(alias.r#type.as_str());
    match &alias.language {
        Some(tag) => vec![Foreign(text, tag), words(format!(" ({kind}, {tag})"))],
        None => vec![Text(text), words(format!(" ({kind})"))],
    }
}

/// What a statement claims, and of which time.
pub(crate) fn claim(statement: &Statement) -> Line<'_> {
    let mut line = vec![Text(statement.text.as_str())];
    if let Some(when) = &statement.when {
        line.extend([words(" ("), When(when), words(")")]);
    }
    line
}

/// Of what kind an interest is, how much it matters, towards whom it is and what it is about.
pub(crate) fn interest_aims(interest: &Interest) -> Line<'_> {
    let kind = interest.category.map(|category| vec![words(title(category.as_str()))]);
    let importance = interest.importance.map(|importance| vec![words(format!("of {importance} importance to it"))]);
    let towards = after("towards ", titles(interest.towards.iter().map(AsRef::as_ref)));
    let about = after("about ", titles(interest.about.iter().map(AsRef::as_ref)));
    joined([kind, importance, towards, about].into_iter().flatten(), ", ")
}

/// A line with words before it, if there is one.
fn after<'a>(before: &'static str, line: Line<'a>) -> Option<Line<'a>> {
    (!line.is_empty()).then(|| [vec![words(before)], line].concat())
}

/// Where the sources say something, those of one source in one line: "A page, characters 120–187, 200–210; table 3".
pub(crate) fn citations(citations: &[Citation]) -> Vec<Line<'_>> {
    let is_bare =
        |citation: &Citation| citation.quote.is_none() && citation.locator.is_none() && citation.words.is_none();
    citations
        .chunk_by(|a, b| a.source == b.source)
        .map(|same| {
            let mut line = vec![Record(same[0].source.as_str())];
            for run in same.chunk_by(|a, b| is_bare(a) && is_bare(b)) {
                let spans: Vec<String> = run
                    .iter()
                    .filter_map(|citation| citation.span.as_ref())
                    .map(|span| format!("{}–{}", span.start(), span.end()))
                    .collect();
                if !spans.is_empty() {
                    line.push(words(format!(", characters {}", spans.join(", "))));
                }
                for citation in run {
                    line.extend(citation.locator.iter().flat_map(|locator| [words(", "), Text(locator.as_str())]));
                    let words_there = citation.words.iter();
                    line.extend(
                        words_there.flat_map(|text| [words(", where it says “"), Text(text.as_str()), words("”")]),
                    );
                    let quote = citation.quote.iter();
                    line.extend(quote.flat_map(|quote| [words(": “"), Text(quote.as_str()), words("”")]));
                }
            }
            line
        })
        .collect()
}

/// A digest of a text of so many characters.
pub(super) fn digest<'a>(length: &str, sha256: &'a str) -> Line<'a> {
    vec![words(format!("{length} characters, SHA-256 ")), Digest(sha256)]
}
