//! What is decided of the identity of records, by whatever detour.

use std::{io, num::NonZero};

use hashbrown::HashMap;
use serde::{Deserialize, Serialize};
use standpoint_model::{Kind, Record, Verdict};

use crate::{
    dataset::entry::Entry,
    recognise::{Sketch, Slot},
    rules::{
        log::{Log, part_of},
        relation::{Hasher, Relation, Traces},
        trace::{Trace, Whole},
    },
};

/// All identities of the verdicts `same` and `different`, which make a single group: what is the same as what is the same
/// is the same.
pub(crate) struct Verdicts;

/// Of two members of an identity, whether they are the same or different. Once all are settled: that a record is among those
/// that are both.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(crate) struct VerdictTrace {
    member: u64,
    other: u64,
    is_same: bool,
}

impl Trace for VerdictTrace {
    fn key(&self) -> u64 {
        self.member
    }

    fn order(&self) -> u64 {
        // Both verdicts on two members are kept.
        self.other.rotate_left(u32::from(self.is_same))
    }

    fn merge(&mut self, _: Self) {}

    fn is_suspect(&self, _: Whole) -> bool {
        true
    }
}

impl Relation for Verdicts {
    type Key<'a> = ();
    type Trace = VerdictTrace;
    const LOOKS_AT_ONE: bool = true;

    fn keys(entry: &Entry, visit: &mut dyn FnMut(())) {
        if let Record::Identity(identity) = &entry.record
            && identity.status.is_current()
            && identity.verdict != Verdict::Unsure
        {
            visit(());
        }
    }

    fn hash((): &(), _: &Hasher) -> u64 {
        0
    }

    fn trace(sketch: &Sketch, _: &Hasher, to: &mut impl Traces<Self>) {
        if !sketch.is(Kind::Identity) || !sketch.is_current() || sketch.verdict == Some(Verdict::Unsure) {
            return;
        }
        let is_same = sketch.verdict == Some(Verdict::Same);
        let mut members = sketch.items(Slot::Member);
        let Some(first) = members.next() else { return };
        for other in members {
            to.leave(0, VerdictTrace { member: first, other, is_same });
        }
    }

    fn settle(parts: &mut [Log<VerdictTrace>], _: Whole, _: NonZero<usize>) -> io::Result<()> {
        let mut verdicts = Vec::new();
        for part in &mut *parts {
            part.retain(|traces| verdicts.append(traces))?;
        }
        let mut ones = Ones::default();
        for verdict in verdicts.iter().filter(|verdict| verdict.is_same) {
            ones.join(verdict.member, verdict.other);
        }
        let differ = verdicts.iter().filter(|verdict| !verdict.is_same);
        let torn: Vec<u64> = differ
            .map(|verdict| (ones.one(verdict.member), ones.one(verdict.other)))
            .filter_map(|(one, other)| (one == other).then_some(one))
            .collect();
        for verdict in verdicts {
            if torn.contains(&ones.one(verdict.member)) {
                let member = verdict.member;
                parts[part_of(member, parts.len())].push(VerdictTrace { other: 0, is_same: false, ..verdict });
            }
        }
        parts.iter_mut().for_each(Log::merge);
        Ok(())
    }
}

/// Which things are one.
#[derive(Default)]
pub(crate) struct Ones<T>(HashMap<T, T>);

impl<T: Copy + Eq + std::hash::Hash + Default> Ones<T> {
    /// What stands for all that are one with this.
    pub(crate) fn one(&mut self, thing: T) -> T {
        let mut end = thing;
        while let Some(next) = self.0.get(&end).copied() {
            end = next;
        }
        // What was passed on the way leads there at once the next time.
        let mut at = thing;
        while at != end {
            at = self.0.insert(at, end).unwrap_or(end);
        }
        end
    }

    /// Makes two one.
    pub(crate) fn join(&mut self, thing: T, other: T) {
        let (one, other) = (self.one(thing), self.one(other));
        if one != other {
            self.0.insert(one, other);
        }
    }
}
