//! Of which types the actors at the ends of ties are.

use serde::{Deserialize, Serialize};
use standpoint_model::{ActorType, Kind, Objects, Record, RelationshipType};

use crate::{
    dataset::entry::Entry,
    recognise::{Sketch, Slot},
    rules::{
        relation::{Hasher, Relation, Traces},
        trace::{Trace, Whole},
    },
};

/// An actor and the ties that lead to it.
pub(crate) struct Endpoints;

/// Of which types an actor is, and which all its ties allow, by their places among all types.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(crate) struct EndpointTrace {
    actor: u64,
    is: u16,
    allowed: u16,
}

const _: () = assert!(ActorType::ALL.len() <= 16, "a bit for each type");

fn bits(types: &[ActorType]) -> u16 {
    types.iter().fold(0, |bits, one| bits | 1 << (*one as u16))
}

/// The types of actor among what may be the object of a tie. Of a place any: that it must be one is found in the tie alone.
pub(crate) fn actors(objects: Objects) -> &'static [ActorType] {
    match objects {
        Objects::Actors(types) => types,
        Objects::Places => ActorType::ALL,
    }
}

/// Whether an actor of some other type may not stand where one of these may.
fn is_restricted(allowed: &[ActorType]) -> bool {
    allowed.len() < ActorType::ALL.len()
}

impl Trace for EndpointTrace {
    fn key(&self) -> u64 {
        self.actor
    }

    fn merge(&mut self, other: Self) {
        self.is |= other.is;
        self.allowed &= other.allowed;
    }

    fn is_suspect(&self, _: Whole) -> bool {
        self.is & !self.allowed != 0
    }

    fn concerns(&self, one: &Self) -> bool {
        self.is & !one.allowed != 0 || one.is != 0
    }
}

impl Relation for Endpoints {
    type Key<'a> = &'a str;
    type Trace = EndpointTrace;

    fn keys<'a>(entry: &'a Entry, visit: &mut dyn FnMut(&'a str)) {
        match &entry.record {
            Record::Actor(actor) => visit(actor.id.as_str()),
            Record::Relationship(tie) => {
                let rule = tie.r#type.rule();
                for (end, allowed) in
                    [(tie.subject.as_str(), rule.subjects), (tie.object.as_str(), actors(rule.objects))]
                {
                    if is_restricted(allowed) {
                        visit(end);
                    }
                }
            }
            _ => {}
        }
    }

    fn hash(key: &&str, hasher: &Hasher) -> u64 {
        hasher.text(key)
    }

    fn trace(sketch: &Sketch, _: &Hasher, to: &mut impl Traces<Self>) {
        if sketch.is(Kind::Actor) {
            let is = sketch.r#type.map_or(u16::MAX, |place| 1 << place);
            to.leave(sketch.own, EndpointTrace { actor: sketch.own, is, allowed: u16::MAX });
        }
        if let Some(rule) = sketch.relationship_type().map(RelationshipType::rule) {
            for (slot, allowed) in [(Slot::Subject, rule.subjects), (Slot::Object, actors(rule.objects))] {
                if let Some(actor) = sketch.field(slot).filter(|_| is_restricted(allowed)) {
                    to.gather(actor, EndpointTrace { actor, is: 0, allowed: bits(allowed) });
                }
            }
        }
    }
}
