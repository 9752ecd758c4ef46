//! Who goes by a name.

use std::{io, num::NonZero};

use standpoint_model::{AliasType, Kind, Record};

use crate::{
    dataset::entry::Entry,
    diagnose::names::folded,
    recognise::Sketch,
    rules::{
        log::Log,
        relation::{Hasher, Relation, Traces},
        relations::shared::{self, Shared, join_members, visit_members},
        trace::Whole,
    },
};

/// Actors that go by one name, or have it as an alias, however it is spelt, and beside them what is decided of their
/// identity.
pub(crate) struct Names;

impl Relation for Names {
    type Key<'a> = String;
    type Trace = Shared;

    fn keys(entry: &Entry, visit: &mut dyn FnMut(String)) {
        let Record::Actor(actor) = &entry.record else { return };
        visit(folded(&actor.name));
        for alias in actor.aliases.iter().filter(|alias| alias.r#type != AliasType::Former) {
            visit(folded(&alias.text));
        }
    }

    fn beside<'a>(entry: &'a Entry, visit: &mut dyn FnMut(&'a str)) {
        if let Record::Identity(identity) = &entry.record {
            visit_members(identity, visit);
        }
    }

    fn hash(key: &String, hasher: &Hasher) -> u64 {
        hasher.name(key)
    }

    fn trace(sketch: &Sketch, _: &Hasher, to: &mut impl Traces<Self>) {
        match sketch.kind {
            Some(Kind::Identity) => join_members(sketch, to),
            Some(Kind::Actor) => {
                let aliases = sketch.aliases.iter().filter(|alias| alias.r#type != Some(AliasType::Former));
                for name in aliases.map(|alias| alias.text).chain([sketch.name]) {
                    to.leave(name, Shared::new(name, sketch.own));
                }
            }
            _ => {}
        }
    }

    fn settle(parts: &mut [Log<Shared>], _: Whole, threads: NonZero<usize>) -> io::Result<()> {
        shared::settle(parts, threads)
    }
}
