//! Which events a party is met in at a place on a day.

use std::{io, num::NonZero};

use standpoint_model::{EventType, Kind, Record, Role};

use crate::{
    dataset::entry::Entry,
    recognise::{Days, Sketch},
    rules::{
        log::Log,
        relation::{Hasher, Relation, Traces},
        relations::shared::{self, Shared, join_members, visit_members},
        trace::Whole,
    },
};

/// Events of one type, known to the day, at one place, in which one actor has one role, and beside them what is
/// decided of their identity.
pub(crate) struct Meetings;

/// Where and when somebody is met.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Meeting<'a> {
    pub(crate) r#type: EventType,
    pub(crate) days: i32,
    pub(crate) place: &'a str,
    pub(crate) actor: &'a str,
    pub(crate) role: Role,
}

impl Relation for Meetings {
    type Key<'a> = Meeting<'a>;
    type Trace = Shared;

    fn keys<'a>(entry: &'a Entry, visit: &mut dyn FnMut(Meeting<'a>)) {
        let Record::Event(event) = &entry.record else { return };
        let days = event.when.as_ref().map(Days::of);
        let Some(days) = days.filter(|days| days.first == days.last).map(|days| days.first) else { return };
        for place in &event.places {
            for participant in &event.participants {
                visit(Meeting {
                    r#type: event.r#type,
                    days,
                    place: place.place.as_str(),
                    actor: participant.actor.as_str(),
                    role: participant.role,
                });
            }
        }
    }

    fn beside<'a>(entry: &'a Entry, visit: &mut dyn FnMut(&'a str)) {
        if let Record::Identity(identity) = &entry.record {
            visit_members(identity, visit);
        }
    }

    fn hash(key: &Meeting<'_>, hasher: &Hasher) -> u64 {
        hasher.of((key.r#type as usize, key.days, hasher.text(key.place), hasher.text(key.actor), key.role as usize))
    }

    fn trace(sketch: &Sketch, hasher: &Hasher, to: &mut impl Traces<Self>) {
        if sketch.is(Kind::Identity) {
            join_members(sketch, to);
        }
        let Some(day) = sketch.when.filter(|when| when.first == when.last && sketch.is(Kind::Event)) else { return };
        let r#type = sketch.r#type.unwrap_or_default();
        for place in sketch.places.iter().map(|place| place.place) {
            for party in &sketch.parties {
                let role = party.role.map_or(usize::MAX, |role| role as usize);
                let key = hasher.of((r#type, day.first, place, party.actor, role));
                to.leave(key, Shared::new(key, sketch.own));
            }
        }
    }

    fn settle(parts: &mut [Log<Shared>], _: Whole, threads: NonZero<usize>) -> io::Result<()> {
        shared::settle(parts, threads)
    }
}
