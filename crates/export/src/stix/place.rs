//! Places as locations, which must have a country, a region or coordinates.

use serde_json::Value;
use standpoint_model::{Place, PlaceType};

use super::{bundle::Bundle, opencti, properties::Object};
use crate::country::country_of;

/// The words of `region-ov`, which are those of the United Nations (M49).
const REGIONS: [&str; 29] = [
    "africa",
    "eastern-africa",
    "middle-africa",
    "northern-africa",
    "southern-africa",
    "western-africa",
    "americas",
    "latin-america-caribbean",
    "south-america",
    "caribbean",
    "central-america",
    "northern-america",
    "asia",
    "central-asia",
    "eastern-asia",
    "southern-asia",
    "south-eastern-asia",
    "western-asia",
    "europe",
    "eastern-europe",
    "northern-europe",
    "southern-europe",
    "western-europe",
    "oceania",
    "australia-new-zealand",
    "melanesia",
    "micronesia",
    "polynesia",
    "antarctica",
];

pub(super) fn fill(bundle: &Bundle<'_>, place: &Place, object: &mut Object) {
    let mut set = |name: &str, value: Value| object.insert(name.into(), value);
    set("name", place.name.as_str().into());
    match place.r#type {
        PlaceType::Province => drop(set("administrative_area", place.name.as_str().into())),
        PlaceType::City => drop(set("city", place.name.as_str().into())),
        PlaceType::Region | PlaceType::Country | PlaceType::District | PlaceType::River | PlaceType::Site => {}
    }
    if let Some(location) = place.location {
        set("latitude", location.latitude.get().into());
        set("longitude", location.longitude.get().into());
    }
    let country = country_of(place, bundle.dataset);
    // A country that is no more has no code of two letters.
    let code = country.and_then(|country| country.alpha2());
    if let Some(code) = code {
        set("country", code.into());
    }
    let known = known_region(place);
    if known.is_some() || (code.is_none() && place.location.is_none()) {
        set("region", known.map_or_else(|| word(place.id.slug()), str::to_owned).into());
    }
    opencti::set(object, "type", opencti::location(place.r#type));
}

/// A slug as a word of a vocabulary, which has letters.
fn word(slug: &str) -> String {
    if slug.bytes().any(|b| b.is_ascii_lowercase()) { slug.to_owned() } else { format!("region-{slug}") }
}

fn known_region(place: &Place) -> Option<&'static str> {
    let name = place.name.as_str().to_lowercase().replace(' ', "-");
    REGIONS.into_iter().find(|region| *region == name)
}
