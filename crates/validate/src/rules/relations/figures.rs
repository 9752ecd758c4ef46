//! What is counted of one thing.

use serde::{Deserialize, Serialize};
use standpoint_model::{Actor, Edtf, Estimate, Id, Measure, Observation, Text, Unit};

use crate::{
    dataset::entry::Entry,
    recognise::{Days, Sketch, Slot},
    rules::{
        relation::{Hasher, Relation, Traces},
        relations::facts::amounts,
        trace::{Trace, Whole},
    },
};

/// Exact figures of one measure, about one thing at one time.
pub(crate) struct Figures;

/// What is counted: about what, what measure in what unit, of whom, and when.
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct Quantity<'a> {
    about: &'a str,
    measure: Measure,
    unit: Option<&'a str>,
    of: &'a [Id<Actor>],
    population: Option<&'a str>,
    when: Option<&'a Edtf>,
}

/// The bounds between which several figures agree, if they do, each as an [amount](ordered).
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(crate) struct FigureTrace {
    counted: u64,
    /// The highest of the lower bounds.
    least: u64,
    /// The lowest of the upper bounds; `u64::MAX`, where there is none.
    most: u64,
}

impl Trace for FigureTrace {
    fn key(&self) -> u64 {
        self.counted
    }

    fn merge(&mut self, other: Self) {
        self.least = self.least.max(other.least);
        self.most = self.most.min(other.most);
    }

    fn is_suspect(&self, _: Whole) -> bool {
        self.least > self.most
    }
}

/// The bounds of what is counted, if the figure is exact: the least, and the most if there is such.
pub(crate) fn bounds(figure: &Estimate) -> Option<(u64, Option<u64>)> {
    (figure.has_number() && !figure.is_approximate()).then(|| bounds_of(amounts(figure)))
}

/// A figure that is best and has no range is both of its bounds.
fn bounds_of([low, best, high]: [Option<u64>; 3]) -> (u64, Option<u64>) {
    match (low, high) {
        (None, None) => (best.unwrap_or_default(), best),
        (low, high) => (low.unwrap_or_default(), high),
    }
}

impl Relation for Figures {
    type Key<'a> = Quantity<'a>;
    type Trace = FigureTrace;

    fn keys<'a>(entry: &'a Entry, visit: &mut dyn FnMut(Quantity<'a>)) {
        if let Some(Observation { about, measure, unit, of, population, value, when, .. }) = entry.current()
            && bounds(value).is_some()
        {
            visit(Quantity {
                about: about.as_str(),
                measure: *measure,
                unit: unit.as_ref().map(Unit::as_str),
                of,
                population: population.as_ref().map(Text::as_str),
                when: when.as_ref(),
            });
        }
    }

    fn hash(key: &Quantity<'_>, hasher: &Hasher) -> u64 {
        let text = |text: Option<&str>| text.map(|text| hasher.text(text));
        let of = key.of.iter().fold(0, |sum: u64, id| sum.wrapping_add(hasher.text(id.as_str())));
        let when = key.when.map(Days::of).map(ends);
        hasher.of((hasher.text(key.about), key.measure as usize, text(key.unit), of, text(key.population), when))
    }

    fn trace(sketch: &Sketch, hasher: &Hasher, to: &mut impl Traces<Self>) {
        let has_number = sketch.figures().into_iter().flatten().next().is_some();
        if let Some((measure, about)) = sketch.measure.zip(sketch.field(Slot::About))
            && sketch.is_current()
            && !sketch.is_approximate
            && has_number
        {
            let of = sketch.items(Slot::Counted).fold(0, u64::wrapping_add);
            let when = sketch.when.map(ends);
            let counted = hasher.of((about, measure as usize, sketch.unit, of, sketch.population, when));
            let (least, most) = bounds_of(sketch.figures());
            to.leave(counted, FigureTrace { counted, least, most: most.unwrap_or(u64::MAX) });
        }
    }
}

fn ends(days: Days) -> (i32, i32) {
    (days.first, days.last)
}
