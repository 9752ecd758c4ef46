//! Who takes part in talks and agreements, and whose positions are taken in them.

use std::{io, num::NonZero};

use serde::{Deserialize, Serialize};
use standpoint_model::{EventType, Kind, Record};

use crate::{
    dataset::entry::Entry,
    recognise::{Sketch, Slot},
    rules::{
        log::{Log, part_of},
        relation::{Hasher, Relation, Traces},
        trace::{Trace, Whole},
    },
    share::share,
};

/// An event and the positions that are in it.
pub(crate) struct Talks;

/// What is known of an actor and an event. Once all are settled: that of the positions in an event one has a holder who takes
/// no part, by the event.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(crate) struct TalkTrace {
    key: u64,
    event: u64,
    takes_part: bool,
    holds: bool,
}

impl Trace for TalkTrace {
    fn key(&self) -> u64 {
        self.key
    }

    fn merge(&mut self, other: Self) {
        self.takes_part |= other.takes_part;
        self.holds |= other.holds;
    }

    fn is_suspect(&self, _: Whole) -> bool {
        self.holds && !self.takes_part
    }

    fn group(&self) -> u64 {
        self.event
    }

    fn untrusted(self) -> Self {
        Self { takes_part: false, ..self }
    }
}

impl Relation for Talks {
    type Key<'a> = &'a str;
    type Trace = TalkTrace;

    fn keys<'a>(entry: &'a Entry, visit: &mut dyn FnMut(&'a str)) {
        match &entry.record {
            Record::Event(event) => visit(event.id.as_str()),
            Record::Position(position) if position.status.is_current() && !position.holders.is_empty() => {
                position.r#in.iter().for_each(|event| visit(event.as_str()));
            }
            _ => {}
        }
    }

    fn hash(key: &&str, hasher: &Hasher) -> u64 {
        hasher.text(key)
    }

    fn trace(sketch: &Sketch, hasher: &Hasher, to: &mut impl Traces<Self>) {
        let key = |event: u64, actor: u64| hasher.of((event, actor));
        match sketch.kind {
            Some(Kind::Event) => {
                to.join(sketch.own);
                // In other events positions are so seldom taken that they are better looked at.
                if sketch.event_type().is_some_and(is_talk) {
                    for party in &sketch.parties {
                        let (event, key) = (sketch.own, key(sketch.own, party.actor));
                        to.leave(event, TalkTrace { key, event, takes_part: true, holds: false });
                    }
                }
            }
            Some(Kind::Position) if sketch.is_current() => {
                let Some(event) = sketch.field(Slot::In) else { return };
                for holder in sketch.items(Slot::HolderOfPosition) {
                    let key = key(event, holder);
                    to.leave(event, TalkTrace { key, event, takes_part: false, holds: true });
                }
            }
            _ => {}
        }
    }

    /// The event itself, which left no trace of the holder that it does not name, joins by its own id.
    fn settle(parts: &mut [Log<TalkTrace>], whole: Whole, threads: NonZero<usize>) -> io::Result<()> {
        let suspects = |traces: &mut Vec<TalkTrace>| traces.retain(|trace| trace.is_suspect(whole));
        share(threads, &mut *parts, |part| part.retain(suspects)).into_iter().collect::<io::Result<()>>()?;
        let suspects: Vec<TalkTrace> = parts.iter().flat_map(Log::iter).copied().collect();
        for trace in suspects {
            parts[part_of(trace.event, parts.len())].push(TalkTrace { key: trace.event, ..trace });
        }
        share(threads, parts, Log::merge);
        Ok(())
    }
}

/// Whether positions are taken in events of a type.
fn is_talk(r#type: EventType) -> bool {
    matches!(
        r#type,
        EventType::Agreement
            | EventType::Ceasefire
            | EventType::Negotiation
            | EventType::Meeting
            | EventType::Communication
            | EventType::BreakOff
            | EventType::Process
    )
}
