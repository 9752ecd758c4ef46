//! Sentences before a format gives them their look.

use std::borrow::Cow;

use standpoint_model::{
    Actor, Alias, Citation, CountryCode, Edtf, Interest, LanguageTag, Measure, Observation, Relationship, Standpoint,
    Statement,
};

use super::words::{self, capitalised, title};

/// A sentence or a part of one.
pub(crate) type Line<'a> = Vec<Piece<'a>>;

/// A part of a line, which formats show in different ways.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Piece<'a> {
    /// Words of ours.
    Words(Cow<'a, str>),
    /// Those of them that matter most.
    Strong(Cow<'a, str>),
    /// Text of the data.
    Text(&'a str),
    /// Text of the data in a language that it names.
    Foreign(&'a str, &'a LanguageTag),
    /// A record, by its id.
    Record(&'a str),
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

fn strong<'a>(words: impl Into<Cow<'a, str>>) -> Piece<'a> {
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

/// A date, to stand after what it dates.
fn at(when: Option<&Edtf>) -> Line<'_> {
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

/// A quantity with what it counts and, unless the reader knows it already, when it held.
pub(crate) fn figure<'a>(observation: &'a Observation, known: Option<&Edtf>) -> Line<'a> {
    let value = strong(observation.value.to_string());
    let population = observation.population.as_ref().map(|text| Text(text.as_str()));
    let mut line = match (observation.measure, population) {
        (Measure::Other, Some(population)) => vec![population, words(": "), value],
        (measure, None) => vec![words(title(measure.as_str()) + ": "), value],
        (measure, Some(population)) => {
            vec![words(title(measure.as_str()) + ": "), value, words(" ("), population, words(")")]
        }
    };
    line.extend(at(observation.when.as_ref().filter(|when| Some(*when) != known)));
    line
}

/// A quantity below a heading that says what is counted.
pub(crate) fn amount(observation: &Observation) -> Line<'_> {
    let mut line = vec![strong(observation.value.to_string())];
    if let Some(population) = &observation.population {
        line.extend([words(" "), Text(population.as_str())]);
    }
    line.extend(at(observation.when.as_ref()));
    line
}

/// What a statement claims, and of which time.
pub(crate) fn claim(statement: &Statement) -> Line<'_> {
    let mut line = vec![Text(statement.text.as_str())];
    if let Some(when) = &statement.when {
        line.extend([words(" ("), When(when), words(")")]);
    }
    line
}

/// A relationship as told by one of its ends: "Affiliate of: …", "Regarded as a rival by: …".
pub(crate) fn tie<'a>(relationship: &'a Relationship, actor: &Actor) -> Line<'a> {
    let (how, other) = if relationship.subject == actor.id {
        (title(relationship.r#type.as_str()), &relationship.object)
    } else {
        (capitalised(relationship.r#type.rule().inverse), &relationship.subject)
    };
    let mut line = vec![strong(how), words(": "), Record(other.as_str())];
    line.extend(at(relationship.when.as_ref()));
    line.extend(description(relationship));
    line
}

/// A relationship as told by somebody outside it.
pub(crate) fn tie_between(relationship: &Relationship) -> Line<'_> {
    let mut line = vec![
        Record(relationship.object.as_str()),
        words(format!(" {} ", relationship.r#type.rule().inverse)),
        Record(relationship.subject.as_str()),
    ];
    line.extend(at(relationship.when.as_ref()));
    line.extend(description(relationship));
    line
}

fn description(relationship: &Relationship) -> Line<'_> {
    relationship.description.iter().flat_map(|text| [words(" – "), Text(text.as_str())]).collect()
}

/// Of what kind an interest is, and towards whom.
pub(crate) fn interest_aims(interest: &Interest) -> Line<'_> {
    let mut line = vec![words(title(interest.category.as_str()))];
    if !interest.towards.is_empty() {
        line.push(words(", towards "));
        line.extend(records(interest.towards.iter().map(AsRef::as_ref)));
    }
    line
}

/// Who takes which position, by which channel, when.
pub(crate) fn position(standpoint: &Standpoint) -> Line<'_> {
    let mut line = vec![words(words::stance(standpoint.stance)), words(" "), Record(standpoint.holder.as_str())];
    line.extend(standpoint.via.map(|via| words(words::channel(via))));
    line.extend(at(standpoint.when.as_ref()));
    line
}

/// Where the sources say something, those of one source in one line: "A page, characters 120–187, 200–210; table 3".
pub(crate) fn citations(citations: &[Citation]) -> Vec<Line<'_>> {
    let is_bare = |citation: &Citation| citation.quote.is_none() && citation.locator.is_none();
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
