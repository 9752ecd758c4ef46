//! When actors and countries began, when they ended, and what actors and places had to do with in between.

use serde::{Deserialize, Serialize};
use standpoint_model::{ActorType, EventType, Kind, Record, RelationshipType, Role, Status};

use crate::{
    dataset::entry::Entry,
    recognise::{Days, Participant, Reference, Sketch, Slot},
    rules::{
        lifetime::{is_turn, visit_signs},
        relation::{Hasher, Relation, Traces},
        trace::{Trace, Whole},
    },
};

/// An actor or a place, what founded and ended it, and every time at which it was there.
pub(crate) struct Lifetimes;

/// Days on which an actor begins and ends, and on which it is met.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(crate) struct LifeTrace {
    actor: u64,
    /// The first day on which it may have come into being; `i32::MAX`, where nothing tells of that.
    from: i32,
    /// The last day on which it may have merged into another.
    merged: i32,
    /// The last day on which it may have been killed, which ends persons alone.
    killed: i32,
    /// The first and the last day of the country of which its record says that it is, if that is no more.
    country: [i32; 2],
    /// The earliest end of a time at which it is met.
    first: i32,
    /// The latest beginning of one.
    last: i32,
    is_person: bool,
    /// Whether this is the actor's own record.
    is_own: bool,
}

impl LifeTrace {
    const fn of(actor: u64) -> Self {
        let (none, never) = (i32::MAX, i32::MIN);
        Self {
            actor,
            from: none,
            merged: none,
            killed: none,
            country: [never, none],
            first: none,
            last: never,
            is_person: false,
            is_own: false,
        }
    }

    fn until(&self) -> i32 {
        if self.is_person { self.merged.min(self.killed) } else { self.merged }
    }

    fn is_turn(&self) -> bool {
        self.from != i32::MAX || self.merged != i32::MAX || self.killed != i32::MAX
    }

    /// Whether something at these times was before the beginning or after the end.
    fn excludes(&self, first: i32, last: i32) -> bool {
        (self.from != i32::MAX && first < self.from)
            || last > self.until()
            || first < self.country[0]
            || last > self.country[1]
    }
}

impl Trace for LifeTrace {
    fn key(&self) -> u64 {
        self.actor
    }

    fn merge(&mut self, other: Self) {
        self.from = self.from.min(other.from);
        self.merged = self.merged.min(other.merged);
        self.killed = self.killed.min(other.killed);
        self.country = [self.country[0].max(other.country[0]), self.country[1].min(other.country[1])];
        self.first = self.first.min(other.first);
        self.last = self.last.max(other.last);
        self.is_person |= other.is_person;
        self.is_own |= other.is_own;
    }

    fn is_suspect(&self, _: Whole) -> bool {
        self.excludes(self.first, self.last)
    }

    fn concerns(&self, one: &Self) -> bool {
        one.is_own || one.is_turn() || self.excludes(one.first, one.last)
    }

    fn untrusted(self) -> Self {
        let turned = |day, none, other| if day == none { none } else { other };
        Self {
            from: turned(self.from, i32::MAX, i32::MAX - 1),
            merged: turned(self.merged, i32::MAX, i32::MIN),
            killed: turned(self.killed, i32::MAX, i32::MIN),
            is_person: self.is_person || self.is_own,
            country: if self.is_own { [i32::MAX, i32::MIN] } else { self.country },
            ..self
        }
    }
}

impl Relation for Lifetimes {
    type Key<'a> = &'a str;
    type Trace = LifeTrace;

