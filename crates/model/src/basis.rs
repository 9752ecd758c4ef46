//! The grounds a record rests on: evidence, and who takes which position.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Actor, Edtf, Id, OneOrMore, RecordId, Source, Span, Text, lexical::present, vocabulary::vocabulary};

/// The grounds a record rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Basis {
    /// How the source puts it. `inferred` is the dataset's own reading of the source and needs a `note` on the record.
    #[schemars(example = &"stated")]
    pub modality: Modality,
    /// Where the sources say it. At least one.
    #[schemars(extend("examples" = [[{ "source": "source/annual-report-2021", "locator": "page 12, table 3" }]]))]
    pub evidence: OneOrMore<Citation>,
    /// Who takes which position on what this record says: who asserts it, claims it, estimates it, denies it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub standpoints: Vec<Standpoint>,
    /// Records that this one is in tension with. Each of them must name this record in turn.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("examples" = [["relationship/rebels-adversary-government"]]))]
    pub contradicts: Vec<RecordId>,
}

vocabulary! {
    /// How a source puts what it says.
    pub enum Modality {
        /// The source says it in its own voice.
        Stated = "stated",
        /// The source passes it on from others: "was reported", "was seen".
        Reported = "reported",
        /// The source passes it on and keeps its distance: "allegedly", "claimed".
        Alleged = "alleged",
        /// The source gives it as somebody's estimate.
        Estimated = "estimated",
        /// The source does not say it in so many words; the dataset reads it from what the source says. Needs a note.
        Inferred = "inferred",
    }
}

/// One place in one source.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Citation {
    /// The source.
    #[schemars(example = &"source/annual-report-2021")]
    pub source: Id<Source>,
    /// The stretch of the source's text, as `standpoint cite` prints it. Every citation of a source with text has one.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// The words themselves: only for a source that is `quotable`.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"The words as they stand in the source.")]
    pub quote: Option<Text>,
    /// Where in a source that has no text on record: a page, a table, a minute of a film.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"page 12, table 3")]
    pub locator: Option<Text>,
}

/// The position that an actor takes on what a record says.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Standpoint {
    /// Who takes the position.
    #[schemars(example = &"actor/united-nations")]
    pub holder: Id<Actor>,
    /// The position.
    #[schemars(example = &"denies")]
    pub stance: Stance,
    /// By what channel it was made known.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"statement")]
    pub via: Option<Channel>,
    /// When it was taken.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"2021-08-26")]
    pub when: Option<Edtf>,
    /// Where the sources say so. At least one.
    #[schemars(extend("examples" = [[{ "source": "source/annual-report-2021", "locator": "page 12, table 3" }]]))]
    pub evidence: OneOrMore<Citation>,
}

vocabulary! {
    /// A position on what a record says.
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
    /// The channel by which a position was made known: the claim modes of the Global Terrorism Database, and statements.
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
