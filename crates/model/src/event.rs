//! What happened, is said to have happened, or is planned.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    Actor, Alias, Condition, Edtf, EventOrStatement, Id, Interest, Issue, Place, Position, Slug, Text,
    constructor::constructor,
    fact::fact,
    lexical::{is_default, present},
    vocabulary::vocabulary,
};

fact! {
    /// Something that happened, is said to have happened, or is planned.
    ///
    /// An agreement is an event between its `party` participants; its provisions are positions of the form `agreed` that are
    /// `in` it. A plan and what came of it are one record. Conflicts, wars, peace processes and series are events that others
    /// are `part_of`, and are never counted as single ones.
    pub struct Event {
        /// The id of the record.
        #[schemars(example = &"event/bridge-attack")]
        pub id: Id<Event>,
        /// What sort of event it is.
        #[serde(rename = "type")]
        #[schemars(example = &"attack")]
        pub r#type: EventType,
        /// What happened, in a few words of the dataset's own. Of what is alleged: that it is.
        #[schemars(example = &"Attack on a bridge")]
        pub title: Text,
        /// Other names under which it is known.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub aliases: Vec<Alias>,
        /// What happened, at more length, in the dataset's own words.
        #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
        #[schemars(example = &"Fighters crossed the river at dawn and burnt the toll house.")]
        pub description: Option<Text>,
        /// When it happened, as exactly as the source says and no more so.
        #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
        #[schemars(example = &"2031-05-02")]
        pub when: Option<Edtf>,
        /// For when it is or was planned. A term that runs from something else is the `within` of a condition.
        #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
        #[schemars(example = &"[..2031-09-30]")]
        pub due: Option<Edtf>,
        /// Whether it happened. It did, or is said to have, when left out.
        #[serde(default, skip_serializing_if = "is_default")]
        #[schemars(example = &"planned")]
        pub occurrence: Occurrence,
        /// Whether it is one event or many told as one. One, when left out.
        #[serde(default, skip_serializing_if = "is_default")]
        #[schemars(example = &"series")]
        pub extent: Extent,
        /// Where, and what part each place has.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub places: Vec<EventPlace>,
        /// Who had a part in it, and what part.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub participants: Vec<Participant>,
        /// What it was about: the questions on an agenda, what a conflict is fought over. That they are on an agenda does not mean that anybody agreed on them.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[schemars(extend("examples" = [["issue/autonomy"]]))]
        pub issues: Vec<Id<Issue>>,
        /// What came of it, as far as the source says.
        #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
        #[schemars(example = &"failed")]
        pub outcome: Option<Outcome>,
        /// Earlier events in whose wake it came. Order, not cause.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[schemars(extend("examples" = [["event/garrison-withdrawal"]]))]
        pub follows: Vec<Id<Event>>,
        /// What the source says brought it about: "from", "led to", "because".
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[schemars(extend("examples" = [["event/garrison-withdrawal", "statement/power-vacuum"]]))]
        pub caused_by: Vec<Id<EventOrStatement>>,
        /// On what a planned event depends. What has happened has causes and not conditions.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub conditions: Vec<Condition>,
        /// The larger event that it is part of.
        #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
        #[schemars(example = &"event/highland-war")]
        pub part_of: Option<Id<Event>>,
        /// The interests that it was meant to further, as the source says.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[schemars(extend("examples" = [["interest/league-autonomy"]]))]
        pub serves: Vec<Id<Interest>>,
        /// The positions that it fulfils or breaches, as the source says.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub bears_on: Vec<Bearing>,
    }
}

