//! What leads from one record to the next.

use std::{borrow::Cow, io, num::NonZero};

use hashbrown::{HashMap, HashSet};
use serde::{Deserialize, Serialize};
use standpoint_model::{Condition, ConditionType, Id, Kind, Match, Record, RelationshipType};

use crate::{
    dataset::entry::Entry,
    recognise::{Sketch, Slot},
    rules::{
        log::{Log, part_of},
        relation::{Hasher, Relation, Traces},
        relations::ties::is_one_way,
        trace::{Trace, Whole},
    },
};

/// All that may lead back to where it began: the events that follow others, what is part of other things or depends on them,
/// the places that lie within others, the sources that report others, the positions that answer others, the actors that are
/// the part, the branch or the offspring of others. That is no matter of two records or three, so each makes a single group.
pub(crate) struct Chains;

/// What leads from one record to the next: a field of the first, or a tie of a type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Lead {
    Follows,
    PartOf,
    Within,
    Reports,
    Answers,
    Condition,
    Tie(RelationshipType),
}

impl Lead {
    const FIELDS: [(Self, Slot); 5] = [
        (Self::Follows, Slot::Follows),
        (Self::PartOf, Slot::PartOf),
        (Self::Within, Slot::Within),
        (Self::Reports, Slot::Report),
        (Self::Answers, Slot::Answered),
    ];

    /// The key of what leads on so from what has this id.
    fn key(self, id: u64) -> u64 {
        id.rotate_left(self.number() * 7)
    }

    fn number(self) -> u32 {
        match self {
            Self::Follows => 0,
            Self::PartOf => 1,
            Self::Within => 2,
            Self::Reports => 3,
            Self::Answers => 4,
            Self::Condition => 5,
            Self::Tie(r#type) => 6 + r#type as u32,
        }
    }
}

/// A field, or an item of a list, that leads from a record to the next.
pub(crate) struct Step<'a> {
    pub(crate) lead: Lead,
    pub(crate) to: &'a str,
    pub(crate) pointer: Cow<'static, str>,
}

/// Gives `visit` the steps that lead on from a record by a field.
pub(crate) fn steps<'a>(record: &'a Record, mut visit: impl FnMut(Step<'a>)) {
    fn one<'a, K>(lead: Lead, field: &'static str, id: Option<&'a Id<K>>, visit: &mut impl FnMut(Step<'a>)) {
        if let Some(id) = id {
            visit(Step { lead, to: id.as_str(), pointer: field.into() });
        }
    }
    fn each<'a, K>(lead: Lead, list: &str, ids: &'a [Id<K>], visit: &mut impl FnMut(Step<'a>)) {
        for (index, id) in ids.iter().enumerate() {
            visit(Step { lead, to: id.as_str(), pointer: format!("{list}/{index}").into() });
        }
    }
    match record {
        Record::Event(event) => {
            each(Lead::Follows, "/follows", &event.follows, &mut visit);
            one(Lead::PartOf, "/part_of", event.part_of.as_ref(), &mut visit);
        }
        Record::Place(place) => one(Lead::Within, "/within", place.within.as_ref(), &mut visit),
        Record::Source(source) => each(Lead::Reports, "/reports", &source.reports, &mut visit),
        Record::Issue(issue) => one(Lead::PartOf, "/part_of", issue.part_of.as_ref(), &mut visit),
        Record::Position(position) => {
            each(Lead::Answers, "/answers", &position.answers, &mut visit);
            one(Lead::PartOf, "/part_of", position.part_of.as_ref(), &mut visit);
        }
        Record::Observation(observation) => one(Lead::PartOf, "/part_of", observation.part_of.as_ref(), &mut visit),
        _ => {}
    }
}

/// That one record leads to another. Once all are settled: that the first one is on a way that leads back, or leads into one.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(crate) struct ChainTrace {
    from: u64,
    to: u64,
}

impl Trace for ChainTrace {
    fn key(&self) -> u64 {
        self.from
    }

    fn order(&self) -> u64 {
        self.to
    }

    fn merge(&mut self, _: Self) {}

    fn is_suspect(&self, _: Whole) -> bool {
        true
    }
}

