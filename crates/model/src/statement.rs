//! Claims of the narrative that no other kind expresses.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Basis, Edtf, Id, Rank, RecordId, Slug, Status, Text, Waiver, lexical::present};

/// One claim of the narrative that no other kind expresses, in the dataset's own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// The id of the record.
    #[schemars(example = &"statement/rebels-brutality")]
    pub id: Id<Statement>,
    /// The record that the claim is about.
    #[schemars(example = &"actor/northern-rebels")]
    pub about: RecordId,
    /// The heading under which the claim belongs.
    #[schemars(example = &"ideology")]
    pub topic: Slug,
    /// Its place among the claims under that heading, from 1.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = 1)]
    pub rank: Option<Rank>,
    /// The claim, in the dataset's own words.
    #[schemars(example = &"The rebels regard the government as illegitimate.")]
    pub text: Text,
    /// The time of which the claim speaks.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"2019/2021")]
    pub when: Option<Edtf>,
    /// Other records that the claim mentions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("examples" = [["actor/government"]]))]
    pub mentions: Vec<RecordId>,
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
