//! How the interests of an actor are numbered.

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

/// The interests of an actor.
pub(crate) struct Ranks;

/// How many interests an actor has, the highest rank among them, and what their ranks add up to once each is scattered:
/// they are numbered from 1 without gaps just where the sum is that of the numbers from 1.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(crate) struct RankTrace {
    actor: u64,
    count: u64,
    highest: u64,
    sum: u64,
}

/// A number that no other numbers are likely to add up to.
fn scattered(rank: u64) -> u64 {
    // The finaliser of SplitMix64.
    let mixed = (rank ^ rank >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ mixed >> 31
}

impl Trace for RankTrace {
    fn key(&self) -> u64 {
        self.actor
    }

    fn merge(&mut self, other: Self) {
        self.count += other.count;
        self.highest = self.highest.max(other.highest);
        self.sum = self.sum.wrapping_add(other.sum);
    }

    fn is_suspect(&self, _: Whole) -> bool {
        self.count != self.highest || (1..=self.count).map(scattered).fold(0, u64::wrapping_add) != self.sum
    }

    fn untrusted(self) -> Self {
        Self { highest: u64::MAX, ..self }
    }
}

impl Relation for Ranks {
    type Key<'a> = &'a str;
    type Trace = RankTrace;
    const LOOKS_AT_ONE: bool = true;

    fn keys<'a>(entry: &'a Entry, visit: &mut dyn FnMut(&'a str)) {
        if let Record::Interest(interest) = &entry.record {
            visit(interest.actor.as_str());
        }
    }

    fn hash(key: &&str, hasher: &Hasher) -> u64 {
        hasher.text(key)
    }

    fn trace(sketch: &Sketch, _: &Hasher, to: &mut impl Traces<Self>) {
        if let Some(actor) = sketch.field(Slot::Actor).filter(|_| sketch.is(Kind::Interest)) {
            let trace = RankTrace { actor, count: 1, highest: sketch.rank, sum: scattered(sketch.rank) };
            // What is retracted may be what fills a gap.
            to.leave(actor, if sketch.is_current() { trace } else { trace.untrusted() });
        }
    }
}
