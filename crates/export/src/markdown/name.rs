//! What to call records, dates and the words of the vocabularies.

use standpoint_model::{Actor, CountryCode, Dataset, Edtf, Measure, Observation, Record, Relationship, Statement};

use super::{escape::escape, is_withdrawn};
use crate::prose::{title, words};

/// The record called `id` in a few words; the id itself where there is no such record.
pub(super) fn of(dataset: &Dataset, id: &str) -> String {
    let Some(record) = dataset.resolve(id) else {
        return escape(id);
    };
    let name = match record {
        Record::Dataset(manifest) => escape(manifest.title.as_str()),
        Record::Source(source) => escape(source.title.as_str()),
        Record::Actor(actor) => escape(actor.name.as_str()),
        Record::Place(place) => escape(place.name.as_str()),
        Record::Event(event) => escape(event.title.as_str()),
        Record::Interest(interest) => escape(interest.title.as_str()),
        Record::Statement(statement) => claim(statement),
        Record::Relationship(relationship) => tie(dataset, relationship),
        Record::Observation(observation) => {
            format!("{}, of {}", figure(observation, None), of(dataset, observation.about.as_str()))
        }
    };
    if is_withdrawn(dataset, id) { format!("{name} (withdrawn)") } else { name }
}

/// The records of a list, joined by semicolons.
pub(super) fn list<'i>(dataset: &Dataset, ids: impl IntoIterator<Item = &'i str>) -> String {
    let names: Vec<String> = ids.into_iter().map(|id| of(dataset, id)).collect();
    names.join("; ")
}

/// A relationship as told by somebody outside it.
pub(super) fn tie(dataset: &Dataset, relationship: &Relationship) -> String {
    format!(
        "{} {} {}{}",
        of(dataset, relationship.object.as_str()),
        relationship.r#type.rule().inverse,
        of(dataset, relationship.subject.as_str()),
        at(relationship.when.as_ref())
    )
}

/// A quantity with what it counts and, unless it is `known`, when it held.
pub(super) fn figure(observation: &Observation, known: Option<&Edtf>) -> String {
    let population = observation.population.as_ref().map(|text| escape(text.as_str()));
    let (label, population) = match (observation.measure, population) {
        (Measure::Other, Some(population)) => (population, None),
        (measure, population) => (title(measure.as_str()), population),
    };
    let of = population.map(|population| format!(" ({population})")).unwrap_or_default();
    let when = at(observation.when.as_ref().filter(|when| Some(*when) != known));
    format!("{label}: {}{of}{when}", observation.value)
}

/// What a statement claims, and of which time.
pub(super) fn claim(statement: &Statement) -> String {
    let when = statement.when.as_ref().map(|when| format!(" ({})", date(when)));
    format!("{}{}", escape(statement.text.as_str()), when.unwrap_or_default())
}

/// A date, to stand after what it dates.
pub(super) fn at(when: Option<&Edtf>) -> String {
    when.map(|when| format!(", {}", date(when))).unwrap_or_default()
}

/// A date in English.
pub(super) fn date(when: &Edtf) -> String {
    escape(&when.english())
}

pub(super) fn country(code: CountryCode) -> String {
    format!("{} ({code})", escape(code.name()))
}

/// The other names of an actor.
pub(super) fn aliases(actor: &Actor) -> Option<String> {
    let aliases: Vec<String> = actor
        .aliases
        .iter()
        .map(|alias| {
            let language = alias.language.as_ref().map(|tag| format!(", {tag}")).unwrap_or_default();
            format!("{} ({}{language})", escape(alias.text.as_str()), words(alias.r#type.as_str()))
        })
        .collect();
    (!aliases.is_empty()).then(|| aliases.join(", "))
}

/// The codes of an actor, each with its scheme.
pub(super) fn codes(actor: &Actor) -> Option<String> {
    let codes: Vec<String> =
        actor.codes.iter().map(|code| format!("{} ({})", escape(code.value.as_str()), code.scheme)).collect();
    (!codes.is_empty()).then(|| codes.join(", "))
}
