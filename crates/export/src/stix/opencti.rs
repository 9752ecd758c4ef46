//! What `OpenCTI` reads in an extension of its own, because STIX has no property for it.

use serde_json::{Value, json};
use standpoint_model::{PlaceType, Reliability};

use super::properties::Object;

/// The extension, whose definition the platform has itself.
const EXTENSION: &str = "extension-definition--ea279b3e-5c71-4632-ac08-831c66a786ba";

pub(super) fn set(object: &mut Object, name: &str, value: &str) {
    if let Some(Value::Object(extensions)) = object.get_mut("extensions") {
        extensions.insert(EXTENSION.into(), json!({ "extension_type": "property-extension", name: value }));
    }
}

/// What a place is on its map. Without this, whatever lies in a country is a country to it.
pub(super) const fn location(r#type: PlaceType) -> &'static str {
    match r#type {
        PlaceType::Region => "Region",
        PlaceType::Country => "Country",
        PlaceType::Province | PlaceType::District => "Administrative-Area",
        PlaceType::City => "City",
        PlaceType::River | PlaceType::Site => "Position",
    }
}

/// Its words for the reliability of a source, which are those of the Admiralty.
pub(super) const fn reliability(reliability: Reliability) -> &'static str {
    match reliability {
        Reliability::A => "A - Completely reliable",
        Reliability::B => "B - Usually reliable",
        Reliability::C => "C - Fairly reliable",
        Reliability::D => "D - Not usually reliable",
        Reliability::E => "E - Unreliable",
        Reliability::F => "F - Reliability cannot be judged",
    }
}
