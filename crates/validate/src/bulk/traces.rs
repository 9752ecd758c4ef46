//! What a record leaves behind for the rules that compare records.

use std::{hash::BuildHasher, ops::Range};

use foldhash::fast::RandomState;
use standpoint_model::{AliasType, Family, Kind, Measure, RelationshipType, SourceType, Stance};

use super::{
    doubt::{before, is_founded, is_killed},
    sketch::{Cited, Sketch, Taken},
};
use crate::{
    fast::{Days, Role},
    rules::place_size,
};

/// Something that a record says, as far as a rule may compare it with what other records say. However traces are
/// merged, in whatever order, the outcome is the same.
#[derive(Debug, Clone, Copy)]
pub(super) enum Trace {
    /// A record has this id.
    Own { id: u64, is: Being, is_current: bool },
    /// A record names this id: one that stands, or as evidence.
    Named { id: u64, by_current: bool, as_evidence: bool },
    /// What has this key is not before `from` and not after `until`.
    Bounded { key: u64, from: i32, until: i32 },
    /// Something about what has this key ended at `first` at the earliest, and something began at `last` at the latest.
    Met { key: u64, first: i32, last: i32 },
    /// What only one record should have.
    Unique { key: u64 },
    /// The name of one actor, which no other should have, nor as an alias.
    Name { key: u64 },
    /// An alias of an actor.
    Alias { key: u64 },
    /// The record with this id holds a posture of one actor towards another, whose pair has this key.
    Posture { key: u64, id: u64 },
    /// A record that holds a posture of the pair with this key contradicts the record with this id.
    Contested { key: u64, id: u64 },
    /// The first of the two says that it contradicts the other.
    Contradicts { ids: [u64; 2] },
    /// The first of the two lies within the other, follows it or is part of it.
    Leads { ids: [u64; 2] },
    /// Something lies in a place and in a country, if it is known in which.
    Enclosed { place: u64, country: u64 },
    /// A place lies in a country, alone or among others.
    Lies { place: u64, country: u64 },
    /// One of two opposite things is said of what has this key, of which only one should be.
    Forth { key: u64 },
    /// The other one is.
    Back { key: u64 },
    /// An actor stands at an end of a tie at which only these types may stand, by their places among all types.
    Tied { actor: u64, types: u16 },
    /// A person is said to have been killed by this day.
    Killed { actor: u64, until: i32 },
    /// An interest of this actor has this rank.
    Ranked { actor: u64, rank: u64 },
    /// Something that a dataset cannot be older than began on this day at the earliest.
    Dated { day: i32 },
    /// The record has to be looked at, whatever others say.
    Odd,
    /// The dataset was last changed on this day at the latest.
    Changed { day: i32 },
    /// The record with this id has to be looked at.
    Suspect { id: u64 },
}

impl Trace {
    /// What a record leaves in place of this if others have its id. The rules take the first of them alone at its word, and
    /// nobody knows here which is the first: so what it says may bring others under suspicion, but clears nobody.
    pub(super) fn of_twin(self, taker: &mut impl Take) {
        match self {
            Self::Bounded { key, .. } => taker.take(Self::Bounded { key, from: i32::MAX - 1, until: i32::MIN }),
            Self::Lies { place, .. } => taker.take(Self::Lies { place, country: 0 }),
            Self::Contradicts { ids } => ids.into_iter().for_each(|id| taker.take(Self::Suspect { id })),
            Self::Contested { .. } => {}
            Self::Ranked { actor, .. } => taker.take(Self::Ranked { actor, rank: u64::MAX }),
            _ => taker.take(self),
        }
    }
}

/// What takes the traces that records leave.
pub(super) trait Take {
    fn take(&mut self, trace: Trace);
}

/// What a record is, as far as other records may ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Being {
    /// It was refused.
    Unknown,
    Actor(u8),
    Place,
    Source,
    Interest,
    Manifest,
    Other,
}

/// The key of the time in which there is what has this id.
pub(super) const fn life(id: u64) -> u64 {
    aspect(id, 1)
}

/// The key of one aspect of what has this id: as good a hash as the id's own.
const fn aspect(id: u64, which: u32) -> u64 {
    id.rotate_left(11 * which + 3)
}

