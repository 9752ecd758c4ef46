//! Ties of one type between two actors.

use serde::{Deserialize, Serialize};
use standpoint_model::{Family, Record, RelationshipType};

use crate::{
    dataset::entry::Entry,
    recognise::{Sketch, Slot},
    rules::{
        relation::{Hasher, Relation, Traces},
        trace::{Trace, Whole},
    },
};

/// Structural ties of one type between two actors, either way round.
pub(crate) struct Ties;

/// A hash of the type and the two actors, and in its lowest bits which way round there is a tie.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(crate) struct TieTrace(u64);

impl TieTrace {
    const WAYS: u64 = 3;
}

impl Trace for TieTrace {
    fn key(&self) -> u64 {
        self.0 & !Self::WAYS
    }

    fn merge(&mut self, other: Self) {
        self.0 |= other.0;
    }

    fn is_suspect(&self, _: Whole) -> bool {
        self.0 & Self::WAYS == Self::WAYS
    }
}

/// Whether one actor is by such a tie what the other is not.
pub(super) fn is_one_way(r#type: RelationshipType) -> bool {
    let rule = r#type.rule();
    rule.family == Family::Structure && !rule.symmetric
}

impl Relation for Ties {
    /// The two actors in the order of their ids.
    type Key<'a> = (RelationshipType, [&'a str; 2]);
    type Trace = TieTrace;

    fn keys<'a>(entry: &'a Entry, visit: &mut dyn FnMut(Self::Key<'a>)) {
        if let Record::Relationship(tie) = &entry.record
            && is_one_way(tie.r#type)
        {
            let mut ends = [tie.subject.as_str(), tie.object.as_str()];
            ends.sort_unstable();
            visit((tie.r#type, ends));
        }
    }

    fn hash((r#type, ends): &Self::Key<'_>, hasher: &Hasher) -> u64 {
        let [one, other] = ends.map(|end| hasher.text(end));
        hasher.of((*r#type as usize, one.min(other), one.max(other))) & !TieTrace::WAYS
    }

    fn trace(sketch: &Sketch, hasher: &Hasher, to: &mut impl Traces<Self>) {
        if let Some(r#type) = sketch.relationship_type().filter(|r#type| is_one_way(*r#type))
            && let (Some(subject), Some(object)) = (sketch.field(Slot::Subject), sketch.field(Slot::Object))
        {
            let key = hasher.of((r#type as usize, subject.min(object), subject.max(object))) & !TieTrace::WAYS;
            to.leave(key, TieTrace(key | if subject < object { 1 } else { 2 }));
        }
    }
}
