//! The types of relationship that `OpenCTI` accepts. It has a closed list for each pair of types of objects, in which most of our words
//! are not, and refuses any other; `related-to` goes everywhere.

use standpoint_model::{Actor, PlaceRole, Record, Relationship, RelationshipType, Role};

use super::party::identity_class;

/// The type that says the least, and that any two objects may have.
pub(super) const RELATED_TO: &str = "related-to";

/// What an actor, a place or anything else is to `OpenCTI`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    ThreatActor,
    Individual,
    /// It has classes of people for sectors.
    Sector,
    Organization,
    Location,
    Other,
}

impl End {
    fn of(record: Option<&Record>) -> Self {
        match record {
            Some(Record::Actor(actor)) => Self::of_actor(actor),
            Some(Record::Place(_)) => Self::Location,
            _ => Self::Other,
        }
    }

    /// An identity of any other class is an organisation to it.
    fn of_actor(actor: &Actor) -> Self {
        match identity_class(actor.r#type) {
            None => Self::ThreatActor,
            Some("individual") => Self::Individual,
            Some("class") => Self::Sector,
            Some(_) => Self::Organization,
        }
    }
}

/// The type of a relationship of the dataset between two records. What is over is no more than related, as is what the platform has
/// no word for: whoever goes under another's name is no part of it.
pub(super) fn of_relationship(tie: &Relationship, subject: Option<&Record>, object: Option<&Record>) -> &'static str {
    use End::{Individual, Location, Organization, Sector, ThreatActor};
    use RelationshipType as Type;
    let ends = (End::of(subject), End::of(object));
    match (tie.r#type, ends) {
        _ if tie.former => RELATED_TO,
        (Type::Ally | Type::Partner | Type::CoordinatedWith, (ThreatActor, ThreatActor)) => "cooperates-with",
        (Type::PartOf | Type::MemberOf, (ThreatActor, ThreatActor) | (Organization | Individual, Organization))
        | (Type::PartOf, (Sector, Sector)) => "part-of",
        (
            Type::SplitFrom | Type::DrawnFrom | Type::SuccessorOf,
            (ThreatActor, ThreatActor) | (Organization, Organization),
        ) => "derived-from",
        (Type::BasedIn, (ThreatActor | Organization | Individual | Sector, Location)) => LOCATED_AT,
        _ => RELATED_TO,
    }
}

/// The type between an actor and its seat.
pub(super) const LOCATED_AT: &str = "located-at";

/// The type between an event and somebody who took part in it: it is attributed to threat actors alone, and targets anybody else.
pub(super) fn of_role(role: Role, actor: Option<&Record>) -> &'static str {
    match (role, End::of(actor)) {
        (Role::Initiator, End::ThreatActor) => "attributed-to",
        (Role::Target, End::Individual | End::Sector | End::Organization) => "targets",
        _ => RELATED_TO,
    }
}

/// The type between an event and a place. An incident is located nowhere.
pub(super) const fn of_place(role: PlaceRole) -> &'static str {
    match role {
        PlaceRole::Target => "targets",
        PlaceRole::Origin => "originates-from",
        PlaceRole::Site | PlaceRole::SeatOfTalks | PlaceRole::Reached | PlaceRole::Crossed => RELATED_TO,
    }
}
