//! What has a code.

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

/// Records of one kind that have one code of one scheme, and beside them what is decided of their identity.
pub(crate) struct Codes;

impl Relation for Codes {
    /// The kind, the scheme and the value.
    type Key<'a> = (Kind, &'a str, &'a str);
    type Trace = Shared;

    fn keys<'a>(entry: &'a Entry, visit: &mut dyn FnMut(Self::Key<'a>)) {
        let kind = entry.record.kind();
        entry.record.codes().iter().for_each(|code| visit((kind, code.scheme.as_str(), code.value.as_str())));
    }

    fn beside<'a>(entry: &'a Entry, visit: &mut dyn FnMut(&'a str)) {
        if let Record::Identity(identity) = &entry.record {
            visit_members(identity, visit);
        }
    }

    fn hash((kind, scheme, value): &Self::Key<'_>, hasher: &Hasher) -> u64 {
        hasher.of((*kind as u8, hasher.text(scheme), hasher.text(value)))
    }

    fn trace(sketch: &Sketch, hasher: &Hasher, to: &mut impl Traces<Self>) {
        match sketch.kind {
            Some(Kind::Identity) => join_members(sketch, to),
            Some(kind) => {
                for code in &sketch.codes {
                    let key = hasher.of((kind as u8, code.scheme, code.value));
                    to.leave(key, Shared::new(key, sketch.own));
                }
            }
            None => {}
        }
    }

    fn settle(parts: &mut [Log<Shared>], _: Whole, threads: NonZero<usize>) -> io::Result<()> {
        shared::settle(parts, threads)
    }
}
