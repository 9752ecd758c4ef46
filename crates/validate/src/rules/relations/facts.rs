//! What records say, whatever it rests on.

use std::{io, num::NonZero};

use standpoint_model::{
    Actor, Amount, Edtf, Estimate, EventPlace, EventType, Id, Kind, Measure, Participant, PositionForm, Record,
    RelationshipType, Text, Unit,
};

use crate::{
    dataset::entry::Entry,
    recognise::{Days, Sketch, Slot, ordered},
    rules::{
        log::Log,
        relation::{Hasher, Relation, Traces},
        relations::shared::{self, Shared, join_members, visit_members},
        trace::Whole,
    },
};

/// Records that say the same; beside events what is counted of them, and beside all what is decided of their identity.
pub(crate) struct Facts;

/// What is counted, of whom, and in what unit.
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct Counted<'a> {
    measure: Measure,
    unit: Option<&'a Unit>,
    of: &'a [Id<Actor>],
    population: Option<&'a Text>,
}

/// What a record says, whatever it rests on.
#[derive(PartialEq, Eq, Hash)]
pub(crate) enum Fact<'a> {
    Event(EventType, &'a Text, Option<&'a Edtf>, &'a [EventPlace], &'a [Participant]),
    Relationship([&'a str; 2], RelationshipType, Option<&'a Edtf>, Option<&'a Text>),
    Interest(&'a str, &'a Text),
    Issue(&'a Text),
    Position(PositionForm, &'a Text, &'a [Id<Actor>], Option<&'a str>, Option<&'a Edtf>),
    Observation(&'a str, Counted<'a>, &'a Estimate, Option<&'a Edtf>),
    Statement(&'a str, &'a Text, Option<&'a Edtf>),
}

impl<'a> Fact<'a> {
    /// What a record says, if it is of a kind that says anything.
    pub(crate) fn of(record: &'a Record) -> Option<Self> {
        match record {
            Record::Dataset(_) | Record::Source(_) | Record::Actor(_) | Record::Place(_) | Record::Identity(_) => None,
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
            Record::Interest(interest) => {
                // The summary says it, where the title does not say all.
                Some(Self::Interest(interest.actor.as_str(), interest.summary.as_ref().unwrap_or(&interest.title)))
            }
            Record::Issue(issue) => Some(Self::Issue(&issue.title)),
            Record::Position(position) => Some(Self::Position(
                position.form,
                &position.text,
                &position.holders,
                position.r#in.as_ref().map(Id::as_str),
                position.when.as_ref(),
            )),
            Record::Observation(observation) => {
                let counted = Counted {
                    measure: observation.measure,
                    unit: observation.unit.as_ref(),
                    of: &observation.of,
                    population: observation.population.as_ref(),
                };
                let (about, when) = (observation.about.as_str(), observation.when.as_ref());
                Some(Self::Observation(about, counted, &observation.value, when))
            }
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
    unit: Option<u64>,
    figures: [Option<u64>; 3],
}

impl Hashed {
    const fn of(kind: Kind) -> Self {
        let figures = [None; 3];
        Self { kind: kind as u8, word: 0, text: 0, when: None, ids: 0, population: None, unit: None, figures }
    }
}

/// The sum of ids, whatever their order.
fn sum(ids: impl Iterator<Item = u64>) -> u64 {
    ids.fold(0, u64::wrapping_add)
}

/// The lowest, the best and the highest figure, as a sketch has them.
pub(crate) fn amounts(value: &Estimate) -> [Option<u64>; 3] {
    [value.low(), value.best(), value.high()].map(|amount| amount.map(Amount::get).map(ordered))
}

/// Both ends of a tie as one number, which is the same if they are exchanged where the tie is symmetric.
fn ends_of(r#type: RelationshipType, [subject, object]: [u64; 2]) -> u64 {
    let turned = if r#type.rule().symmetric { 0 } else { 32 };
    subject.rotate_left(turned).wrapping_add(object)
}

impl Relation for Facts {
    type Key<'a> = Fact<'a>;
    type Trace = Shared;

    fn keys<'a>(entry: &'a Entry, visit: &mut dyn FnMut(Fact<'a>)) {
        if let Some(fact) = Fact::of(&entry.record) {
            visit(fact);
        }
    }

    fn beside<'a>(entry: &'a Entry, visit: &mut dyn FnMut(&'a str)) {
        match &entry.record {
            Record::Observation(observation) if observation.about.kind() == Kind::Event => {
                visit(observation.about.as_str());
            }
            Record::Identity(identity) => visit_members(identity, visit),
            _ => {}
        }
    }

    fn hash(key: &Fact<'_>, hasher: &Hasher) -> u64 {
        let days = |when: Option<&Edtf>| when.map(Days::of).map(|days| (days.first, days.last));
        let text = |text: &Text| hasher.text(text.as_str());
        let parts = match key {
            Fact::Event(r#type, title, when, places, participants) => {
                let places = places.iter().map(|place| place.place.as_str());
                let ids = places.chain(participants.iter().map(|participant| participant.actor.as_str()));
                Hashed {
                    word: *r#type as usize,
                    text: text(title),
                    when: days(*when),
                    ids: sum(ids.map(|id| hasher.text(id))),
                    ..Hashed::of(Kind::Event)
                }
            }
            Fact::Relationship(ends, r#type, when, description) => Hashed {
                word: *r#type as usize,
                text: description.map_or(0, text),
                when: days(*when),
                ids: ends_of(*r#type, ends.map(|end| hasher.text(end))),
                ..Hashed::of(Kind::Relationship)
            },
            Fact::Interest(actor, words) => {
                Hashed { text: text(words), ids: hasher.text(actor), ..Hashed::of(Kind::Interest) }
            }
            Fact::Issue(title) => Hashed { text: text(title), ..Hashed::of(Kind::Issue) },
            Fact::Position(form, words, holders, event, when) => Hashed {
                word: *form as usize,
                text: text(words),
                when: days(*when),
                ids: sum(holders.iter().map(Id::as_str).chain(*event).map(|id| hasher.text(id))),
                ..Hashed::of(Kind::Position)
            },
            Fact::Observation(about, Counted { measure, unit, of, population }, value, when) => Hashed {
                word: *measure as usize,
                when: days(*when),
                ids: sum(of.iter().map(Id::as_str).chain([*about]).map(|id| hasher.text(id))),
                population: population.map(text),
                unit: unit.map(|unit| hasher.text(unit.as_str())),
                figures: amounts(value),
                ..Hashed::of(Kind::Observation)
            },
            Fact::Statement(about, words, when) => {
                Hashed { text: text(words), when: days(*when), ids: hasher.text(about), ..Hashed::of(Kind::Statement) }
            }
        };
        hasher.of(parts)
    }

    fn trace(sketch: &Sketch, hasher: &Hasher, to: &mut impl Traces<Self>) {
        let Some(kind) = sketch.kind else { return };
        let when = sketch.when.map(|days| (days.first, days.last));
        let field = |slot| sketch.field(slot).unwrap_or_default();
        let text = sketch.text.unwrap_or_default();
        let parts = match kind {
            Kind::Identity => return join_members(sketch, to),
            Kind::Dataset | Kind::Source | Kind::Actor | Kind::Place => return,
            Kind::Event => {
                let places = sketch.places.iter().map(|place| place.place);
                Hashed {
                    word: sketch.r#type.unwrap_or_default(),
                    text: sketch.title,
                    when,
                    ids: sum(places.chain(sketch.parties.iter().map(|party| party.actor))),
                    ..Hashed::of(kind)
                }
            }
            Kind::Relationship => {
                let Some(r#type) = sketch.relationship_type() else { return };
                let ids = ends_of(r#type, [field(Slot::Subject), field(Slot::Object)]);
                Hashed { word: r#type as usize, text, when, ids, ..Hashed::of(kind) }
            }
            Kind::Interest => {
                let text = sketch.text.unwrap_or(sketch.title);
                Hashed { text, ids: field(Slot::Actor), ..Hashed::of(kind) }
            }
            Kind::Issue => Hashed { text: sketch.title, ..Hashed::of(kind) },
            Kind::Position => Hashed {
                word: sketch.form.map_or(0, |form| form as usize),
                text,
                when,
                ids: sum(sketch.items(Slot::HolderOfPosition).chain(sketch.field(Slot::In))),
                ..Hashed::of(kind)
            },
            Kind::Observation => Hashed {
                word: sketch.measure.map_or(0, |measure| measure as usize),
                when,
                ids: sum(sketch.items(Slot::Counted).chain(sketch.field(Slot::About))),
                population: sketch.population,
                unit: sketch.unit,
                figures: sketch.figures(),
                ..Hashed::of(kind)
            },
            Kind::Statement => Hashed { text, when, ids: field(Slot::About), ..Hashed::of(kind) },
        };
        let fact = hasher.of(parts);
        to.leave(fact, Shared::new(fact, sketch.own));
        if let Some(event) = sketch.counted_event() {
            to.join(event);
        }
    }

    fn settle(parts: &mut [Log<Shared>], _: Whole, threads: NonZero<usize>) -> io::Result<()> {
        shared::settle(parts, threads)
    }
}
