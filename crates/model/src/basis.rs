//! The grounds a record rests on: evidence, how the source puts it, and who says that it is so or not.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Citation, OneOrMore, Reading, Standpoint, Tension, constructor::constructor, vocabulary::vocabulary};

/// The grounds a record rests on.
///
/// `modality` is how the *source* puts the main clause, `standpoints` are what *parties* say of its truth, `readings` are what
/// the *dataset* read into it. None of the three strengthens or weakens another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Basis {
    /// How the source puts the main clause of what the record says.
    #[schemars(example = &"stated")]
    pub modality: Modality,
    /// Where the sources say it. At least one place.
    #[schemars(extend("examples" = [[{ "source": "source/annual-report", "locator": "page 12, table 3" }]]))]
    pub evidence: OneOrMore<Citation>,
    /// Who says that what this record says is so, or is not. Of a position: whether it was really taken; who rejects what it asks for takes a position of the form `refusal`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub standpoints: Vec<Standpoint>,
    /// What the dataset added to what the source says: a date, a place, a doer, a number, a link. Choosing a word of a vocabulary is no reading.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub readings: Vec<Reading>,
    /// Records with which this one is in tension. Said once, on either of the two, and read from both.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tensions: Vec<Tension>,
}

constructor! {
    Basis(modality: Modality, evidence: OneOrMore<Citation>)
    standpoints, readings, tensions
}

vocabulary! {
    /// How a source puts what it says.
    pub enum Modality {
        /// The source says it in its own voice.
        Stated = "stated",
        /// The source passes it on from others without a doubt: "was reported", "was seen", "regards", "views".
        Reported = "reported",
        /// The source passes it on and keeps its distance: "allegedly", "claimed".
        Alleged = "alleged",
        /// The source gives it as somebody's estimate.
        Estimated = "estimated",
        /// No record would be left without the dataset's own reading. Not for a date or a doer that was read in: that is a reading of a record whose modality is the source's.
        Inferred = "inferred",
    }
}