/// Whether a record cannot come about before what its condition names. What is `mutual` or comes along with it can; and of
/// several of which any one is enough, nobody knows which it waits for.
pub(crate) fn needs(condition: &Condition) -> bool {
    is_before(condition.r#type) && (condition.r#match == Match::All || condition.on.len() == 1)
}

/// A condition of this type is on something that comes before.
fn is_before(r#type: ConditionType) -> bool {
    matches!(r#type, ConditionType::After | ConditionType::If | ConditionType::EnabledBy)
}

impl Relation for Chains {
    type Key<'a> = Lead;
    type Trace = ChainTrace;

    fn keys(entry: &Entry, visit: &mut dyn FnMut(Lead)) {
        // A record that names itself is no matter of chains.
        let is_other = |next: &str| next != entry.record.id();
        let mut triggers = entry.record.conditions().iter().filter(|condition| needs(condition)).flat_map(|of| &of.on);
        if triggers.any(|trigger| is_other(trigger.as_str())) {
            visit(Lead::Condition);
        }
        steps(&entry.record, |step| {
            if is_other(step.to) {
                visit(step.lead);
            }
        });
        if let Record::Relationship(tie) = &entry.record
            && is_one_way(tie.r#type)
            && tie.subject.as_str() != tie.object.as_str()
        {
            visit(Lead::Tie(tie.r#type));
        }
    }

    fn hash(key: &Lead, _: &Hasher) -> u64 {
        key.number().into()
    }

    fn trace(sketch: &Sketch, _: &Hasher, to: &mut impl Traces<Self>) {
        let mut leave = |lead: Lead, from: u64, next: u64| {
            if from != next {
                to.leave(lead.number().into(), ChainTrace { from: lead.key(from), to: lead.key(next) });
            }
        };
        match sketch.kind {
            Some(Kind::Event | Kind::Place | Kind::Position | Kind::Source | Kind::Issue | Kind::Observation) => {
                for (lead, slot) in Lead::FIELDS {
                    sketch.items(slot).chain(sketch.field(slot)).for_each(|next| leave(lead, sketch.own, next));
                }
                for (_, trigger) in sketch.triggers().filter(|(r#type, _)| r#type.is_some_and(is_before)) {
                    leave(Lead::Condition, sketch.own, trigger);
                }
            }
            Some(Kind::Relationship) => {
                if let Some(r#type) = sketch.relationship_type().filter(|r#type| is_one_way(*r#type))
                    && let (Some(subject), Some(object)) = (sketch.field(Slot::Subject), sketch.field(Slot::Object))
                {
                    leave(Lead::Tie(r#type), subject, object);
                }
            }
            _ => {}
        }
    }

    fn settle(parts: &mut [Log<ChainTrace>], _: Whole, _: NonZero<usize>) -> io::Result<()> {
        let mut leads = Vec::new();
        for part in &mut *parts {
            part.retain(|traces| leads.extend(traces.drain(..).map(|trace| [trace.from, trace.to])))?;
        }
        for id in on_cycles(leads) {
            parts[part_of(id, parts.len())].push(ChainTrace { from: id, to: 0 });
        }
        parts.iter_mut().for_each(Log::merge);
        Ok(())
    }
}

/// The ids that lie on a cycle of leads, or lead into one.
fn on_cycles(mut leads: Vec<[u64; 2]>) -> Vec<u64> {
    leads.retain(|[one, other]| one != other);
    // What leads to an end is on no cycle. Mostly that is true of most leads, and then of most that are left.
    loop {
        let from: HashSet<u64> = leads.iter().map(|[one, _]| *one).collect();
        let before = leads.len();
        leads.retain(|[_, other]| from.contains(other));
        if leads.len() == before {
            return from.into_iter().collect();
        }
        if leads.len() > before / 2 {
            return unravelled(leads);
        }
    }
}

/// As [`on_cycles`], of long chains: end by end.
fn unravelled(mut leads: Vec<[u64; 2]>) -> Vec<u64> {
    leads.sort_unstable_by_key(|[_, other]| *other);
    let mut from: HashMap<u64, usize> = HashMap::with_capacity(leads.len());
    for [one, _] in &leads {
        *from.entry(*one).or_default() += 1;
    }
    let mut ends: Vec<u64> = leads.iter().map(|[_, other]| *other).filter(|id| !from.contains_key(id)).collect();
    ends.dedup();
    while let Some(end) = ends.pop() {
        let first = leads.partition_point(|[_, other]| *other < end);
        for [one, _] in leads[first..].iter().take_while(|[_, other]| *other == end) {
            if let Some(left) = from.get_mut(one) {
                *left -= 1;
                if *left == 0 {
                    from.remove(one);
                    ends.push(*one);
                }
            }
        }
    }
    from.into_keys().collect()
}
