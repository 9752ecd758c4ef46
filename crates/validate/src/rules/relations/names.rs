//! Who goes by a name.

use serde::{Deserialize, Serialize};
use standpoint_model::{AliasType, Kind, Record};

use crate::{
    dataset::entry::Entry,
    diagnose::names::folded,
    recognise::Sketch,
    rules::{
        relation::{Hasher, Relation, Traces},
        trace::{Trace, Whole},
    },
};

/// Actors that go by one name, or have it as an alias, however it is spelt.
pub(crate) struct Names;

/// The hash of a name: its upper bits, and marks in the others.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(crate) struct NameTrace(u64);

impl NameTrace {
    /// An actor has it.
    const OWN: u64 = 1;
    /// A second actor has it.
    const AGAIN: u64 = 1 << 1;
    /// An actor has it as an alias.
    const ALIAS: u64 = 1 << 2;
    /// A second actor has it as an alias.
    const ALIAS_AGAIN: u64 = 1 << 3;
    /// All of them.
    const MARKS: u64 = (1 << 4) - 1;
}

impl Trace for NameTrace {
    fn key(&self) -> u64 {
        self.0 & !Self::MARKS
    }

    fn merge(&mut self, other: Self) {
        let both = self.0 & other.0;
        let again = |mark, again| if both & mark == 0 { 0 } else { again };
        self.0 |= other.0 | again(Self::OWN, Self::AGAIN) | again(Self::ALIAS, Self::ALIAS_AGAIN);
    }

    fn is_suspect(&self, _: Whole) -> bool {
        self.0 & (Self::AGAIN | Self::ALIAS_AGAIN) != 0 || self.0 & (Self::OWN | Self::ALIAS) == Self::OWN | Self::ALIAS
    }
}

impl Relation for Names {
    type Key<'a> = String;
    type Trace = NameTrace;

    fn keys(entry: &Entry, visit: &mut dyn FnMut(String)) {
        let Record::Actor(actor) = &entry.record else { return };
        visit(folded(&actor.name));
        for alias in actor.aliases.iter().filter(|alias| alias.r#type != AliasType::Former) {
            visit(folded(&alias.text));
        }
    }

    fn hash(key: &String, hasher: &Hasher) -> u64 {
        hasher.name(key) & !NameTrace::MARKS
    }

    fn trace(sketch: &Sketch, _: &Hasher, to: &mut impl Traces<Self>) {
        if sketch.is(Kind::Actor) {
            let mut leave = |name: u64, mark| {
                let key = name & !NameTrace::MARKS;
                to.leave(key, NameTrace(key | mark));
            };
            leave(sketch.name, NameTrace::OWN);
            let aliases = || sketch.aliases.iter().filter(|alias| alias.r#type != Some(AliasType::Former));
            for (index, alias) in aliases().enumerate() {
                // One that the actor has twice is not shared.
                if aliases().take(index).all(|earlier| earlier.text != alias.text) {
                    leave(alias.text, NameTrace::ALIAS);
                }
            }
        }
    }
}
