//! What happened, or is said to have happened.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    Actor, ActorOrPlace, Basis, Edtf, Id, Place, Status, Text, Waiver, lexical::present, vocabulary::vocabulary,
};

/// Something that happened, or is said to have happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// The id of the record.
    #[schemars(example = &"event/airport-attack-2021")]
    pub id: Id<Event>,
    /// What sort of event it is.
    #[serde(rename = "type")]
    #[schemars(example = &"attack")]
    pub r#type: EventType,
    /// What happened, in a few words of the dataset's own.
    #[schemars(example = &"Attack on the airport")]
    pub title: Text,
    /// When, as exactly as the source says and no more so.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"2021-08-26")]
    pub when: Option<Edtf>,
    /// Where.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("examples" = [["place/kabul"]]))]
    pub places: Vec<Id<Place>>,
    /// Who took part, and in what role.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub participants: Vec<Participant>,
    /// Whom or what it was aimed at.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("examples" = [["actor/armed-forces", "place/kabul-airport"]]))]
    pub targets: Vec<Id<ActorOrPlace>>,
    /// Whether it achieved what it was meant to, as far as the source says.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"failed")]
    pub outcome: Option<Outcome>,
    /// Earlier events in whose wake it came.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("examples" = [["event/withdrawal-2021"]]))]
    pub follows: Vec<Id<Event>>,
    /// The larger event that it is part of.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"event/offensive-2021")]
    pub part_of: Option<Id<Event>>,
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
    /// What sort of event an event is.
    pub enum EventType {
        /// An attack, or a series of attacks told as one.
        Attack = "attack",
        /// A fight between armed parties.
        Clash = "clash",
        /// A military or security operation, or a series of them told as one.
        Operation = "operation",
        /// The killing of particular persons.
        Killing = "killing",
        /// A movement of forces: an overflight, a deployment, a crossing of a border.
        Movement = "movement",
        /// A withdrawal of forces.
        Withdrawal = "withdrawal",
        /// The coming to power of a party, or the fall of one.
        ChangeOfPower = "change-of-power",
        /// The founding, emergence or formal establishment of a party.
        Formation = "formation",
        /// The publication of a video, a statement or another message.
        Publication = "publication",
        /// An agreement or a negotiation.
        Negotiation = "negotiation",
        /// Any other event.
        Other = "other",
    }
}

/// An actor's part in an event.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Participant {
    /// Who.
    #[schemars(example = &"actor/iskp")]
    pub actor: Id<Actor>,
    /// In what role.
    #[schemars(example = &"perpetrator")]
    pub role: Role,
}

vocabulary! {
    /// The role of an actor in an event.
    pub enum Role {
        /// Carried it out, or is said to have.
        Perpetrator = "perpetrator",
        /// Carried it out, where that is no wrong in itself: a withdrawal, a campaign, a crossing.
        Agent = "agent",
        /// Took part in some other active way.
        Participant = "participant",
        /// Led it.
        Leader = "leader",
        /// Helped it along.
        Supporter = "supporter",
        /// Was harmed by it.
        Victim = "victim",
        /// Had it happen to it: was weakened, fell, was divided.
        Affected = "affected",
        /// Came into being by it.
        Subject = "subject",
        /// Published it.
        Publisher = "publisher",
    }
}

vocabulary! {
    /// Whether an event achieved what it was meant to.
    pub enum Outcome {
        /// It did.
        Succeeded = "succeeded",
        /// It did in part.
        Partial = "partial",
        /// It did not.
        Failed = "failed",
        /// The source leaves it open.
        Unknown = "unknown",
    }
}