constructor! {
    Event(id: Id<Self>, r#type: EventType, title: Text)
    aliases, description, when, due, occurrence, extent, places, participants, issues, outcome, follows, caused_by, conditions, part_of, serves, bears_on; fact
}

vocabulary! {
    /// What sort of event an event is. The coarse word: a codebook's finer one is a coding.
    pub enum EventType {
        /// An armed attack by one side on people or things, of a sort that no finer word names. Not a fight: that is `clash`.
        Attack = "attack",
        /// An attack from afar: by aircraft, drone, artillery, rocket, mine or planted bomb.
        Bombardment = "bombardment",
        /// A fight in which both sides use arms.
        Clash = "clash",
        /// The killing of particular persons, or of persons in somebody's power. Not deaths in an attack, which are observations.
        Killing = "killing",
        /// The taking of persons or of a vehicle by those who have no lawful power to: kidnapping, hostage-taking, hijacking.
        Abduction = "abduction",
        /// The taking or holding of persons by an authority: arrest, internment, a raid that takes prisoners.
        Detention = "detention",
        /// Rape and other sexual violence.
        SexualViolence = "sexual-violence",
        /// The destruction or looting of property, without an attack on people.
        Destruction = "destruction",
        /// The driving of people from where they live, or their flight.
        Displacement = "displacement",
        /// A military or security operation told as a whole: an offensive, a raid, a campaign.
        Operation = "operation",
        /// The taking of a place or a thing into one's power, by force or not.
        Seizure = "seizure",
        /// The raising, alerting or showing of forces, short of their use: a mobilisation, an exercise, a parade as a threat.
        Mobilisation = "mobilisation",
        /// The moving of forces or of people: a deployment, an overflight, a crossing of a border.
        Movement = "movement",
        /// The leaving of a place by forces, of their own will or under pressure.
        Withdrawal = "withdrawal",
        /// People making a demand known in public, without violence of theirs: a demonstration, a strike, a blockade.
        Protest = "protest",
        /// Violence by a crowd, or between crowds.
        Riot = "riot",
        /// The coming to power of a party, or the fall of one, by whatever way but an election.
        ChangeOfPower = "change-of-power",
        /// A vote for an office or on a question.
        Election = "election",
        /// The founding, the announcement or the reshaping of a party, a body or a post, or an appointment to one.
        Formation = "formation",
        /// The end of a party or a body, or the leaving of a post.
        Dissolution = "dissolution",
        /// A measure short of force that is taken against a party: an embargo, a ban, an expulsion, a curfew, a freezing of funds.
        Sanction = "sanction",
        /// The easing or lifting of such a measure, or another step that gives way.
        Easing = "easing",
        /// A meeting, a visit or a call that is not told to be a negotiation.
        Meeting = "meeting",
        /// Talks in which parties seek an agreement: a round, a session, a mediator's shuttle.
        Negotiation = "negotiation",
        /// The breaking-off of talks, relations or cooperation: a walk-out, a recall of an ambassador.
        BreakOff = "break-off",
        /// The making of an agreement, whatever its name.
        Agreement = "agreement",
        /// A halt to fighting, agreed or declared by one side.
        Ceasefire = "ceasefire",
        /// Something said or published: a speech, a video, a report, praise, an announcement. What was asked, offered or refused in it is a position; the four words below are for accounts that tell the act and no more.
        Communication = "communication",
        /// Asking, urging or demanding, told as an act.
        Request = "request",
        /// Promising or declaring oneself ready, told as an act.
        Promise = "promise",
        /// Blaming, condemning, accusing or charging, told as an act.
        Accusation = "accusation",
        /// Refusing or rejecting, told as an act.
        Rejection = "rejection",
        /// Threatening with harm, told as an act.
        Threat = "threat",
        /// Working together: trade, joint works, exchange of intelligence, joint exercises or patrols.
        Cooperation = "cooperation",
        /// Money, goods, arms or help that is given.
        Aid = "aid",
        /// The letting go or the exchange of persons or things that were held.
        Release = "release",
        /// An inquiry, a trial or a verdict.
        Inquiry = "inquiry",
        /// A conflict, a war or a dyad as a whole, with its sides. Not a single fight.
        Conflict = "conflict",
        /// A peace process or another undertaking of several steps as a whole.
        Process = "process",
        /// Any other event.
        Other = "other",
    }
}

impl EventType {
    /// Whether such an event is a frame for others, and is never counted as a single one.
    pub const fn is_frame(self) -> bool {
        matches!(self, Self::Conflict | Self::Process)
    }
}

impl Event {
    /// Whether the event is one of those that may be counted: it happened, and is neither a series nor a frame for others.
    pub fn counts(&self) -> bool {
        self.occurrence == Occurrence::Happened && self.extent == Extent::Single && !self.r#type.is_frame()
    }

    /// The actors in a role, in the order of the record.
    pub fn in_role(&self, role: Role) -> impl Iterator<Item = &Id<Actor>> {
        self.participants
            .iter()
            .filter(move |participant| participant.role == role)
            .map(|participant| &participant.actor)
    }
}

vocabulary! {
    /// Whether an event happened.
    pub enum Occurrence {
        /// It happened, or is said to have; `modality` and standpoints tell how sure that is. This is what leaving the field out means.
        Happened = "happened",
        /// It is planned, agreed or announced, and nothing is known to have come of it yet.
        Planned = "planned",
        /// It was planned and will not or did not take place.
        CalledOff = "called-off",
    }
    default Happened
}

vocabulary! {
    /// Whether an event is one or many told as one.
    pub enum Extent {
        /// One event. This is what leaving the field out means.
        Single = "single",
        /// Several events told as one: "attacks on villages since spring". Never counted; single ones are `part_of` it.
        Series = "series",
    }
    default Single
}

/// A place's part in an event.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct EventPlace {
    /// Where.
    #[schemars(example = &"place/port-ostra")]
    pub place: Id<Place>,
    /// What part it has.
    #[schemars(example = &"site")]
    pub role: PlaceRole,
}

