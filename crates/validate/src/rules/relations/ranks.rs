//! How the interests of an actor, and the claims about something, are numbered.

use serde::{Deserialize, Serialize};
use standpoint_model::{Kind, Record, Topic};

use crate::{
    dataset::entry::Entry,
    recognise::{Sketch, Slot},
    rules::{
        relation::{Hasher, Relation, Traces},
        trace::{Trace, Whole},
    },
};

/// The records that are numbered together.
pub(crate) struct Ranks;

/// What is numbered from 1.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Series<'a> {
    /// The interests of an actor, as far as they have ranks.
    Interests(&'a str),
    /// The claims about something under a heading, as far as they have ranks.
    Claims(&'a str, Topic),
}

/// How many records there are in a series, the highest rank among them, and what their ranks add up to once each is
/// scattered: they are numbered from 1 without gaps just where the sum is that of the numbers from 1.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(crate) struct RankTrace {
    series: u64,
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
        self.series
    }

    fn merge(&mut self, other: Self) {
        self.count = self.count.saturating_add(other.count);
        self.highest = self.highest.max(other.highest);
        self.sum = self.sum.wrapping_add(other.sum);
    }

    fn is_suspect(&self, _: Whole) -> bool {
        // Nobody numbers so many, and to add them up would take long.
        let is_beyond_belief = self.count > u64::from(u32::MAX);
        is_beyond_belief
            || self.count != self.highest
            || (1..=self.count).map(scattered).fold(0, u64::wrapping_add) != self.sum
    }

    fn untrusted(self) -> Self {
        Self { highest: u64::MAX, ..self }
    }
}

impl Relation for Ranks {
    type Key<'a> = Series<'a>;
    type Trace = RankTrace;
    const LOOKS_AT_ONE: bool = true;

    fn keys<'a>(entry: &'a Entry, visit: &mut dyn FnMut(Series<'a>)) {
        match &entry.record {
            Record::Interest(interest) if interest.rank.is_some() => visit(Series::Interests(interest.actor.as_str())),
            Record::Statement(claim) if claim.rank.is_some() => {
                visit(Series::Claims(claim.about.as_str(), claim.topic));
            }
            _ => {}
        }
    }

    fn hash(key: &Series<'_>, hasher: &Hasher) -> u64 {
        match key {
            Series::Interests(actor) => hasher.text(actor),
            Series::Claims(about, topic) => hasher.of((hasher.text(about), *topic as usize)),
        }
    }

    fn trace(sketch: &Sketch, hasher: &Hasher, to: &mut impl Traces<Self>) {
        let Some(rank) = sketch.rank else { return };
        let series = match sketch.kind {
            Some(Kind::Interest) => sketch.field(Slot::Actor),
            _ => sketch.field(Slot::About).zip(sketch.topic).map(|(about, topic)| hasher.of((about, topic as usize))),
        };
        if let Some(series) = series {
            let trace = RankTrace { series, count: 1, highest: rank, sum: scattered(rank) };
            // What is retracted may be what fills a gap.
            to.leave(series, if sketch.is_current() { trace } else { trace.untrusted() });
        }
    }
}
