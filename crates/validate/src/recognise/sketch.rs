//! A recognised record as the rules need it: hashes for texts and ids, days for dates.

use std::ops::{Deref, DerefMut};

use standpoint_model::{
    AliasType, Channel, EventType, Kind, Measure, Modality, PlaceType, RelationshipType, Role as PartyRole, SourceType,
    Stance, Status,
};

use super::{Days, Leaf, Role};

/// A recognised record. Texts and ids stand as hashes: where two differ, what they stand for differs.
#[derive(Default)]
pub(crate) struct Sketch {
    facts: Facts,
    pub(crate) citations: Vec<Cited>,
    pub(crate) standpoints: Vec<Taken>,
    pub(crate) aliases: Vec<(u64, Option<AliasType>)>,
    pub(crate) codes: Vec<Coded>,
    pub(crate) overlaps: Vec<u64>,
    pub(crate) parties: Vec<(u64, Option<PartyRole>)>,
    /// The items of the lists of ids, list by list.
    pub(crate) listed: Vec<Named>,
    /// The ids that stand alone.
    pub(crate) named: Vec<Named>,
}

/// What a record says once.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own that a rule asks for")]
pub(crate) struct Facts {
    pub(crate) kind: Option<Kind>,
    pub(crate) own: u64,
    pub(crate) status: Option<Status>,
    pub(crate) has_note: bool,
    pub(crate) has_waiver: bool,
    pub(crate) modality: Option<Modality>,
    pub(crate) when: Option<Days>,
    /// Which of the words of its kind's own `type` it has.
    pub(crate) r#type: Option<usize>,
    /// Of an actor, a place or an alias, in lower case and without white space.
    pub(crate) name: u64,
    pub(crate) title: u64,
    pub(crate) text: u64,
    pub(crate) country: Option<u64>,
    /// Whether a language has a code of three letters.
    pub(crate) has_long_language: bool,
    /// How many coordinates are zero.
    pub(crate) zeros: u8,
    pub(crate) is_untidy: bool,
    pub(crate) rank: u64,
    pub(crate) measure: Option<Measure>,
    pub(crate) population: Option<u64>,
    pub(crate) figures: [u64; 3],
    pub(crate) is_approximate: bool,
    pub(crate) url: Option<u64>,
    pub(crate) digest: Option<u64>,
    pub(crate) length: Option<u64>,
    pub(crate) is_quotable: bool,
    pub(crate) published: Option<Days>,
    pub(crate) accessed: Option<Days>,
    pub(crate) created: Option<Days>,
    pub(crate) modified: Option<Days>,
}

impl Deref for Sketch {
    type Target = Facts;

    fn deref(&self) -> &Facts {
        &self.facts
    }
}

impl DerefMut for Sketch {
    fn deref_mut(&mut self) -> &mut Facts {
        &mut self.facts
    }
}

/// A citation.
#[derive(Clone, Copy, Default)]
pub(crate) struct Cited {
    /// The standpoint that rests on it, counted from 1; 0, where it is the record.
    pub(crate) standpoint: usize,
    pub(crate) source: u64,
    pub(crate) span: Option<(u64, u64)>,
    pub(crate) has_locator: bool,
    pub(crate) has_quote: bool,
}

/// A standpoint.
#[derive(Clone, Copy, Default)]
pub(crate) struct Taken {
    pub(crate) holder: u64,
    pub(crate) stance: Option<Stance>,
    pub(crate) via: Option<Channel>,
    pub(crate) when: Option<Days>,
}

/// An id of another record.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) role: Role,
    pub(crate) id: u64,
    pub(crate) kind: Kind,
}

/// A code of an actor.
#[derive(Clone, Copy, Default)]
pub(crate) struct Coded {
    pub(crate) scheme: u64,
    pub(crate) value: u64,
}

impl Sketch {
    /// Draws the record of these leaves over whatever was drawn before.
    pub(crate) fn draw(&mut self, kind: Kind, leaves: &[Leaf]) {
        self.clear();
        self.kind = Some(kind);
        for leaf in leaves {
            self.add(*leaf);
        }
    }

    fn clear(&mut self) {
        // The lists keep their memory for the next record.
        let Self { facts, citations, standpoints, aliases, codes, overlaps, parties, listed, named } = self;
        *facts = Facts::default();
        citations.clear();
        standpoints.clear();
        aliases.clear();
        codes.clear();
        overlaps.clear();
        parties.clear();
        listed.clear();
        named.clear();
    }

