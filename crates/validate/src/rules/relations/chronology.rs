//! When events came, and what must have come after, before or during them.

use serde::{Deserialize, Serialize};
use standpoint_model::{Kind, Record};

use crate::{
    dataset::entry::Entry,
    recognise::{Days, Sketch, Slot},
    rules::{
        relation::{Hasher, Relation, Traces},
        trace::{Trace, Whole},
    },
};

/// An event, those that follow it or are part of it, and what is counted of it.
pub(crate) struct Chronology;

/// Days between which an event came, and days of what has to do with it.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(crate) struct EventTrace {
    event: u64,
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
        Self { event, from, until, first: i32::MAX, last: i32::MIN }
    }

    fn met(event: u64, first: i32, last: i32) -> Self {
        Self { event, from: i32::MAX, until: i32::MAX, first, last }
    }

    fn is_dated(&self) -> bool {
        self.from != i32::MAX || self.until != i32::MAX
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
        self.from = self.from.min(other.from);
        self.until = self.until.min(other.until);
        self.first = self.first.min(other.first);
        self.last = self.last.max(other.last);
    }

    fn is_suspect(&self, _: Whole) -> bool {
        self.excludes(self.first, self.last)
    }

    fn concerns(&self, one: &Self) -> bool {
        one.is_dated() || self.excludes(one.first, one.last)
    }

    fn untrusted(self) -> Self {
        if self.is_dated() { Self { from: i32::MAX - 1, until: i32::MIN, ..self } } else { self }
    }
}

impl Relation for Chronology {
    type Key<'a> = &'a str;
    type Trace = EventTrace;

    fn keys<'a>(entry: &'a Entry, visit: &mut dyn FnMut(&'a str)) {
        match &entry.record {
            Record::Event(event) if event.when.is_some() => {
                visit(event.id.as_str());
                event.follows.iter().chain(&event.part_of).for_each(|id| visit(id.as_str()));
            }
            Record::Observation(observation)
                if observation.when.is_some() && observation.about.kind() == Kind::Event =>
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
        let Some(when) = sketch.when else { return };
        if sketch.is(Kind::Event) {
            to.leave(sketch.own, EventTrace::dated(sketch.own, when));
            if let Some(whole) = sketch.field(Slot::PartOf) {
                to.gather(whole, EventTrace::met(whole, when.last, when.first));
            }
        }
        // What comes after an event, or is counted of it, may come long after.
        for event in sketch.items(Slot::Follows).chain(sketch.counted_event()) {
            to.gather(event, EventTrace::met(event, when.last, i32::MIN));
        }
    }
}
