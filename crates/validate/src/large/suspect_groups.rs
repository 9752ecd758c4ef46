//! The suspect groups of a record.

use super::ledger::{Index, Stored, trace_suspects};
use crate::{
    recognise::Sketch,
    rules::{
        relation::{Hasher, Traces},
        trace::Trace,
    },
};

/// The suspect groups that a record is in: each a relation, by its place, and the key of the group.
pub(super) struct SuspectGroups<'i> {
    index: &'i Index,
    groups: Vec<(usize, u64)>,
}

impl<'i> SuspectGroups<'i> {
    pub(super) fn of(sketch: &Sketch, hasher: &Hasher, index: &'i Index) -> Self {
        let mut groups = Self { index, groups: Vec::new() };
        trace_suspects(sketch, hasher, index, &mut groups);
        groups
    }

    pub(super) fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// Whether one of them is of this relation.
    pub(super) fn include<R: Stored>(&self) -> bool {
        self.groups.iter().any(|(relation, _)| *relation == R::PLACE)
    }

    /// Each as the place of its relation and its key.
    pub(super) fn places(&self) -> &[(usize, u64)] {
        &self.groups
    }

    fn add(&mut self, relation: usize, group: u64) {
        if !self.groups.contains(&(relation, group)) {
            self.groups.push((relation, group));
        }
    }
}

impl<R: Stored> Traces<R> for SuspectGroups<'_> {
    fn leave(&mut self, group: u64, trace: R::Trace) {
        if self.index.suspect::<R>(trace.key()).is_some_and(|merged| merged.concerns(&trace)) {
            self.add(R::PLACE, group);
        }
    }

    fn gather(&mut self, group: u64, trace: R::Trace) {
        Traces::<R>::leave(self, group, trace);
    }

    fn join(&mut self, key: u64) {
        let index = self.index;
        index.suspects::<R>(key).for_each(|trace| self.add(R::PLACE, trace.group()));
    }
}
