//! Which sources may be one document.

use standpoint_model::{Kind, Record};

use crate::{
    dataset::entry::Entry,
    recognise::Sketch,
    rules::{
        relation::{Hasher, Relation, Traces},
        relations::once::Once,
    },
};

/// Sources that have one text, or one address.
pub(crate) struct Copies;

/// What two sources have in common.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Common<'a> {
    Text(&'a str),
    Address(&'a str),
}

impl Relation for Copies {
    type Key<'a> = Common<'a>;
    type Trace = Once;

    fn keys<'a>(entry: &'a Entry, visit: &mut dyn FnMut(Common<'a>)) {
        let Record::Source(source) = &entry.record else { return };
        if let Some(text) = &source.text {
            visit(Common::Text(text.sha256.as_str()));
        }
        if let Some(url) = &source.url {
            visit(Common::Address(url.as_str()));
        }
    }

    fn hash(key: &Common<'_>, hasher: &Hasher) -> u64 {
        Once::key_of(match key {
            Common::Text(digest) => hasher.of((0_u8, hasher.text(digest))),
            Common::Address(url) => hasher.of((1_u8, hasher.text(url))),
        })
    }

    fn trace(sketch: &Sketch, hasher: &Hasher, to: &mut impl Traces<Self>) {
        if sketch.is(Kind::Source) {
            for (common, value) in [(0_u8, sketch.digest), (1, sketch.url)] {
                if let Some(value) = value {
                    let key = Once::key_of(hasher.of((common, value)));
                    to.leave(key, Once::new(key));
                }
            }
        }
    }
}
