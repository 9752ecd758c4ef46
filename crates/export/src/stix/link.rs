//! The objects that tie a record to others: who took part, who takes which position, what contradicts what.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use standpoint_model::{
    Actor, Event, Id, Identity, Kind, Occurrence, Opposition, Record, Stance, Standpoint, Status, Tension, Verdict,
};

use super::{
    accepted::{self, LOCATED_AT, RELATED_TO},
    bundle::Bundle,
};

/// The ties of a record to others as one relationship for each type and other: the words that the record has for them.
type Ties<'a> = BTreeMap<(&'static str, &'a str), BTreeSet<String>>;

/// What a record is tied to, as relationships: an event to its actors, places, other events and what it is about, an actor to
/// its seat, records that are one thing to the first of them.
pub(super) fn ties(bundle: &Bundle<'_>, record: &Record) -> Vec<Value> {
    let ties = match record {
        Record::Event(event) => ties_of_event(bundle, event),
        Record::Actor(Actor { seat: Some(seat), .. }) => {
            BTreeMap::from([((LOCATED_AT, seat.as_str()), BTreeSet::from(["seat".to_owned()]))])
        }
        Record::Identity(identity) => return duplicates(bundle, identity),
        _ => BTreeMap::new(),
    };
    ties.iter().filter_map(|(&(kind, to), words)| relationship(bundle, record, kind, to, words)).collect()
}

fn ties_of_event<'a>(bundle: &Bundle<'_>, event: &'a Event) -> Ties<'a> {
    let participants = event.participants.iter().map(|participant| {
        let actor = participant.actor.as_str();
        (accepted::of_role(participant.role, bundle.dataset.resolve(actor)), actor, participant.role.as_str())
    });
    let places = event.places.iter();
    let places = places.map(|place| (accepted::of_place(place.role), place.place.as_str(), place.role.as_str()));
    let conditions = event.conditions.iter().flat_map(|condition| related(condition.r#type.as_str(), &condition.on));
    let bearings = event.bears_on.iter();
    let bearings = bearings.map(|bearing| (RELATED_TO, bearing.position.as_str(), bearing.how.as_str()));
    let all = participants
        .chain(places)
        .chain(related("about", &event.issues))
        .chain(related("follows", &event.follows))
        .chain(related("caused by", &event.caused_by))
        .chain(conditions)
        .chain(related("part of", event.part_of.as_slice()))
        .chain(related("serves", &event.serves))
        .chain(bearings);
    let mut ties = Ties::new();
    for (kind, to, word) in all {
        // An event that has not happened is attributed to nobody, targeted nobody and came from nowhere.
        let (kind, word) = match event.occurrence {
            Occurrence::Happened => (kind, word.to_owned()),
            not_so @ (Occurrence::Planned | Occurrence::CalledOff) => (RELATED_TO, format!("{word} ({not_so})")),
        };
        ties.entry((kind, to)).or_default().insert(word);
    }
    ties
}

fn related<'a, K>(word: &'static str, ids: &'a [Id<K>]) -> impl Iterator<Item = (&'static str, &'a str, &'static str)> {
    ids.iter().map(move |id| (RELATED_TO, id.as_str(), word))
}

/// Records that are one thing, each to the first of them. They stay as they are, so that nothing is lost by it.
fn duplicates(bundle: &Bundle<'_>, identity: &Identity) -> Vec<Value> {
    let Some((first, others)) = identity.members.split_first() else { return Vec::new() };
    // Relationships cannot be the ends of a relationship; the note on the identity names them.
    if identity.verdict != Verdict::Same || identity.status != Status::Current || first.kind() == Kind::Relationship {
        return Vec::new();
    }
    let of = |other: &Id<_>| {
        let (source, target) = (bundle.reference(other.as_str())?, bundle.reference(first.as_str())?);
        let id = bundle.name("relationship", &format!("{}#duplicate-of/{other}", identity.id));
        let mut object = bundle.object("relationship", id);
        object.insert("relationship_type".into(), RELATED_TO.into());
        object.insert("source_ref".into(), source.into());
        object.insert("target_ref".into(), target.into());
        object.insert("labels".into(), json!(["duplicate-of"]));
        object.insert("description".into(), "duplicate-of".into());
        (other.as_str() != first.as_str()).then_some(Value::Object(object))
    };
    let mut seen = BTreeSet::new();
    others.iter().filter(|other| seen.insert(other.as_str())).filter_map(of).collect()
}

fn relationship(bundle: &Bundle<'_>, record: &Record, kind: &str, to: &str, words: &BTreeSet<String>) -> Option<Value> {
    let target = bundle.reference(to)?;
    let id = bundle.name("relationship", &format!("{}#{kind}/{to}", record.id()));
    let mut object = bundle.object("relationship", id);
    Bundle::grade(record, &mut object);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    object.insert("relationship_type".into(), kind.into());
    object.insert("source_ref".into(), bundle.id_of(record).into());
    object.insert("target_ref".into(), target.into());
    object.insert("labels".into(), json!(words));
    object.insert("description".into(), words.join(", ").into());
    Some(Value::Object(object))
}

/// What actors say of whether a record is true.
pub(super) fn opinions(bundle: &Bundle<'_>, record: &Record) -> Vec<Value> {
    let standpoints = record.basis().map_or(&[][..], |basis| &basis.standpoints);
    standpoints.iter().enumerate().map(|(at, standpoint)| opinion(bundle, record, at, standpoint)).collect()
}

fn opinion(bundle: &Bundle<'_>, record: &Record, at: usize, standpoint: &Standpoint) -> Value {
    let id = bundle.name("opinion", &format!("{}#standpoints/{at}", record.id()));
    let mut object = bundle.object("opinion", id);
    Bundle::grade(record, &mut object);
    // How sure the record is says nothing of how sure it is that somebody takes a position on it.
    object.remove("confidence");
    let holder = bundle.names([standpoint.holder.as_str()]);
    let by = bundle.names(standpoint.by.as_ref().map(Id::as_str)).pop().map(|by| format!(", spoken for by {by}"));
    let on = standpoint.on.map(|on| format!(", on {on}")).unwrap_or_default();
    let via = standpoint.via.map(|via| format!(", by {via}")).unwrap_or_default();
    let when = standpoint.when.as_ref().map(|when| format!(", {}", when.english())).unwrap_or_default();
    object.insert("authors".into(), json!(holder));
    object.insert("opinion".into(), strength(standpoint.stance).into());
    let of = bundle.names([record.id()]).join("");
    let said = format!("{}{}{on}{via}{when}: {of}", standpoint.stance, by.unwrap_or_default());
    object.insert("explanation".into(), said.into());
    object.insert("object_refs".into(), json!([bundle.id_of(record)]));
    Value::Object(object)
}

const fn strength(stance: Stance) -> &'static str {
    match stance {
        Stance::ClaimsResponsibility => "strongly-agree",
        Stance::Asserts | Stance::Estimates => "agree",
        Stance::Disputes => "disagree",
        Stance::Denies => "strongly-disagree",
    }
}

