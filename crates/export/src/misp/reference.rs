//! What an object refers to, and in which word.

use standpoint_model::{Record, Relationship};

use super::{event::Event, object::Reference};
use crate::prose::{self, Sign};

/// The references of a record: to each record that it names but in standpoints, which have objects of their own, and of one that
/// is the subject of ties along each of these.
pub(super) fn of(event: &Event<'_>, record: &Record) -> Vec<Reference> {
    let mut references = Vec::new();
    for named in record.references() {
        let steps: Vec<&str> = named.pointer.split('/').skip(1).collect();
        let Some(word) = word(record, &steps) else { continue };
        let comment = format!("{word}, in {}", record.id());
        references.push(Reference { to: named.id.to_owned(), r#type: graded(event, record, word), comment });
    }
    for tie in event.dataset.referrers(record.id()) {
        if let Record::Relationship(relationship) = tie
            && relationship.subject.as_str() == record.id()
        {
            references.push(along(event, tie, relationship));
        }
    }
    references
}

/// A tie, from its subject to its object.
fn along(event: &Event<'_>, record: &Record, tie: &Relationship) -> Reference {
    let former = if tie.former { "former-" } else { "" };
    let word = format!("{former}{}", tie.r#type);
    let comment = format!("{word} ({}), in {}", prose::standing(tie), tie.id);
    Reference { to: tie.object.as_str().to_owned(), r#type: graded(event, record, &word), comment }
}

/// The word of a record for what it names there.
fn word<'a>(record: &'a Record, steps: &[&'a str]) -> Option<&'a str> {
    let at = steps.iter().find_map(|step| step.parse::<usize>().ok());
    match *steps {
        [] | ["basis", "standpoints", ..] | ["basis", "tensions", _, "holders", ..] => None,
        [.., "source"] => Some("evidence"),
        ["basis", "tensions", ..] => Some(record.basis()?.tensions.get(at?)?.how.as_str()),
        ["conditions", ..] => Some(record.conditions().get(at?)?.r#type.as_str()),
        [field, ..] => {
            let Record::Event(event) = record else { return Some(field) };
            match field {
                "participants" => Some(event.participants.get(at?)?.role.as_str()),
                "places" => Some(event.places.get(at?)?.role.as_str()),
                "bears_on" => Some(event.bears_on.get(at?)?.how.as_str()),
                _ => Some(field),
            }
        }
    }
}

/// The type of a reference: MISP's word where it has the same, and before it what casts doubt on the record, because tools show
/// the type and little else.
fn graded(event: &Event<'_>, record: &Record, word: &str) -> String {
    let is_of_record = matches!(word, "evidence" | "contradicts" | "contrasts" | "subject" | "object");
    let is_doubted = prose::is_claim(record) && !is_of_record;
    let signs = prose::doubts(event.dataset, record.id()).filter(|sign| is_doubted && *sign != Sign::ReadIn);
    let words = signs.map(|sign| sign.word().replace(' ', "-")).chain([of_misp(word)]);
    words.collect::<Vec<_>>().join("-")
}

/// The word of MISP's list of relationships that says the same.
fn of_misp(word: &str) -> String {
    match word {
        "evidence" => "based-on".into(),
        "target" => "targets".into(),
        "site" | "based-in" => "located-at".into(),
        "affiliate-of" => "affiliated".into(),
        "within" => "contained-within".into(),
        other => other.replace('_', "-"),
    }
}
