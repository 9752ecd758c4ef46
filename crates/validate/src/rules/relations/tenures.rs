//! What only one holds at a time.

use serde::{Deserialize, Serialize};
use standpoint_model::{Modality, Record, Relationship, RelationshipType};

use crate::{
    dataset::entry::Entry,
    recognise::{Sketch, Slot},
    rules::{
        relation::{Hasher, Relation, Traces},
        trace::{Trace, Whole},
    },
};

/// Those who hold one post or one place.
pub(crate) struct Tenures;

/// What is held.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Tenure<'a> {
    /// The highest post of a body.
    Head(&'a str),
    /// The power over a place, as far as sources state it and date it.
    Control(&'a str),
}

impl<'a> Tenure<'a> {
    fn of(tie: &'a Relationship) -> Option<Self> {
        let object = tie.object.as_str();
        match tie.r#type {
            RelationshipType::HoldsPost if tie.head => Some(Self::Head(object)),
            RelationshipType::Controls if tie.when.is_some() && tie.basis.modality == Modality::Stated => {
                Some(Self::Control(object))
            }
            _ => None,
        }
    }
}

/// Who holds it, and whether there are others.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(crate) struct TenureTrace {
    held: u64,
    /// The least of those who hold it, so that it is the same in whatever order they come.
    holder: u64,
    are_several: bool,
}

impl Trace for TenureTrace {
    fn key(&self) -> u64 {
        self.held
    }

    fn merge(&mut self, other: Self) {
        self.are_several |= other.are_several || self.holder != other.holder;
        self.holder = self.holder.min(other.holder);
    }

    fn is_suspect(&self, _: Whole) -> bool {
        self.are_several
    }
}

impl Relation for Tenures {
    type Key<'a> = Tenure<'a>;
    type Trace = TenureTrace;

    fn keys<'a>(entry: &'a Entry, visit: &mut dyn FnMut(Tenure<'a>)) {
        if let Record::Relationship(tie) = &entry.record {
            Tenure::of(tie).into_iter().for_each(visit);
        }
    }

    fn hash(key: &Tenure<'_>, hasher: &Hasher) -> u64 {
        let (is_post, held) = match key {
            Tenure::Head(body) => (true, body),
            Tenure::Control(place) => (false, place),
        };
        hasher.of((is_post, hasher.text(held)))
    }

    fn trace(sketch: &Sketch, hasher: &Hasher, to: &mut impl Traces<Self>) {
        let is_post = match sketch.relationship_type() {
            Some(RelationshipType::HoldsPost) if sketch.is_head => true,
            Some(RelationshipType::Controls) if sketch.when.is_some() && sketch.modality == Some(Modality::Stated) => {
                false
            }
            _ => return,
        };
        if let (Some(holder), Some(held)) = (sketch.field(Slot::Subject), sketch.field(Slot::Object)) {
            let held = hasher.of((is_post, held));
            to.leave(held, TenureTrace { held, holder, are_several: false });
        }
    }
}
