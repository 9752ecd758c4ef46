//! The way of a record's traces into the parts of the ledger.

use super::ledger::{Ledger, PARTS, Recents, Stored, StoredTraces};
use crate::rules::{log::part_of, relation::Traces, trace::Trace};

/// The parts of the ledger, as far as this thread has filled them.
pub(super) struct Ledgers<'w>(pub(super) &'w mut [Ledger]);

impl<R: Stored> StoredTraces<R> for Ledgers<'_> {
    #[expect(clippy::inline_always, reason = "the relation is known where a trace is left")]
    #[inline(always)]
    fn store(&mut self, trace: R::Trace) {
        self.0[part_of(trace.key(), PARTS)].add::<R>(trace);
    }
}

/// Merges traces with those of other records.
pub(super) struct Merging<'w> {
    pub(super) recents: &'w mut Recents,
    pub(super) ledgers: Ledgers<'w>,
}

impl<R: Stored> Traces<R> for Merging<'_> {
    #[expect(clippy::inline_always, reason = "the relation is known where a trace is left")]
    #[inline(always)]
    fn leave(&mut self, _: u64, trace: R::Trace) {
        StoredTraces::<R>::store(&mut self.ledgers, trace);
    }

    #[expect(clippy::inline_always, reason = "the relation is known where a trace is left")]
    #[inline(always)]
    fn gather(&mut self, _: u64, trace: R::Trace) {
        if let Some(trace) = R::recent(self.recents).gather(trace) {
            StoredTraces::<R>::store(&mut self.ledgers, trace);
        }
    }

    fn join(&mut self, _: u64) {}
}

/// Merges the traces of a record whose id others have.
pub(super) struct Untrusted<'w>(pub(super) Ledgers<'w>);

impl<R: Stored> Traces<R> for Untrusted<'_> {
    fn leave(&mut self, _: u64, trace: R::Trace) {
        StoredTraces::<R>::store(&mut self.0, trace.untrusted());
    }

    fn gather(&mut self, group: u64, trace: R::Trace) {
        Traces::<R>::leave(self, group, trace);
    }

    fn join(&mut self, _: u64) {}
}
