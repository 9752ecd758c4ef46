//! The traces of all records, merged, and what is suspect in them.

use std::{io, num::NonZero};

use hashbrown::{HashMap, HashSet};

use super::recent::Recent;
use crate::{
    recognise::{Leaf, Sketch},
    rules::{
        Ruled,
        log::{Log, part_of},
        relation::{Hasher, Relation, Traces},
        relations::{self, IdTrace, Ids},
        runs::{self, Runs},
        trace::{Trace, Whole},
        with_relations,
    },
};

/// Into how many parts the ledger is divided, so that threads seldom wait for one another. A power of two.
pub(super) const PARTS: usize = 16;

/// A relation for which traces are kept.
pub(super) trait Stored: Ruled {
    /// Its place among all relations.
    const PLACE: usize;

    fn log(logs: &Logs) -> &Log<Self::Trace>;

    fn log_mut(logs: &mut Logs) -> &mut Log<Self::Trace>;

    fn recent(recents: &mut Recents) -> &mut Recent<Self::Trace>;
}

macro_rules! ledger {
    ($($name:ident: $relation:ident [$($rules:tt)*];)+) => {
        /// A log for each relation.
        #[derive(Default)]
        pub(super) struct Logs {
            $($name: Log<<relations::$relation as Relation>::Trace>,)+
        }

        /// What was left a moment ago, for each relation.
        #[derive(Default)]
        pub(super) struct Recents {
            $($name: Recent<<relations::$relation as Relation>::Trace>,)+
        }

        /// The places of the relations.
        #[expect(non_camel_case_types, reason = "the names are those of fields")]
        enum Places { $($name),+ }

        $(impl Stored for relations::$relation {
            const PLACE: usize = Places::$name as usize;

            fn log(logs: &Logs) -> &Log<Self::Trace> {
                &logs.$name
            }

            fn log_mut(logs: &mut Logs) -> &mut Log<Self::Trace> {
                &mut logs.$name
            }

            fn recent(recents: &mut Recents) -> &mut Recent<Self::Trace> {
                &mut recents.$name
            }
        })+

        /// How many relations there are.
        pub(super) const RELATIONS: usize = [$(Places::$name as usize),+].len();

        /// Gives `to` the traces of a record in all relations.
        pub(super) fn trace<T>(sketch: &Sketch, hasher: &Hasher, to: &mut T)
        where
            T: $(Traces<relations::$relation> +)+
        {
            $(relations::$relation::trace(sketch, hasher, to);)+
        }

        impl Logs {
            fn take(&mut self, other: &mut Self, runs: &Runs) -> io::Result<()> {
                $(self.$name.take(&mut other.$name, runs)?;)+
                Ok(())
            }

            /// Gives `write` the place of each relation and what is written of its traces, some at a time.
            fn write(&mut self, write: &mut impl FnMut(usize, &[u8]) -> io::Result<()>) -> io::Result<()> {
                $(self.$name.write_out(&mut |bytes| write(Places::$name as usize, bytes))?;)+
                Ok(())
            }
        }

        /// Of each relation, by its place, whether anything is suspect.
        fn suspects(parts: &[Logs]) -> [bool; RELATIONS] {
            [$(parts.iter().any(|part| !part.$name.is_empty())),+]
        }

        /// Gives `to` the traces of a record in those relations in which something is suspect.
        pub(super) fn trace_suspects<T>(sketch: &Sketch, hasher: &Hasher, index: &Index, to: &mut T)
        where
            T: $(Traces<relations::$relation> +)+
        {
            $(if index.suspects[Places::$name as usize] {
                relations::$relation::trace(sketch, hasher, to);
            })+
        }

        impl Recents {
            /// Leaves what is still to be left.
            pub(super) fn leave_rest<T>(&mut self, to: &mut T)
            where
                T: $(StoredTraces<relations::$relation> +)+
            {
                $(for trace in self.$name.drain() {
                    StoredTraces::<relations::$relation>::store(to, trace);
                })+
            }
        }

        /// Gives `to` the traces of a relation, by its place, that were written as these bytes.
        pub(super) fn read_traces<T>(place: usize, bytes: &[u8], to: &mut T) -> io::Result<()>
        where
            T: $(StoredTraces<relations::$relation> +)+
        {
            $(if place == Places::$name as usize {
                return runs::read(bytes, |trace| StoredTraces::<relations::$relation>::store(to, trace));
            })+
            Err(io::ErrorKind::InvalidData.into())
        }

        /// Keeps of the logs of each relation what is suspect.
        fn settle(parts: &mut [Logs], whole: Whole, threads: NonZero<usize>) -> io::Result<()> {
            $({
                let mut logs: Vec<_> = parts.iter_mut().map(|part| std::mem::take(&mut part.$name)).collect();
                relations::$relation::settle(&mut logs, whole, threads)?;
                for (part, log) in parts.iter_mut().zip(logs) {
                    part.$name = log;
                }
            })+
            Ok(())
        }
    };
}
with_relations!(ledger);

