//! How actors stand to one another and to places.

use crate::{
    Actor, ActorOrPlace, ActorType, Edtf, Id, Kind, Stance, Text,
    constructor::constructor,
    fact::fact,
    lexical::{is_default, present},
    vocabulary::vocabulary,
};

fact! {
    /// How an actor, the subject, stands to another actor or to a place, the object.
    ///
    /// Of a posture (`ally`, `partner`, `rival`, `adversary`) it is the *source* that says so, unless the subject stands among
    /// those who assert it: only then does the subject itself regard the object so.
    pub struct Relationship {
        /// The id of the record.
        #[schemars(example = &"relationship/league-adversary-council")]
        pub id: Id<Relationship>,
        /// The actor from whose side the relationship is told.
        #[schemars(example = &"actor/highland-league")]
        pub subject: Id<Actor>,
        /// The actor on the other side; for `based-in`, `operates-in` and `controls` the place.
        #[schemars(example = &"actor/valley-council")]
        pub object: Id<ActorOrPlace>,
        /// How the subject stands to the object.
        #[serde(rename = "type")]
        #[schemars(example = &"adversary")]
        pub r#type: RelationshipType,
        /// When it held. Several records with different times are successive statuses. An interval gets no end that the source does not give.
        #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
        #[schemars(example = &"2029/2031-05")]
        pub when: Option<Edtf>,
        /// As what, where the type leaves it open: the post held, the rank, the part in the body.
        #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
        #[schemars(example = &"Chief of staff")]
        pub role: Option<Text>,
        /// Whether the post is that of the head of the body: of its leader, commander, president. No, when left out.
        #[serde(default, skip_serializing_if = "is_default")]
        #[schemars(example = true)]
        pub head: bool,
        /// Whether the source tells of it as over, without saying since when: "a former member". No, when left out.
        #[serde(default, skip_serializing_if = "is_default")]
        #[schemars(example = true)]
        pub former: bool,
        /// With what the subject supports the object.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[schemars(extend("examples" = [["weapons", "funding"]]))]
        pub support: Vec<SupportType>,
        /// What sort of tie it was, in the dataset's own words, where the fields do not tell.
        #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
        #[schemars(example = &"A rivalry over the same recruits.")]
        pub description: Option<Text>,
    }
}

