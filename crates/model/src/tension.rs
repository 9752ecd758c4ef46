//! Records that do not go together.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Actor, Id, RecordId, Text, constructor::constructor, lexical::present, vocabulary::vocabulary};

/// That this record and another do not go together.
///
/// Figures that differ need none: they are compared. An actor that changes its mind is in no tension with itself.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Tension {
    /// The other record.
    #[schemars(example = &"event/bridge-attack")]
    pub with: RecordId,
    /// In what way.
    #[schemars(example = &"contrasts")]
    pub how: Opposition,
    /// Those whose standpoints on the other record it is in tension with, if not with the record itself: the bridge was rebuilt "against the word" of these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("examples" = [["actor/valley-council"]]))]
    pub holders: Vec<Id<Actor>>,
    /// What a reader should know about it.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"The source joins the two by \"all the same\".")]
    pub note: Option<Text>,
}

constructor! {
    Tension(with: RecordId, how: Opposition)
    holders, note
}

vocabulary! {
    /// In what way two records do not go together.
    pub enum Opposition {
        /// Both cannot be true of one time.
        Contradicts = "contradicts",
        /// Both can be true, and the source sets one against the other: "although", "yet", "all the same", "in spite of".
        Contrasts = "contrasts",
    }
}