/// A note on a record and each that it does not go together with, on the record that says so. No relationship, for those
/// cannot join relationships.
pub(super) fn tensions(bundle: &Bundle<'_>, record: &Record) -> Vec<Value> {
    let tensions = record.basis().map_or(&[][..], |basis| &basis.tensions);
    tensions.iter().enumerate().map(|(at, tension)| note_of_tension(bundle, record, at, tension)).collect()
}

fn note_of_tension(bundle: &Bundle<'_>, record: &Record, at: usize, tension: &Tension) -> Value {
    let id = bundle.name("note", &format!("{}#tensions/{at}", record.id()));
    let mut object = bundle.object("note", id);
    Bundle::grade(record, &mut object);
    object.remove("confidence");
    let how = match tension.how {
        Opposition::Contradicts => "Both of these cannot be true of one time",
        Opposition::Contrasts => "Both of these can be true; the source sets one against the other",
    };
    let how = format!("{how}: {}", bundle.names([record.id(), tension.with.as_str()]).join("; "));
    let holders = bundle.names(tension.holders.iter().map(Id::as_str)).join(", ");
    let whose = (!holders.is_empty()).then(|| format!("Of the other it is what these say of it: {holders}."));
    let note = tension.note.as_ref().map(ToString::to_string);
    let content: Vec<String> = [Some(how), whose, note].into_iter().flatten().collect();
    object.insert("labels".into(), json!([tension.how]));
    object.insert("content".into(), content.join("\n").into());
    object.insert("object_refs".into(), bundle.references([record.id(), tension.with.as_str()]).into());
    Value::Object(object)
}
