//! Places.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    Alias, CountryCode, Id, Latitude, Longitude, Text, constructor::constructor, fact::fact, lexical::present,
    vocabulary::vocabulary,
};

fact! {
    /// A place.
    pub struct Place {
        /// The id of the record.
        #[schemars(example = &"place/port-ostra")]
        pub id: Id<Place>,
        /// What sort of place it is.
        #[serde(rename = "type")]
        #[schemars(example = &"city")]
        pub r#type: PlaceType,
        /// The name under which the dataset lists it.
        #[schemars(example = &"Port Ostra")]
        pub name: Text,
        /// Other names.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub aliases: Vec<Alias>,
        /// The one country in which it lies, or which it is.
        #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
        #[schemars(example = &"ISL")]
        pub country: Option<CountryCode>,
        /// Where it is. Needs a source for the coordinates, such as a gazetteer; left out if there is none.
        #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
        pub location: Option<Location>,
        /// How near the point of `location` is to what happened there. Left out if that is not known.
        #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
        #[schemars(example = &"exact")]
        pub precision: Option<PointPrecision>,
        /// The larger place that it is part of.
        #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
        #[schemars(example = &"place/ostra-district")]
        pub within: Option<Id<Place>>,
        /// The countries over whose territory it extends, if that is more than one.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[schemars(extend("examples" = [["ISL", "NOR"]]))]
        pub overlaps: Vec<CountryCode>,
    }
}

constructor! {
    Place(id: Id<Self>, r#type: PlaceType, name: Text)
    aliases, country, location, precision, within, overlaps; fact
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
        /// A district or another division below a province.
        District = "district",
        /// A city, a town, a village or a camp in which people live.
        City = "city",
        /// A river, a lake, a sea or a strait.
        River = "river",
        /// A building, a compound, a base, a road or another single spot.
        Site = "site",
    }
}

vocabulary! {
    /// How exact a point is: what the point stands for.
    pub enum PointPrecision {
        /// The place itself.
        Exact = "exact",
        /// Somewhere near: the point is of a known place, within some 25 kilometres.
        Near = "near",
        /// Somewhere along a river, a road or a border, or in an area without bounds of its own.
        Feature = "feature",
        /// Somewhere in a district, of which the point is the centre or the chief town.
        District = "district",
        /// Somewhere in a province, of which the point is the centre or the chief town.
        Province = "province",
        /// Somewhere in a country, or over its waters, of which the point is the centre or the capital.
        Country = "country",
    }
}

/// A point on the earth, in degrees of the World Geodetic System 1984.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Location {
    /// Degrees east, -180 to 180.
    #[schemars(example = -20.25)]
    pub longitude: Longitude,
    /// Degrees north, -90 to 90.
    #[schemars(example = 64.5)]
    pub latitude: Latitude,
}

constructor! {
    Location(longitude: Longitude, latitude: Latitude)
}
