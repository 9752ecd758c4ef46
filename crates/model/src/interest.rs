//! What actors want.

use crate::{
    Actor, Id, Issue, Rank, RecordId, Text, constructor::constructor, fact::fact, lexical::present,
    vocabulary::vocabulary,
};

fact! {
    /// What an actor wants, and why it takes the positions that it takes. What it asks for or offers is a position; what it
    /// believes is a statement.
    pub struct Interest {
        /// The id of the record.
        #[schemars(example = &"interest/league-autonomy")]
        pub id: Id<Interest>,
        /// Whose interest it is.
        #[schemars(example = &"actor/highland-league")]
        pub actor: Id<Actor>,
        /// Its number in the source's list of the actor's interests, from 1, without gaps. Left out if the source has no list.
        #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
        #[schemars(example = 1)]
        pub rank: Option<Rank>,
        /// How much it matters to the actor, where the source says so.
        #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
        #[schemars(example = &"vital")]
        pub importance: Option<Importance>,
        /// Its title.
        #[schemars(example = &"Autonomy")]
        pub title: Text,
        /// What the actor wants, in the dataset's own words, if the title does not say all.
        #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
        #[schemars(example = &"Self-rule for the highland districts.")]
        pub summary: Option<Text>,
        /// What sort of interest it is. Left out if the source does not let one choose.
        #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
        #[schemars(example = &"political")]
        pub category: Option<InterestCategory>,
        /// The questions in dispute that it is about.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[schemars(extend("examples" = [["issue/autonomy"]]))]
        pub about: Vec<Id<Issue>>,
        /// The actors whom it concerns or is directed against.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[schemars(extend("examples" = [["actor/valley-council"]]))]
        pub towards: Vec<Id<Actor>>,
        /// The records in which it shows, as the source says.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[schemars(extend("examples" = [["event/bridge-attack"]]))]
        pub supported_by: Vec<RecordId>,
    }
}

constructor! {
    Interest(id: Id<Self>, actor: Id<Actor>, title: Text)
    rank, importance, summary, category, about, towards, supported_by; fact
}

vocabulary! {
    /// How much an interest matters to its actor, as the source says. Not how much it matters to others.
    pub enum Importance {
        /// It is not given up: "existential", "core", "vital".
        Vital = "vital",
        /// It comes before others: "main", "primary", "above all".
        Major = "major",
        /// It comes after others: "secondary", "lesser".
        Minor = "minor",
    }
}

vocabulary! {
    /// What sort of interest an interest is.
    pub enum InterestCategory {
        /// The spread or the rule of a belief. The belief itself is a statement.
        Ideological = "ideological",
        /// Power, office, recognition or influence.
        Political = "political",
        /// Safety or military advantage.
        Security = "security",
        /// Land or borders.
        Territorial = "territorial",
        /// Money, resources or trade.
        Economic = "economic",
        /// The standing or the rights of a community.
        Social = "social",
        /// Redress for a wrong.
        Justice = "justice",
        /// Any other interest.
        Other = "other",
    }
}
