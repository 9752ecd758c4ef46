//! The fields of a record as terms and what they say.

use std::borrow::Cow;

use standpoint_model::{Actor, Edtf, Estimate, Event, Place, Record, Role, Source};

use super::line::{Line, Piece, alias, country, digest, joined, records, words as say};
use super::words::{self, outcome, title};

/// A field: what it is called, and what it says.
#[derive(Debug, Clone)]
pub(crate) struct Row<'a> {
    pub(crate) term: Cow<'static, str>,
    pub(crate) says: Line<'a>,
}

fn row(term: impl Into<Cow<'static, str>>, says: Line<'_>) -> Option<Row<'_>> {
    (!says.is_empty()).then(|| Row { term: term.into(), says })
}

fn date<'a>(term: &'static str, when: Option<&'a Edtf>) -> Option<Row<'a>> {
    row(term, when.map(Piece::When).into_iter().collect())
}

fn text<'a>(term: &'static str, text: Option<&'a standpoint_model::Text>) -> Option<Row<'a>> {
    row(term, text.map(|text| Piece::Text(text.as_str())).into_iter().collect())
}

/// A word of a vocabulary.
fn word(term: &'static str, word: &str) -> Option<Row<'static>> {
    row(term, vec![say(title(word))])
}

fn named<'a, K: 'a>(
    term: impl Into<Cow<'static, str>>,
    ids: impl IntoIterator<Item = &'a standpoint_model::Id<K>>,
) -> Option<Row<'a>> {
    row(term, records(ids.into_iter().map(AsRef::as_ref)))
}

/// The fields of a record but its title, its text and what it rests on.
pub(crate) fn rows(record: &Record) -> Vec<Row<'_>> {
    let rows: Vec<Option<Row<'_>>> = match record {
        Record::Dataset(manifest) => vec![
            row("Version", vec![say(manifest.version.as_str())]),
            text("Publisher", Some(&manifest.publisher)),
            row("Licence", vec![say(manifest.license.as_str())]),
            date("Created", Some(&manifest.created)),
            date("Last changed", manifest.modified.as_ref()),
            row("Address of the records", vec![Piece::Address(manifest.base_iri.as_str())]),
        ],
        Record::Source(source) => source_rows(source),
        Record::Actor(actor) => actor_rows(actor),
        Record::Place(place) => place_rows(place),
        Record::Event(event) => {
            let mut rows = vec![word("Type", event.r#type.as_str()), date("When", event.when.as_ref())];
            rows.extend(event_rows(event).into_iter().map(Some));
            rows
        }
        Record::Relationship(relationship) => vec![
            named("Who", [&relationship.subject]),
            word("How", relationship.r#type.as_str()),
            named("To whom", [&relationship.object]),
            date("When", relationship.when.as_ref()),
        ],
        Record::Interest(interest) => vec![
            named("Of", [&interest.actor]),
            row("Rank", vec![say(interest.rank.to_string())]),
            word("Category", interest.category.as_str()),
            named("Towards", &interest.towards),
            named("Shows in", &interest.supported_by),
        ],
        Record::Observation(observation) => vec![
            named("Of", [&observation.about]),
            word("Measure", observation.measure.as_str()),
            row("Value", vec![say(observation.value.to_string())]),
            text("Of whom", observation.population.as_ref()),
            date("When", observation.when.as_ref()),
        ],
        Record::Statement(statement) => vec![
            named("About", [&statement.about]),
            word("Topic", statement.topic.as_str()),
            date("When", statement.when.as_ref()),
            named("Mentions", &statement.mentions),
        ],
    };
    rows.into_iter().flatten().collect()
}

/// Where, who in which role, and how an event hangs together with others.
pub(crate) fn event_rows(event: &Event) -> Vec<Row<'_>> {
    let mut rows = vec![named("Where", &event.places)];
    for &role in Role::ALL {
        let actors = event.participants.iter().filter(|participant| participant.role == role);
        rows.push(named(title(role.as_str()), actors.map(|participant| &participant.actor)));
    }
    rows.extend([
        named("Aimed at", &event.targets),
        row("Outcome", event.outcome.map(|result| say(words::capitalised(outcome(result)))).into_iter().collect()),
        named("In the wake of", &event.follows),
        named("Part of", &event.part_of),
    ]);
    rows.into_iter().flatten().collect()
}

fn source_rows(source: &Source) -> Vec<Option<Row<'_>>> {
    let reliability = source.reliability.map(|grade| say(format!("{} ({grade})", words::reliability(grade))));
    let length = |text: &standpoint_model::SourceText| Estimate::exact(text.length).to_string();
    vec![
        word("Type", source.r#type.as_str()),
        text("Publisher", source.publisher.as_ref()),
        date("Published", source.published.as_ref()),
        date("Read", source.accessed.as_ref()),
        row("Language", source.language.iter().map(|tag| say(tag.as_str())).collect()),
        row("Address", source.url.iter().map(|url| Piece::Address(url.as_str())).collect()),
        text("Rights", source.rights.as_ref()),
        row("May be quoted", source.quotable.then(|| say("Yes")).into_iter().collect()),
        row("Reliability", reliability.into_iter().collect()),
        row("Text", source.text.as_ref().map(|text| digest(&length(text), text.sha256.as_str())).unwrap_or_default()),
    ]
}

fn actor_rows(actor: &Actor) -> Vec<Option<Row<'_>>> {
    let codes =
        actor.codes.iter().map(|code| vec![Piece::Text(code.value.as_str()), say(format!(" ({})", code.scheme))]);
    vec![
        word("Type", actor.r#type.as_str()),
        row("Also known as", joined(actor.aliases.iter().map(alias), ", ")),
        row("Codes", joined(codes, ", ")),
        row("Country", actor.country.map(country).unwrap_or_default()),
    ]
}

fn place_rows(place: &Place) -> Vec<Option<Row<'_>>> {
    let degrees = |location: standpoint_model::Location| {
        say(format!("latitude {}°, longitude {}°", location.latitude.get(), location.longitude.get()))
    };
    vec![
        word("Type", place.r#type.as_str()),
        row("Country", place.country.map(country).unwrap_or_default()),
        named("Within", &place.within),
        row("Extends over", joined(place.overlaps.iter().map(|&code| country(code)), ", ")),
        row("Coordinates", place.location.map(degrees).into_iter().collect()),
    ]
}
