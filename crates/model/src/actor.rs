//! The parties.

use crate::{
    Alias, CountryCode, Id, Place, Text, constructor::constructor, fact::fact, lexical::present, vocabulary::vocabulary,
};

fact! {
    /// A party to the conflict, or a name that the source leaves unexpanded.
    pub struct Actor {
        /// The id of the record.
        #[schemars(example = &"actor/highland-league")]
        pub id: Id<Actor>,
        /// What sort of party it is.
        #[serde(rename = "type")]
        #[schemars(example = &"armed-group")]
        pub r#type: ActorType,
        /// The name under which the dataset lists it: one that takes no side. A name that it claims and others deny it is an alias.
        #[schemars(example = &"Highland League")]
        pub name: Text,
        /// Other names.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub aliases: Vec<Alias>,
        /// The country that it is, governs or belongs to. Not the countries in which it is active: those are relationships of the type `operates-in`.
        #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
        #[schemars(example = &"ISL")]
        pub country: Option<CountryCode>,
        /// What it is, in the dataset's own words.
        #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
        #[schemars(example = &"An armed group founded by former officers.")]
        pub description: Option<Text>,
        /// Where it has its seat. Where its people live or fight is a relationship of the type `based-in`, `operates-in` or `controls`.
        #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
        #[schemars(example = &"place/port-ostra")]
        pub seat: Option<Id<Place>>,
    }
}

constructor! {
    Actor(id: Id<Self>, r#type: ActorType, name: Text)
    aliases, country, description, seat; fact
}

vocabulary! {
    /// What sort of party an actor is.
    pub enum ActorType {
        /// A country as a party to international affairs, recognised by all or not.
        State = "state",
        /// The government or the authorities of a country, or of a part of one.
        Government = "government",
        /// The armed or security forces of a state or an alliance. A militia that a state pays is an armed group.
        StateForces = "state-forces",
        /// A group under arms that is not a state's: rebels, militias, communal fighters.
        ArmedGroup = "armed-group",
        /// People who act together without arms and without an organisation: protesters, strikers, a mob.
        UnarmedGroup = "unarmed-group",
        /// A political party or movement that seeks office. Its armed wing is an actor of its own.
        PoliticalParty = "political-party",
        /// A network of persons or groups without one leadership.
        Network = "network",
        /// A body set up between governments.
        IntergovernmentalBody = "intergovernmental-body",
        /// An alliance, coalition or delegation of several parties.
        Alliance = "alliance",
        /// A people, a community or another part of the population. Not people who act together: that is `unarmed-group`.
        Population = "population",
        /// A business, public or private.
        Company = "company",
        /// A newspaper, a broadcaster, an agency or another outlet, as a party or as a witness.
        Media = "media",
        /// An organisation of any other sort: a charity, a court, a religious body, a criminal gang.
        Organisation = "organisation",
        /// A single person.
        Individual = "individual",
        /// A label that the source uses and never expands, so that nobody can be sure whom it names.
        UnexpandedLabel = "unexpanded-label",
    }
}
