//! On what a position or a planned event depends.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    Citation, Duration, EventOrPosition, Id, Text,
    constructor::constructor,
    lexical::{is_default, present},
    vocabulary::vocabulary,
};

/// On what the record depends on which it stands.
///
/// The trigger is an event, planned or past, or a position; what is no record is told in `words` alone.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
#[schemars(example = serde_json::json!({ "type": "if", "on": ["event/truce-announcement"] }))]
pub struct Condition {
    /// In what way it depends on it.
    #[serde(rename = "type")]
    #[schemars(example = &"if")]
    pub r#type: ConditionType,
    /// The events or positions that it depends on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(extend("examples" = [["event/truce-announcement"]]))]
    pub on: Vec<Id<EventOrPosition>>,
    /// Whether all of them are needed, or any one. All, when left out.
    #[serde(rename = "match", default, skip_serializing_if = "is_default")]
    #[schemars(example = &"any")]
    pub r#match: Match,
    /// What must have become of them, if the source tells.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"announced")]
    pub once: Option<Stage>,
    /// How long after them at the latest.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"P14D")]
    pub within: Option<Duration>,
    /// The condition in the dataset's own words: what the fields above do not hold.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"If the road is open to convoys.")]
    pub words: Option<Text>,
    /// Where the sources say so, if not where the record's own evidence is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Citation>,
}

constructor! {
    Condition(r#type: ConditionType)
    on, r#match, once, within, words, evidence
}

vocabulary! {
    /// In what way a record depends on another.
    pub enum ConditionType {
        /// Order alone: it comes later. Not that it is owed for it.
        After = "after",
        /// Only if the other comes about.
        If = "if",
        /// Only if the other does not come about.
        Unless = "unless",
        /// For as long as the other has not come about.
        Until = "until",
        /// At the same time as the other, or together with it.
        With = "with",
        /// The other allows it, "opens the door" to it, and obliges nobody.
        EnabledBy = "enabled-by",
        /// Each depends on the other: "a package", "they stand or fall together". Cycles of this type alone are lawful.
        Mutual = "mutual",
    }
}

vocabulary! {
    /// How many of the triggers are needed.
    pub enum Match {
        /// Every one. This is what leaving the field out means.
        All = "all",
        /// Any one.
        Any = "any",
    }
    default All
}

vocabulary! {
    /// What must have become of a trigger.
    pub enum Stage {
        /// It is agreed.
        Agreed = "agreed",
        /// It is made known.
        Announced = "announced",
        /// It has begun.
        Begun = "begun",
        /// It is over and done.
        Done = "done",
    }
}
