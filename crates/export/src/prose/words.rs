//! What to call records, quantities and the words of the vocabularies.

use standpoint_model::{
    Actor, Channel, Dataset, Measure, Observation, Outcome, Record, Relationship, Reliability, Stance,
};

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

/// `text`, cut to at most so many characters.
pub(crate) fn brief(text: &str, longest: usize) -> String {
    if text.chars().nth(longest).is_none() {
        return text.to_owned();
    }
    let kept: String = text.chars().take(longest.saturating_sub(1)).collect();
    kept.trim_end().to_owned() + "…"
}

/// "1 record", "2 records".
pub(crate) fn counted(count: usize, one: &str, more: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {more}") }
}

/// What a record is, as a word of the data: of an actor its type.
pub(crate) fn kind(record: &Record) -> &'static str {
    match record {
        Record::Actor(actor) => actor.r#type.as_str(),
        other => other.kind().as_str(),
    }
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
            format!("{}, of {about}", quantity(observation))
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
fn quantity(observation: &Observation) -> String {
    let value = &observation.value;
    match (observation.measure, &observation.population) {
        (Measure::Other, Some(population)) => format!("{population}: {value}"),
        (measure, None) => format!("{}: {value}", title(measure.as_str())),
        (measure, Some(population)) => format!("{}: {value} ({population})", title(measure.as_str())),
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
pub(super) fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Asserts => "Asserted by",
        Stance::ClaimsResponsibility => "Responsibility claimed by",
        Stance::Estimates => "Estimated by",
        Stance::Denies => "Denied by",
        Stance::Disputes => "Disputed by",
    }
}

/// By which way a position was made known, to stand after the name.
pub(super) fn channel(channel: Channel) -> &'static str {
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
pub(super) fn reliability(reliability: Reliability) -> &'static str {
    match reliability {
        Reliability::A => "completely reliable",
        Reliability::B => "usually reliable",
        Reliability::C => "fairly reliable",
        Reliability::D => "not usually reliable",
        Reliability::E => "unreliable",
        Reliability::F => "cannot be judged",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_cut_and_short_ones_are_not() {
        assert_eq!(brief("Kabul", 5), "Kabul");
        assert_eq!(brief("Khorasan", 5), "Khor…");
        assert_eq!(brief("Kabul airport", 7), "Kabul…");
    }
}
