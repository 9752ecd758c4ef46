//! When events came and positions were taken, and what must have come after, before or during them.

use serde::{Deserialize, Serialize};
use standpoint_model::{Kind, Measure, Occurrence, Record};

use crate::{
    dataset::entry::Entry,
    recognise::{Days, Sketch, Slot},
    rules::{
        relation::{Hasher, Relation, Traces},
        trace::{Trace, Whole},
    },
};

/// An event, those that follow it, come from it or are part of it, what is counted of it, and the positions taken in it; a
/// position and those that answer it.
pub(crate) struct Chronology;

/// Days between which something came, and days of what has to do with it.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(crate) struct EventTrace {
    event: u64,
    /// It did not happen, or has not yet.
    is_plan: bool,
    /// Something has to do with it as with what happened.
    is_fact: bool,
    /// The first day on which it may have come; `i32::MAX`, where nothing is known.
    from: i32,
    /// The last day on which it may have come.
    until: i32,
    /// The earliest end of what must not have come before it.
    first: i32,
    /// The latest beginning of what must not have come after it.
    last: i32,
}

impl EventTrace {
    fn dated(event: u64, when: Days) -> Self {
        let (from, until) = when.far_ends();
        Self { from, until, ..Self::of(event) }
    }

    const fn of(event: u64) -> Self {
        Self { event, is_plan: false, is_fact: false, from: i32::MAX, until: i32::MAX, first: i32::MAX, last: i32::MIN }
    }

    fn met(event: u64, first: i32, last: i32) -> Self {
        Self { first, last, ..Self::of(event) }
    }

    fn is_own(&self) -> bool {
        self.is_plan || self.from != i32::MAX || self.until != i32::MAX
    }

    fn excludes(&self, first: i32, last: i32) -> bool {
        (self.from != i32::MAX && first < self.from) || last > self.until
    }
}

impl Trace for EventTrace {
    fn key(&self) -> u64 {
        self.event
    }

    fn merge(&mut self, other: Self) {
        self.is_plan |= other.is_plan;
        self.is_fact |= other.is_fact;
        self.from = self.from.min(other.from);
        self.until = self.until.min(other.until);
        self.first = self.first.min(other.first);
        self.last = self.last.max(other.last);
    }

    fn is_suspect(&self, _: Whole) -> bool {
        self.excludes(self.first, self.last) || (self.is_plan && self.is_fact)
    }

    fn concerns(&self, one: &Self) -> bool {
        one.is_own() || self.excludes(one.first, one.last) || (self.is_plan && one.is_fact)
    }

    fn untrusted(self) -> Self {
        if self.is_own() { Self { from: i32::MAX - 1, until: i32::MIN, ..self } } else { self }
    }
}

impl Relation for Chronology {
    type Key<'a> = &'a str;
    type Trace = EventTrace;

    fn keys<'a>(entry: &'a Entry, visit: &mut dyn FnMut(&'a str)) {
        match &entry.record {
            Record::Event(event) => {
                if event.when.is_some() || event.occurrence != Occurrence::Happened {
                    visit(event.id.as_str());
                }
                event.follows.iter().for_each(|id| visit(id.as_str()));
                event.caused_by.iter().filter(|id| id.kind() == Kind::Event).for_each(|id| visit(id.as_str()));
                event.part_of.iter().filter(|_| event.when.is_some()).for_each(|id| visit(id.as_str()));
            }
            Record::Position(position) if position.when.is_some() => {
                visit(position.id.as_str());
                position.answers.iter().for_each(|id| visit(id.as_str()));
                position.r#in.iter().for_each(|id| visit(id.as_str()));
            }
            Record::Observation(observation)
                if observation.about.kind() == Kind::Event
                    && (observation.when.is_some() || is_toll(observation.measure)) =>
            {
                visit(observation.about.as_str());
            }
            _ => {}
        }
    }

    fn hash(key: &&str, hasher: &Hasher) -> u64 {
        hasher.text(key)
    }

    fn trace(sketch: &Sketch, _: &Hasher, to: &mut impl Traces<Self>) {
        if sketch.is(Kind::Event) {
            let dated = sketch.when.map(|when| EventTrace::dated(sketch.own, when));
            let is_plan = !sketch.has_happened();
            if is_plan || dated.is_some() {
                to.leave(sketch.own, EventTrace { is_plan, ..dated.unwrap_or(EventTrace::of(sketch.own)) });
            }
            if let (Some(when), Some(whole)) = (sketch.when, sketch.field(Slot::PartOf)) {
                to.gather(whole, EventTrace::met(whole, when.last, when.first));
            }
            let causes = sketch.listed.iter().filter(|cause| cause.slot == Slot::CausedBy && cause.kind == Kind::Event);
            for event in causes.map(|cause| cause.id) {
                to.gather(event, EventTrace { is_fact: true, ..EventTrace::of(event) });
            }
        }
        // What comes after something, or is counted of it, may come long after.
        let mut after = |id: u64, is_fact: bool| {
            let first = sketch.when.map_or(i32::MAX, |when| when.last);
            to.gather(id, EventTrace { is_fact, ..EventTrace::met(id, first, i32::MIN) });
        };
        sketch.items(Slot::Follows).for_each(|event| after(event, true));
        let is_toll = sketch.measure.is_some_and(is_toll);
        sketch
            .counted_event()
            .filter(|_| is_toll || sketch.when.is_some())
            .into_iter()
            .for_each(|event| after(event, is_toll));
        if let Some(when) = sketch.when.filter(|_| sketch.is(Kind::Position)) {
            sketch.items(Slot::Answered).chain(sketch.field(Slot::In)).for_each(|id| after(id, false));
            to.leave(sketch.own, EventTrace::dated(sketch.own, when));
        }
    }
}

/// Whether it is counted of what happened alone.
pub(crate) fn is_toll(measure: Measure) -> bool {
    matches!(measure, Measure::Killed | Measure::Injured | Measure::Casualties | Measure::Missing | Measure::Damage)
}
