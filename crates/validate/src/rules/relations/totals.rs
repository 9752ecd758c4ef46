//! Totals and the figures that are contained in them.

use serde::{Deserialize, Serialize};
use standpoint_model::{Kind, Record};

use crate::{
    dataset::entry::Entry,
    recognise::{Sketch, Slot},
    rules::{
        relation::{Hasher, Relation, Traces},
        trace::{Trace, Whole},
    },
};

/// A figure and those that say that they are part of it.
pub(crate) struct Totals;

/// The most that a total may be, and the least that its parts may add up to, in whole numbers: sums of these are the same in
/// whatever order they are made.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(crate) struct TotalTrace {
    total: u64,
    /// `u64::MAX`, where there is no such bound.
    most: u64,
    parts: u64,
}

impl Trace for TotalTrace {
    fn key(&self) -> u64 {
        self.total
    }

    fn merge(&mut self, other: Self) {
        self.most = self.most.min(other.most);
        self.parts = self.parts.saturating_add(other.parts);
    }

    fn is_suspect(&self, _: Whole) -> bool {
        self.parts > self.most
    }

    fn untrusted(self) -> Self {
        if self.most == u64::MAX { self } else { Self { most: 0, ..self } }
    }
}

impl Relation for Totals {
    type Key<'a> = &'a str;
    type Trace = TotalTrace;

    fn keys<'a>(entry: &'a Entry, visit: &mut dyn FnMut(&'a str)) {
        if let Record::Observation(figure) = &entry.record {
            visit(figure.id.as_str());
            figure.part_of.iter().for_each(|total| visit(total.as_str()));
        }
    }

    fn hash(key: &&str, hasher: &Hasher) -> u64 {
        hasher.text(key)
    }

    fn trace(sketch: &Sketch, _: &Hasher, to: &mut impl Traces<Self>) {
        if !sketch.is(Kind::Observation) {
            return;
        }
        to.join(sketch.own);
        if let Some(total) = sketch.field(Slot::PartOf) {
            let least = sketch.low.or(sketch.best).map_or(0, |least| whole(f64::from_bits(least).ceil()));
            to.leave(total, TotalTrace { total, most: u64::MAX, parts: least });
        }
        // Of what is nobody's total nothing need be remembered, but nobody knows yet whose total it is.
        if let Some(most) = sketch.high.or(sketch.best).filter(|_| !sketch.is_approximate) {
            let total = sketch.own;
            to.leave(total, TotalTrace { total, most: whole(f64::from_bits(most).floor()), parts: 0 });
        }
    }
}

/// An amount that has no fraction, as a whole number.
fn whole(amount: f64) -> u64 {
    standpoint_model::Amount::new(amount).ok().and_then(standpoint_model::Amount::whole).unwrap_or_default()
}
