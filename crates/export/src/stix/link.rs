//! The objects that tie a record to others: who took part, who takes which position, what contradicts what.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use standpoint_model::{Event, Record, RecordId, Role, Stance, Standpoint};

use super::bundle::Bundle;

/// One tie of an event to a record, and the word that the event has for it.
type Tie<'a> = (&'static str, &'a str, &'static str);

/// The actors, the places and the events that an event is tied to, as relationships.
pub(super) fn ties(bundle: &Bundle<'_>, event: &Event) -> Vec<Value> {
    let participants = event
        .participants
        .iter()
        .map(|participant| (kind_of_role(participant.role), participant.actor.as_str(), participant.role.as_str()));
    let targets = event.targets.iter().map(|target| ("targets", target.as_str(), "target"));
    let places = event.places.iter().map(|place| ("located-at", place.as_str(), "place"));
    let follows = event.follows.iter().map(|earlier| ("related-to", earlier.as_str(), "follows"));
    let whole = event.part_of.iter().map(|whole| ("related-to", whole.as_str(), "part of"));
    let ties: BTreeSet<Tie<'_>> = participants.chain(targets).chain(places).chain(follows).chain(whole).collect();
    ties.into_iter().filter_map(|tie| relationship(bundle, event, tie)).collect()
}

const fn kind_of_role(role: Role) -> &'static str {
    match role {
        Role::Perpetrator | Role::Agent => "attributed-to",
        Role::Participant
        | Role::Leader
        | Role::Supporter
        | Role::Victim
        | Role::Affected
        | Role::Subject
        | Role::Publisher => "related-to",
    }
}

fn relationship(bundle: &Bundle<'_>, event: &Event, (kind, to, word): Tie<'_>) -> Option<Value> {
    let target = bundle.reference(to)?;
    let record = bundle.dataset.resolve(event.id.as_str())?;
    let id = bundle.name("relationship", &format!("{}#{kind}/{word}/{to}", event.id));
    let mut object = bundle.object("relationship", id);
    Bundle::grade(record, &mut object);
    object.insert("relationship_type".into(), kind.into());
    object.insert("source_ref".into(), bundle.id_of(record).into());
    object.insert("target_ref".into(), target.into());
    object.insert("description".into(), word.into());
    Some(Value::Object(object))
}

/// The positions that actors take on a record.
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
    let holder = bundle.dataset.get(&standpoint.holder).map_or(standpoint.holder.as_str(), |actor| actor.name.as_str());
    let via = standpoint.via.map(|via| format!(", by {via}")).unwrap_or_default();
    let when = standpoint.when.as_ref().map(|when| format!(", {}", when.english())).unwrap_or_default();
    object.insert("authors".into(), json!([holder]));
    object.insert("opinion".into(), strength(standpoint.stance).into());
    object.insert("explanation".into(), format!("{}{via}{when}", standpoint.stance).into());
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

/// A note on a record and those that it is in tension with. No relationship, for those cannot join relationships.
pub(super) fn tension(bundle: &Bundle<'_>, record: &Record) -> Option<Value> {
    let others = &record.basis()?.contradicts;
    if others.is_empty() {
        return None;
    }
    let id = bundle.name("note", &format!("{}#contradicts", record.id()));
    let mut object = bundle.object("note", id);
    Bundle::grade(record, &mut object);
    object.remove("confidence");
    let ids = [record.id()].into_iter().chain(others.iter().map(RecordId::as_str));
    object.insert("labels".into(), json!(["contradicts"]));
    object.insert("content".into(), "The first of these is in tension with the others.".into());
    object.insert("object_refs".into(), bundle.references(ids).into());
    Some(Value::Object(object))
}
