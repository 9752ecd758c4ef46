//! Who has a code.

use standpoint_model::{Kind, Record};

use crate::{
    dataset::entry::Entry,
    recognise::Sketch,
    rules::{
        relation::{Hasher, Relation, Traces},
        relations::once::Once,
    },
};

/// Actors that have one code of one scheme.
pub(crate) struct Codes;

impl Relation for Codes {
    /// The scheme and the value.
    type Key<'a> = (&'a str, &'a str);
    type Trace = Once;
    /// An actor may have it twice.
    const LOOKS_AT_ONE: bool = true;

    fn keys<'a>(entry: &'a Entry, visit: &mut dyn FnMut(Self::Key<'a>)) {
        if let Record::Actor(actor) = &entry.record {
            actor.codes.iter().for_each(|code| visit((code.scheme.as_str(), code.value.as_str())));
        }
    }

    fn hash((scheme, value): &Self::Key<'_>, hasher: &Hasher) -> u64 {
        Once::key_of(hasher.of((hasher.text(scheme), hasher.text(value))))
    }

    fn trace(sketch: &Sketch, hasher: &Hasher, to: &mut impl Traces<Self>) {
        if sketch.is(Kind::Actor) {
            for code in &sketch.codes {
                let key = Once::key_of(hasher.of((code.scheme, code.value)));
                to.leave(key, Once::new(key));
            }
        }
    }
}
