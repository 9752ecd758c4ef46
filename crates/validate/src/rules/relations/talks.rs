//! Who takes part in talks and agreements, whose positions are taken in them, and who answers these.

use std::{io, num::NonZero};

use serde::{Deserialize, Serialize};
use standpoint_model::{EventType, Kind, PositionForm, Record};

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

/// An event and the positions that are in it; a position and those that answer it.
pub(crate) struct Talks;

/// What is known of an actor and an event, or of an actor and a position. Once all are settled: that somebody takes part who
/// should not, or the reverse, by the event or the position.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(crate) struct TalkTrace {
    key: u64,
    /// The event or the position.
    about: u64,
    part: Part,
    /// Only who takes part can do what the actor is said to do: hold a position in the event, withdraw the position.
    needs_part: bool,
    /// Only who takes no part can do it: accept or refuse the position.
    needs_none: bool,
}

/// Whether the actor has a part in the event, or holds the position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
enum Part {
    No,
    /// Several records have the id, and rules believe the first.
    Perhaps,
    Yes,
}

impl TalkTrace {
    const fn of(about: u64, key: u64) -> Self {
        Self { key, about, part: Part::No, needs_part: false, needs_none: false }
    }
}

/// Stands for all those who have agreed on something, whoever they are: they take part in what agreements are made in.
const WHOEVER: u64 = 0;

impl Trace for TalkTrace {
    fn key(&self) -> u64 {
        self.key
    }

    fn merge(&mut self, other: Self) {
        self.part = self.part.max(other.part);
        self.needs_part |= other.needs_part;
        self.needs_none |= other.needs_none;
    }

    fn is_suspect(&self, _: Whole) -> bool {
        (self.needs_part && self.part != Part::Yes) || (self.needs_none && self.part != Part::No)
    }

    fn group(&self) -> u64 {
        self.about
    }

    fn untrusted(self) -> Self {
        Self { part: self.part.min(Part::Perhaps), ..self }
    }
}

impl Relation for Talks {
    type Key<'a> = &'a str;
    type Trace = TalkTrace;

    fn keys<'a>(entry: &'a Entry, visit: &mut dyn FnMut(&'a str)) {
        match &entry.record {
            Record::Event(event) => visit(event.id.as_str()),
            Record::Position(position) if position.status.is_current() => {
                visit(position.id.as_str());
                if !position.holders.is_empty() || position.form == PositionForm::Agreed {
                    position.r#in.iter().for_each(|event| visit(event.as_str()));
                }
                if !position.holders.is_empty() && position.form.is_answer() {
                    position.answers.iter().for_each(|answered| visit(answered.as_str()));
                }
            }
            _ => {}
        }
    }

    fn hash(key: &&str, hasher: &Hasher) -> u64 {
        hasher.text(key)
    }

    fn trace(sketch: &Sketch, hasher: &Hasher, to: &mut impl Traces<Self>) {
        let mut leave = |about: u64, actor: u64, trace: fn(TalkTrace) -> TalkTrace| {
            to.leave(about, trace(TalkTrace::of(about, hasher.of((about, actor)))));
        };
        let takes_part = |trace| TalkTrace { part: Part::Yes, ..trace };
        let needs_part = |trace| TalkTrace { needs_part: true, ..trace };
        let needs_none = |trace| TalkTrace { needs_none: true, ..trace };
        match sketch.kind {
            Some(Kind::Event) => {
                // In other events positions are so seldom taken that they are better looked at.
                if sketch.event_type().is_some_and(is_talk) {
                    sketch.parties.iter().for_each(|party| leave(sketch.own, party.actor, takes_part));
                }
                if sketch.has_happened() && sketch.event_type().is_some_and(makes_agreements) {
                    leave(sketch.own, WHOEVER, takes_part);
                }
                to.join(sketch.own);
            }
            Some(Kind::Position) if sketch.is_current() => {
                let holders = || sketch.items(Slot::HolderOfPosition);
                holders().for_each(|holder| leave(sketch.own, holder, takes_part));
                if let Some(event) = sketch.field(Slot::In) {
                    holders().for_each(|holder| leave(event, holder, needs_part));
                    if sketch.form == Some(PositionForm::Agreed) {
                        leave(event, WHOEVER, needs_part);
                    }
                }
                if let Some(form) = sketch.form.filter(|form| form.is_answer()) {
                    let needs = if form == PositionForm::Withdrawal { needs_part } else { needs_none };
                    for answered in sketch.items(Slot::Answered) {
                        holders().for_each(|holder| leave(answered, holder, needs));
                    }
                }
                to.join(sketch.own);
            }
            _ => {}
        }
    }

    /// The event or the position itself, which left no trace of the actor that it does not name, joins by its own id.
    fn settle(parts: &mut [Log<TalkTrace>], whole: Whole, threads: NonZero<usize>) -> io::Result<()> {
        let suspects = |traces: &mut Vec<TalkTrace>| traces.retain(|trace| trace.is_suspect(whole));
        share(threads, &mut *parts, |part| part.retain(suspects)).into_iter().collect::<io::Result<()>>()?;
        let suspects: Vec<TalkTrace> = parts.iter().flat_map(Log::iter).copied().collect();
        for trace in suspects {
            parts[part_of(trace.about, parts.len())].push(TalkTrace { key: trace.about, ..trace });
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

/// Whether something can be agreed in events of a type.
pub(crate) fn makes_agreements(r#type: EventType) -> bool {
    is_talk(r#type)
        || matches!(
            r#type,
            EventType::Formation | EventType::Cooperation | EventType::Release | EventType::Promise | EventType::Other
        )
}
