//! What is counted of one thing.

use serde::{Deserialize, Serialize};
use standpoint_model::{Count, Edtf, Estimate, Measure, Observation, Text};

use crate::{
    dataset::entry::Entry,
    recognise::{Days, Sketch, Slot},
    rules::{
        relation::{Hasher, Relation, Traces},
        trace::{Trace, Whole},
    },
};

/// Exact figures of one measure, about one thing at one time.
pub(crate) struct Figures;

/// What is counted: about what, what measure, of whom, and when.
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct Counted<'a> {
    about: &'a str,
    measure: Measure,
    population: Option<&'a str>,
    when: Option<&'a Edtf>,
}

/// The bounds between which several figures agree, if they do.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(crate) struct FigureTrace {
    counted: u64,
    /// The highest of the lower bounds.
    least: u32,
    /// The lowest of the upper bounds; `u32::MAX`, where there is none.
    most: u32,
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
    let figures = [figure.low(), figure.best(), figure.high()].map(|count| count.map(Count::get));
    (!figure.is_approximate()).then(|| bounds_of(figures))
}

/// A figure that is best and has no range is both of its bounds.
fn bounds_of([low, best, high]: [Option<u64>; 3]) -> (u64, Option<u64>) {
    match (low, high) {
        (None, None) => (best.unwrap_or_default(), best),
        (low, high) => (low.unwrap_or_default(), high),
    }
}

impl Relation for Figures {
    type Key<'a> = Counted<'a>;
    type Trace = FigureTrace;

    fn keys<'a>(entry: &'a Entry, visit: &mut dyn FnMut(Counted<'a>)) {
        if let Some(Observation { about, measure, population, value, when, .. }) = entry.current()
            && !value.is_approximate()
        {
            visit(Counted {
                about: about.as_str(),
                measure: *measure,
                population: population.as_ref().map(Text::as_str),
                when: when.as_ref(),
            });
        }
    }

    fn hash(key: &Counted<'_>, hasher: &Hasher) -> u64 {
        let population = key.population.map(|of| hasher.text(of));
        hasher.of((hasher.text(key.about), key.measure as usize, population, key.when.map(Days::of).map(ends)))
    }

    fn trace(sketch: &Sketch, hasher: &Hasher, to: &mut impl Traces<Self>) {
        if let Some((measure, about)) = sketch.measure.zip(sketch.field(Slot::About))
            && sketch.is_current()
            && !sketch.is_approximate
        {
            let counted = hasher.of((about, measure as usize, sketch.population, sketch.when.map(ends)));
            let (least, most) = bounds_of(sketch.figures());
            // Figures that are too large to be told apart always exclude one another.
            let bounded = |figure: u64, far: u32| u32::try_from(figure).unwrap_or(far).min(far);
            let most = most.map_or(u32::MAX, |most| bounded(most, u32::MAX - 1));
            to.leave(counted, FigureTrace { counted, least: bounded(least, u32::MAX), most });
        }
    }
}

fn ends(days: Days) -> (i32, i32) {
    (days.first, days.last)
}
