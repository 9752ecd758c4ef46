//! Places.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    Basis, CountryCode, Id, Latitude, Longitude, Status, Text, Waiver, lexical::present, vocabulary::vocabulary,
};

/// A place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// The id of the record.
    #[schemars(example = &"place/kabul")]
    pub id: Id<Place>,
    /// What sort of place it is.
    #[serde(rename = "type")]
    #[schemars(example = &"city")]
    pub r#type: PlaceType,
    /// The name under which the dataset lists it.
    #[schemars(example = &"Kabul")]
    pub name: Text,
    /// The one country in which it lies, or which it is.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"AFG")]
    pub country: Option<CountryCode>,
    /// Where it is. Needs a source for the coordinates, such as a gazetteer; left out where there is none.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub location: Option<Location>,
    /// The larger place that it is part of.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"place/afghanistan")]
    pub within: Option<Id<Place>>,
    /// The countries over whose territory it extends, where that is more than one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("examples" = [["AFG", "PAK"]]))]
    pub overlaps: Vec<CountryCode>,
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
    /// What sort of place a place is.
    pub enum PlaceType {
        /// A region: historical, geographical, or part of one or several countries.
        Region = "region",
        /// A country.
        Country = "country",
        /// A province or another first-level division of a country.
        Province = "province",
        /// A city, a town or a village.
        City = "city",
        /// A river.
        River = "river",
        /// A building, a compound or another single spot.
        Site = "site",
    }
}

/// A point on the earth, in degrees of the World Geodetic System 1984.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Location {
    /// Degrees east, -180 to 180.
    #[schemars(example = 69.2123)]
    pub longitude: Longitude,
    /// Degrees north, -90 to 90.
    #[schemars(example = 34.5658)]
    pub latitude: Latitude,
}
