//! Who has an id, and who names it.

use serde::{Deserialize, Serialize};
use standpoint_model::{Kind, Record};

use crate::{
    dataset::entry::Entry,
    diagnose::refusals::Refusals,
    recognise::{Sketch, Slot},
    rules::{
        relation::{Hasher, Relation, Traces},
        trace::{Trace, Whole},
    },
};

/// The records that have an id, and those that name it.
pub(crate) struct Ids;

/// The hash of an id: its upper bits, and [marks](IdTrace::MARKS) in the others.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(crate) struct IdTrace(u64);

impl IdTrace {
    /// A record has it.
    const OWN: u64 = 1;
    /// A second record has it.
    const AGAIN: u64 = 1 << 1;
    /// A record that stands names it.
    const NAMED: u64 = 1 << 2;
    /// It is cited.
    const CITED: u64 = 1 << 3;
    /// A record that has it is retracted.
    const RETRACTED: u64 = 1 << 4;
    /// The record that has it is an actor or a place, which others should name.
    const TO_BE_NAMED: u64 = 1 << 5;
    /// The record that has it is a source, which others should cite.
    const TO_BE_CITED: u64 = 1 << 6;
    /// All of them.
    const MARKS: u64 = (1 << 7) - 1;

    fn has(self, marks: u64) -> bool {
        self.0 & marks != 0
    }

    /// A record that is given `id` and of which no more is known.
    pub(crate) fn refused(id: u64) -> Self {
        Self(id & !Self::MARKS | Self::OWN)
    }

    /// Something names `id` of which no more is known.
    pub(crate) fn named(id: u64) -> Self {
        Self(id & !Self::MARKS | Self::NAMED | Self::CITED)
    }

    /// The key of an id.
    pub(crate) fn key_of(id: u64) -> u64 {
        id & !Self::MARKS
    }

    /// Whether several records have the id.
    pub(crate) fn is_shared(self) -> bool {
        self.has(Self::AGAIN)
    }
}

impl Trace for IdTrace {
    fn key(&self) -> u64 {
        self.0 & !Self::MARKS
    }

    fn merge(&mut self, other: Self) {
        let again = if self.0 & other.0 & Self::OWN == 0 { 0 } else { Self::AGAIN };
        self.0 |= other.0 | again;
    }

    fn is_suspect(&self, whole: Whole) -> bool {
        if !self.has(Self::OWN) {
            return whole.is_complete;
        }
        let unnamed = self.has(Self::TO_BE_NAMED) && !self.has(Self::NAMED);
        let uncited = self.has(Self::TO_BE_CITED) && !self.has(Self::CITED);
        self.has(Self::AGAIN)
            || (self.has(Self::RETRACTED) && self.has(Self::NAMED))
            || (whole.is_complete && (unnamed || uncited))
    }

    /// Who names an id is of interest where it is missing or retracted. Of an id that several records have nobody knows here
    /// which of them counts.
    fn concerns(&self, one: &Self) -> bool {
        one.has(Self::OWN) || !self.has(Self::OWN) || self.has(Self::RETRACTED | Self::AGAIN)
    }
}

impl Relation for Ids {
    type Key<'a> = &'a str;
    type Trace = IdTrace;
    const LOOKS_AT_ONE: bool = true;

    fn keys<'a>(entry: &'a Entry, visit: &mut dyn FnMut(&'a str)) {
        let record: &'a Record = &entry.record;
        visit(record.id());
        record.visit_references(|id, _| visit(id));
    }

    fn refused<'a>(refusals: &'a Refusals, visit: &mut dyn FnMut(&'a str)) {
        refusals.ids.keys().for_each(|id| visit(id));
    }

    fn hash(key: &&str, hasher: &Hasher) -> u64 {
        IdTrace::key_of(hasher.text(key))
    }

    fn trace(sketch: &Sketch, _: &Hasher, to: &mut impl Traces<Self>) {
        let sort = match sketch.kind {
            Some(Kind::Actor | Kind::Place) => IdTrace::TO_BE_NAMED,
            Some(Kind::Source) => IdTrace::TO_BE_CITED,
            _ => 0,
        };
        let is_current = sketch.is_current();
        let retracted = if is_current { 0 } else { IdTrace::RETRACTED };
        let id = IdTrace::key_of(sketch.own);
        // What is retracted need not be named.
        let sort = if is_current || sort == IdTrace::TO_BE_CITED { sort } else { 0 };
        to.leave(id, IdTrace(id | IdTrace::OWN | retracted | sort));
        let named = if is_current { IdTrace::NAMED } else { 0 };
        for id in sketch.items(Slot::Report).map(IdTrace::key_of) {
            to.gather(id, IdTrace(id | named | IdTrace::CITED));
        }
        for id in sketch.names().map(IdTrace::key_of) {
            to.gather(id, IdTrace(id | named));
        }
        let mut before = None;
        for citation in &sketch.citations {
            if before.replace(citation.source) != Some(citation.source) {
                let id = IdTrace::key_of(citation.source);
                to.gather(id, IdTrace(id | named | IdTrace::CITED));
            }
        }
    }
}
