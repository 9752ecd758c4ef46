//! The twelve kinds of record.

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
        /// A place, from a region down to a single building.
        Place = "place",
        /// Something that happened, is said to have happened, or is planned.
        Event = "event",
        /// How an actor stands to another actor or to a place.
        Relationship = "relationship",
        /// What an actor wants.
        Interest = "interest",
        /// A question that parties dispute or negotiate.
        Issue = "issue",
        /// What actors want, offer, ask, answer or have agreed should be.
        Position = "position",
        /// A quantity.
        Observation = "observation",
        /// One claim of the narrative that no other kind expresses.
        Statement = "statement",
        /// Whether records name one thing.
        Identity = "identity",
    }
}

impl Kind {
    /// The kind that an id names before its slash, whether or not the rest of the id is well formed.
    pub fn of_id(id: &str) -> Option<Self> {
        id.split_once('/').and_then(|(kind, _)| Self::from_word(kind))
    }

    /// The word for several records of the kind.
    ///
    /// ```
    /// use standpoint_model::Kind;
    ///
    /// assert_eq!((Kind::Event.plural().as_str(), Kind::Identity.plural().as_str()), ("events", "identities"));
    /// ```
    pub fn plural(self) -> String {
        let word = self.as_str();
        word.strip_suffix('y').map_or_else(|| format!("{word}s"), |stem| format!("{stem}ies"))
    }
}
