//! What is counted of an event.

use serde::{Deserialize, Serialize};
use standpoint_model::{Count, Kind, Measure, Observation, Record};

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
#[derive(Clone, Copy, Serialize, Deserialize)]
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

/// What is counted, and the least and the most that it may be, as far as anything can be told from them.
struct Figure {
    measure: Measure,
    of_some: bool,
    least: Option<u64>,
    most: Option<u64>,
}

impl Figure {
    /// One that is approximate tells nothing.
    fn new(measure: Measure, of_some: bool, [low, best, high]: [Option<u64>; 3], is_approximate: bool) -> Self {
        let told = |figure: Option<u64>| figure.filter(|_| !is_approximate);
        Self { measure, of_some, least: told(low.or(best)), most: told(high.or(best)) }
    }

    /// The most that the whole may be, if this is a whole.
    fn whole(&self) -> Option<u64> {
        self.most.filter(|_| !self.of_some || self.measure == Measure::Casualties)
    }

    /// The least that a part may be, if this is a part of all who are counted so.
    fn part(&self) -> Option<u64> {
        self.least.filter(|_| self.of_some)
    }

    /// The least that a part of the casualties may be, if this is one.
    fn share(&self) -> Option<u64> {
        self.least.filter(|_| matches!(self.measure, Measure::Killed | Measure::Injured))
    }
}

impl Relation for Tolls {
    type Key<'a> = &'a str;
    type Trace = TollTrace;

    fn keys<'a>(entry: &'a Entry, visit: &mut dyn FnMut(&'a str)) {
        if let Record::Observation(Observation { about, measure, population, value, .. }) = &entry.record
            && about.kind() == Kind::Event
        {
            let figures = [value.low(), value.best(), value.high()].map(|count| count.map(Count::get));
            let figure = Figure::new(*measure, population.is_some(), figures, value.is_approximate());
            if figure.whole().or(figure.part()).or(figure.share()).is_some() {
                visit(about.as_str());
            }
        }
    }

    fn hash(key: &&str, hasher: &Hasher) -> u64 {
        hasher.text(key)
    }

    fn trace(sketch: &Sketch, hasher: &Hasher, to: &mut impl Traces<Self>) {
        let (Some(event), Some(measure)) = (sketch.counted_event(), sketch.measure) else { return };
        let of_some = sketch.population.is_some();
        let figure = Figure::new(measure, of_some, sketch.figures(), sketch.is_approximate);
        let toll = |measure: Measure, of_some: bool| hasher.of((event, measure as usize, of_some));
        // What is too large to be told apart is always above the whole.
        let bounded = |figure: u64, far: i32| i32::try_from(figure).unwrap_or(far).min(far);
        let nothing = TollTrace { toll: 0, most: i32::MAX, largest: i32::MIN, is_share: false };
        if let Some(whole) = figure.whole() {
            let most = bounded(whole, i32::MAX - 1);
            let most = if measure == Measure::Casualties { most / 2 } else { most };
            to.leave(event, TollTrace { toll: toll(measure, of_some), most, ..nothing });
        }
        if let Some(part) = figure.part() {
            let largest = bounded(part, i32::MAX);
            to.leave(event, TollTrace { toll: toll(measure, false), largest, ..nothing });
        }
        if let Some(share) = figure.share() {
            let largest = bounded(share, i32::MAX);
            // If one of killed and injured is more than half, the other matters too.
            for toll in [false, true].map(|of_some| toll(Measure::Casualties, of_some)) {
                to.leave(event, TollTrace { toll, largest, is_share: true, ..nothing });
            }
        }
    }
}
