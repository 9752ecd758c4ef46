//! Questions that parties dispute or negotiate.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Alias, Amount, Id, Text, Unit, constructor::constructor, fact::fact, lexical::present};

fact! {
    /// A question that parties dispute or negotiate. It says what is at stake and takes no side; what somebody wants of it is a
    /// position.
    pub struct Issue {
        /// The id of the record.
        #[schemars(example = &"issue/autonomy")]
        pub id: Id<Issue>,
        /// Its title, which takes no side.
        #[schemars(example = &"Self-rule of the highlands")]
        pub title: Text,
        /// Other names under which it is known.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub aliases: Vec<Alias>,
        /// The question, as one that each party could answer.
        #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
        #[schemars(example = &"What shall the highland districts decide for themselves?")]
        pub question: Option<Text>,
        /// The scale on which answers to it can be placed, if the source has one.
        #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
        pub scale: Option<Scale>,
        /// The larger issue that it is part of.
        #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
        #[schemars(example = &"issue/constitution")]
        pub part_of: Option<Id<Issue>>,
    }
}

constructor! {
    Issue(id: Id<Self>, title: Text)
    aliases, question, scale, part_of; fact
}

/// The scale of an issue: its two ends, each with what it stands for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Scale {
    /// The unit of the values. Left out for a scale of points.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"percent")]
    pub unit: Option<Unit>,
    /// The one end.
    #[schemars(example = serde_json::json!({ "value": 0, "words": "Rule from the capital." }))]
    pub from: ScaleEnd,
    /// The other end, of another value. Neither is the better one.
    #[schemars(example = serde_json::json!({ "value": 100, "words": "A state of its own." }))]
    pub to: ScaleEnd,
}

constructor! {
    Scale(from: ScaleEnd, to: ScaleEnd)
    unit
}

/// An end of a scale.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ScaleEnd {
    /// The value there.
    #[schemars(example = 100)]
    pub value: Amount,
    /// What it stands for.
    #[schemars(example = &"A state of its own.")]
    pub words: Text,
}

constructor! {
    ScaleEnd(value: Amount, words: Text)
}
