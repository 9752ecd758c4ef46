//! When actors began, when they ended, and what they had to do with in between.

use std::fmt;

use standpoint_model::{
    Actor, ActorType, Basis, Edtf, Event, EventType, Modality, Record, Relationship, RelationshipType, Role,
};

use crate::{dataset::entry::Entry, rules::relation::Group};

/// What began or ended an actor, and when.
pub(super) type Turn<'a> = (&'a Entry, Option<&'a Edtf>);

/// The events by which a party came into being. What forms a person is an appointment.
pub(super) fn foundings<'a>(actor: &str, group: &Group<'a>) -> Vec<Turn<'a>> {
    let is_person = group.named::<Actor>(actor).is_some_and(|(_, actor)| actor.r#type == ActorType::Individual);
    let founds =
        |event: &Event| !is_person && event.r#type == EventType::Formation && has_part(event, actor, Role::Subject);
    let foundings = group.distinct::<Event>().filter(|(_, event)| founds(event));
    foundings.map(|(entry, event)| (entry, event.when.as_ref())).collect()
}

/// The mergers in which a group ended and the killings of a person, those left out of which it is not certain that they
/// came about.
pub(super) fn ends<'a>(actor: &str, group: &Group<'a>) -> Vec<Turn<'a>> {
    let is_merger = |tie: &Relationship| {
        tie.r#type == RelationshipType::MergedInto && tie.subject.as_str() == actor && is_settled(&tie.basis)
    };
    let mergers = group.distinct::<Relationship>().filter(|(_, tie)| is_merger(tie));
    let mergers = mergers.map(|(entry, merger)| (entry, merger.when.as_ref()));
    let is_person = group.named::<Actor>(actor).is_some_and(|(_, actor)| actor.r#type == ActorType::Individual);
    let is_killing = |event: &Event| {
        event.r#type == EventType::Killing && has_part(event, actor, Role::Victim) && is_settled(&event.basis)
    };
    let killings = group.distinct::<Event>().filter(|(_, event)| is_person && is_killing(event));
    mergers.chain(killings.map(|(entry, killing)| (entry, killing.when.as_ref()))).collect()
}

fn has_part(event: &Event, actor: &str, role: Role) -> bool {
    event.participants.iter().any(|participant| participant.role == role && participant.actor.as_str() == actor)
}

/// Whether nobody but the source says it and nobody says otherwise.
fn is_settled(basis: &Basis) -> bool {
    matches!(basis.modality, Modality::Stated | Modality::Inferred)
        && basis.standpoints.iter().all(|standpoint| standpoint.stance.is_for())
}

/// Gives `visit` every time at which a record says that somebody or something was there: what, when, and which field says
/// so.
pub(super) fn visit_signs<'a>(entry: &'a Entry, mut visit: impl FnMut(&'a str, &'a Edtf, fmt::Arguments<'_>)) {
    if let Some(when) = entry.record.when() {
        match &entry.record {
            Record::Event(event) => {
                let there = event.participants.iter().enumerate();
                for (index, participant) in there.filter(|(_, participant)| participant.role != Role::Subject) {
                    visit(participant.actor.as_str(), when, format_args!("/participants/{index}/actor"));
                }
                for (index, place) in event.places.iter().enumerate() {
                    visit(place.place.as_str(), when, format_args!("/places/{index}/place"));
                }
            }
            Record::Relationship(tie) if !is_turn(tie.r#type) => {
                visit(tie.subject.as_str(), when, format_args!("/subject"));
                visit(tie.object.as_str(), when, format_args!("/object"));
            }
            Record::Observation(observation) => {
                visit(observation.about.as_str(), when, format_args!("/about"));
            }
            _ => {}
        }
    }
    for (index, standpoint) in entry.record.basis().into_iter().flat_map(|basis| basis.standpoints.iter().enumerate()) {
        if let Some(when) = &standpoint.when {
            visit(standpoint.holder.as_str(), when, format_args!("/basis/standpoints/{index}/holder"));
        }
    }
}

/// Whether a tie tells of the beginning or the end of an actor, beyond which it may reach.
pub(super) fn is_turn(r#type: RelationshipType) -> bool {
    matches!(r#type, RelationshipType::DrawnFrom | RelationshipType::SplitFrom | RelationshipType::MergedInto)
}
