//! What is counted of an event.

use serde::{Deserialize, Serialize};
use standpoint_model::{Kind, Measure, Observation, Record, Unit, UnitSystem};

use crate::{
    dataset::entry::Entry,
    recognise::{Sketch, Slot, ordered},
    rules::{
        relation::{Hasher, Relation, Traces},
        relations::facts::amounts,
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
    /// The smallest whole, as an [amount](ordered); `u64::MAX`, where there is none.
    most: u64,
    /// The largest part.
    largest: u64,
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
        one.is_share || one.most != u64::MAX || one.largest > self.most
    }

    fn untrusted(self) -> Self {
        if self.most == u64::MAX { self } else { Self { most: 0, ..self } }
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

/// Whether what is counted is a number of persons or things, and no share or sum of money.
pub(crate) fn is_number(unit: Option<&Unit>) -> bool {
    unit.is_none_or(|unit| unit.system() == UnitSystem::Persons)
}

impl Relation for Tolls {
    type Key<'a> = &'a str;
    type Trace = TollTrace;

    fn keys<'a>(entry: &'a Entry, visit: &mut dyn FnMut(&'a str)) {
        if let Record::Observation(Observation { about, measure, unit, of, population, value, .. }) = &entry.record
            && about.kind() == Kind::Event
            && is_number(unit.as_ref())
        {
            let of_some = population.is_some() || !of.is_empty();
            let figure = Figure::new(*measure, of_some, amounts(value), value.is_approximate());
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
        if sketch.unit.is_some_and(|unit| unit != sketch.hash_of(Unit::persons().as_str())) {
            return;
        }
        let of_some = sketch.population.is_some() || sketch.items(Slot::Counted).next().is_some();
        let figure = Figure::new(measure, of_some, sketch.figures(), sketch.is_approximate);
        let toll = |measure: Measure, of_some: bool| hasher.of((event, measure as usize, of_some));
        let nothing = TollTrace { toll: 0, most: u64::MAX, largest: 0, is_share: false };
        if let Some(whole) = figure.whole() {
            let most = if measure == Measure::Casualties { ordered(f64::from_bits(whole) / 2.0) } else { whole };
            to.leave(event, TollTrace { toll: toll(measure, of_some), most, ..nothing });
        }
        if let Some(largest) = figure.part() {
            to.leave(event, TollTrace { toll: toll(measure, false), largest, ..nothing });
        }
        if let Some(largest) = figure.share() {
            // If one of killed and injured is more than half, the other matters too.
            for toll in [false, true].map(|of_some| toll(Measure::Casualties, of_some)) {
                to.leave(event, TollTrace { toll, largest, is_share: true, ..nothing });
            }
        }
    }
}
