//! What a recognised record says, as the rules ask for it.

use standpoint_model::{
    ActorType, ConditionType, EventType, Kind, Occurrence, PlaceType, RelationshipType, SourceType, Stance, Status,
};

use super::{
    hash::{hash_of, hash_of_path},
    slot::{Citation, Condition, Leaf, Reference, Sketch, Slot, Standpoint},
};

impl Sketch {
    /// Draws the record of these leaves over whatever was drawn before.
    pub(crate) fn draw(&mut self, kind: Kind, leaves: &[Leaf]) {
        self.clear();
        self.kind = Some(kind);
        for leaf in leaves {
            self.add(*leaf);
        }
    }

    /// The hash by which a text is known in this sketch.
    pub(crate) fn hash_of(&self, text: &str) -> u64 {
        hash_of(&self.hash, text.as_bytes())
    }

    /// The hash by which a path is known that leads to a field.
    pub(crate) fn hash_of_field(&self, field: &str) -> u64 {
        hash_of_path(&self.hash, field.as_bytes(), 0, b"")
    }

    /// The hash by which a path is known that leads to the item of a list by what it is known for, and on to what follows it.
    pub(crate) fn hash_of_item(&self, list: &str, item: u64, after: &str) -> u64 {
        hash_of_path(&self.hash, list.as_bytes(), item, after.as_bytes())
    }

    /// Whether the record is of this kind.
    pub(crate) fn is(&self, kind: Kind) -> bool {
        self.kind == Some(kind)
    }

    /// Whether the record stands.
    pub(crate) fn is_current(&self) -> bool {
        self.status != Some(Status::Retracted)
    }

    pub(crate) fn actor_type(&self) -> Option<ActorType> {
        self.of_type(Kind::Actor, ActorType::ALL)
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
    pub(crate) fn field(&self, slot: Slot) -> Option<u64> {
        self.named.iter().find(|reference| reference.slot == slot).map(|reference| reference.id)
    }

    /// The items of a list of ids.
    pub(crate) fn items(&self, slot: Slot) -> impl Iterator<Item = u64> {
        self.listed.iter().filter(move |reference| reference.slot == slot).map(|reference| reference.id)
    }

    /// The triggers of its conditions, each with the type of its condition.
    pub(crate) fn triggers(&self) -> impl Iterator<Item = (Option<ConditionType>, u64)> {
        self.conditions()
            .flat_map(|(condition, triggers)| triggers.iter().map(move |trigger| (condition.r#type, trigger.id)))
    }

    /// Its conditions, each with its triggers.
    pub(crate) fn conditions(&self) -> impl Iterator<Item = (&Condition, &[Reference])> {
        let ends = self.conditions.iter().skip(1).map(|next| next.before).chain([self.triggers.len()]);
        self.conditions
            .iter()
            .zip(ends)
            .map(|(condition, end)| (condition, self.triggers.get(condition.before..end).unwrap_or_default()))
    }

    /// The event that something is counted of.
    pub(crate) fn counted_event(&self) -> Option<u64> {
        let is_event = |reference: &&Reference| reference.slot == Slot::About && reference.kind == Kind::Event;
        self.named.iter().find(is_event).map(|reference| reference.id).filter(|_| self.is(Kind::Observation))
    }

    /// Whether it is an event that has happened, or is said to have.
    pub(crate) fn has_happened(&self) -> bool {
        self.is(Kind::Event) && self.occurrence.unwrap_or_default() == Occurrence::Happened
    }

    /// Whether it is an event that is only planned, or was called off.
    pub(crate) fn has_not_happened(&self) -> bool {
        self.is(Kind::Event) && !self.has_happened()
    }

    /// The lowest, the best and the highest figure, each as an [amount](super::ordered).
    pub(crate) fn figures(&self) -> [Option<u64>; 3] {
        [self.low, self.best, self.high]
    }

    /// The same of where a position lies on the scale of its issue.
    pub(crate) fn place_on_scale(&self) -> [Option<u64>; 3] {
        [self.at_low, self.at_best, self.at_high]
    }

    /// Every id that the record names, those of its sources apart.
    pub(crate) fn names(&self) -> impl Iterator<Item = u64> {
        let holders = self.standpoints.iter().map(|standpoint| standpoint.holder);
        let parties = self.parties.iter().map(|party| party.actor);
        let places = self.places.iter().map(|place| place.place);
        let ids = self
            .named
            .iter()
            .chain(&self.listed)
            .chain(&self.triggers)
            .chain(&self.tensions)
            .map(|reference| reference.id);
        ids.chain(parties).chain(places).chain(holders)
    }
}

impl Citation {
    /// Where the cited stretch of the text begins and ends.
    pub(crate) fn span(&self) -> Option<(u64, u64)> {
        self.start.zip(self.end)
    }
}

impl Standpoint {
    /// Whether its holder stands behind the record.
    pub(crate) fn is_for(&self) -> bool {
        self.stance.is_some_and(Stance::is_for)
    }
}
