//! What to call records.

use standpoint_model::{Dataset, Event, Identity, Occurrence, Position, PositionForm, Record, Verdict};

use super::{
    figure::figure,
    line::Piece,
    sign::{Sign, doubts, is_claim},
    tie::tie_between,
    words::{by, title},
};

/// How many characters a name has where many stand together.
pub(crate) const SHORT: usize = 60;

/// What the record called `id` is called; the id itself where there is no such record.
pub(crate) fn name_of(dataset: &Dataset, id: &str) -> String {
    dataset.resolve(id).map_or_else(|| id.to_owned(), |record| name(dataset, record))
}

/// What the record called `id` is called where many stand together: of a provision, its label and its agreement alone.
pub(crate) fn short_name(dataset: &Dataset, id: &str) -> String {
    match dataset.resolve(id) {
        Some(Record::Position(position)) => provision(dataset, position).unwrap_or_else(|| name_of(dataset, id)),
        _ => name_of(dataset, id),
    }
}

/// "Agreed, 2, in ‘Accord of the valley’", if the position is a provision with a label: several agreements have a 2.
fn provision(dataset: &Dataset, position: &Position) -> Option<String> {
    let label = position.label.as_ref().filter(|_| position.form == PositionForm::Agreed)?;
    let agreement = position.r#in.as_ref().and_then(|event| dataset.get(event));
    let within = agreement.map(|event| format!(", in ‘{}’", event.title));
    Some(format!("Agreed, {label}{}", within.unwrap_or_default()))
}

/// "Planned: Talks in Velm". Where no sign stands beside it, an event without this word is one that happened.
pub(crate) fn announced(event: &Event) -> String {
    match event.occurrence {
        Occurrence::Happened => event.title.to_string(),
        not_so @ (Occurrence::Planned | Occurrence::CalledOff) => {
            format!("{}: {}", title(not_so.as_str()), event.title)
        }
    }
}

/// The record in a few words.
pub(crate) fn name(dataset: &Dataset, record: &Record) -> String {
    match record {
        Record::Statement(statement) => statement.text.as_str().into(),
        Record::Relationship(relationship) => plain(dataset, &tie_between(relationship)),
        Record::Position(position) => self::position(dataset, position),
        Record::Observation(observation) => {
            let figure = plain(dataset, &figure(observation, None));
            format!("{figure}, of {}", titled_in(INNER, dataset, observation.about.as_str()))
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

/// Quotation marks, and those within a name, which may stand in quotation marks itself.
const MARKS: [&str; 2] = ["“", "”"];
const INNER: [&str; 2] = ["‘", "’"];

/// What stands before and after the record called `id` within a sentence: quotation marks, unless its name is that of somebody or
/// of a place.
pub(crate) fn quotation_marks(dataset: &Dataset, id: &str) -> [&'static str; 2] {
    match dataset.resolve(id) {
        None | Some(Record::Actor(_) | Record::Place(_)) => ["", ""],
        Some(_) => MARKS,
    }
}

fn titled_in([before, after]: [&str; 2], dataset: &Dataset, id: &str) -> String {
    match quotation_marks(dataset, id) {
        ["", ""] => inner(dataset, id),
        _ => format!("{before}{}{after}", inner(dataset, id)),
    }
}

/// A line as plain text, in which each claim bears its signs: "After: Talks at Oster (planned)".
pub(crate) fn plain_with_signs(dataset: &Dataset, line: &[Piece<'_>]) -> String {
    let signs = |id: &str| {
        let is_claim = dataset.resolve(id).is_some_and(is_claim);
        let words: Vec<&str> = doubts(dataset, id).filter(|_| is_claim).map(Sign::word).collect();
        if words.is_empty() { String::new() } else { format!(" ({})", words.join(", ")) }
    };
    let piece = |piece: &Piece<'_>| match piece {
        Piece::Record(id) | Piece::Short(id) | Piece::Titled(id) => {
            plain(dataset, std::slice::from_ref(piece)) + &signs(id)
        }
        _ => plain(dataset, std::slice::from_ref(piece)),
    };
    line.iter().map(piece).collect()
}

/// A line as plain text.
pub(crate) fn plain(dataset: &Dataset, line: &[Piece<'_>]) -> String {
    let piece = |piece: &Piece<'_>| match piece {
        Piece::Words(words) | Piece::Strong(words) => words.to_string(),
        Piece::Text(text) | Piece::Foreign(text, _) | Piece::Address(text) | Piece::Digest(text) => (*text).to_owned(),
        Piece::Quantity(text) => text.clone(),
        Piece::Record(id) => inner(dataset, id),
        Piece::Short(id) => short_name(dataset, id),
        Piece::Titled(id) => titled_in(MARKS, dataset, id),
        Piece::When(when) => when.english(),
    };
    line.iter().map(piece).collect()
}

/// Whose position it is and what it says, so that no list makes a fact of what is asked for.
fn position(dataset: &Dataset, position: &Position) -> String {
    let holders: Vec<String> = dataset.holders_of(position).into_iter().map(|id| inner(dataset, id.as_str())).collect();
    let text = &position.text;
    match provision(dataset, position) {
        Some(provision) => format!("{provision}: {text}"),
        None if holders.is_empty() => format!("{}: {text}", title(position.form.as_str())),
        None => format!("{} {}: {text}", by(position.form), holders.join(", ")),
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
