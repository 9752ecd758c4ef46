//! The scales of issues and where positions lie on them.

use serde::{Deserialize, Serialize};
use standpoint_model::{Estimate, Kind, Record};

use crate::{
    dataset::entry::Entry,
    recognise::{Sketch, Slot},
    rules::{
        relation::{Hasher, Relation, Traces},
        trace::{Trace, Whole},
    },
};

/// An issue and the positions on it that lie on its scale.
pub(crate) struct Scales;

/// The ends of a scale, and the ends of what lies on it, each as an [amount](crate::recognise::ordered).
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(crate) struct ScaleTrace {
    issue: u64,
    from: u64,
    to: u64,
    least: u64,
    most: u64,
    is_own: bool,
}

impl ScaleTrace {
    const fn of(issue: u64) -> Self {
        Self { issue, from: 0, to: u64::MAX, least: u64::MAX, most: 0, is_own: false }
    }
}

impl Trace for ScaleTrace {
    fn key(&self) -> u64 {
        self.issue
    }

    fn merge(&mut self, other: Self) {
        self.from = self.from.max(other.from);
        self.to = self.to.min(other.to);
        self.least = self.least.min(other.least);
        self.most = self.most.max(other.most);
        self.is_own |= other.is_own;
    }

    fn is_suspect(&self, _: Whole) -> bool {
        self.least <= self.most && (self.least < self.from || self.most > self.to)
    }

    fn concerns(&self, one: &Self) -> bool {
        one.is_own || one.least < self.from || one.most > self.to
    }

    fn untrusted(self) -> Self {
        if self.is_own { Self { from: u64::MAX, to: 0, ..self } } else { self }
    }
}

impl Relation for Scales {
    type Key<'a> = &'a str;
    type Trace = ScaleTrace;

    fn keys<'a>(entry: &'a Entry, visit: &mut dyn FnMut(&'a str)) {
        match &entry.record {
            Record::Issue(issue) => visit(issue.id.as_str()),
            Record::Position(position) if position.at.as_ref().is_some_and(Estimate::has_number) => {
                position.issue.iter().for_each(|issue| visit(issue.as_str()));
            }
            _ => {}
        }
    }

    fn hash(key: &&str, hasher: &Hasher) -> u64 {
        hasher.text(key)
    }

    fn trace(sketch: &Sketch, _: &Hasher, to: &mut impl Traces<Self>) {
        match sketch.kind {
            Some(Kind::Issue) => {
                // Nothing lies on a scale that is not there.
                let (from, to_) = sketch.scale_from.zip(sketch.scale_to).unwrap_or((u64::MAX, 0));
                let ends = if sketch.scale_from.is_some() { (from.min(to_), from.max(to_)) } else { (from, to_) };
                to.leave(
                    sketch.own,
                    ScaleTrace { from: ends.0, to: ends.1, is_own: true, ..ScaleTrace::of(sketch.own) },
                );
            }
            Some(Kind::Position) => {
                let figures = sketch.place_on_scale();
                let [least, most] = [figures.iter().flatten().min(), figures.iter().flatten().max()];
                if let (Some(issue), Some(&least), Some(&most)) = (sketch.field(Slot::Issue), least, most) {
                    to.gather(issue, ScaleTrace { least, most, ..ScaleTrace::of(issue) });
                }
            }
            _ => {}
        }
    }
}
