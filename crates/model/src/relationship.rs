//! How actors stand to one another.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Actor, ActorType, Basis, Edtf, Id, Status, Text, Waiver, lexical::present, vocabulary::vocabulary};

/// How one actor, the subject, stands to another, the object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Relationship {
    /// The id of the record.
    #[schemars(example = &"relationship/rebels-adversary-government")]
    pub id: Id<Relationship>,
    /// The actor from whose side the relationship is told.
    #[schemars(example = &"actor/northern-rebels")]
    pub subject: Id<Actor>,
    /// The actor on the other side.
    #[schemars(example = &"actor/government")]
    pub object: Id<Actor>,
    /// How the subject stands to the object.
    #[serde(rename = "type")]
    #[schemars(example = &"adversary")]
    pub r#type: RelationshipType,
    /// When it held. Several records with different times are successive statuses.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"2019/2021-08")]
    pub when: Option<Edtf>,
    /// What sort of tie it was, in the dataset's own words, where the type alone does not tell.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"A rivalry over the same recruits.")]
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
    /// How one actor stands to another.
    pub enum RelationshipType {
        /// The subject treats the object as an ally.
        Ally = "ally",
        /// The subject works with the object without being its ally.
        Partner = "partner",
        /// The subject competes with the object.
        Rival = "rival",
        /// The subject treats the object as an adversary.
        Adversary = "adversary",
        /// The subject is the affiliate, branch or province of the object.
        AffiliateOf = "affiliate-of",
        /// The subject was formed by members or former members of the object.
        DrawnFrom = "drawn-from",
        /// The subject broke away from the object.
        SplitFrom = "split-from",
        /// The subject became part of the object.
        MergedInto = "merged-into",
        /// The subject is or was led by the object, a person.
        LedBy = "led-by",
        /// The subject belongs or belonged to the object.
        MemberOf = "member-of",
        /// The two acted together on some occasion.
        CoordinatedWith = "coordinated-with",
    }
}

/// Whether a type of relationship says how actors feel about one another or how they are built.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Ally, partner, rival or adversary, as assessed from the subject's side.
    Posture,
    /// A tie of membership, descent, leadership or cooperation.
    Structure,
}

/// What holds for every relationship of one type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RelationshipRule {
    /// The type.
    pub r#type: RelationshipType,
    /// What it speaks of.
    pub family: Family,
    /// Whether it holds from the object's side as it does from the subject's.
    pub symmetric: bool,
    /// The relationship as told from the object's side, in words.
    pub inverse: &'static str,
    /// The types of actor that may be its subject.
    pub subjects: &'static [ActorType],
    /// The types of actor that may be its object.
    pub objects: &'static [ActorType],
}

const ANYONE: &[ActorType] = ActorType::ALL;

/// Whoever can have branches, leaders and members: whatever is more than one person. Communities form coalitions too, and
/// states merge.
const BODIES: &[ActorType] = &[
    ActorType::State,
    ActorType::Government,
    ActorType::StateForces,
    ActorType::ArmedGroup,
    ActorType::Network,
    ActorType::IntergovernmentalBody,
    ActorType::Alliance,
    ActorType::Population,
    ActorType::Organisation,
    ActorType::UnexpandedLabel,
];

const PERSONS: &[ActorType] = &[ActorType::Individual];

/// What holds for each type of relationship: the one table that validator, exports and documentation read.
pub const RELATIONSHIP_RULES: [RelationshipRule; 11] = [
    posture(RelationshipType::Ally, "regarded as an ally by"),
    posture(RelationshipType::Partner, "regarded as a partner by"),
    posture(RelationshipType::Rival, "regarded as a rival by"),
    posture(RelationshipType::Adversary, "regarded as an adversary by"),
    structure(RelationshipType::AffiliateOf, "has the affiliate", BODIES, BODIES),
    structure(RelationshipType::DrawnFrom, "gave members to", BODIES, BODIES),
    structure(RelationshipType::SplitFrom, "lost by a split", BODIES, BODIES),
    structure(RelationshipType::MergedInto, "absorbed", BODIES, BODIES),
    structure(RelationshipType::LedBy, "leads", BODIES, PERSONS),
    structure(RelationshipType::MemberOf, "has the member", ANYONE, BODIES),
    RelationshipRule {
        r#type: RelationshipType::CoordinatedWith,
        family: Family::Structure,
        symmetric: true,
        inverse: "coordinated with",
        subjects: ANYONE,
        objects: ANYONE,
    },
];

const fn posture(r#type: RelationshipType, inverse: &'static str) -> RelationshipRule {
    RelationshipRule { r#type, family: Family::Posture, symmetric: false, inverse, subjects: ANYONE, objects: ANYONE }
}

const fn structure(
    r#type: RelationshipType,
    inverse: &'static str,
    subjects: &'static [ActorType],
    objects: &'static [ActorType],
) -> RelationshipRule {
    RelationshipRule { r#type, family: Family::Structure, symmetric: false, inverse, subjects, objects }
}

impl RelationshipType {
    /// What holds for every relationship of this type.
    pub const fn rule(self) -> &'static RelationshipRule {
        // The table is in the order of declaration, which a test asserts.
        &RELATIONSHIP_RULES[self as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_a_row_for_each_type_in_order() {
        let rows: Vec<RelationshipType> = RELATIONSHIP_RULES.iter().map(|rule| rule.r#type).collect();
        assert_eq!(rows, RelationshipType::ALL);
    }
}
