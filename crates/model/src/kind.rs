//! The nine kinds of record.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// The kind of a record: the value of its `kind` field and the prefix of its `id`.
    pub enum Kind {
        /// The manifest of the dataset; there is exactly one.
        Dataset = "dataset",
        /// A document that evidence points into.
        Source = "source",
        /// A party.
        Actor = "actor",
        /// A region, country, province, city, river or site.
        Place = "place",
        /// Something that happened, or is said to have happened.
        Event = "event",
        /// How one actor stands to another.
        Relationship = "relationship",
        /// What an actor wants.
        Interest = "interest",
        /// A quantity, about an actor or an event, at a time.
        Observation = "observation",
        /// One claim of the narrative that no other kind expresses.
        Statement = "statement",
    }
}

impl Kind {
    /// The kind that an id names before its slash, whether or not the rest of the id is well formed.
    pub fn of_id(id: &str) -> Option<Self> {
        id.split_once('/').and_then(|(kind, _)| Self::from_word(kind))
    }
}
