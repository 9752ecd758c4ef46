//! What format 0.1 had and this one has not: fields that are gone, words that were given up.

use serde_json::Value;
use standpoint_model::Kind;
use standpoint_report::Part;

use super::fault::Fault;
use crate::codes;

/// A field or a word of format 0.1 in a record.
struct Leftover {
    pointer: String,
    part: Part,
    /// The field or the word as it is written.
    written: String,
    /// What there is for it now.
    now: &'static str,
}

/// The fields that are gone: of which kind, or of any; inside which field of the record, if inside one; what there is now.
const FIELDS: [(Option<Kind>, &str, &str, &str); 3] = [
    (Some(Kind::Event), "", "targets", "an actor or a place at which an event was aimed has the role `target`"),
    (Some(Kind::Source), "", "language", "the languages of a source are a list, `languages`"),
    (None, "/basis", "contradicts", "records that do not go together say so in `tensions`, on one of the two"),
];

/// The roles that were given up, and those that took their place.
const ROLES: [(&str, &str); 5] = [
    ("perpetrator", "who did it is the `initiator`"),
    ("agent", "who did it is the `initiator`"),
    ("participant", "one of those between whom it was is a `party`, who was only on a side an `associate`"),
    ("affected", "whom or what it was about is the `subject`"),
    ("publisher", "who said or published it is the `speaker`"),
];

/// The types that were given up.
const TYPES: [(Kind, &str, &str); 2] = [
    (Kind::Event, "publication", "something said or published is a `communication`"),
    (Kind::Relationship, "led-by", "the leader is the subject and `holds-post` in the body, with `\"head\": true`"),
];

/// Tells all that is left over in a record from format 0.1 as one fault, instead of those that it leads to.
pub(super) fn told(kind: Kind, record: &Value, faults: Vec<Fault>) -> Vec<Fault> {
    let leftovers = leftovers(kind, record);
    let Some(Leftover { pointer, part, written, now }) = leftovers.first() else { return faults };
    let one = Fault {
        code: &codes::OUTDATED_RECORD,
        pointer: pointer.clone(),
        part: *part,
        message: format!("`{written}` is of format 0.1"),
        help: Some(format!(
            "`standpoint migrate PATH` brings records of format 0.1 forward, where PATH is the folder of the dataset; in \
             this format, {now}"
        )),
        change: None,
        missing: None,
    };
    let is_due_to = |fault: &Fault, leftover: &Leftover| {
        fault.pointer.strip_prefix(&*leftover.pointer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let others = faults.into_iter().filter(|fault| !leftovers.iter().any(|leftover| is_due_to(fault, leftover)));
    [one].into_iter().chain(others).collect()
}

fn leftovers(kind: Kind, record: &Value) -> Vec<Leftover> {
    let fields =
        FIELDS.iter().filter(|(of, ..)| of.is_none_or(|of| of == kind)).filter_map(|(_, inside, name, now)| {
            record.pointer(inside)?.get(name)?;
            Some(Leftover { pointer: format!("{inside}/{name}"), part: Part::Key, written: (*name).into(), now })
        });
    let types = TYPES.iter().filter(|(of, word, _)| *of == kind && record["type"] == **word);
    let types = types.map(|(_, word, now)| value("/type".into(), word, now));
    let mut found: Vec<Leftover> = fields.chain(types).collect();
    if kind == Kind::Event {
        found.extend(roles(record));
        found.extend(places(record));
    }
    found
}

fn value(pointer: String, written: &str, now: &'static str) -> Leftover {
    Leftover { pointer, part: Part::Value, written: written.into(), now }
}

/// The roles of participants that were given up.
fn roles(record: &Value) -> impl Iterator<Item = Leftover> {
    let participants = record["participants"].as_array().into_iter().flatten().enumerate();
    participants.filter_map(|(index, participant)| {
        let (word, now) = ROLES.iter().find(|(word, _)| participant["role"] == **word)?;
        Some(value(format!("/participants/{index}/role"), word, now))
    })
}

/// The places of an event that have no role.
fn places(record: &Value) -> impl Iterator<Item = Leftover> {
    let places = record["places"].as_array().into_iter().flatten().enumerate();
    places.filter_map(|(index, place)| {
        let id = place.as_str().filter(|id| Kind::of_id(id) == Some(Kind::Place))?;
        let now = "each place of an event has a role, as in `{\"place\": \"place/x\", \"role\": \"site\"}`";
        Some(value(format!("/places/{index}"), id, now))
    })
}
