//! Which sources may be one document.

use std::{io, num::NonZero};

use standpoint_model::{Kind, Record};

use crate::{
    dataset::entry::Entry,
    recognise::Sketch,
    rules::{
        log::Log,
        relation::{Hasher, Relation, Traces},
        relations::shared::{self, Shared, join_members, visit_members},
        trace::Whole,
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
    type Trace = Shared;

    fn keys<'a>(entry: &'a Entry, visit: &mut dyn FnMut(Common<'a>)) {
        let Record::Source(source) = &entry.record else { return };
        if let Some(text) = &source.text {
            visit(Common::Text(text.sha256.as_str()));
        }
        if let Some(url) = &source.url {
            visit(Common::Address(url.as_str()));
        }
    }

    fn beside<'a>(entry: &'a Entry, visit: &mut dyn FnMut(&'a str)) {
        if let Record::Identity(identity) = &entry.record {
            visit_members(identity, visit);
        }
    }

    fn hash(key: &Common<'_>, hasher: &Hasher) -> u64 {
        match key {
            Common::Text(digest) => hasher.of((0_u8, hasher.text(digest))),
            Common::Address(url) => hasher.of((1_u8, hasher.text(url))),
        }
    }

    fn trace(sketch: &Sketch, hasher: &Hasher, to: &mut impl Traces<Self>) {
        match sketch.kind {
            Some(Kind::Identity) => join_members(sketch, to),
            Some(Kind::Source) => {
                for (common, value) in [(0_u8, sketch.digest), (1, sketch.url)] {
                    if let Some(value) = value {
                        let key = hasher.of((common, value));
                        to.leave(key, Shared::new(key, sketch.own));
                    }
                }
            }
            _ => {}
        }
    }

    fn settle(parts: &mut [Log<Shared>], _: Whole, threads: NonZero<usize>) -> io::Result<()> {
        shared::settle(parts, threads)
    }
}
