//! What stands on the profile of an actor, and in which order.

use std::collections::BTreeMap;

use standpoint_model::{
    Actor, Basis, Citation, Dataset, Day, Edtf, Event, Measure, Observation, Record, Relationship, RelationshipType,
    Span, Statement, Text,
};

use super::{
    line::{self, Line},
    sign::is_contested,
};

/// The columns of the table of relationships.
pub(crate) const COLUMNS: [(RelationshipType, &str); 4] = [
    (RelationshipType::Ally, "Allies"),
    (RelationshipType::Partner, "Partners"),
    (RelationshipType::Rival, "Rivals"),
    (RelationshipType::Adversary, "Adversaries"),
];

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
pub(crate) fn topics<'a>(dataset: &'a Dataset, about: &str) -> Vec<(&'a str, Vec<&'a Statement>)> {
    let mut topics: BTreeMap<&str, Vec<&Statement>> = BTreeMap::new();
    for statement in statements(dataset, about) {
        topics.entry(statement.topic.as_str()).or_default().push(statement);
    }
    let mut topics: Vec<(&str, Vec<&Statement>)> = topics.into_iter().collect();
    topics.sort_by_cached_key(|(_, statements)| statements.iter().map(|statement| told_at(&statement.basis)).min());
    topics
}

/// The ties of an actor: those of each column of the table, and the others.
pub(crate) struct Ties<'a> {
    pub(crate) columns: [Vec<&'a Relationship>; 4],
    pub(crate) others: Vec<&'a Relationship>,
}

impl<'a> Ties<'a> {
    /// Each as the sources tell them.
    pub(crate) fn of(dataset: &'a Dataset, actor: &Actor) -> Self {
        let mut ties: Vec<&Relationship> = dataset.relationships_of(&actor.id).collect();
        ties.sort_by_cached_key(|tie| (told_at(&tie.basis), tie.id.as_str()));
        let mut sorted = Self { columns: Default::default(), others: Vec::new() };
        for tie in ties {
            let column = COLUMNS.iter().position(|(r#type, _)| tie.subject == actor.id && tie.r#type == *r#type);
            column.map_or(&mut sorted.others, |column| &mut sorted.columns[column]).push(tie);
        }
        sorted
    }

    /// What the column of a type says that is empty. That is of the dataset: that a source lists none, only a record says.
    pub(crate) fn none(&self, r#type: RelationshipType) -> &'static str {
        if self.others.iter().any(|tie| tie.r#type == r#type) {
            "None of its own recorded; those of others are among the ties below"
        } else {
            "None recorded"
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.others.is_empty() && self.columns.iter().all(Vec::is_empty)
    }
}

/// The text that a record opens with, where that is not its title.
pub(crate) fn lead(record: &Record) -> Option<&str> {
    match record {
        Record::Dataset(manifest) => manifest.description.as_ref(),
        Record::Actor(actor) => actor.description.as_ref(),
        Record::Interest(interest) => Some(&interest.summary),
        Record::Relationship(relationship) => relationship.description.as_ref(),
        Record::Source(_) | Record::Place(_) | Record::Event(_) | Record::Observation(_) | Record::Statement(_) => None,
    }
    .map(Text::as_str)
}

/// What is said about a record: the quantities, then the statements, each with the record that says it. `known` is the
/// date that the reader knows already.
pub(crate) fn remarks<'a>(dataset: &'a Dataset, about: &str, known: Option<&Edtf>) -> Vec<(Line<'a>, &'a Record)> {
    let figures = figures(dataset, about).into_iter().map(|figure| (line::figure(figure, known), figure.id.as_str()));
    let statements =
        statements(dataset, about).into_iter().map(|statement| (line::claim(statement), statement.id.as_str()));
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

/// Events from first to last, those without a date at the end.
pub(crate) fn in_time<'a>(events: impl IntoIterator<Item = &'a Event>) -> Vec<&'a Event> {
    let mut events: Vec<&Event> = events.into_iter().collect();
    events.sort_by_cached_key(|event| {
        let day = first_day(event.when.as_ref());
        (day.is_none(), day, event.id.as_str())
    });
    events
}

/// The first day on which something may have been; of what has no beginning, the last.
fn first_day(when: Option<&Edtf>) -> Option<Day> {
    when.and_then(|when| when.earliest().day().or_else(|| when.latest().day()))
}

/// What is said of an actor and is contested, then what is in tension with something else: statements, interests, ties,
/// quantities and events.
pub(crate) fn differing<'a>(dataset: &'a Dataset, actor: &Actor) -> Vec<&'a Record> {
    let id = actor.id.as_str();
    let is_contested = |record: &Record| record.basis().is_some_and(is_contested);
    let mut differing: Vec<&Record> = dataset
        .referrers(id)
        .filter(|record| match record {
            Record::Statement(statement) => statement.about.as_str() == id,
            Record::Observation(observation) => observation.about.as_str() == id,
            Record::Interest(interest) => interest.actor == actor.id,
            Record::Relationship(tie) => tie.subject == actor.id || tie.object == actor.id,
            Record::Event(event) => {
                event.participants.iter().any(|participant| participant.actor == actor.id)
                    || event.targets.iter().any(|target| target.as_str() == id)
            }
            Record::Dataset(_) | Record::Source(_) | Record::Actor(_) | Record::Place(_) => false,
        })
        .filter(|record| is_contested(record) || record.basis().is_some_and(|basis| !basis.contradicts.is_empty()))
        .collect();
    differing.sort_by_key(|record| !is_contested(record));
    differing
}
