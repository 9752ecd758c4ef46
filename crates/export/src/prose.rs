//! The words in which pages tell of records, the same in each format that is read by people.

use standpoint_model::{
    Actor, Basis, Channel, Citation, Dataset, Measure, Observation, Outcome, Record, Relationship, RelationshipType,
    Reliability, Span, Stance, Statement,
};

/// The columns of the table of relationships.
pub(crate) const COLUMNS: [(RelationshipType, &str); 4] = [
    (RelationshipType::Ally, "Allies"),
    (RelationshipType::Partner, "Partners"),
    (RelationshipType::Rival, "Rivals"),
    (RelationshipType::Adversary, "Adversaries"),
];

/// A word of a vocabulary, or a topic, as words.
pub(crate) fn words(slug: &str) -> String {
    slug.replace('-', " ")
}

/// A word of a vocabulary, or a topic, as the words of a title.
pub(crate) fn title(slug: &str) -> String {
    capitalised(&words(slug))
}

pub(crate) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// What the actor called `id` is called; the id itself where there is no such record.
pub(crate) fn actor_name(dataset: &Dataset, id: &str) -> String {
    match dataset.resolve(id) {
        Some(Record::Actor(Actor { name, .. })) => name.as_str().to_owned(),
        _ => id.to_owned(),
    }
}

/// The record in a few words.
pub(crate) fn name(dataset: &Dataset, record: &Record) -> String {
    match record {
        Record::Dataset(manifest) => manifest.title.as_str().into(),
        Record::Source(source) => source.title.as_str().into(),
        Record::Actor(actor) => actor.name.as_str().into(),
        Record::Place(place) => place.name.as_str().into(),
        Record::Event(event) => event.title.as_str().into(),
        Record::Interest(interest) => interest.title.as_str().into(),
        Record::Statement(statement) => statement.text.as_str().into(),
        Record::Relationship(relationship) => tie(dataset, relationship),
        Record::Observation(observation) => {
            let about = observation.about.as_str();
            let about = dataset.resolve(about).map_or_else(|| about.to_owned(), |record| name(dataset, record));
            format!("{}, of {about}", figure(observation))
        }
    }
}

/// A relationship as told by somebody outside it.
fn tie(dataset: &Dataset, relationship: &Relationship) -> String {
    let when = relationship.when.as_ref().map(|when| format!(", {}", when.english())).unwrap_or_default();
    format!(
        "{} {} {}{when}",
        actor_name(dataset, relationship.object.as_str()),
        relationship.r#type.rule().inverse,
        actor_name(dataset, relationship.subject.as_str()),
    )
}

/// A quantity with what it counts.
pub(crate) fn figure(observation: &Observation) -> String {
    match (observation.measure, &observation.population) {
        (Measure::Other, Some(population)) => format!("{population}: {}", observation.value),
        (measure, None) => format!("{}: {}", title(measure.as_str()), observation.value),
        (measure, Some(population)) => format!("{}: {} ({population})", title(measure.as_str()), observation.value),
    }
}

pub(crate) fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Succeeded => "succeeded",
        Outcome::Partial => "succeeded in part",
        Outcome::Failed => "failed",
        Outcome::Unknown => "left open by the source",
    }
}

/// Who takes a position, to stand before the name.
pub(crate) fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Asserts => "Asserted by",
        Stance::ClaimsResponsibility => "Responsibility claimed by",
        Stance::Estimates => "Estimated by",
        Stance::Denies => "Denied by",
        Stance::Disputes => "Disputed by",
    }
}

/// By which way a position was made known, to stand after the name.
pub(crate) fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Letter => ", by letter",
        Channel::Call => ", by telephone",
        Channel::Email => ", by e-mail",
        Channel::Note => ", in a note left at the scene",
        Channel::Video => ", in a video",
        Channel::Online => ", online",
        Channel::Statement => ", in a statement",
        Channel::Personal => ", in person",
        Channel::Other => ", by another channel",
        Channel::Unknown => ", channel not named",
    }
}

/// The terms of the Admiralty code.
pub(crate) fn reliability(reliability: Reliability) -> &'static str {
    match reliability {
        Reliability::A => "completely reliable",
        Reliability::B => "usually reliable",
        Reliability::C => "fairly reliable",
        Reliability::D => "not usually reliable",
        Reliability::E => "unreliable",
        Reliability::F => "cannot be judged",
    }
}

/// Whether anybody denies or disputes what rests on this.
pub(crate) fn is_contested(basis: &Basis) -> bool {
    basis.standpoints.iter().any(|standpoint| !standpoint.stance.is_for())
}

/// Where the sources speak of a fact: a key that sorts facts as their source tells them.
pub(crate) fn told_at(basis: &Basis) -> Vec<(&str, u64)> {
    let place = |citation| {
        let Citation { source, span, .. }: &Citation = citation;
        (source.as_str(), span.as_ref().map_or(u64::MAX, Span::start))
    };
    basis.evidence.iter().map(place).collect()
}

/// Statements by rank, those without one last, and as their source tells them.
pub(crate) fn in_order<'a>(statements: impl Iterator<Item = &'a Statement>) -> Vec<&'a Statement> {
    let mut statements: Vec<&Statement> = statements.collect();
    statements.sort_by_cached_key(|statement| {
        let rank = statement.rank.map_or(u32::MAX, |rank| rank.get().into());
        (rank, told_at(&statement.basis), statement.id.as_str())
    });
    statements
}
