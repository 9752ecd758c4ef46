//! Parties and places.

use standpoint_model::{Actor, ActorType, Alias, AliasType, CountryCode, Place, PlaceType};

use super::entity::Entity;

/// What `FollowTheMoney` has for a party.
pub(super) const fn schema(r#type: ActorType) -> &'static str {
    match r#type {
        ActorType::State | ActorType::Government | ActorType::StateForces | ActorType::IntergovernmentalBody => {
            "PublicBody"
        }
        ActorType::ArmedGroup
        | ActorType::PoliticalParty
        | ActorType::Network
        | ActorType::Alliance
        | ActorType::Media
        | ActorType::Organisation
        | ActorType::UnexpandedLabel => "Organization",
        ActorType::Individual => "Person",
        ActorType::Company => "Company",
        ActorType::Population | ActorType::UnarmedGroup => "LegalEntity",
    }
}

/// The topic in which its type says that it is, where that is no judgement.
const fn topic(r#type: ActorType) -> Option<&'static str> {
    match r#type {
        ActorType::Government => Some("gov.national"),
        ActorType::StateForces => Some("mil"),
        ActorType::IntergovernmentalBody => Some("gov.igo"),
        ActorType::PoliticalParty => Some("pol.party"),
        ActorType::State
        | ActorType::ArmedGroup
        | ActorType::UnarmedGroup
        | ActorType::Network
        | ActorType::Alliance
        | ActorType::Population
        | ActorType::Company
        | ActorType::Media
        | ActorType::Organisation
        | ActorType::Individual
        | ActorType::UnexpandedLabel => None,
    }
}

pub(super) fn actor(actor: &Actor, entity: &mut Entity) {
    entity.name("name", actor.name.as_str());
    entity.add("keywords", actor.r#type.as_str());
    if let Some(topic) = topic(actor.r#type) {
        entity.add("topics", topic);
    }
    for alias in &actor.aliases {
        other_name(alias, entity);
    }
    if let Some(country) = actor.country {
        add_country(country, entity);
    }
    if let Some(seat) = &actor.seat {
        entity.refer("addressEntity", "Seat", seat.as_str());
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
}

/// A country by its code of two letters. Of a country that is no more, and of one that has a code that was never given out, the
/// line alone tells.
fn add_country(country: CountryCode, entity: &mut Entity) {
    if let Some(code) = country.alpha2() {
        entity.add("country", code.to_lowercase());
    }
    entity.line("Country", country.as_str());
}

pub(super) fn place(place: &Place, entity: &mut Entity) {
    entity.name("name", place.name.as_str());
    // What is shown of an address is its summary.
    entity.text("summary", place.name.as_str());
    match place.r#type {
        PlaceType::City => entity.text("city", place.name.as_str()),
        PlaceType::Province => entity.text("state", place.name.as_str()),
        PlaceType::Region => entity.text("region", place.name.as_str()),
        PlaceType::Country | PlaceType::District | PlaceType::River | PlaceType::Site => {}
    }
    entity.add("keywords", place.r#type.as_str());
    if let Some(country) = place.country {
        add_country(country, entity);
    }
    for country in &place.overlaps {
        entity.line("Overlaps", country.as_str());
        if let Some(code) = country.alpha2() {
            entity.add("country", code.to_lowercase());
        }
    }
    if let Some(precision) = place.precision {
        entity.line("Precision of the point", precision.as_str());
    }
    if let Some(location) = place.location {
        entity.add("latitude", location.latitude.get().to_string());
        entity.add("longitude", location.longitude.get().to_string());
    }
    if let Some(around) = &place.within {
        entity.refer("addressEntity", "Within", around.as_str());
    }
}
