//! The manifest of a dataset.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Edtf, Id, License, Text, Version, Waiver, WebAddress, lexical::present};

/// The manifest: what the dataset is, who publishes it and on what terms. A dataset has exactly one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The id of the dataset.
    #[schemars(example = &"dataset/iskp")]
    pub id: Id<Manifest>,
    /// The title.
    #[schemars(example = &"Stakeholder profile of the northern rebels")]
    pub title: Text,
    /// What the dataset holds and how it was made.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"One stakeholder profile, encoded whole.")]
    pub description: Option<Text>,
    /// The version of the dataset, by the rules of Semantic Versioning.
    #[schemars(example = &"1.0.0")]
    pub version: Version,
    /// The licence of the dataset itself, as an SPDX expression. The sources keep their own rights.
    #[schemars(example = &"CC-BY-4.0")]
    pub license: License,
    /// Who publishes the dataset.
    #[schemars(example = &"The Example Institute")]
    pub publisher: Text,
    /// The address under which the records' ids are published; exports put it before each id.
    #[schemars(example = &"https://example.org/standpoint/")]
    pub base_iri: WebAddress,
    /// When the dataset was first made.
    #[schemars(example = &"2023-05-01")]
    pub created: Edtf,
    /// When the dataset was last changed.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"2023-06-15")]
    pub modified: Option<Edtf>,
    /// What a reader should know about how the dataset was made.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"Encoded from the page as it stood in 2023.")]
    pub note: Option<Text>,
    /// Findings about this record that are no mistakes, each with the reason; they are then left out. Most records have none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allow: Vec<Waiver>,
}
