//! The manifest of a dataset.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    Edtf, Id, LanguageTag, License, Slug, Text, Version, Waiver, WebAddress, constructor::constructor,
    lexical::present, vocabulary::vocabulary,
};

/// The manifest: what the dataset is, who publishes it and on what terms. A dataset has exactly one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Manifest {
    /// The id of the dataset.
    #[schemars(example = &"dataset/highland-talks")]
    pub id: Id<Manifest>,
    /// The format of the records. `0.1`, when left out.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"0.2")]
    pub format: Option<Format>,
    /// The title.
    #[schemars(example = &"The talks of the Highland League")]
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
    /// The language of the names and words that the dataset gives in its own voice. Records in another say so.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"en")]
    pub language: Option<LanguageTag>,
    /// When the dataset was first made.
    #[schemars(example = &"2031-05-01")]
    pub created: Edtf,
    /// When the dataset was last changed.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"2031-06-15")]
    pub modified: Option<Edtf>,
    /// The datasets that were put together in this one, each as its own manifest described it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub includes: Vec<IncludedDataset>,
    /// What a reader should know about how the dataset was made.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"Encoded from the page as it stood in May.")]
    pub note: Option<Text>,
    /// Findings about this record that are no mistakes, each with the reason; they are then left out. Most records have none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allow: Vec<Waiver>,
}

constructor! {
    Manifest(id: Id<Self>, title: Text, version: Version, license: License, publisher: Text, base_iri: WebAddress, created: Edtf)
    format, description, language, modified, includes, note, allow
}

impl Manifest {
    /// The format of the records: 0.1 where the manifest names none.
    pub fn format(&self) -> Format {
        self.format.unwrap_or_default()
    }
}

vocabulary! {
    /// The format of a dataset's records.
    pub enum Format {
        /// The first one. `standpoint migrate` brings it forward.
        V0_1 = "0.1",
        /// The one that this page describes.
        V0_2 = "0.2",
    }
    default V0_1
}

/// A dataset that was put into another one, with what its manifest said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct IncludedDataset {
    /// The short name in its id, what stood after `dataset/`.
    #[schemars(example = &"valley-profile")]
    pub name: Slug,
    /// Its title.
    #[schemars(example = &"A profile of the Valley Council")]
    pub title: Text,
    /// What it held and how it was made.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"One stakeholder profile, encoded whole.")]
    pub description: Option<Text>,
    /// Its version.
    #[schemars(example = &"1.0.0")]
    pub version: Version,
    /// Its licence.
    #[schemars(example = &"CC-BY-4.0")]
    pub license: License,
    /// Who published it.
    #[schemars(example = &"The Example Institute")]
    pub publisher: Text,
    /// The address under which its records' ids are published.
    #[schemars(example = &"https://example.org/valley/")]
    pub base_iri: WebAddress,
    /// The language of the names and words that it gave in its own voice.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"en")]
    pub language: Option<LanguageTag>,
    /// When it was first made.
    #[schemars(example = &"2031-05-01")]
    pub created: Edtf,
    /// When it was last changed.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"2031-06-15")]
    pub modified: Option<Edtf>,
    /// What a reader should know about how it was made.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"Encoded from the page as it stood in May.")]
    pub note: Option<Text>,
}

constructor! {
    IncludedDataset(name: Slug, title: Text, version: Version, license: License, publisher: Text, base_iri: WebAddress, created: Edtf)
    description, language, modified, note
}
