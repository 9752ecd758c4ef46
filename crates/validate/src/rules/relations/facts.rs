//! What records say, whatever it rests on.

use std::{io, num::NonZero};

use serde::{Deserialize, Serialize};
use standpoint_model::{
    Edtf, Estimate, EventType, Id, Kind, Measure, Participant, Place, Record, RelationshipType, Text,
};

use crate::{
    dataset::entry::Entry,
    recognise::{Days, Sketch, Slot},
    rules::{
        log::{Log, part_of},
        relation::{Hasher, Relation, Traces},
        trace::{Trace, Whole},
    },
    share::share,
};

/// Records that say the same, and beside events what is counted of them.
pub(crate) struct Facts;

/// A fact and the id of a record that says it. Once all are settled: that another says it too, by the fact and by the id.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(crate) struct FactTrace {
    key: u64,
    other: u64,
}

impl Trace for FactTrace {
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

    /// It is by its id that an event is joined.
    fn group(&self) -> u64 {
        self.other
    }
}

/// What a record says, whatever it rests on.
#[derive(PartialEq, Eq, Hash)]
pub(crate) enum Fact<'a> {
    Event(EventType, &'a Text, Option<&'a Edtf>, &'a [Id<Place>], &'a [Participant]),
    Relationship([&'a str; 2], RelationshipType, Option<&'a Edtf>, Option<&'a Text>),
    Interest(&'a str, &'a Text),
    Observation(&'a str, Measure, Option<&'a Text>, &'a Estimate, Option<&'a Edtf>),
    Statement(&'a str, &'a Text, Option<&'a Edtf>),
}

impl<'a> Fact<'a> {
    /// What a record says, if it is of a kind that says anything.
    pub(crate) fn of(record: &'a Record) -> Option<Self> {
        match record {
            Record::Dataset(_) | Record::Source(_) | Record::Actor(_) | Record::Place(_) => None,
            Record::Event(event) => {
                Some(Self::Event(event.r#type, &event.title, event.when.as_ref(), &event.places, &event.participants))
            }
            Record::Relationship(tie) => {
                let mut ends = [tie.subject.as_str(), tie.object.as_str()];
                if tie.r#type.rule().symmetric {
                    ends.sort_unstable();
                }
                Some(Self::Relationship(ends, tie.r#type, tie.when.as_ref(), tie.description.as_ref()))
            }
            Record::Interest(interest) => Some(Self::Interest(interest.actor.as_str(), &interest.summary)),
            Record::Observation(observation) => Some(Self::Observation(
                observation.about.as_str(),
                observation.measure,
                observation.population.as_ref(),
                &observation.value,
                observation.when.as_ref(),
            )),
            Record::Statement(statement) => {
                Some(Self::Statement(statement.about.as_str(), &statement.text, statement.when.as_ref()))
            }
        }
    }
}

/// A fact as hashes: the same numbers, whether they come from values or from a sketch.
#[derive(Hash)]
struct Hashed {
    kind: u8,
    /// The type of an event or a tie, the measure of an observation.
    word: usize,
    text: u64,
    when: Option<(i32, i32)>,
    /// The sum of all ids that matter, whatever their order.
    ids: u64,
    population: Option<u64>,
    figures: [Option<u64>; 3],
}

/// Both ends of a tie as one number, which is the same if they are exchanged where the tie is symmetric.
fn ends_of(r#type: RelationshipType, [subject, object]: [u64; 2]) -> u64 {
    let turned = if r#type.rule().symmetric { 0 } else { 32 };
    subject.rotate_left(turned).wrapping_add(object)
}

impl Relation for Facts {
    type Key<'a> = Fact<'a>;
    type Trace = FactTrace;

    fn keys<'a>(entry: &'a Entry, visit: &mut dyn FnMut(Fact<'a>)) {
        if let Some(fact) = Fact::of(&entry.record) {
            visit(fact);
        }
    }

    fn beside(entry: &Entry) -> Option<&str> {
        match &entry.record {
            Record::Observation(observation) if observation.about.kind() == Kind::Event => {
                Some(observation.about.as_str())
            }
            _ => None,
        }
    }

    fn hash(key: &Fact<'_>, hasher: &Hasher) -> u64 {
        let days = |when: Option<&Edtf>| when.map(Days::of).map(|days| (days.first, days.last));
        let nothing = Hashed { kind: 0, word: 0, text: 0, when: None, ids: 0, population: None, figures: [None; 3] };
        let parts = match key {
            Fact::Event(r#type, title, when, places, participants) => {
                let places = places.iter().map(Id::as_str);
                let ids = places.chain(participants.iter().map(|participant| participant.actor.as_str()));
                Hashed {
                    kind: Kind::Event as u8,
                    word: *r#type as usize,
                    text: hasher.text(title.as_str()),
                    when: days(*when),
                    ids: ids.fold(0, |sum: u64, id| sum.wrapping_add(hasher.text(id))),
                    ..nothing
                }
            }
            Fact::Relationship(ends, r#type, when, description) => Hashed {
                kind: Kind::Relationship as u8,
                word: *r#type as usize,
                text: description.map_or(0, |text| hasher.text(text.as_str())),
                when: days(*when),
                ids: ends_of(*r#type, ends.map(|end| hasher.text(end))),
                ..nothing
            },
            Fact::Interest(actor, summary) => Hashed {
                kind: Kind::Interest as u8,
                text: hasher.text(summary.as_str()),
                ids: hasher.text(actor),
                ..nothing
            },
            Fact::Observation(about, measure, population, value, when) => {
                let figure = |count: Option<standpoint_model::Count>| count.map(standpoint_model::Count::get);
                Hashed {
                    kind: Kind::Observation as u8,
                    word: *measure as usize,
                    when: days(*when),
                    ids: hasher.text(about),
                    population: population.map(|of| hasher.text(of.as_str())),
                    figures: [value.low(), value.best(), value.high()].map(figure),
                    ..nothing
                }
            }
            Fact::Statement(about, text, when) => Hashed {
                kind: Kind::Statement as u8,
                text: hasher.text(text.as_str()),
                when: days(*when),
                ids: hasher.text(about),
                ..nothing
            },
        };
        hasher.of(parts)
    }

    fn trace(sketch: &Sketch, hasher: &Hasher, to: &mut impl Traces<Self>) {
        let Some(kind) = sketch.kind else { return };
        let nothing =
            Hashed { kind: kind as u8, word: 0, text: 0, when: None, ids: 0, population: None, figures: [None; 3] };
        let when = sketch.when.map(|days| (days.first, days.last));
        let field = |slot| sketch.field(slot).unwrap_or_default();
        let parts = match kind {
            Kind::Dataset | Kind::Source | Kind::Actor | Kind::Place => return,
            Kind::Event => {
                let parties = sketch.parties.iter().map(|party| party.actor);
                Hashed {
                    word: sketch.r#type.unwrap_or_default(),
                    text: sketch.title,
                    when,
                    ids: sketch.items(Slot::Place).chain(parties).fold(0, u64::wrapping_add),
                    ..nothing
                }
            }
            Kind::Relationship => {
                let Some(r#type) = sketch.relationship_type() else { return };
                Hashed {
                    word: r#type as usize,
                    text: sketch.text,
                    when,
                    ids: ends_of(r#type, [field(Slot::Subject), field(Slot::Object)]),
                    ..nothing
                }
            }
            Kind::Interest => Hashed { text: sketch.text, ids: field(Slot::Actor), ..nothing },
            Kind::Observation => Hashed {
                word: sketch.measure.map_or(0, |measure| measure as usize),
                when,
                ids: field(Slot::About),
                population: sketch.population,
                figures: sketch.figures(),
                ..nothing
            },
            Kind::Statement => Hashed { text: sketch.text, when, ids: field(Slot::About), ..nothing },
        };
        let fact = hasher.of(parts);
        to.leave(fact, FactTrace { key: fact, other: sketch.own });
        if let Some(event) = sketch.counted_event() {
            to.join(event);
        }
    }

    fn settle(parts: &mut [Log<FactTrace>], _: Whole, threads: NonZero<usize>) -> io::Result<()> {
        // Each is of a record of its own.
        let again = |traces: &mut Vec<FactTrace>| {
            if traces.len() == 1 {
                traces.clear();
            }
        };
        share(threads, &mut *parts, |part| part.retain(again)).into_iter().collect::<io::Result<()>>()?;
        let facts: Vec<FactTrace> = parts.iter().flat_map(Log::iter).copied().collect();
        for FactTrace { key: fact, other: id } in facts {
            parts[part_of(id, parts.len())].push(FactTrace { key: id, other: fact });
        }
        share(threads, parts, Log::merge);
        Ok(())
    }
}