    fn add(&mut self, leaf: Leaf) {
        let Leaf { role, kind, value } = leaf;
        match role {
            Role::None => {}
            Role::Own => self.own = value,
            Role::Status => self.status = word(Status::ALL, value),
            Role::Note => self.has_note = true,
            Role::Waiver => self.has_waiver = true,
            Role::Modality => self.modality = word(Modality::ALL, value),
            Role::Citation => self.citations.push(Cited::default()),
            Role::StandpointCitation => {
                self.citations.push(Cited { standpoint: self.standpoints.len(), ..Cited::default() });
            }
            Role::Cited => last(&mut self.citations, |citation| citation.source = value),
            Role::SpanStart => last(&mut self.citations, |citation| {
                citation.span = Some((value, citation.span.map_or(0, |(_, end)| end)));
            }),
            Role::SpanEnd => last(&mut self.citations, |citation| {
                citation.span = Some((citation.span.map_or(0, |(start, _)| start), value));
            }),
            Role::Quote => last(&mut self.citations, |citation| citation.has_quote = true),
            Role::Locator => last(&mut self.citations, |citation| citation.has_locator = true),
            Role::Standpoint => self.standpoints.push(Taken::default()),
            Role::Holder => last(&mut self.standpoints, |standpoint| standpoint.holder = value),
            Role::Stance => last(&mut self.standpoints, |standpoint| standpoint.stance = word(Stance::ALL, value)),
            Role::Via => last(&mut self.standpoints, |standpoint| standpoint.via = word(Channel::ALL, value)),
            Role::Taken => last(&mut self.standpoints, |standpoint| standpoint.when = Some(leaf.days())),
            Role::When => self.when = Some(leaf.days()),
            Role::Type => self.r#type = usize::try_from(value).ok(),
            Role::Name => self.name = value,
            Role::Title => self.title = value,
            Role::Text => self.text = value,
            Role::Alias => self.aliases.push((0, None)),
            Role::AliasText => last(&mut self.aliases, |alias| alias.0 = value),
            Role::AliasType => last(&mut self.aliases, |alias| alias.1 = word(AliasType::ALL, value)),
            Role::Code => self.codes.push(Coded::default()),
            Role::CodeScheme => last(&mut self.codes, |code| code.scheme = value),
            Role::CodeValue => last(&mut self.codes, |code| code.value = value),
            Role::Country => self.country = Some(value),
            Role::Overlap => self.overlaps.push(value),
            Role::Language => self.has_long_language |= value == 3,
            Role::Longitude | Role::Latitude => self.zeros += u8::from(value == 0),
            Role::Untidy => self.is_untidy = true,
            Role::Participant => self.parties.push((0, None)),
            Role::Party => last(&mut self.parties, |party| party.0 = value),
            Role::Part => last(&mut self.parties, |party| party.1 = word(PartyRole::ALL, value)),
            Role::Place
            | Role::Target
            | Role::Follows
            | Role::Towards
            | Role::Support
            | Role::Mentioned
            | Role::Contradicted => self.listed.push(Named { role, id: value, kind }),
            Role::Within | Role::PartOf | Role::Subject | Role::Object | Role::About | Role::Actor => {
                self.named.push(Named { role, id: value, kind });
            }
            Role::Rank => self.rank = value,
            Role::Measure => self.measure = word(Measure::ALL, value),
            Role::Population => self.population = Some(value),
            Role::Low => self.figures[0] = value + 1,
            Role::Best => self.figures[1] = value + 1,
            Role::High => self.figures[2] = value + 1,
            Role::Approximate => self.is_approximate = value == 1,
            Role::Url => self.url = Some(value),
            Role::Published => self.published = Some(leaf.days()),
            Role::Accessed => self.accessed = Some(leaf.days()),
            Role::Quotable => self.is_quotable = value == 1,
            Role::Digest => self.digest = Some(value),
            Role::Length => self.length = Some(value),
            Role::Created => self.created = Some(leaf.days()),
            Role::Modified => self.modified = Some(leaf.days()),
        }
    }

    /// Whether the record is of this kind.
    pub(crate) fn is(&self, kind: Kind) -> bool {
        self.kind == Some(kind)
    }

    /// Whether the record stands.
    pub(crate) fn is_current(&self) -> bool {
        self.status != Some(Status::Retracted)
    }

    pub(crate) fn event_type(&self) -> Option<EventType> {
        self.of_type(Kind::Event, EventType::ALL)
    }

    pub(crate) fn place_type(&self) -> Option<PlaceType> {
        self.of_type(Kind::Place, PlaceType::ALL)
    }

    pub(crate) fn relationship_type(&self) -> Option<RelationshipType> {
        self.of_type(Kind::Relationship, RelationshipType::ALL)
    }

    pub(crate) fn source_type(&self) -> Option<SourceType> {
        self.of_type(Kind::Source, SourceType::ALL)
    }

    fn of_type<T: Copy>(&self, kind: Kind, all: &[T]) -> Option<T> {
        if self.is(kind) { all.get(self.r#type?).copied() } else { None }
    }

    /// The id in a field that holds one.
    pub(crate) fn field(&self, role: Role) -> Option<u64> {
        self.named.iter().find(|named| named.role == role).map(|named| named.id)
    }

    /// The items of a list of ids.
    pub(crate) fn items(&self, role: Role) -> impl Iterator<Item = u64> {
        self.listed.iter().filter(move |named| named.role == role).map(|named| named.id)
    }

    /// The event that something is counted of.
    pub(crate) fn counted_event(&self) -> Option<u64> {
        let is_event = |named: &&Named| named.role == Role::About && named.kind == Kind::Event;
        self.named.iter().find(is_event).map(|named| named.id).filter(|_| self.is(Kind::Observation))
    }

    /// The actors at which an event was aimed.
    pub(crate) fn targeted_actors(&self) -> impl Iterator<Item = u64> {
        let actors = self.listed.iter().filter(|named| named.role == Role::Target && named.kind == Kind::Actor);
        actors.map(|named| named.id)
    }

    /// Every id that the record names, those of its sources apart.
    pub(crate) fn names(&self) -> impl Iterator<Item = u64> {
        let holders = self.standpoints.iter().map(|standpoint| standpoint.holder);
        let parties = self.parties.iter().map(|party| party.0);
        let lists = self.listed.iter().map(|named| named.id);
        self.named.iter().map(|named| named.id).chain(parties).chain(lists).chain(holders)
    }
}

/// The word at a place of its vocabulary, which the schemas list in the same order.
fn word<T: Copy>(all: &[T], place: u64) -> Option<T> {
    all.get(usize::try_from(place).ok()?).copied()
}

fn last<T>(items: &mut [T], change: impl FnOnce(&mut T)) {
    if let Some(item) = items.last_mut() {
        change(item);
    }
}