/// The key of what may be cited of a source: spans from 1, where it has a text, to the length of its text.
const fn length_of(source: u64) -> u64 {
    aspect(source, 2)
}

/// The key of whether a source may be quoted: from 1, if it may.
const fn quotes_of(source: u64) -> u64 {
    aspect(source, 3)
}

/// The key of whether a source is of a time at which the years of the Islamic calendar might be taken for its own: at 0.
const fn calendar_of(source: u64) -> u64 {
    aspect(source, 4)
}

/// The key of how large what lies in a place may be.
const fn size_of(place: u64) -> u64 {
    aspect(place, 5)
}

/// From 1200 to 1500, in days since 1970 and with some days more.
const YEARS_OF_THE_ISLAMIC_CALENDAR: Range<i32> = -281_300..-171_600;

/// Draws the traces of records.
pub(super) struct Tracer {
    pub(super) hash: RandomState,
}

/// What a key is a key of, so that the same words in two senses are two keys.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Sense {
    Name,
    Code,
    Digest,
    Url,
    Posture,
    Tie,
    Toll,
    Fact,
    Meeting,
    Rank,
}

impl Tracer {
    fn key<T: std::hash::Hash>(&self, sense: Sense, what: T) -> u64 {
        self.hash.hash_one((sense as u8, what))
    }

    /// Gives `taker` every trace of a record.
    pub(super) fn trace(&self, sketch: &Sketch, taker: &mut impl Take) {
        Self::ids(sketch, taker);
        Self::evidence(sketch, taker);
        Self::times(sketch, taker);
        self.keys(sketch, taker);
        self.ties(sketch, taker);
        Self::places(sketch, taker);
        self.tolls(sketch, taker);
    }

