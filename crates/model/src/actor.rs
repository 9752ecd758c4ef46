//! The parties.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    Basis, CountryCode, Id, LanguageTag, Slug, Status, Text, Waiver, lexical::present, vocabulary::vocabulary,
};

/// A party to the conflict, or a name that the source leaves unexpanded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Actor {
    /// The id of the record.
    #[schemars(example = &"actor/iskp")]
    pub id: Id<Actor>,
    /// What sort of party it is.
    #[serde(rename = "type")]
    #[schemars(example = &"armed-group")]
    pub r#type: ActorType,
    /// The name under which the dataset lists it.
    #[schemars(example = &"Northern Front")]
    pub name: Text,
    /// Other names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Alias>,
    /// Codes by which it is known: the source's own beside standard ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<Code>,
    /// The country that it is, governs or belongs to.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"AFG")]
    pub country: Option<CountryCode>,
    /// What it is, in the dataset's own words.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"An armed group founded by former officers.")]
    pub description: Option<Text>,
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
    /// What sort of party an actor is.
    pub enum ActorType {
        /// A country as a party to international affairs.
        State = "state",
        /// The government or the authorities of a country.
        Government = "government",
        /// The armed or security forces of a state or an alliance.
        StateForces = "state-forces",
        /// An armed group that is not a state's.
        ArmedGroup = "armed-group",
        /// A network of persons or groups.
        Network = "network",
        /// A body set up between governments.
        IntergovernmentalBody = "intergovernmental-body",
        /// An alliance or coalition.
        Alliance = "alliance",
        /// A people, a community or another part of the population.
        Population = "population",
        /// An organisation of any other sort.
        Organisation = "organisation",
        /// A single person.
        Individual = "individual",
        /// A label that the source uses and never expands, so that nobody can be sure whom it names.
        UnexpandedLabel = "unexpanded-label",
    }
}

/// Another name of an actor.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Alias {
    /// The name.
    #[schemars(example = &"NF")]
    pub text: Text,
    /// The language it is in.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"en")]
    pub language: Option<LanguageTag>,
    /// What sort of name it is.
    #[serde(rename = "type")]
    #[schemars(example = &"abbreviation")]
    pub r#type: AliasType,
}

vocabulary! {
    /// What sort of name an alias is.
    pub enum AliasType {
        /// Letters that stand for a longer name.
        Abbreviation = "abbreviation",
        /// The longer name that letters stand for.
        Expansion = "expansion",
        /// Another name or spelling in use.
        Alternative = "alternative",
        /// A name used earlier.
        Former = "former",
        /// The name by which it calls itself.
        SelfDesignation = "self-designation",
        /// A name that others give it.
        GivenByOthers = "given-by-others",
        /// The name in another language.
        Translation = "translation",
        /// The name in another script.
        Transliteration = "transliteration",
    }
}

/// A code by which an actor is known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Code {
    /// The list of codes: `iso3166-1-alpha-2` and `iso3166-1-alpha-3` are checked, others are the source's own.
    #[schemars(example = &"iso3166-1-alpha-3")]
    pub scheme: Slug,
    /// The code, as that list writes it.
    #[schemars(example = &"IRN")]
    pub value: Text,
}