constructor! {
    EventPlace(place: Id<Place>, role: PlaceRole)
}

vocabulary! {
    /// The part of a place in an event.
    pub enum PlaceRole {
        /// Where it happened.
        Site = "site",
        /// From where it came or was launched.
        Origin = "origin",
        /// At which it was aimed, whether reached or not.
        Target = "target",
        /// What was crossed or passed through.
        Crossed = "crossed",
        /// How far it came.
        Reached = "reached",
        /// Where the parties talked, sat or signed.
        SeatOfTalks = "seat-of-talks",
    }
}

/// An actor's part in an event.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Participant {
    /// Who.
    #[schemars(example = &"actor/highland-league")]
    pub actor: Id<Actor>,
    /// What part it had.
    #[schemars(example = &"initiator")]
    pub role: Role,
    /// On which side, where the event has sides: any short name, the same for all on one side.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"a")]
    pub side: Option<Slug>,
}

constructor! {
    Participant(actor: Id<Actor>, role: Role)
    side
}

vocabulary! {
    /// The part of an actor in an event. None of the words says who is in the right.
    pub enum Role {
        /// Did it, or is said to have.
        Initiator = "initiator",
        /// One of those between whom it was: of a clash, a conflict, talks, an agreement. Not whoever was merely there.
        Party = "party",
        /// At whom it was aimed, whether harmed or not.
        Target = "target",
        /// Was harmed by it, whether aimed at or not.
        Victim = "victim",
        /// Helped those who did it.
        Supporter = "supporter",
        /// Was on a side, without the source saying what it did.
        Associate = "associate",
        /// Led it.
        Leader = "leader",
        /// Went between the parties.
        Mediator = "mediator",
        /// Gave the place for it.
        Host = "host",
        /// Stands for its being kept.
        Guarantor = "guarantor",
        /// Signed it. Only who is said to have signed; for whom an agreement is, is a `party`.
        Signatory = "signatory",
        /// Attested it, or saw it.
        Witness = "witness",
        /// Watched it or watches over it, without a part in it.
        Observer = "observer",
        /// Said or published it.
        Speaker = "speaker",
        /// Whom or what it was about: what was founded, dissolved, moved, released, appointed.
        Subject = "subject",
    }
}

/// What an event means for a position.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Bearing {
    /// The position: a provision of an agreement, a demand, an offer.
    #[schemars(example = &"position/league-opens-road")]
    pub position: Id<Position>,
    /// What it means for it.
    #[schemars(example = &"fulfils")]
    pub how: Compliance,
}

constructor! {
    Bearing(position: Id<Position>, how: Compliance)
}

vocabulary! {
    /// What an event means for a position, as the source says.
    pub enum Compliance {
        /// It brings about what the position asks for, or a part of it.
        Fulfils = "fulfils",
        /// It goes against it.
        Breaches = "breaches",
    }
}

vocabulary! {
    /// What came of an event.
    pub enum Outcome {
        /// It achieved what it was meant to.
        Succeeded = "succeeded",
        /// It did in part; of talks: they agreed on a part.
        Partial = "partial",
        /// It did not.
        Failed = "failed",
        /// Of talks: they ended in agreement.
        Agreed = "agreed",
        /// Of talks: they were put off, to be resumed.
        Adjourned = "adjourned",
        /// Of talks: they ended without agreement, or somebody left.
        BrokenOff = "broken-off",
        /// The source leaves it open.
        Unknown = "unknown",
    }
}
