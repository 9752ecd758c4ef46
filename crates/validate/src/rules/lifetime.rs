//! When actors began, when they ended, and what they had to do with in between.

use std::fmt;

use hashbrown::HashMap;
use standpoint_model::{
    Actor, ActorType, Basis, Edtf, Event, EventType, Modality, Record, Relationship, RelationshipType, Role, Status,
};

use crate::{
    dataset::{entry::Entry, view::Submission},
    rules::rule::distinct,
};

/// What began or ended an actor, and when.
pub(super) type Turns<'a> = HashMap<&'a str, Vec<(&'a Entry, Option<&'a Edtf>)>>;

/// The events by which actors came into being.
pub(super) fn foundings(submission: &Submission) -> Turns<'_> {
    let mut foundings = Turns::new();
    for (entry, event) in distinct::<Event>(submission) {
        let founded = event.participants.iter().filter(|participant| participant.role == Role::Subject);
        for participant in founded {
            foundings.entry(participant.actor.as_str()).or_default().push((entry, event.when.as_ref()));
        }
    }
    foundings
}

/// The mergers in which groups ended and the killings of persons, those left out of which it is not certain that they
/// came about.
pub(super) fn ends(submission: &Submission) -> Turns<'_> {
    let mut ends = Turns::new();
    let mergers = distinct::<Relationship>(submission)
        .filter(|(_, tie)| tie.r#type == RelationshipType::MergedInto && is_settled(&tie.basis));
    for (entry, merger) in mergers {
        ends.entry(merger.subject.as_str()).or_default().push((entry, merger.when.as_ref()));
    }
    let killings = distinct::<Event>(submission)
        .filter(|(_, event)| event.r#type == EventType::Killing && is_settled(&event.basis));
    for (entry, killing) in killings {
        let victims = killing.participants.iter().filter(|participant| participant.role == Role::Victim);
        for victim in victims {
            let actor = submission.get::<Actor>(victim.actor.as_str());
            if actor.is_some_and(|actor| actor.r#type == ActorType::Individual) {
                ends.entry(victim.actor.as_str()).or_default().push((entry, killing.when.as_ref()));
            }
        }
    }
    ends
}

/// Whether nobody but the source says it and nobody says otherwise.
fn is_settled(basis: &Basis) -> bool {
    matches!(basis.modality, Modality::Stated | Modality::Inferred)
        && basis.standpoints.iter().all(|standpoint| standpoint.stance.is_for())
}

/// Gives `visit` every time at which an actor was there: who, when, and which field of which record says so.
pub(super) fn visit_signs<'a>(
    submission: &'a Submission,
    mut visit: impl FnMut(&'a str, &'a Edtf, &'a Entry, fmt::Arguments<'_>),
) {
    for entry in submission.entries.iter().filter(|entry| entry.record.status() == Status::Current) {
        if let Some(when) = entry.record.when() {
            match &entry.record {
                Record::Event(event) => {
                    let there = event.participants.iter().enumerate();
                    for (index, participant) in there.filter(|(_, participant)| participant.role != Role::Subject) {
                        visit(participant.actor.as_str(), when, entry, format_args!("/participants/{index}/actor"));
                    }
                    for (index, target) in event.targets.iter().enumerate() {
                        visit(target.as_str(), when, entry, format_args!("/targets/{index}"));
                    }
                }
                Record::Relationship(tie) if !is_turn(tie.r#type) => {
                    visit(tie.subject.as_str(), when, entry, format_args!("/subject"));
                    visit(tie.object.as_str(), when, entry, format_args!("/object"));
                }
                Record::Observation(observation) => {
                    visit(observation.about.as_str(), when, entry, format_args!("/about"));
                }
                _ => {}
            }
        }
        for (index, standpoint) in
            entry.record.basis().into_iter().flat_map(|basis| basis.standpoints.iter().enumerate())
        {
            if let Some(when) = &standpoint.when {
                visit(standpoint.holder.as_str(), when, entry, format_args!("/basis/standpoints/{index}/holder"));
            }
        }
    }
}

/// Whether a tie tells of the beginning or the end of an actor, beyond which it may reach.
fn is_turn(r#type: RelationshipType) -> bool {
    matches!(r#type, RelationshipType::DrawnFrom | RelationshipType::SplitFrom | RelationshipType::MergedInto)
}
