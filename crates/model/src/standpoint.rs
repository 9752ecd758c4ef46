//! What parties say of whether a record is true.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Actor, Citation, Edtf, Id, OneOrMore, constructor::constructor, lexical::present, vocabulary::vocabulary};

/// What an actor says of whether what a record says is true.
///
/// It goes to the narrowest record that its words name, and is not copied to that record's figures. Whether the actor *likes*
/// what the record says is a position.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Standpoint {
    /// Whose word it is.
    #[schemars(example = &"actor/valley-council")]
    pub holder: Id<Actor>,
    /// Who spoke for the holder: a spokesman, a ministry, a news agency.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"actor/council-spokeswoman")]
    pub by: Option<Id<Actor>>,
    /// What it says.
    #[schemars(example = &"denies")]
    pub stance: Stance,
    /// What of the record it speaks of, if the source tells. Left out: of the record as a whole.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"author")]
    pub on: Option<Aspect>,
    /// By what channel it was made known.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"statement")]
    pub via: Option<Channel>,
    /// When it was said.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"2031-05-02")]
    pub when: Option<Edtf>,
    /// Where the sources say so. At least one place.
    #[schemars(extend("examples" = [[{ "source": "source/annual-report", "locator": "page 12, table 3" }]]))]
    pub evidence: OneOrMore<Citation>,
}

constructor! {
    Standpoint(holder: Id<Actor>, stance: Stance, evidence: OneOrMore<Citation>)
    by, on, via, when
}

vocabulary! {
    /// What an actor says of whether a record is true.
    pub enum Stance {
        /// Says that it is so.
        Asserts = "asserts",
        /// Says that it did it.
        ClaimsResponsibility = "claims-responsibility",
        /// Gives it as an estimate.
        Estimates = "estimates",
        /// Says that it is not so.
        Denies = "denies",
        /// Counters it or calls it into question, without the source saying that it was denied outright.
        Disputes = "disputes",
    }
}

impl Stance {
    /// Whether the holder stands behind the record, rather than against it.
    pub const fn is_for(self) -> bool {
        match self {
            Self::Asserts | Self::ClaimsResponsibility | Self::Estimates => true,
            Self::Denies | Self::Disputes => false,
        }
    }
}

vocabulary! {
    /// What of a record a standpoint speaks of.
    pub enum Aspect {
        /// Whether it happened, is so, or exists at all.
        Existence = "existence",
        /// Who did it or said it, and not that it was done.
        Author = "author",
        /// How many, and not that there were some.
        Figure = "figure",
        /// Some other part of it: where, when, how, why.
        Detail = "detail",
        /// The source tells of a denial or a claim and not of what: of one part or of all.
        Unknown = "unknown",
    }
}

vocabulary! {
    /// The channel by which a standpoint was made known: the claim modes of the Global Terrorism Database, and statements.
    pub enum Channel {
        /// A letter.
        Letter = "letter",
        /// A telephone call.
        Call = "call",
        /// An electronic mail.
        Email = "email",
        /// A note left at the scene.
        Note = "note",
        /// A video.
        Video = "video",
        /// A post on a website or on social media.
        Online = "online",
        /// A published statement.
        Statement = "statement",
        /// In person.
        Personal = "personal",
        /// Some other channel.
        Other = "other",
        /// The source does not say which.
        Unknown = "unknown",
    }
}
