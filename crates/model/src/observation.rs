//! Quantities.

use crate::{
    Actor, Edtf, Estimate, Id, RecordId, Text, Unit, constructor::constructor, fact::fact, lexical::present,
    vocabulary::vocabulary,
};

fact! {
    /// A quantity, about a record, at a time. A figure that differs is another observation; nobody need declare that they differ.
    ///
    /// A zero is an observation only if somebody counted: not where a codebook leaves a cell at zero.
    pub struct Observation {
        /// The id of the record.
        #[schemars(example = &"observation/bridge-attack-guards-killed")]
        pub id: Id<Observation>,
        /// What the quantity is about: mostly an event or an actor.
        #[schemars(example = &"event/bridge-attack")]
        pub about: RecordId,
        /// Whose people or things are counted, where that is told: the party of the dead.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[schemars(extend("examples" = [["actor/river-guard"]]))]
        pub of: Vec<Id<Actor>>,
        /// What is counted or measured.
        #[schemars(example = &"killed")]
        pub measure: Measure,
        /// In what unit. Left out: persons, if the measure is of persons; pieces, if it is of things.
        #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
        #[schemars(example = &"EUR")]
        pub unit: Option<Unit>,
        /// How many or how much.
        pub value: Estimate,
        /// The total in which this figure is contained, so that nobody adds both.
        #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
        #[schemars(example = &"observation/bridge-attack-killed")]
        pub part_of: Option<Id<Observation>>,
        /// Of whom or of what, in the dataset's own words: what `of` does not hold.
        #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
        #[schemars(example = &"guards off duty")]
        pub population: Option<Text>,
        /// At what time.
        #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
        #[schemars(example = &"2031-05-02")]
        pub when: Option<Edtf>,
    }
}

constructor! {
    Observation(id: Id<Self>, about: RecordId, measure: Measure, value: Estimate)
    of, unit, part_of, population, when; fact
}

vocabulary! {
    /// What an observation counts or measures.
    pub enum Measure {
        /// Persons under arms for an actor.
        Fighters = "fighters",
        /// Members of an actor, armed or not.
        Members = "members",
        /// Persons who took part: in a protest, a meeting, an attack.
        Participants = "participants",
        /// Persons killed.
        Killed = "killed",
        /// Persons injured.
        Injured = "injured",
        /// Persons killed or injured, where the source does not tell them apart.
        Casualties = "casualties",
        /// Persons missing.
        Missing = "missing",
        /// Persons captured, arrested or held by an authority or a party to the fight.
        Detained = "detained",
        /// Persons abducted or taken hostage.
        Abducted = "abducted",
        /// Persons let go, or to be let go.
        Released = "released",
        /// Persons driven from their homes.
        Displaced = "displaced",
        /// Persons who live somewhere or belong to a community.
        Population = "population",
        /// Votes, or the share of them.
        Votes = "votes",
        /// Those who are for it, or the share of them: in a poll, in a body.
        Approval = "approval",
        /// Rockets, shells, bombs or other munitions that were fired, dropped or laid.
        Munitions = "munitions",
        /// Those of them that arrived, landed or went off.
        MunitionsArrived = "munitions-arrived",
        /// Weapons, vehicles, aircraft or other arms that an actor has, gets or loses.
        Weapons = "weapons",
        /// Attacks.
        Attacks = "attacks",
        /// Other events: violations, meetings, protests. The population says which.
        Events = "events",
        /// Buildings or other things that were destroyed or damaged, in pieces or in money.
        Damage = "damage",
        /// Money that is given, taken, held or owed.
        Funds = "funds",
        /// Money asked or paid for the release of persons.
        Ransom = "ransom",
        /// Land that is held, in area or as a share.
        Territory = "territory",
        /// What an actor can bring to bear on others, as somebody rates it.
        Capability = "capability",
        /// How long it lasted.
        Duration = "duration",
        /// How far: a distance, a range.
        Distance = "distance",
        /// Anything else; the population says what.
        Other = "other",
    }
}

/// What a measure measures, by which the units that fit it are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Dimension {
    /// Persons: in persons or in percent.
    Persons,
    /// Things that are counted: without a unit, with an annotation of UCUM, or in percent.
    Things,
    /// Things or persons that are counted or valued: in any unit.
    Anything,
    /// Money: in a currency.
    Money,
    /// Land: in a unit of area, or in percent.
    Area,
    /// Time: in a unit of time.
    Time,
    /// Length: in a unit of length.
    Length,
}

impl Measure {
    /// What it measures.
    pub const fn dimension(self) -> Dimension {
        match self {
            Self::Fighters
            | Self::Members
            | Self::Participants
            | Self::Killed
            | Self::Injured
            | Self::Casualties
            | Self::Missing
            | Self::Detained
            | Self::Abducted
            | Self::Released
            | Self::Displaced
            | Self::Population
            | Self::Votes
            | Self::Approval => Dimension::Persons,
            Self::Munitions | Self::MunitionsArrived | Self::Weapons | Self::Attacks | Self::Events => {
                Dimension::Things
            }
            Self::Damage | Self::Capability | Self::Other => Dimension::Anything,
            Self::Funds | Self::Ransom => Dimension::Money,
            Self::Territory => Dimension::Area,
            Self::Duration => Dimension::Time,
            Self::Distance => Dimension::Length,
        }
    }
}

impl Observation {
    /// The unit: the one that is given, or persons where the measure is of persons. None is a number of things.
    pub fn unit(&self) -> Option<Unit> {
        let persons = || (self.measure.dimension() == Dimension::Persons).then(Unit::persons);
        self.unit.clone().or_else(persons)
    }
}
