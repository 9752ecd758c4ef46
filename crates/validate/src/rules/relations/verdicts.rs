//! What is decided of the identity of records, by whatever detour.

use std::{io, num::NonZero};

use hashbrown::{HashMap, HashSet};
use serde::{Deserialize, Serialize};
use standpoint_model::{ActorType, Kind, Record, RelationshipType, Verdict};

use crate::{
    dataset::entry::Entry,
    recognise::{Sketch, Slot},
    rules::{
        log::Log,
        relation::{Hasher, Relation, Traces},
        trace::{Trace, Whole},
    },
    share::share,
};

/// All that says whether records are one thing: the identities of the verdicts `same` and `different`, the relationships that
/// only two can have, and which actors are persons. It makes a single group: what is the same as what is the same is the same.
pub(crate) struct Verdicts;

/// What is said of one record, or of two. Once all are settled: that a record is among those of which it does not fit.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(crate) struct VerdictTrace {
    member: u64,
    other: u64,
    said: Said,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
enum Said {
    Same,
    /// The same, and no evidence of it.
    SameUnproved,
    Different,
    /// One has a relationship with the other.
    Related,
    /// It is a person.
    Person,
    /// It is an actor, and no person.
    Body,
}

impl Trace for VerdictTrace {
    fn key(&self) -> u64 {
        self.member
    }

    fn order(&self) -> u64 {
        // All that is said of two is kept.
        self.other.rotate_left(self.said as u32)
    }

    fn merge(&mut self, _: Self) {}

    fn is_suspect(&self, _: Whole) -> bool {
        true
    }
}

/// Whether only two can have such a relationship. What came of another may be in question as to whether it is still the same.
pub(crate) fn takes_two(r#type: RelationshipType) -> bool {
    !matches!(r#type, RelationshipType::SuccessorOf | RelationshipType::MergedInto | RelationshipType::SplitFrom)
}

/// Whether actors of a type are persons. Nobody knows that of a label.
pub(crate) fn is_person(r#type: ActorType) -> Option<bool> {
    (r#type != ActorType::UnexpandedLabel).then_some(r#type == ActorType::Individual)
}

impl Relation for Verdicts {
    type Key<'a> = ();
    type Trace = VerdictTrace;
    const LOOKS_AT_ONE: bool = true;

    fn keys(entry: &Entry, visit: &mut dyn FnMut(())) {
        let is_in = match &entry.record {
            Record::Identity(identity) => identity.status.is_current() && identity.verdict != Verdict::Unsure,
            Record::Relationship(tie) => tie.status.is_current() && takes_two(tie.r#type),
            Record::Actor(actor) => actor.status.is_current() && is_person(actor.r#type).is_some(),
            _ => false,
        };
        if is_in {
            visit(());
        }
    }

    fn hash((): &(), _: &Hasher) -> u64 {
        0
    }

    fn trace(sketch: &Sketch, _: &Hasher, to: &mut impl Traces<Self>) {
        let mut leave = |member, other, said| to.leave(0, VerdictTrace { member, other, said });
        match sketch.kind {
            Some(Kind::Actor) if sketch.is_current() => {
                if let Some(is_person) = sketch.actor_type().and_then(is_person) {
                    leave(sketch.own, 0, if is_person { Said::Person } else { Said::Body });
                }
            }
            Some(Kind::Relationship) if sketch.is_current() && sketch.relationship_type().is_some_and(takes_two) => {
                if let (Some(subject), Some(object)) = (sketch.field(Slot::Subject), sketch.field(Slot::Object)) {
                    leave(subject, object, Said::Related);
                }
            }
            Some(Kind::Identity) if sketch.is_current() => {
                let said = match sketch.verdict {
                    Some(Verdict::Same) if sketch.citations.is_empty() => Said::SameUnproved,
                    Some(Verdict::Same) => Said::Same,
                    Some(Verdict::Different) => Said::Different,
                    Some(Verdict::Unsure) | None => return,
                };
                let mut members = sketch.items(Slot::Member);
                let Some(first) = members.next() else { return };
                members.for_each(|other| leave(first, other, said));
            }
            _ => {}
        }
    }

    /// Identities are few beside actors and relationships: only they are in memory all at once.
    fn settle(parts: &mut [Log<VerdictTrace>], _: Whole, threads: NonZero<usize>) -> io::Result<()> {
        let mut verdicts = Vec::new();
        each(parts, |trace| {
            if matches!(trace.said, Said::Same | Said::SameUnproved | Said::Different) {
                verdicts.push(*trace);
            }
        })?;
        let mut ones = Ones::default();
        for verdict in verdicts.iter().filter(|verdict| verdict.said != Said::Different) {
            ones.join(verdict.member, verdict.other);
        }
        let ones = ones.settled();
        let one = |thing: u64| ones.get(&thing).copied();
        // A record that is named twice is one with itself, whatever makes others one.
        let one_or_itself = |thing: u64| one(thing).unwrap_or(thing);
        let both =
            |trace: &VerdictTrace| Some(one_or_itself(trace.member)).filter(|this| one_or_itself(trace.other) == *this);
        let (mut torn, mut persons, mut bodies) = (HashSet::new(), HashSet::new(), HashSet::new());
        each(parts, |trace| match trace.said {
            Said::Different | Said::Related => torn.extend(both(trace)),
            Said::Person => persons.extend(one(trace.member)),
            Said::Body => bodies.extend(one(trace.member)),
            Said::Same | Said::SameUnproved => {}
        })?;
        let unproved = verdicts.iter().filter(|verdict| verdict.said == Said::SameUnproved);
        torn.extend(unproved.filter_map(|verdict| one(verdict.member)).filter(|this| persons.contains(this)));
        torn.extend(persons.intersection(&bodies));
        let is_torn = |trace: &VerdictTrace| torn.contains(&one_or_itself(trace.member));
        let keep = |traces: &mut Vec<VerdictTrace>| traces.retain(is_torn);
        share(threads, parts, |part| part.retain(keep)).into_iter().collect()
    }
}

/// Gives `visit` all traces.
fn each(parts: &mut [Log<VerdictTrace>], mut visit: impl FnMut(&VerdictTrace)) -> io::Result<()> {
    parts.iter_mut().try_for_each(|part| {
        part.visit(|traces| {
            traces.iter().for_each(&mut visit);
            Ok(())
        })
    })
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

    /// What stands for each of the things that are one with another.
    fn settled(mut self) -> HashMap<T, T> {
        let things: HashSet<T> = self.0.iter().flat_map(|(thing, next)| [*thing, *next]).collect();
        things.into_iter().map(|thing| (thing, self.one(thing))).collect()
    }
}
