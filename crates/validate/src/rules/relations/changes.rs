//! What actors hold of one thing, one time and another.

use serde::{Deserialize, Serialize};
use standpoint_model::{Kind, PositionForm, Record};

use crate::{
    dataset::entry::Entry,
    recognise::{Sketch, Slot},
    rules::{
        relation::{Hasher, Relation, Traces},
        relations::facts::amounts,
        trace::{Trace, Whole},
    },
};

/// The dated positions of an actor on an issue that lie somewhere on its scale, and its answers to a position.
pub(crate) struct Changes;

/// Who holds a position, and on what.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Held<'a> {
    OnIssue([&'a str; 2]),
    Answer([&'a str; 2]),
}

/// Between which ends several positions agree, if they do, each as an [amount](crate::recognise::ordered), and in which forms
/// they answer.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(crate) struct ChangeTrace {
    held: u64,
    /// The highest of the lower ends.
    least: u64,
    /// The lowest of the upper ends.
    most: u64,
    accepts: bool,
    refuses: bool,
}

impl ChangeTrace {
    const fn of(held: u64) -> Self {
        Self { held, least: 0, most: u64::MAX, accepts: false, refuses: false }
    }
}

impl Trace for ChangeTrace {
    fn key(&self) -> u64 {
        self.held
    }

    fn merge(&mut self, other: Self) {
        self.least = self.least.max(other.least);
        self.most = self.most.min(other.most);
        self.accepts |= other.accepts;
        self.refuses |= other.refuses;
    }

    fn is_suspect(&self, _: Whole) -> bool {
        self.least > self.most || (self.accepts && self.refuses)
    }
}

/// The lowest and the highest of the numbers of an estimate, if it has any.
pub(crate) fn ends([low, best, high]: [Option<u64>; 3]) -> Option<(u64, u64)> {
    let least = low.or(best)?;
    Some((least, high.or(best)?.max(least)))
}

impl Relation for Changes {
    type Key<'a> = Held<'a>;
    type Trace = ChangeTrace;

    fn keys<'a>(entry: &'a Entry, visit: &mut dyn FnMut(Held<'a>)) {
        let Record::Position(position) = &entry.record else { return };
        if position.when.is_none() {
            return;
        }
        for holder in &position.holders {
            if let Some(issue) =
                position.issue.as_ref().filter(|_| position.at.as_ref().map(amounts).and_then(ends).is_some())
            {
                visit(Held::OnIssue([holder.as_str(), issue.as_str()]));
            }
            if matches!(position.form, PositionForm::Acceptance | PositionForm::Refusal) {
                position.answers.iter().for_each(|other| visit(Held::Answer([holder.as_str(), other.as_str()])));
            }
        }
    }

    fn hash(key: &Held<'_>, hasher: &Hasher) -> u64 {
        let (Held::OnIssue([holder, on]) | Held::Answer([holder, on])) = key;
        hasher.of((hasher.text(holder), hasher.text(on)))
    }

    fn trace(sketch: &Sketch, hasher: &Hasher, to: &mut impl Traces<Self>) {
        if !sketch.is(Kind::Position) || sketch.when.is_none() {
            return;
        }
        for holder in sketch.items(Slot::HolderOfPosition) {
            if let (Some(issue), Some((least, most))) = (sketch.field(Slot::Issue), ends(sketch.place_on_scale())) {
                let held = hasher.of((holder, issue));
                to.leave(held, ChangeTrace { least, most, ..ChangeTrace::of(held) });
            }
            let accepts = sketch.form == Some(PositionForm::Acceptance);
            let refuses = sketch.form == Some(PositionForm::Refusal);
            for answered in sketch.items(Slot::Answered).filter(|_| accepts || refuses) {
                let held = hasher.of((holder, answered));
                to.leave(held, ChangeTrace { accepts, refuses, ..ChangeTrace::of(held) });
            }
        }
    }
}
