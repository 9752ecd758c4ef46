//! Parties and places.

use standpoint_model::{Actor, ActorType, Alias, AliasType, Place, PlaceType};

use super::entity::Entity;

/// What `FollowTheMoney` has for a party.
pub(super) const fn schema(r#type: ActorType) -> &'static str {
    match r#type {
        ActorType::State | ActorType::Government | ActorType::StateForces | ActorType::IntergovernmentalBody => {
            "PublicBody"
        }
        ActorType::ArmedGroup
        | ActorType::Network
        | ActorType::Alliance
        | ActorType::Organisation
        | ActorType::UnexpandedLabel => "Organization",
        ActorType::Individual => "Person",
        ActorType::Population => "LegalEntity",
    }
}

pub(super) fn actor(actor: &Actor, entity: &mut Entity) {
    entity.name("name", actor.name.as_str());
    entity.add("keywords", actor.r#type.as_str());
    for alias in &actor.aliases {
        other_name(alias, entity);
    }
    for code in &actor.codes {
        entity.line(&format!("Code {}", code.scheme), code.value.as_str());
    }
    if let Some(country) = actor.country {
        entity.add("country", country.alpha2().to_lowercase());
    }
    if let Some(description) = &actor.description {
        entity.text("description", description.as_str());
    }
}

fn other_name(alias: &Alias, entity: &mut Entity) {
    let property = match alias.r#type {
        AliasType::Abbreviation => "abbreviation",
        AliasType::Former => "previousName",
        AliasType::Expansion
        | AliasType::Alternative
        | AliasType::SelfDesignation
        | AliasType::GivenByOthers
        | AliasType::Translation
        | AliasType::Transliteration => "alias",
    };
    entity.name(property, alias.text.as_str());
    let language = alias.language.as_ref().map(|language| format!(" {}", language.as_str())).unwrap_or_default();
    entity.line(&format!("Alias {}{language}", alias.r#type), alias.text.as_str());
}

pub(super) fn place(place: &Place, entity: &mut Entity) {
    entity.name("name", place.name.as_str());
    // What is shown of an address is its summary.
    entity.text("summary", place.name.as_str());
    match place.r#type {
        PlaceType::City => entity.text("city", place.name.as_str()),
        PlaceType::Province => entity.text("state", place.name.as_str()),
        PlaceType::Region => entity.text("region", place.name.as_str()),
        PlaceType::Country | PlaceType::River | PlaceType::Site => {}
    }
    entity.add("keywords", place.r#type.as_str());
    if let Some(country) = place.country {
        entity.add("country", country.alpha2().to_lowercase());
    }
    for country in &place.overlaps {
        entity.add("country", country.alpha2().to_lowercase());
        entity.line("Overlaps", country.as_str());
    }
    if let Some(location) = place.location {
        entity.add("latitude", location.latitude.get().to_string());
        entity.add("longitude", location.longitude.get().to_string());
    }
    if let Some(around) = &place.within {
        entity.refer("addressEntity", "Within", around.as_str());
    }
}