constructor! {
    Relationship(id: Id<Self>, subject: Id<Actor>, object: Id<ActorOrPlace>, r#type: RelationshipType)
    when, role, head, former, support, description; fact
}

impl Relationship {
    /// Whether the subject itself says so: it stands among those who assert the record. Only then does a posture read as the
    /// subject's own ("regards"); otherwise the source lists it.
    pub fn is_subjects_own(&self) -> bool {
        let own = |stance| matches!(stance, Stance::Asserts | Stance::ClaimsResponsibility);
        self.basis.standpoints.iter().any(|standpoint| standpoint.holder == self.subject && own(standpoint.stance))
    }

    /// How the relationship reads from the subject's side and from the object's.
    pub fn phrases(&self) -> Phrases {
        let rule = self.r#type.rule();
        rule.regarded.filter(|_| self.is_subjects_own()).unwrap_or(rule.listed)
    }
}

vocabulary! {
    /// How an actor stands to an actor or a place.
    pub enum RelationshipType {
        /// The object is the subject's ally.
        Ally = "ally",
        /// The subject works with the object without being its ally.
        Partner = "partner",
        /// The subject competes with the object.
        Rival = "rival",
        /// The object is the subject's adversary. Not read from an attack: the source must use the word or one like it.
        Adversary = "adversary",
        /// The subject has pledged itself to the object or goes under its name, and keeps its own leadership.
        AffiliateOf = "affiliate-of",
        /// The subject is a part of the object: a branch, a faction, a province, a wing.
        PartOf = "part-of",
        /// The subject belongs to the object as one of its members.
        MemberOf = "member-of",
        /// The subject is an organ of the object, a state or a body: its government, its forces, its ministry.
        OrganOf = "organ-of",
        /// The subject broke away from the object as a group.
        SplitFrom = "split-from",
        /// The subject was formed by members or former members of the object. Not a split: they came one by one, or from several.
        DrawnFrom = "drawn-from",
        /// The subject became part of the object and is no party of its own any more.
        MergedInto = "merged-into",
        /// The subject came in the place of the object, which is no more, and is not the same under another name: that is an identity.
        SuccessorOf = "successor-of",
        /// The subject, a person, holds a post in the object, a body. `role` names the post, `head` says that it is the highest.
        HoldsPost = "holds-post",
        /// The two, persons, are of one family by blood or marriage.
        KinOf = "kin-of",
        /// The subject gives the object support against others; `support` says what.
        Supports = "supports",
        /// The two acted together on some occasion.
        CoordinatedWith = "coordinated-with",
        /// The two are bound by a treaty or a pact, and no more than that is said.
        TreatyWith = "treaty-with",
        /// The subject recognises the object as what it claims to be.
        Recognises = "recognises",
        /// The subject says that it does not recognise the object as what it claims to be. Not that it has merely not said so.
        DoesNotRecognise = "does-not-recognise",
        /// The subject has its seat, its camps or its people in the object, a place.
        BasedIn = "based-in",
        /// The subject is active in the object, a place.
        OperatesIn = "operates-in",
        /// The subject holds the object, a place, in its power.
        Controls = "controls",
    }
}

vocabulary! {
    /// With what one party supports another: the kinds of the UCDP External Support Dataset.
    pub enum SupportType {
        /// Troops who fight beside it.
        Troops = "troops",
        /// The use of military or intelligence installations, and joint operations.
        Infrastructure = "infrastructure",
        /// Ground on which to be, to train or to flee to.
        Territory = "territory",
        /// Weapons and ammunition.
        Weapons = "weapons",
        /// Other goods and logistics: vehicles, uniforms, fuel, food, transport.
        Materiel = "materiel",
        /// Training, advice and expertise.
        Training = "training",
        /// Money and economic support.
        Funding = "funding",
        /// Intelligence.
        Intelligence = "intelligence",
        /// Support of any other sort.
        Other = "other",
        /// The source does not say which.
        Unknown = "unknown",
    }
}

/// What a type of relationship speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Ally, partner, rival or adversary.
    Posture,
    /// How parties are built: membership, descent, posts, kinship.
    Structure,
    /// What they do for or with one another.
    Cooperation,
    /// Whether one recognises the other.
    Recognition,
    /// Where a party is.
    Presence,
}

/// How a relationship reads between the names of its two ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Phrases {
    /// From the subject to the object: "is an affiliate of".
    pub forward: &'static str,
    /// From the object to the subject: "has the affiliate".
    pub inverse: &'static str,
}

/// What may be the object of a type of relationship.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Objects {
    /// Actors of these types.
    Actors(&'static [ActorType]),
    /// Places.
    Places,
}

impl Objects {
    /// The kind of record that the object is.
    pub const fn kind(self) -> Kind {
        match self {
            Self::Actors(_) => Kind::Actor,
            Self::Places => Kind::Place,
        }
    }
}

/// What holds for every relationship of one type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct RelationshipRule {
    /// The type.
    pub r#type: RelationshipType,
    /// What it speaks of.
    pub family: Family,
    /// Whether it holds from the object's side as it does from the subject's.
    pub symmetric: bool,
    /// How it reads where the source says so.
    pub listed: Phrases,
    /// How a posture reads where the subject itself says so. [`Relationship::phrases`] chooses.
    pub regarded: Option<Phrases>,
    /// The types of actor that may be its subject.
    pub subjects: &'static [ActorType],
    /// What may be its object.
    pub objects: Objects,
}

const ANYONE: &[ActorType] = ActorType::ALL;

/// Whoever can have branches, posts and members: whatever is more than one person. Communities form coalitions too, and
/// states merge.
const BODIES: &[ActorType] = &[
    ActorType::State,
    ActorType::Government,
    ActorType::StateForces,
    ActorType::ArmedGroup,
    ActorType::UnarmedGroup,
    ActorType::PoliticalParty,
    ActorType::Network,
    ActorType::IntergovernmentalBody,
    ActorType::Alliance,
    ActorType::Population,
    ActorType::Company,
    ActorType::Media,
    ActorType::Organisation,
    ActorType::UnexpandedLabel,
];

