//! What actors want.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Actor, Basis, Id, Rank, RecordId, Status, Text, Waiver, lexical::present, vocabulary::vocabulary};

/// What an actor wants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Interest {
    /// The id of the record.
    #[schemars(example = &"interest/rebels-autonomy")]
    pub id: Id<Interest>,
    /// Whose interest it is.
    #[schemars(example = &"actor/northern-rebels")]
    pub actor: Id<Actor>,
    /// Its number among the actor's interests, from 1, without gaps.
    #[schemars(example = 1)]
    pub rank: Rank,
    /// Its title.
    #[schemars(example = &"Autonomy")]
    pub title: Text,
    /// What the actor wants, in the dataset's own words.
    #[schemars(example = &"Self-rule for the northern provinces.")]
    pub summary: Text,
    /// What sort of interest it is.
    #[schemars(example = &"political")]
    pub category: InterestCategory,
    /// The actors whom it concerns or is directed against.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("examples" = [["actor/government"]]))]
    pub towards: Vec<Id<Actor>>,
    /// The records in which it shows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("examples" = [["event/airport-attack-2021"]]))]
    pub supported_by: Vec<RecordId>,
    /// What the record rests on: evidence, and who takes which position.
    pub basis: Basis,
    /// `retracted` for a record that is withdrawn but kept; the `note` then says why. Left out otherwise.
    #[serde(default, skip_serializing_if = "Status::is_current")]
    #[schemars(example = &"retracted")]
    pub status: Status,
    /// What a reader should know about how this record was made: a reading chosen, an ambiguity kept.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"The source gives the day and not the year.")]
    pub note: Option<Text>,
    /// Findings about this record that are no mistakes, each with the reason; they are then left out. Most records have none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allow: Vec<Waiver>,
}

vocabulary! {
    /// What sort of interest an interest is.
    pub enum InterestCategory {
        /// The spread or the rule of a belief.
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