    fn keys<'a>(entry: &'a Entry, visit: &mut dyn FnMut(&'a str)) {
        visit_signs(entry, |id, _, _| {
            if matches!(Kind::of_id(id), Some(Kind::Actor | Kind::Place)) {
                visit(id);
            }
        });
        match &entry.record {
            Record::Actor(actor) => visit(actor.id.as_str()),
            Record::Place(place) => visit(place.id.as_str()),
            Record::Event(event) => {
                // An event that is retracted founds nobody.
                let is_current = event.status == Status::Current;
                let turned = event.participants.iter().filter(|participant| {
                    (participant.role == Role::Subject && event.r#type == EventType::Formation && is_current)
                        || (participant.role == Role::Victim && event.r#type == EventType::Killing)
                });
                turned.for_each(|participant| visit(participant.actor.as_str()));
            }
            Record::Relationship(tie) if tie.r#type == RelationshipType::MergedInto => visit(tie.subject.as_str()),
            _ => {}
        }
    }

    fn hash(key: &&str, hasher: &Hasher) -> u64 {
        hasher.text(key)
    }

    fn trace(sketch: &Sketch, hasher: &Hasher, to: &mut impl Traces<Self>) {
        if matches!(sketch.kind, Some(Kind::Actor | Kind::Place)) {
            let is_person = sketch.is(Kind::Actor) && sketch.r#type == Some(ActorType::Individual as usize);
            let years = sketch.country.and_then(|country| hasher.years(country));
            let country = years.map_or([i32::MIN, i32::MAX], |days| [days.first, days.last]);
            to.leave(sketch.own, LifeTrace { is_person, country, is_own: true, ..LifeTrace::of(sketch.own) });
        }
        leave_signs(sketch, to);
        leave_turns(sketch, to);
    }
}

/// When actors are met.
fn leave_signs(sketch: &Sketch, to: &mut impl Traces<Lifetimes>) {
    let mut met = |actor: u64, when: Days| {
        to.gather(actor, LifeTrace { first: when.last, last: when.first, ..LifeTrace::of(actor) });
    };
    if let Some(when) = sketch.when {
        match sketch.kind {
            Some(Kind::Event) => {
                let there = sketch.parties.iter().filter(|party| party.role != Some(Role::Subject));
                let places = sketch.places.iter().map(|place| place.place);
                there.map(|party| party.actor).chain(places).for_each(|id| met(id, when));
            }
            Some(Kind::Relationship) if !sketch.relationship_type().is_some_and(is_turn) => {
                [Slot::Subject, Slot::Object].into_iter().filter_map(|slot| sketch.field(slot)).for_each(|actor| {
                    met(actor, when);
                });
            }
            Some(Kind::Observation) => {
                let about =
                    |named: &&Reference| named.slot == Slot::About && matches!(named.kind, Kind::Actor | Kind::Place);
                if let Some(actor) = sketch.named.iter().find(about) {
                    met(actor.id, when);
                }
            }
            _ => {}
        }
    }
    for standpoint in &sketch.standpoints {
        if let Some(when) = standpoint.when {
            met(standpoint.holder, when);
        }
    }
}

/// When actors begin and end.
fn leave_turns(sketch: &Sketch, to: &mut impl Traces<Lifetimes>) {
    let (from, until) = sketch.when.unwrap_or(Days { first: i32::MIN, last: i32::MAX }).far_ends();
    // Nothing is after an end of which no time is known.
    let until = until.min(i32::MAX - 1);
    match sketch.kind {
        Some(Kind::Event) => {
            for &Participant { actor, role } in &sketch.parties {
                if role == Some(Role::Subject)
                    && sketch.event_type() == Some(EventType::Formation)
                    && sketch.is_current()
                {
                    to.leave(actor, LifeTrace { from, ..LifeTrace::of(actor) });
                }
                if role == Some(Role::Victim) && sketch.event_type() == Some(EventType::Killing) {
                    to.leave(actor, LifeTrace { killed: until, ..LifeTrace::of(actor) });
                }
            }
        }
        Some(Kind::Relationship) if sketch.relationship_type() == Some(RelationshipType::MergedInto) => {
            if let Some(actor) = sketch.field(Slot::Subject) {
                to.leave(actor, LifeTrace { merged: until, ..LifeTrace::of(actor) });
            }
        }
        _ => {}
    }
}