/// Stores traces as they are.
pub(super) trait StoredTraces<R: Relation> {
    fn store(&mut self, trace: R::Trace);
}

/// A part of the traces: those whose keys fall to it. Parts are filled independently of one another.
#[derive(Default)]
pub(super) struct Ledger {
    logs: Logs,
    /// How many traces have been added since it was made or the last were taken.
    traces: usize,
}

impl Ledger {
    /// Empty parts of a ledger, one for each share of the keys.
    pub(super) fn parts() -> Vec<Self> {
        (0..PARTS).map(|_| Self::default()).collect()
    }

    /// Adds a trace to what is here.
    #[expect(clippy::inline_always, reason = "the relation is known where a trace is left")]
    #[inline(always)]
    pub(super) fn add<R: Stored>(&mut self, trace: R::Trace) {
        R::log_mut(&mut self.logs).push(trace);
        self.traces += 1;
    }

    /// How many traces have been added that no other ledger took.
    pub(super) fn traces(&self) -> usize {
        self.traces
    }

    /// Merges all that another ledger holds with what is here; of very much, most is written to the disk. The other is
    /// empty then.
    pub(super) fn take(&mut self, other: &mut Self, runs: &Runs) -> io::Result<()> {
        other.traces = 0;
        self.logs.take(&mut other.logs, runs)
    }

    /// Gives `write` the place of each relation and what is written of its traces, some at a time.
    pub(super) fn write(&mut self, mut write: impl FnMut(usize, &[u8]) -> io::Result<()>) -> io::Result<()> {
        self.logs.write(&mut write)
    }

    /// The ids that records share.
    pub(super) fn twins(&mut self) -> io::Result<HashSet<u64>> {
        let mut shared = HashSet::new();
        Ids::log_mut(&mut self.logs).visit(|ids| {
            shared.extend(ids.iter().filter(|id| id.is_shared()).map(Trace::key));
            Ok(())
        })?;
        Ok(shared)
    }
}

/// What is suspect: what some rule over several records may have something to say about.
pub(crate) struct Index {
    parts: Vec<Logs>,
    /// Of each relation, by its place, whether anything is suspect.
    suspects: [bool; RELATIONS],
    /// The ids that are suspect, if nothing else is: then a look at the ids of a record tells.
    only_ids: Option<HashSet<u64>>,
}

impl Index {
    /// The index of all parts, of which there are a power of two.
    pub(super) fn new(parts: Vec<Ledger>, whole: Whole, threads: NonZero<usize>) -> io::Result<Self> {
        let mut parts: Vec<Logs> = parts.into_iter().map(|part| part.logs).collect();
        settle(&mut parts, whole, threads)?;
        let suspects = suspects(&parts);
        let is_only_ids = suspects.iter().enumerate().all(|(place, any)| place == Ids::PLACE || !any);
        let ids = || parts.iter().flat_map(|part| Ids::log(part).iter()).map(Trace::key).collect();
        let only_ids = is_only_ids.then(ids);
        Ok(Self { parts, suspects, only_ids })
    }

    /// Whether anything is suspect.
    pub(super) fn has_suspects(&self) -> bool {
        self.suspects.contains(&true)
    }

    /// Whether a record that holds these leaves may be in a suspect group.
    pub(super) fn may_be_suspect(&self, leaves: &[Leaf]) -> bool {
        let is_suspect = |ids: &HashSet<u64>| leaves.iter().any(|leaf| ids.contains(&IdTrace::key_of(leaf.value)));
        self.only_ids.as_ref().is_none_or(is_suspect)
    }

    /// All traces with this key that are suspect.
    pub(super) fn suspects<R: Stored>(&self, key: u64) -> impl Iterator<Item = &R::Trace> {
        R::log(&self.parts[part_of(key, self.parts.len())]).all(key)
    }

    /// What is suspect of the traces that have this key.
    pub(super) fn suspect<R: Stored>(&self, key: u64) -> Option<&R::Trace> {
        R::log(&self.parts[part_of(key, self.parts.len())]).get(key)
    }
}

/// The first record of each id that several have, by where it begins.
#[derive(Default)]
pub(super) struct Twins(HashMap<u64, Option<(usize, usize)>>);

impl Twins {
    pub(super) fn of(ids: impl IntoIterator<Item = HashSet<u64>>) -> Self {
        Self(ids.into_iter().flatten().map(|id| (id, None)).collect())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn has(&self, id: u64) -> bool {
        self.0.contains_key(&IdTrace::key_of(id))
    }

    /// A record that begins here has this id.
    pub(super) fn meet(&mut self, id: u64, start: (usize, usize)) {
        if let Some(first) = self.0.get_mut(&IdTrace::key_of(id)) {
            *first = Some(first.map_or(start, |first| first.min(start)));
        }
    }

    /// Whether the record that begins here is the first with this id.
    pub(super) fn is_first(&self, id: u64, start: (usize, usize)) -> bool {
        self.0.get(&IdTrace::key_of(id)).is_none_or(|first| first.is_none_or(|first| first == start))
    }
}
