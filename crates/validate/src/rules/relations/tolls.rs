//! What is counted of an event.

use standpoint_model::{Kind, Measure, Record};

use crate::{
    dataset::entry::Entry,
    recognise::Sketch,
    rules::{
        relation::{Hasher, Relation, Traces},
        trace::{Trace, Whole},
    },
};

/// The figures about an event.
pub(crate) struct Tolls;

/// What is counted under one measure, of all or of some: the whole, and the largest of its parts.
///
/// Figures of an event are not above those of which they are a part. Killed and injured together are no more than the
/// casualties if each is no more than half of them.
#[derive(Clone, Copy)]
pub(crate) struct TollTrace {
    toll: u64,
    /// The smallest whole. A part of which no more is known than that it is huge is always above it.
    most: i32,
    /// The largest part.
    largest: i32,
    /// Whether the figure matters wherever another part is above the whole.
    is_share: bool,
}

impl Trace for TollTrace {
    fn key(&self) -> u64 {
        self.toll
    }

    fn merge(&mut self, other: Self) {
        self.most = self.most.min(other.most);
        self.largest = self.largest.max(other.largest);
    }

    fn is_suspect(&self, _: Whole) -> bool {
        self.largest > self.most
    }

    fn concerns(&self, one: &Self) -> bool {
        one.is_share || one.most != i32::MAX || one.largest > self.most
    }

    fn untrusted(self) -> Self {
        if self.most == i32::MAX { self } else { Self { most: i32::MIN, ..self } }
    }
}

impl Relation for Tolls {
    type Key<'a> = &'a str;
    type Trace = TollTrace;

    fn keys<'a>(entry: &'a Entry, visit: &mut dyn FnMut(&'a str)) {
        if let Record::Observation(observation) = &entry.record
            && observation.about.kind() == Kind::Event
        {
            visit(observation.about.as_str());
        }
    }

    fn hash(key: &&str, hasher: &Hasher) -> u64 {
        hasher.text(key)
    }

    fn trace(sketch: &Sketch, hasher: &Hasher, to: &mut impl Traces<Self>) {
        let (Some(event), Some(measure)) = (sketch.counted_event(), sketch.measure) else { return };
        let figure = |far| move |value: u64| i32::try_from(value).unwrap_or(far).min(far);
        let least = sketch.low.or(sketch.best).map(figure(i32::MAX));
        let most = sketch.high.or(sketch.best).map(figure(i32::MAX - 1));
        let toll = |measure: Measure, of_some: bool| hasher.of((event, measure as usize, of_some));
        let of_some = sketch.population.is_some();
        let nothing = TollTrace { toll: 0, most: i32::MAX, largest: i32::MIN, is_share: false };
        let is_whole = !of_some || measure == Measure::Casualties;
        if let Some(most) = most.filter(|_| is_whole && !sketch.is_approximate) {
            let most = if measure == Measure::Casualties { most / 2 } else { most };
            to.leave(event, TollTrace { toll: toll(measure, of_some), most, ..nothing });
        }
        if let Some(largest) = least.filter(|_| !sketch.is_approximate) {
            if of_some {
                to.leave(event, TollTrace { toll: toll(measure, false), largest, ..nothing });
            }
            if matches!(measure, Measure::Killed | Measure::Injured) {
                // If one of them is more than half, the other matters too.
                for toll in [false, true].map(|of_some| toll(Measure::Casualties, of_some)) {
                    to.leave(event, TollTrace { toll, largest, is_share: true, ..nothing });
                }
            }
        }
    }
}
