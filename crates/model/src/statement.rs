//! Claims of the narrative that no other kind expresses.

use crate::{
    Edtf, EventOrStatement, Id, Rank, RecordId, Text, constructor::constructor, fact::fact, lexical::present,
    vocabulary::vocabulary,
};

fact! {
    /// One claim of the narrative that no other kind expresses, in the dataset's own words. What a field of another record holds
    /// is not said again.
    pub struct Statement {
        /// The id of the record.
        #[schemars(example = &"statement/league-disputes-census")]
        pub id: Id<Statement>,
        /// The record that the claim is about.
        #[schemars(example = &"actor/highland-league")]
        pub about: RecordId,
        /// The heading under which the claim belongs.
        #[schemars(example = &"belief")]
        pub topic: Topic,
        /// Its place among the claims about that record under that heading, from 1.
        #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
        #[schemars(example = 1)]
        pub rank: Option<Rank>,
        /// The claim, in the dataset's own words.
        #[schemars(example = &"The League holds that the census was falsified.")]
        pub text: Text,
        /// The time of which the claim speaks.
        #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
        #[schemars(example = &"2029/2031")]
        pub when: Option<Edtf>,
        /// Other records that the claim mentions.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[schemars(extend("examples" = [["actor/valley-council"]]))]
        pub mentions: Vec<RecordId>,
        /// What the source says brought it about.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[schemars(extend("examples" = [["event/garrison-withdrawal"]]))]
        pub caused_by: Vec<Id<EventOrStatement>>,
    }
}

constructor! {
    Statement(id: Id<Self>, about: RecordId, topic: Topic, text: Text)
    rank, when, mentions, caused_by; fact
}

vocabulary! {
    /// The heading under which a statement belongs.
    pub enum Topic {
        /// What it is: its origin, its make-up, its name.
        Identity = "identity",
        /// What it holds to be true or right: a creed, an ideology, a doctrine. Not what it wants, which is an interest.
        Belief = "belief",
        /// Why it does what it does, where no interest is meant.
        Motive = "motive",
        /// What it can do or cannot: strength, means, limits without a figure.
        Capacity = "capacity",
        /// What it does as a habit or a method, and not at one time. A series of happenings is an event.
        Conduct = "conduct",
        /// How others see it, or it sees others.
        Perception = "perception",
        /// How it ranks beside others: "the deadliest", "more than".
        Comparison = "comparison",
        /// How it grew, weakened or turned, where nothing that happened is told.
        Change = "change",
        /// Something about the source and not about the world: what it lists, leaves out or says of itself.
        Document = "document",
        /// Any other claim.
        Other = "other",
    }
}
