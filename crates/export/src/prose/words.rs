//! What to call records, quantities and the words of the vocabularies.

use standpoint_model::{
    Dataset, Firmness, Identity, IdentityGround, Outcome, Position, PositionForm, Record, Reliability, Verdict,
};

use super::{figure::figure, line::Piece, position::by, tie::tie_between};

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

/// What the record called `id` is called; the id itself where there is no such record.
pub(crate) fn name_of(dataset: &Dataset, id: &str) -> String {
    dataset.resolve(id).map_or_else(|| id.to_owned(), |record| name(dataset, record))
}

/// The record in a few words.
pub(crate) fn name(dataset: &Dataset, record: &Record) -> String {
    match record {
        Record::Statement(statement) => statement.text.as_str().into(),
        Record::Relationship(relationship) => plain(dataset, &tie_between(relationship)),
        Record::Position(position) => self::position(dataset, position),
        Record::Observation(observation) => {
            let figure = plain(dataset, &figure(observation, None));
            format!("{figure}, of {}", inner(dataset, observation.about.as_str()))
        }
        Record::Identity(record) => identity(dataset, record),
        named => named.name().map_or_else(|| named.id().to_owned(), |name| name.as_str().to_owned()),
    }
}

/// What a record is called within the name of another. Records that are named by others may name one another in a circle.
fn inner(dataset: &Dataset, id: &str) -> String {
    match dataset.resolve(id) {
        Some(record) if !matches!(record, Record::Observation(_) | Record::Identity(_)) => name(dataset, record),
        _ => id.to_owned(),
    }
}

/// A line as plain text.
fn plain(dataset: &Dataset, line: &[Piece<'_>]) -> String {
    let piece = |piece: &Piece<'_>| match piece {
        Piece::Words(words) | Piece::Strong(words) => words.to_string(),
        Piece::Text(text) | Piece::Foreign(text, _) | Piece::Address(text) | Piece::Digest(text) => (*text).to_owned(),
        Piece::Quantity(text) => text.clone(),
        Piece::Record(id) => inner(dataset, id),
        Piece::When(when) => when.english(),
    };
    line.iter().map(piece).collect()
}

/// Whose position it is and what it says, so that no list makes a fact of what is asked for.
fn position(dataset: &Dataset, position: &Position) -> String {
    let holders: Vec<String> =
        dataset.holders_of(position).into_iter().map(|id| inner(dataset, id.as_str())).collect();
    let text = &position.text;
    match &position.label {
        Some(label) if position.form == PositionForm::Agreed => format!("Agreed, {label}: {text}"),
        _ if holders.is_empty() => format!("{}: {text}", title(position.form.as_str())),
        _ => format!("{} {}: {text}", by(position.form), holders.join(", ")),
    }
}

/// What somebody decided about whether records name one thing.
fn identity(dataset: &Dataset, identity: &Identity) -> String {
    let names: Vec<String> = identity.members.iter().map(|id| format!("“{}”", inner(dataset, id.as_str()))).collect();
    let verdict = match identity.verdict {
        Verdict::Same => "name one thing",
        Verdict::Different => "do not name one thing",
        Verdict::Unsure => "may name one thing",
    };
    format!("{} {verdict}", names.join(" and "))
}

pub(crate) fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Succeeded => "succeeded",
        Outcome::Partial => "succeeded in part",
        Outcome::Failed => "failed",
        Outcome::Agreed => "agreed",
        Outcome::Adjourned => "adjourned",
        Outcome::BrokenOff => "broken off",
        Outcome::Unknown => "left open by the source",
    }
}

/// Whether a position can be moved.
pub(super) fn firmness(firmness: Firmness) -> &'static str {
    match firmness {
        Firmness::RedLine => "as a red line",
        Firmness::Flexible => "as one that can be moved",
    }
}

/// What shows or suggests that records name one thing.
pub(super) fn ground(ground: IdentityGround) -> &'static str {
    match ground {
        IdentityGround::Code => "They have one code",
        IdentityGround::Spelling => "Their names are forms of one another",
        IdentityGround::Renamed => "It was renamed",
        IdentityGround::Successor => "The one came after the other",
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
