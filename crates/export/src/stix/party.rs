//! Which actors are threat actors, and of which class the others are.

use standpoint_model::ActorType;

/// The class of the identity that an actor of a type is; none of a threat actor. Whoever is a party of violence and no state is one,
/// which is no judgement of ours.
pub(super) const fn identity_class(r#type: ActorType) -> Option<&'static str> {
    Some(match r#type {
        ActorType::ArmedGroup | ActorType::Network => return None,
        ActorType::State
        | ActorType::Government
        | ActorType::StateForces
        | ActorType::IntergovernmentalBody
        | ActorType::PoliticalParty
        | ActorType::Company
        | ActorType::Media
        | ActorType::Organisation => "organization",
        ActorType::Alliance | ActorType::UnarmedGroup => "group",
        ActorType::Population => "class",
        ActorType::Individual => "individual",
        ActorType::UnexpandedLabel => "unknown",
    })
}
