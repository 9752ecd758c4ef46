//! What stands on the profile of an actor, and in which order.

use std::collections::BTreeMap;

use standpoint_model::{
    Actor, Basis, Citation, Dataset, Day, Edtf, Event, Measure, Observation, Occurrence, Record, Span, Statement, Text,
    Topic,
};

use super::{
    figure::figure,
    line::{Line, Piece, claim, words},
    sign::{is_contested, is_contradicted},
};

/// Where the sources speak of a fact: a key that sorts facts as their source tells them.
pub(crate) fn told_at(basis: &Basis) -> Vec<(&str, u64)> {
    let place = |citation| {
        let Citation { source, span, .. }: &Citation = citation;
        (source.as_str(), span.as_ref().map_or(u64::MAX, Span::start))
    };
    basis.evidence.iter().map(place).collect()
}

/// The statements about a record by rank, those without one last, and as their source tells them.
pub(crate) fn statements<'a>(dataset: &'a Dataset, about: &str) -> Vec<&'a Statement> {
    let mut statements: Vec<&Statement> = dataset.statements_about(about).collect();
    statements.sort_by_cached_key(|statement| {
        let rank = statement.rank.map_or(u32::MAX, |rank| rank.get().into());
        (rank, told_at(&statement.basis), statement.id.as_str())
    });
    statements
}

/// The statements about a record, topic by topic as the source comes to them.
pub(crate) fn topics<'a>(dataset: &'a Dataset, about: &str) -> Vec<(Topic, Vec<&'a Statement>)> {
    let mut topics: BTreeMap<Topic, Vec<&Statement>> = BTreeMap::new();
    for statement in statements(dataset, about) {
        topics.entry(statement.topic).or_default().push(statement);
    }
    let mut topics: Vec<(Topic, Vec<&Statement>)> = topics.into_iter().collect();
    topics.sort_by_cached_key(|(_, statements)| statements.iter().map(|statement| told_at(&statement.basis)).min());
    topics
}

/// The text that a record opens with, where that is not its title.
pub(crate) fn lead(record: &Record) -> Option<&str> {
    match record {
        Record::Dataset(manifest) => manifest.description.as_ref(),
        Record::Actor(actor) => actor.description.as_ref(),
        Record::Event(event) => event.description.as_ref(),
        Record::Interest(interest) => interest.summary.as_ref(),
        Record::Issue(issue) => issue.question.as_ref(),
        Record::Relationship(relationship) => relationship.description.as_ref(),
        Record::Position(position) => Some(&position.text),
        Record::Source(_) | Record::Place(_) | Record::Observation(_) | Record::Statement(_) | Record::Identity(_) => {
            None
        }
    }
    .map(Text::as_str)
}

/// What is said about a record: the quantities, then the statements, each with the record that says it. `known` is the
/// date that the reader knows already.
pub(crate) fn remarks<'a>(dataset: &'a Dataset, about: &str, known: Option<&Edtf>) -> Vec<(Line<'a>, &'a Record)> {
    let figures = figures(dataset, about).into_iter().map(|counted| (figure(counted, known), counted.id.as_str()));
    let statements = statements(dataset, about).into_iter().map(|statement| (claim(statement), statement.id.as_str()));
    figures.chain(statements).filter_map(|(line, id)| Some((line, dataset.resolve(id)?))).collect()
}

/// The quantities about a record, from first to last.
pub(crate) fn figures<'a>(dataset: &'a Dataset, about: &str) -> Vec<&'a Observation> {
    let mut figures: Vec<&Observation> = dataset.observations_about(about).collect();
    figures.sort_by_cached_key(|observation| {
        let day = first_day(observation.when.as_ref());
        (day.is_none(), day, observation.id.as_str())
    });
    figures
}

/// Quantities of one measure together.
pub(crate) fn by_measure<'a>(
    figures: impl IntoIterator<Item = &'a Observation>,
) -> BTreeMap<Measure, Vec<&'a Observation>> {
    let mut measures: BTreeMap<_, Vec<&Observation>> = BTreeMap::new();
    for observation in figures {
        measures.entry(observation.measure).or_default().push(observation);
    }
    measures
}

/// Events from first to last, those without a date at the end. One that has not happened stands where it is planned.
pub(crate) fn in_time<'a>(events: impl IntoIterator<Item = &'a Event>) -> Vec<&'a Event> {
    let mut events: Vec<&Event> = events.into_iter().collect();
    events.sort_by_cached_key(|event| {
        let day = first_day(event.when.as_ref().or(event.due.as_ref()));
        (day.is_none(), day, event.id.as_str())
    });
    events
}

/// When an event was or is to be, to stand before its title.
pub(crate) fn event_date(event: &Event) -> Line<'_> {
    match (&event.when, &event.due, event.occurrence) {
        (Some(when), ..) => vec![Piece::When(when)],
        (None, Some(due), Occurrence::CalledOff) => vec![words("Called off, planned for "), Piece::When(due)],
        (None, Some(due), _) => vec![words("Planned for "), Piece::When(due)],
        (None, None, Occurrence::Happened) => vec![words("Undated")],
        (None, None, Occurrence::Planned) => vec![words("Planned, no date")],
        (None, None, Occurrence::CalledOff) => vec![words("Called off, no date")],
    }
}

/// The first day on which something may have been; of what has no beginning, the last.
pub(super) fn first_day(when: Option<&Edtf>) -> Option<Day> {
    when.and_then(|when| when.earliest().day().or_else(|| when.latest().day()))
}

/// What is said of an actor and is contested, then what another record contradicts: statements, interests, positions,
/// ties, quantities and events.
pub(crate) fn differing<'a>(dataset: &'a Dataset, actor: &Actor) -> Vec<&'a Record> {
    let id = actor.id.as_str();
    let is_contested = |record: &Record| record.basis().is_some_and(is_contested);
    let mut differing: Vec<&Record> = dataset
        .referrers(id)
        .filter(|record| match record {
            Record::Statement(statement) => statement.about.as_str() == id,
            Record::Observation(observation) => observation.about.as_str() == id,
            Record::Interest(interest) => interest.actor == actor.id,
            Record::Position(position) => position.holders.contains(&actor.id),
            Record::Relationship(tie) => tie.subject == actor.id || tie.object.as_str() == id,
            Record::Event(event) => event.participants.iter().any(|participant| participant.actor == actor.id),
            Record::Dataset(_)
            | Record::Source(_)
            | Record::Actor(_)
            | Record::Place(_)
            | Record::Issue(_)
            | Record::Identity(_) => false,
        })
        .filter(|record| is_contested(record) || is_contradicted(dataset, record.id()))
        .collect();
    differing.sort_by_key(|record| !is_contested(record));
    differing
}
