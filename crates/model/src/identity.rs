//! Whether records name one thing.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    Citation, Edtf, Handling, Id, RecordId, Status, Text, TwoOrMore, Waiver,
    constructor::constructor,
    lexical::{is_default, present},
    vocabulary::vocabulary,
};

/// Whether records name one thing, as somebody decided.
///
/// The records stay as they are; a view shows them as one where the verdict is `same`. Undoing a merge is deleting this record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Identity {
    /// The id of the record.
    #[schemars(example = &"identity/highland-league")]
    pub id: Id<Identity>,
    /// The records, all of one kind: two, or more if they are the same. The first one's name leads.
    #[schemars(extend("examples" = [["actor/highland-league", "actor/hl"]]))]
    pub members: TwoOrMore<RecordId>,
    /// Whether they name one thing.
    #[schemars(example = &"same")]
    pub verdict: Verdict,
    /// What shows it, or suggests it.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"code")]
    pub how: Option<IdentityGround>,
    /// Who decided: a person, or a program by its name and version.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"A. Example")]
    pub by: Option<Text>,
    /// When it was decided.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"2032-05-01")]
    pub decided: Option<Edtf>,
    /// Where a source says so, if one does.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Citation>,
    /// Who may see the record. Anybody, when left out.
    #[serde(default, skip_serializing_if = "is_default")]
    #[schemars(example = &"restricted")]
    pub handling: Handling,
    /// `retracted` for a decision that is withdrawn but kept; the `note` then says why. Left out otherwise.
    #[serde(default, skip_serializing_if = "is_default")]
    #[schemars(example = &"retracted")]
    pub status: Status,
    /// Why it was so decided.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"Both names stand on the seal of one letter.")]
    pub note: Option<Text>,
    /// Findings about this record that are no mistakes, each with the reason; they are then left out. Most records have none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allow: Vec<Waiver>,
}

constructor! {
    Identity(id: Id<Self>, members: TwoOrMore<RecordId>, verdict: Verdict)
    how, by, decided, evidence, handling, status, note, allow
}

vocabulary! {
    /// Whether records name one thing.
    pub enum Verdict {
        /// They do.
        Same = "same",
        /// They do not, though one might think so. Nobody is asked again.
        Different = "different",
        /// Nobody has decided. Nothing is shown as one.
        Unsure = "unsure",
    }
}

vocabulary! {
    /// What shows or suggests that records name one thing.
    pub enum IdentityGround {
        /// They have one code.
        Code = "code",
        /// Their names are spellings, translations or abbreviations of one another.
        Spelling = "spelling",
        /// The thing got another name, or the record another id. Only the first member has to be a record then: the others may be
        /// ids that it had before.
        Renamed = "renamed",
        /// The one came after the other, and it is in question whether it is still the same thing.
        Successor = "successor",
    }
}