const PERSONS: &[ActorType] = &[ActorType::Individual];

/// What holds for each type of relationship: the one table that validator, exports and documentation read.
pub const RELATIONSHIP_RULES: [RelationshipRule; 22] = {
    use Family::{Cooperation, Recognition, Structure};
    use RelationshipType as T;
    [
        posture(
            T::Ally,
            ["has the listed ally", "is listed as an ally of", "regards as an ally", "is regarded as an ally by"],
        ),
        posture(
            T::Partner,
            [
                "has the listed partner",
                "is listed as a partner of",
                "regards as a partner",
                "is regarded as a partner by",
            ],
        ),
        posture(
            T::Rival,
            ["has the listed rival", "is listed as a rival of", "regards as a rival", "is regarded as a rival by"],
        ),
        posture(
            T::Adversary,
            [
                "has the listed adversary",
                "is listed as an adversary of",
                "regards as an adversary",
                "is regarded as an adversary by",
            ],
        ),
        tie(T::AffiliateOf, Structure, ["is an affiliate of", "has the affiliate"], BODIES, BODIES),
        tie(T::PartOf, Structure, ["is part of", "has the part"], BODIES, BODIES),
        tie(T::MemberOf, Structure, ["is a member of", "has the member"], ANYONE, BODIES),
        tie(T::OrganOf, Structure, ["is an organ of", "has the organ"], BODIES, BODIES),
        tie(T::SplitFrom, Structure, ["split from", "lost by a split"], BODIES, BODIES),
        tie(T::DrawnFrom, Structure, ["was formed by people of", "gave members to"], BODIES, BODIES),
        tie(T::MergedInto, Structure, ["merged into", "absorbed"], BODIES, BODIES),
        tie(T::SuccessorOf, Structure, ["came in the place of", "was succeeded by"], BODIES, BODIES),
        tie(T::HoldsPost, Structure, ["holds a post in", "has in a post"], PERSONS, BODIES),
        mutual(T::KinOf, Structure, "is of one family with", PERSONS),
        tie(T::Supports, Cooperation, ["supports", "is supported by"], ANYONE, ANYONE),
        mutual(T::CoordinatedWith, Cooperation, "coordinated with", ANYONE),
        mutual(T::TreatyWith, Cooperation, "has a treaty with", ANYONE),
        tie(T::Recognises, Recognition, ["recognises", "is recognised by"], ANYONE, ANYONE),
        tie(T::DoesNotRecognise, Recognition, ["does not recognise", "is not recognised by"], ANYONE, ANYONE),
        presence(T::BasedIn, ["is based in", "is a base of"]),
        presence(T::OperatesIn, ["operates in", "sees the activity of"]),
        presence(T::Controls, ["controls", "is controlled by"]),
    ]
};

const fn posture(
    r#type: RelationshipType,
    [forward, inverse, regards, regarded]: [&'static str; 4],
) -> RelationshipRule {
    let regarded = Some(Phrases { forward: regards, inverse: regarded });
    RelationshipRule { regarded, ..tie(r#type, Family::Posture, [forward, inverse], ANYONE, ANYONE) }
}

const fn mutual(
    r#type: RelationshipType,
    family: Family,
    phrase: &'static str,
    ends: &'static [ActorType],
) -> RelationshipRule {
    RelationshipRule { symmetric: true, ..tie(r#type, family, [phrase, phrase], ends, ends) }
}

const fn presence(r#type: RelationshipType, phrases: [&'static str; 2]) -> RelationshipRule {
    RelationshipRule { objects: Objects::Places, ..tie(r#type, Family::Presence, phrases, ANYONE, ANYONE) }
}

const fn tie(
    r#type: RelationshipType,
    family: Family,
    [forward, inverse]: [&'static str; 2],
    subjects: &'static [ActorType],
    objects: &'static [ActorType],
) -> RelationshipRule {
    RelationshipRule {
        r#type,
        family,
        symmetric: false,
        listed: Phrases { forward, inverse },
        regarded: None,
        subjects,
        objects: Objects::Actors(objects),
    }
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
