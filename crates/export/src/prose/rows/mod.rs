//! The fields of a record as terms and what they say.

mod document;
mod event;
mod party;
mod talks;

use std::borrow::Cow;

use standpoint_model::{Dataset, Edtf, Id, Observation, Reading, Record, Statement, Text};

use super::line::{Line, Piece, joined, records, words as say};
use super::{figure::value, words::title};

pub(crate) use self::{event::event_rows, talks::position_rows};

/// A field: what it is called, what it says, and why it was read into the source if it was.
#[derive(Debug, Clone)]
pub(crate) struct Row<'a> {
    /// The field of the record.
    pub(crate) field: &'static str,
    pub(crate) term: Cow<'static, str>,
    pub(crate) says: Line<'a>,
    /// The dataset's readings of it.
    pub(crate) readings: Vec<&'a Reading>,
}

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
    let own = rows.into_iter().flatten().map(|row| row.read_in(readings));
    own.chain(shared_rows(record)).collect()
}

impl<'a> Row<'a> {
    /// The row with those of these readings that are of it.
    pub(super) fn read_in(mut self, readings: &'a [Reading]) -> Self {
        self.readings = readings.iter().filter(|reading| self.is_read_in(reading)).collect();
        self
    }

    /// Whether a reading is of this field and, if it is of one item of a list, of an item that stands here.
    fn is_read_in(&self, reading: &Reading) -> bool {
        let has = |item: &str| self.says.iter().any(|piece| matches!(piece, Piece::Record(text) | Piece::Text(text) if *text == item));
        reading.fields.iter().filter_map(|path| path.steps().next()).any(|(field, item)| {
            field == self.field && item.is_none_or(has)
        })
    }
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
    let codes =
        record.codes().iter().map(|code| vec![Piece::Text(code.value.as_str()), say(format!(" ({})", code.scheme))]);
    let codings = record.codings().iter().map(|coding| {
        let mut line = vec![Piece::Text(coding.value.as_str()), say(format!(" ({}", coding.scheme))];
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
    rows.into_iter().flatten().collect()
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

fn row<'a>(field: &'static str, term: impl Into<Cow<'static, str>>, says: Line<'a>) -> Option<Row<'a>> {
    (!says.is_empty()).then(|| Row { field, term: term.into(), says, readings: Vec::new() })
}

fn date<'a>(field: &'static str, term: &'static str, when: Option<&'a Edtf>) -> Option<Row<'a>> {
    row(field, term, when.map(Piece::When).into_iter().collect())
}

fn text<'a>(field: &'static str, term: &'static str, text: Option<&'a Text>) -> Option<Row<'a>> {
    row(field, term, text.map(|text| Piece::Text(text.as_str())).into_iter().collect())
}

/// A word of a vocabulary.
fn word(field: &'static str, term: &'static str, word: &str) -> Option<Row<'static>> {
    row(field, term, vec![say(title(word))])
}

/// Records by name.
fn named<'a, K: 'a>(
    field: &'static str,
    term: impl Into<Cow<'static, str>>,
    ids: impl IntoIterator<Item = &'a Id<K>>,
) -> Option<Row<'a>> {
    row(field, term, records(ids.into_iter().map(AsRef::as_ref)))
}
