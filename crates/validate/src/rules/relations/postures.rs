//! How one actor stands to another.

use serde::{Deserialize, Serialize};
use standpoint_model::{Family, Kind, Record, RelationshipType};

use crate::{
    dataset::entry::Entry,
    recognise::{Sketch, Slot},
    rules::{
        relation::{Hasher, Relation, Traces},
        trace::{Trace, Whole},
    },
};

/// The postures of one actor towards another.
pub(crate) struct Postures;

/// Which postures there are, and whether those that there are name one another.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(crate) struct PostureTrace {
    pair: u64,
    count: u32,
    /// A bit for each type.
    types: u32,
    /// The sum of the ids of the records that hold a posture, less, for each tension that one of them says it is in, its own
    /// id and that of the other. Nothing is left of two of which one names the other.
    balance: u64,
}

impl Trace for PostureTrace {
    fn key(&self) -> u64 {
        self.pair
    }

    fn merge(&mut self, other: Self) {
        self.count = self.count.saturating_add(other.count);
        self.types |= other.types;
        self.balance = self.balance.wrapping_add(other.balance);
    }

    /// Of friends and adversaries, unless there are two of which one names the other and no others.
    fn is_suspect(&self, _: Whole) -> bool {
        let bit = |r#type: RelationshipType| 1_u32 << (r#type as u32);
        let friendly = bit(RelationshipType::Ally) | bit(RelationshipType::Partner);
        let is_mixed = self.types & friendly != 0 && self.types & bit(RelationshipType::Adversary) != 0;
        is_mixed && !(self.count == 2 && self.balance == 0)
    }

    fn untrusted(self) -> Self {
        Self { count: 3, ..self }
    }
}

fn is_posture(r#type: RelationshipType) -> bool {
    r#type.rule().family == Family::Posture
}

impl Relation for Postures {
    /// The actor whose posture it is, and the one towards whom.
    type Key<'a> = [&'a str; 2];
    type Trace = PostureTrace;

    fn keys<'a>(entry: &'a Entry, visit: &mut dyn FnMut(Self::Key<'a>)) {
        if let Record::Relationship(tie) = &entry.record
            && is_posture(tie.r#type)
        {
            visit([tie.subject.as_str(), tie.object.as_str()]);
        }
    }

    fn hash(key: &Self::Key<'_>, hasher: &Hasher) -> u64 {
        hasher.of(key.map(|end| hasher.text(end)))
    }

    fn trace(sketch: &Sketch, hasher: &Hasher, to: &mut impl Traces<Self>) {
        if let Some(r#type) = sketch.relationship_type().filter(|r#type| is_posture(*r#type))
            && let (Some(subject), Some(object)) = (sketch.field(Slot::Subject), sketch.field(Slot::Object))
        {
            let pair = hasher.of([subject, object]);
            let ties = sketch.tensions.iter().filter(|other| other.kind == Kind::Relationship);
            let balance = ties.fold(sketch.own, |sum, other| sum.wrapping_sub(sketch.own.wrapping_add(other.id)));
            to.leave(pair, PostureTrace { pair, count: 1, types: 1 << (r#type as u32), balance });
        }
    }
}
