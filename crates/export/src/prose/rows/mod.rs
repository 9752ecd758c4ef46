//! The fields of a record as terms and what they say.

mod document;
mod event;
mod party;
mod row;
mod talks;

use standpoint_model::{Dataset, Observation, Record, Statement};

use self::row::{date, named, row, text, word};
use super::{
    figure::value,
    line::{Piece, joined, words as say},
};

pub(crate) use self::{event::event_rows, row::Row, talks::position_rows};

/// The fields of a record but its title, its text and what it rests on.
pub(crate) fn rows<'a>(dataset: &'a Dataset, record: &'a Record) -> Vec<Row<'a>> {
    let rows: Vec<Option<Row<'a>>> = match record {
        Record::Dataset(manifest) => document::manifest(manifest),
        Record::Source(source) => document::source(source),
        Record::Identity(identity) => document::identity(identity),
        Record::Actor(actor) => party::actor(actor),
        Record::Place(place) => party::place(place),
        Record::Relationship(relationship) => party::relationship(relationship),
        Record::Interest(interest) => party::interest(interest),
        Record::Event(event) => event::dated_rows(event).chain(event_rows(event).into_iter().map(Some)).collect(),
        Record::Issue(issue) => talks::issue(issue),
        Record::Position(position) => position_rows(dataset, position).into_iter().map(Some).collect(),
        Record::Observation(observation) => self::observation(observation),
        Record::Statement(statement) => self::statement(statement),
    };
    let readings = record.basis().map(|basis| basis.readings.as_slice()).unwrap_or_default();
    rows.into_iter().flatten().map(|row| row.read_in(readings)).chain(shared_rows(record)).collect()
}

fn observation(observation: &Observation) -> Vec<Option<Row<'_>>> {
    vec![
        named("about", "About", [&observation.about]),
        word("measure", "Measure", observation.measure.as_str()),
        row("value", "Value", vec![Piece::Quantity(value(observation))]),
        named("of", "Whose", &observation.of),
        text("population", "Of whom or what", observation.population.as_ref()),
        date("when", "When", observation.when.as_ref()),
        named("part_of", "Contained in", &observation.part_of),
    ]
}

fn statement(statement: &Statement) -> Vec<Option<Row<'_>>> {
    vec![
        named("about", "About", [&statement.about]),
        word("topic", "Topic", statement.topic.as_str()),
        row("rank", "Rank", statement.rank.iter().map(|rank| say(rank.to_string())).collect()),
        date("when", "When", statement.when.as_ref()),
        named("mentions", "Mentions", &statement.mentions),
        named("caused_by", "Brought about by", &statement.caused_by),
    ]
}

/// What records of all kinds may have.
pub(crate) fn shared_rows(record: &Record) -> Vec<Row<'_>> {
    let codes = record
        .codes()
        .iter()
        .map(|code| vec![Piece::Text(code.value.as_str()), say(" ("), Piece::Text(code.scheme.as_str()), say(")")]);
    let codings = record.codings().iter().map(|coding| {
        let mut line = vec![Piece::Text(coding.value.as_str()), say(" ("), Piece::Text(coding.scheme.as_str())];
        line.extend(coding.version.iter().flat_map(|version| [say(", version "), Piece::Text(version.as_str())]));
        line.push(say(")"));
        line
    });
    let rows = [
        row("codes", "Codes", joined(codes, ", ")),
        row("codings", "Classified by others", joined(codings, "; ")),
        row("language", "Language", language(record).iter().map(|tag| say(tag.as_str())).collect()),
        row("handling", "Who may see it", handling(record).into_iter().map(say).collect()),
    ];
    let readings = record.basis().map(|basis| basis.readings.as_slice()).unwrap_or_default();
    rows.into_iter().flatten().map(|row| row.read_in(readings)).collect()
}

/// The language in which a record gives names and words of its own, if it is not that of the dataset.
pub(crate) fn language(record: &Record) -> Option<&standpoint_model::LanguageTag> {
    match record {
        Record::Actor(record) => record.language.as_ref(),
        Record::Place(record) => record.language.as_ref(),
        Record::Event(record) => record.language.as_ref(),
        Record::Relationship(record) => record.language.as_ref(),
        Record::Interest(record) => record.language.as_ref(),
        Record::Issue(record) => record.language.as_ref(),
        Record::Position(record) => record.language.as_ref(),
        Record::Observation(record) => record.language.as_ref(),
        Record::Statement(record) => record.language.as_ref(),
        Record::Dataset(_) | Record::Source(_) | Record::Identity(_) => None,
    }
}

fn handling(record: &Record) -> Option<&'static str> {
    match record.handling() {
        standpoint_model::Handling::Public => None,
        standpoint_model::Handling::Restricted => Some("Restricted: those to whom it is given"),
        standpoint_model::Handling::Closed => Some("Closed: the makers of the dataset alone"),
    }
}
