//! Quantities.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{ActorOrEvent, Basis, Edtf, Estimate, Id, Status, Text, Waiver, lexical::present, vocabulary::vocabulary};

/// A quantity, about an actor or an event, at a time. A figure that differs is another observation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Observation {
    /// The id of the record.
    #[schemars(example = &"observation/airport-attack-civilians-killed")]
    pub id: Id<Observation>,
    /// The actor or the event that the quantity is about.
    #[schemars(example = &"event/airport-attack-2021")]
    pub about: Id<ActorOrEvent>,
    /// What is counted.
    #[schemars(example = &"killed")]
    pub measure: Measure,
    /// Of whom or of what, in the dataset's own words.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"civilians")]
    pub population: Option<Text>,
    /// How many.
    pub value: Estimate,
    /// At what time.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"2021-08-26")]
    pub when: Option<Edtf>,
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
    /// What an observation counts.
    pub enum Measure {
        /// Persons under arms for an actor.
        Fighters = "fighters",
        /// Persons killed.
        Killed = "killed",
        /// Persons injured.
        Injured = "injured",
        /// Persons killed or injured, where the source does not tell them apart.
        Casualties = "casualties",
        /// Persons captured or detained.
        Detained = "detained",
        /// Persons abducted.
        Abducted = "abducted",
        /// Persons driven from their homes.
        Displaced = "displaced",
        /// Rockets, shells, bombs or other munitions.
        Munitions = "munitions",
        /// Attacks.
        Attacks = "attacks",
        /// Members of an actor, armed or not.
        Members = "members",
        /// Anything else; the population says what.
        Other = "other",
    }
}
