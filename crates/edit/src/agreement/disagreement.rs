//! What two coders say differently, and what is decided of it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use standpoint_model::Sha256;

use super::{
    place::CitedPlace,
    variable::{DateDifference, Variable},
};

/// Something that two coders say differently.
///
/// Either a record that only one of them has, with the field `record`; or a pair of two kinds, with the field `kind`; or a
/// field of a pair.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Disagreement {
    /// Whose word stands. `undecided` has to give way to another word.
    pub choose: Answer,
    /// The id of the record of A. Left out, if A has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub a: Option<String>,
    /// The id of the record of B. Left out, if B has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub b: Option<String>,
    /// The field that differs, such as `when` or `basis.modality`; `kind`, if the records are of two kinds; `record`, if only one
    /// of the coders has it.
    pub field: String,
    /// What A says. Of a record of a kind of its own the kind; of one that only A has its name. Left out, if A says nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub says_a: Option<Value>,
    /// What B says. Records that both have go by their ids in A.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub says_b: Option<Value>,
    /// What is measured by the field, if anything is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variable: Option<Variable>,
    /// Of two dates, how they have to do with one another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dates: Option<DateDifference>,
    /// Where the sources say it: the first place that both cite, or the first of the one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<CitedPlace>,
    /// The sentences at that place, if the text is at hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sentence: Option<String>,
    /// The digest of the text that the place is in.
    #[serde(skip)]
    pub(super) text: Option<Sha256>,
}

/// Whose word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// Nobody decided yet.
    Undecided,
    /// That of A. If only B has the record, it is left out.
    A,
    /// That of B. If only A has the record, it is left out.
    B,
    /// The two are not one: both records stay, each as it is.
    Both,
}

/// What was decided of the disagreements of two coders.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Decisions", extend("$id" = "urn:standpoint:schema:decisions"))]
#[non_exhaustive]
pub struct Decisions {
    /// The address of the schema, for editors.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// All disagreements, each with whose word stands.
    pub disagreements: Vec<Disagreement>,
}

impl Disagreement {
    /// Whether it is the same one, whatever was decided.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.key() == other.key() && (&self.says_a, &self.says_b) == (&other.says_a, &other.says_b)
    }

    /// What it is about.
    pub(super) fn key(&self) -> (Option<&str>, Option<&str>, &str) {
        (self.a.as_deref(), self.b.as_deref(), &self.field)
    }

    /// Whether somebody has to decide.
    pub(super) fn is_open(&self) -> bool {
        self.choose == Answer::Undecided
    }
}
