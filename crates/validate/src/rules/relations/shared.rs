//! What several records have in common, and what stands beside these records.

use std::{io, num::NonZero};

use serde::{Deserialize, Serialize};
use standpoint_model::Identity;

use crate::{
    recognise::{Sketch, Slot},
    rules::{
        log::{Log, part_of},
        relation::{Relation, Traces},
        trace::{Trace, Whole},
    },
    share::share,
};

/// A hash of what records may have in common, and that of the id of a record that has it. Once all are settled, the reverse
/// too: by the id of a record what it shares, so that what stands beside that record can join its group.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(crate) struct Shared {
    key: u64,
    other: u64,
}

impl Shared {
    /// A record has this.
    pub(crate) fn new(common: u64, id: u64) -> Self {
        Self { key: common, other: id }
    }
}

impl Trace for Shared {
    fn key(&self) -> u64 {
        self.key
    }

    fn order(&self) -> u64 {
        self.other
    }

    fn merge(&mut self, _: Self) {}

    fn is_suspect(&self, _: Whole) -> bool {
        true
    }

    /// It is by the id of a record that another joins.
    fn group(&self) -> u64 {
        self.other
    }
}

/// Keeps what several records have, and adds it by the id of each of them.
pub(crate) fn settle(parts: &mut [Log<Shared>], threads: NonZero<usize>) -> io::Result<()> {
    // Each is of a record of its own.
    let again = |traces: &mut Vec<Shared>| {
        if traces.len() == 1 {
            traces.clear();
        }
    };
    share(threads, &mut *parts, |part| part.retain(again)).into_iter().collect::<io::Result<()>>()?;
    let shared: Vec<Shared> = parts.iter().flat_map(Log::iter).copied().collect();
    for Shared { key: common, other: id } in shared {
        parts[part_of(id, parts.len())].push(Shared { key: id, other: common });
    }
    share(threads, parts, Log::merge);
    Ok(())
}

/// Gives `visit` the records of which an identity decides whether they are one, if it stands.
pub(crate) fn visit_members<'a>(identity: &'a Identity, visit: &mut dyn FnMut(&'a str)) {
    if identity.status.is_current() {
        identity.members.iter().for_each(|id| visit(id.as_str()));
    }
}

/// Has an identity join the groups of its members.
pub(crate) fn join_members<R: Relation>(sketch: &Sketch, to: &mut impl Traces<R>) {
    if sketch.is_current() {
        sketch.items(Slot::Member).for_each(|id| to.join(id));
    }
}