    /// `duplicate-id`, `dangling-reference`, `unreferenced-record`, `uncited-source`, `retracted-reference`,
    /// `one-sided-contradiction`, `event-cycle`, `place-cycle`.
    fn ids(sketch: &Sketch, taker: &mut impl Take) {
        let is = match sketch.kind {
            Some(Kind::Actor) => Being::Actor(sketch.r#type.and_then(|place| u8::try_from(place).ok()).unwrap_or(15)),
            Some(Kind::Place) => Being::Place,
            Some(Kind::Source) => Being::Source,
            Some(Kind::Interest) => Being::Interest,
            Some(Kind::Dataset) => Being::Manifest,
            _ => Being::Other,
        };
        let by_current = sketch.is_current();
        taker.take(Trace::Own { id: sketch.own, is, is_current: by_current });
        for id in sketch.names() {
            taker.take(Trace::Named { id, by_current, as_evidence: false });
        }
        for contradicted in sketch.items(Role::Contradicted) {
            taker.take(Trace::Contradicts { ids: [sketch.own, contradicted] });
        }
        let wholes = sketch.named.iter().filter(|named| matches!(named.role, Role::Within | Role::PartOf));
        for whole in wholes.map(|named| named.id).chain(sketch.items(Role::Follows)) {
            taker.take(Trace::Leads { ids: [sketch.own, whole] });
        }
    }

    /// `span-out-of-bounds`, `unlocated-citation`, `forbidden-quote`, and that sources are cited.
    fn evidence(sketch: &Sketch, taker: &mut impl Take) {
        if sketch.is(Kind::Source) {
            // Spans end at 1 at the earliest; what has no span ends at 0.
            let (from, until) = match sketch.length {
                Some(length) => (1, i32::try_from(length).unwrap_or(i32::MAX - 1)),
                None => (i32::MIN, 0),
            };
            taker.take(Trace::Bounded { key: length_of(sketch.own), from, until });
            let until = i32::from(sketch.is_quotable);
            taker.take(Trace::Bounded { key: quotes_of(sketch.own), from: i32::MIN, until });
        }
        let mut before: Option<&Cited> = None;
        let mut ends = (i32::MAX, i32::MIN);
        for citation in &sketch.citations {
            if before.is_none_or(|before| before.source != citation.source) {
                Self::leave_spans(before, ends, taker);
                taker.take(Trace::Named { id: citation.source, by_current: sketch.is_current(), as_evidence: true });
                ends = (i32::MAX, i32::MIN);
            }
            let end = citation.span.map_or(0, |(_, end)| i32::try_from(end).unwrap_or(i32::MAX));
            ends = (ends.0.min(end), ends.1.max(end));
            before = Some(citation);
            if citation.span.is_none() && !citation.has_locator {
                taker.take(Trace::Odd);
            }
            if citation.has_quote {
                taker.take(Trace::Met { key: quotes_of(citation.source), first: i32::MAX, last: 1 });
            }
        }
        Self::leave_spans(before, ends, taker);
    }

    fn leave_spans(citation: Option<&Cited>, ends: (i32, i32), taker: &mut impl Take) {
        if let Some(citation) = citation {
            taker.take(Trace::Met { key: length_of(citation.source), first: ends.0, last: ends.1 });
        }
    }

    /// `before-founding`, `after-end`, `impossible-chronology`, `observation-before-event`, `later-than-source`,
    /// `future-date`, `stale-manifest`, `islamic-calendar`.
    fn times(sketch: &Sketch, taker: &mut impl Take) {
        match sketch.kind {
            Some(Kind::Dataset) => {
                if let Some(changed) = sketch.modified.or(sketch.created) {
                    taker.take(Trace::Changed { day: changed.last });
                }
                if before(sketch.modified, sketch.created) {
                    taker.take(Trace::Odd);
                }
                return;
            }
            Some(Kind::Source) => return Self::source_times(sketch, taker),
            _ => {}
        }
        let mut met = |id: u64, when: Days| {
            taker.take(Trace::Met { key: life(id), first: when.last, last: when.first });
        };
        if let Some(when) = sketch.when {
            match sketch.kind {
                Some(Kind::Event) => {
                    let there = sketch.parties.iter().filter(|(_, role)| !is_founded(*role));
                    there.map(|(actor, _)| *actor).chain(sketch.targeted_actors()).for_each(|id| met(id, when));
                    if let Some(whole) = sketch.field(Role::PartOf) {
                        met(whole, when);
                    }
                }
                Some(Kind::Relationship) => {
                    use RelationshipType::{DrawnFrom, MergedInto, SplitFrom};
                    if !matches!(sketch.relationship_type(), Some(DrawnFrom | SplitFrom | MergedInto)) {
                        [Role::Subject, Role::Object]
                            .into_iter()
                            .filter_map(|role| sketch.field(role))
                            .for_each(|id| met(id, when));
                    }
                }
                Some(Kind::Observation) => {
                    let actor =
                        sketch.named.iter().find(|named| named.role == Role::About && named.kind == Kind::Actor);
                    if let Some(actor) = actor {
                        met(actor.id, when);
                    }
                }
                _ => {}
            }
        }
        for standpoint in &sketch.standpoints {
            if let Some(when) = standpoint.when {
                met(standpoint.holder, when);
            }
        }
        let claims = |position: &&Taken| position.stance == Some(Stance::ClaimsResponsibility);
        if sketch.standpoints.iter().filter(claims).any(|claim| before(claim.when, sketch.when)) {
            taker.take(Trace::Odd);
        }
        if let Some(when) = sketch.when {
            // What comes after an event, or is counted of it, may come long after.
            for event in sketch.items(Role::Follows).chain(sketch.counted_event()) {
                taker.take(Trace::Met { key: life(event), first: when.last, last: i32::MIN });
            }
        }
        Self::turns(sketch, taker);
        Self::dated(sketch, taker);
    }

    fn source_times(sketch: &Sketch, taker: &mut impl Take) {
        if let Some(known) = sketch.accessed.or(sketch.published) {
            taker.take(Trace::Dated { day: known.first });
        }
        if before(sketch.accessed, sketch.published) {
            taker.take(Trace::Odd);
        }
        if sketch.published.is_some() {
            taker.take(Trace::Bounded { key: calendar_of(sketch.own), from: i32::MIN, until: 0 });
        }
        // A source is done when it was read or published, whichever says more of its type, or perhaps later.
        let keeps_changing = !matches!(
            sketch.source_type(),
            Some(
                SourceType::Report
                    | SourceType::Book
                    | SourceType::JournalArticle
                    | SourceType::NewsArticle
                    | SourceType::Statement
                    | SourceType::Video
                    | SourceType::Interview
            )
        );
        let done =
            if keeps_changing { sketch.accessed.or(sketch.published) } else { sketch.published.or(sketch.accessed) };
        if let Some(done) = done {
            taker.take(Trace::Bounded { key: life(sketch.own), from: i32::MIN, until: done.last });
        }
    }

    /// When actors and events begin and end.
    fn turns(sketch: &Sketch, taker: &mut impl Take) {
        let unbounded = Days { first: i32::MIN, last: i32::MAX };
        let when = sketch.when.unwrap_or(unbounded);
        match sketch.kind {
            Some(Kind::Event) => {
                if sketch.when.is_some() {
                    taker.take(Trace::Bounded { key: life(sketch.own), from: when.first, until: when.last });
                }
                for (actor, role) in &sketch.parties {
                    // An event that is retracted founds nobody.
                    if is_founded(*role) && sketch.is_current() {
                        taker.take(Trace::Bounded { key: life(*actor), from: when.first, until: i32::MAX });
                    }
                    if is_killed(sketch.event_type(), *role) {
                        taker.take(Trace::Killed { actor: *actor, until: when.last });
                    }
                }
            }
            Some(Kind::Relationship) if sketch.relationship_type() == Some(RelationshipType::MergedInto) => {
                if let Some(actor) = sketch.field(Role::Subject) {
                    taker.take(Trace::Bounded { key: life(actor), from: i32::MAX, until: when.last });
                }
            }
            _ => {}
        }
    }

    /// What sources and the dataset itself cannot be older than.
    fn dated(sketch: &Sketch, taker: &mut impl Take) {
        let own = sketch.when.filter(|_| !sketch.is(Kind::Statement));
        let latest = |standpoint: usize| match standpoint.checked_sub(1) {
            None => own,
            Some(index) => sketch.standpoints.get(index).and_then(|standpoint| standpoint.when),
        };
        for citation in &sketch.citations {
            if let Some(when) = latest(citation.standpoint).filter(|when| when.first > i32::MIN) {
                taker.take(Trace::Met { key: life(citation.source), first: i32::MAX, last: when.first });
                if YEARS_OF_THE_ISLAMIC_CALENDAR.contains(&when.first) {
                    taker.take(Trace::Met { key: calendar_of(citation.source), first: i32::MAX, last: 1 });
                }
            }
        }
        let days = own.into_iter().chain(sketch.standpoints.iter().filter_map(|standpoint| standpoint.when));
        if let Some(day) = days.map(|when| when.first).max() {
            taker.take(Trace::Dated { day });
        }
    }

    /// `shared-name`, `alias-of-another`, `shared-code`, `duplicate-source`, `duplicate-fact`, `possible-duplicate`,
    /// `unlinked-contradiction`, `interest-ranks`.
    fn keys(&self, sketch: &Sketch, taker: &mut impl Take) {
        let mut unique = |key| taker.take(Trace::Unique { key });
        match sketch.kind {
            Some(Kind::Actor) => {
                for code in &sketch.codes {
                    unique(self.key(Sense::Code, (code.scheme, code.value)));
                }
                taker.take(Trace::Name { key: self.key(Sense::Name, sketch.name) });
                for (name, _) in sketch.aliases.iter().filter(|(_, form)| *form != Some(AliasType::Former)) {
                    taker.take(Trace::Alias { key: self.key(Sense::Name, *name) });
                }
            }
            Some(Kind::Source) => {
                if let Some(digest) = sketch.digest {
                    unique(self.key(Sense::Digest, digest));
                }
                if let Some(url) = sketch.url {
                    unique(self.key(Sense::Url, url));
                }
            }
            Some(Kind::Event) => {
                unique(self.fact(sketch));
                if let Some(day) = sketch.when.filter(|when| when.first == when.last) {
                    for place in sketch.items(Role::Place) {
                        for (actor, role) in &sketch.parties {
                            let role = role.map(|role| role as u8);
                            unique(self.key(Sense::Meeting, (sketch.r#type, day.first, place, *actor, role)));
                        }
                    }
                }
            }
            Some(Kind::Relationship) => {
                unique(self.fact(sketch));
                let is_posture = sketch.relationship_type().is_some_and(|tie| tie.rule().family == Family::Posture);
                if is_posture {
                    let key = self.key(Sense::Posture, (sketch.field(Role::Subject), sketch.field(Role::Object)));
                    taker.take(Trace::Posture { key, id: sketch.own });
                    for id in sketch.items(Role::Contradicted).filter(|id| *id != sketch.own) {
                        taker.take(Trace::Contested { key, id });
                    }
                }
            }
            Some(Kind::Interest) => {
                unique(self.fact(sketch));
                unique(self.key(Sense::Rank, (sketch.field(Role::Actor), sketch.rank)));
            }
            Some(Kind::Observation | Kind::Statement) => unique(self.fact(sketch)),
            Some(Kind::Dataset | Kind::Place) | None => {}
        }
    }

    /// What a record says, whatever it rests on.
    fn fact(&self, sketch: &Sketch) -> u64 {
        let when = sketch.when.map(|when| (when.first, when.last));
        let (mut types, mut title) = (sketch.r#type, sketch.title);
        let field = |role| sketch.field(role).unwrap_or_default();
        let ids = match sketch.kind {
            Some(Kind::Event) => {
                let parties = sketch.parties.iter().map(|(actor, _)| *actor);
                sketch.items(Role::Place).chain(parties).fold(0, u64::wrapping_add)
            }
            Some(Kind::Observation) => {
                types = sketch.measure.map(|measure| measure as usize);
                field(Role::About)
            }
            Some(Kind::Relationship) => {
                // The two ends may be exchanged where a tie is symmetric.
                let is_symmetric = sketch.relationship_type().is_some_and(|tie| tie.rule().symmetric);
                let turned = if is_symmetric { 0 } else { 32 };
                field(Role::Subject).rotate_left(turned).wrapping_add(field(Role::Object))
            }
            Some(Kind::Interest) => {
                // Interests of one actor with one summary are one interest, whatever their titles are.
                title = 0;
                field(Role::Actor)
            }
            _ => field(Role::About),
        };
        let words = (title, sketch.text, sketch.population, sketch.figures);
        self.key(Sense::Fact, (sketch.kind.map(|kind| kind as u8), when, words, types, ids))
    }

    /// `illegal-endpoint`, `mutual-subordination`, `interest-ranks`.
    fn ties(&self, sketch: &Sketch, taker: &mut impl Take) {
        if let Some(rule) = sketch.relationship_type().map(RelationshipType::rule) {
            for (role, allowed) in [(Role::Subject, rule.subjects), (Role::Object, rule.objects)] {
                let types = allowed.iter().fold(0, |types, one| types | 1 << (*one as u16));
                let any = allowed.len() == standpoint_model::ActorType::ALL.len();
                if let Some(actor) = sketch.field(role).filter(|_| !any) {
                    taker.take(Trace::Tied { actor, types });
                }
            }
        }
        if let Some(r#type) = sketch.relationship_type()
            && r#type.rule().family == Family::Structure
            && !r#type.rule().symmetric
        {
            let (subject, object) = (sketch.field(Role::Subject), sketch.field(Role::Object));
            let key = self.key(Sense::Tie, (r#type as u8, subject.min(object), subject.max(object)));
            taker.take(if subject < object { Trace::Forth { key } } else { Trace::Back { key } });
        }
        if let Some(actor) = sketch.field(Role::Actor).filter(|_| sketch.is(Kind::Interest)) {
            taker.take(Trace::Ranked { actor, rank: sketch.rank });
        }
    }

    /// `larger-within-smaller`, `place-outside-country`.
    fn places(sketch: &Sketch, taker: &mut impl Take) {
        let Some(r#type) = sketch.place_type() else { return };
        let size = place_size(r#type).map(i32::from);
        let around = sketch.field(Role::Within);
        if let Some(until) = size {
            taker.take(Trace::Bounded { key: size_of(sketch.own), from: i32::MIN, until });
        }
        if let (Some(last), Some(place)) = (size, around) {
            taker.take(Trace::Met { key: size_of(place), first: i32::MAX, last });
        }
        let overlaps = sketch.overlaps.iter().filter(|_| sketch.country.is_none());
        for &country in sketch.country.iter().chain(overlaps) {
            taker.take(Trace::Lies { place: sketch.own, country });
            if let Some(place) = around {
                taker.take(Trace::Enclosed { place, country });
            }
        }
    }

    /// `part-above-whole`: figures of an event are not above those of which they are a part. Killed and injured together
    /// are no more than the casualties if each is no more than half of them.
    fn tolls(&self, sketch: &Sketch, taker: &mut impl Take) {
        let (Some(event), Some(measure)) = (sketch.counted_event(), sketch.measure) else { return };
        let given = |order: [usize; 2]| order.into_iter().map(|at| sketch.figures[at]).find(|figure| *figure > 0);
        // Beyond all days a part may always be above the whole.
        let figure = |far| move |value: u64| i32::try_from(value - 1).unwrap_or(far).min(far);
        let (least, most) = (given([0, 1]).map(figure(i32::MAX)), given([2, 1]).map(figure(i32::MAX - 1)));
        let toll = |measure: Measure, of_some: bool| self.key(Sense::Toll, (event, measure as u8, of_some));
        let of_some = sketch.population.is_some();
        let is_whole = !of_some || measure == Measure::Casualties;
        if let Some(most) = most.filter(|_| is_whole && !sketch.is_approximate) {
            let until = if measure == Measure::Casualties { most / 2 } else { most };
            taker.take(Trace::Bounded { key: toll(measure, of_some), from: i32::MIN, until });
        }
        if let Some(last) = least.filter(|_| !sketch.is_approximate) {
            let mut met = |key| taker.take(Trace::Met { key, first: i32::MAX, last });
            if of_some {
                met(toll(measure, false));
            }
            if matches!(measure, Measure::Killed | Measure::Injured) {
                let wholes = [false, true].map(|of_some| toll(Measure::Casualties, of_some));
                wholes.into_iter().for_each(&mut met);
                // If one of them is more than half, the other matters too.
                for key in wholes {
                    taker.take(Trace::Bounded { key, from: i32::MIN, until: i32::MAX });
                }
            }
        }
    }
}

/// What was left a moment ago, so that it is not left again and again: records that stand near one another mostly name
/// the same few others.
pub(super) struct Recent {
    named: Vec<(u64, u8)>,
    met: Vec<(u64, i32, i32)>,
    /// The latest day on which something dated began.
    dated: Option<i32>,
}

impl Recent {
    /// How many ids are remembered, each in a place of its own. A power of two.
    const PLACES: usize = 1 << 11;

    pub(super) fn new() -> Self {
        Self { named: vec![(0, 0); Self::PLACES], met: vec![(0, i32::MAX, i32::MIN); Self::PLACES], dated: None }
    }

    fn place(hash: u64) -> usize {
        usize::try_from(hash >> 32).unwrap_or_default() & (Self::PLACES - 1)
    }

    /// What is to be left in place of `trace`, if anything: what it adds to what was left, or what had to give way to it.
    #[expect(clippy::inline_always, reason = "of each trace it is known what it is where it is left")]
    #[inline(always)]
    pub(super) fn instead_of(&mut self, trace: Trace) -> Option<Trace> {
        match trace {
            Trace::Named { id, by_current, as_evidence } => {
                let senses = u8::from(by_current) | u8::from(as_evidence) << 1 | 1 << 2;
                let there = &mut self.named[Self::place(id)];
                let before = if there.0 == id { there.1 } else { 0 };
                *there = (id, before | senses);
                (before | senses != before).then_some(trace)
            }
            Trace::Met { key, first, last } => {
                let there = &mut self.met[Self::place(key)];
                if there.0 == key {
                    *there = (key, there.1.min(first), there.2.max(last));
                    return None;
                }
                let (key, first, last) = std::mem::replace(there, (key, first, last));
                (first, last).ne(&(i32::MAX, i32::MIN)).then_some(Trace::Met { key, first, last })
            }
            Trace::Dated { day } => {
                let before = self.dated.replace(self.dated.map_or(day, |before| before.max(day)));
                (before < Some(day)).then_some(trace)
            }
            _ => Some(trace),
        }
    }

    /// What is still to be left.
    pub(super) fn rest(&mut self) -> impl Iterator<Item = Trace> {
        let met = self.met.drain(..).filter(|(_, first, last)| (first, last) != (&i32::MAX, &i32::MIN));
        met.map(|(key, first, last)| Trace::Met { key, first, last })
    }
}
