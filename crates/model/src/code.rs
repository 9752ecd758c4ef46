//! What others call a record, and how others classify it.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use crate::{
    Slug, Text,
    constructor::constructor,
    id::is_slug,
    lexical::{checked_string, present},
    shape::{FORM, Form},
};

/// An identifier that somebody else gave to what the record is about.
///
/// It names this one thing in somebody's table. A class that many things share is a [`Coding`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Code {
    /// The table in which the identifier stands, such as `ucdp-actor`, `ucdp-ged`, `wikidata`, `geonames`, `pax`. `iso3166-1-alpha-2` and `iso3166-1-alpha-3` are checked.
    #[schemars(example = &"wikidata")]
    pub scheme: Slug,
    /// The identifier, as that table writes it.
    #[schemars(example = &"Q4115189")]
    pub value: Text,
}

constructor! {
    Code(scheme: Slug, value: Text)
}

/// How somebody else's codebook classifies what the record is about, in that codebook's own word.
///
/// The word of this model is the coarse one, the coding is the fine one: nothing of a codebook is lost. An identifier of one
/// thing is a [`Code`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Coding {
    /// The dataset and its column.
    #[schemars(example = &"acled/sub_event_type")]
    pub scheme: CodingScheme,
    /// What stands in the column, as it stands there; a number is written as text.
    #[schemars(example = &"Peaceful protest")]
    pub value: Text,
    /// The version of the dataset or of its codebook.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"22.1")]
    pub version: Option<Text>,
}

constructor! {
    Coding(scheme: CodingScheme, value: Text)
    version
}

/// A column of somebody's dataset: `<dataset>/<column>`.
///
/// The dataset is a short name in lower-case letters, digits and hyphens; the column is written as its dataset writes it, in
/// ASCII letters, digits, `_`, `-` and `.`.
///
/// ```
/// use standpoint_model::CodingScheme;
///
/// let scheme = CodingScheme::new("ucdp-ged/type_of_violence")?;
/// assert_eq!((scheme.dataset(), scheme.column()), ("ucdp-ged", "type_of_violence"));
/// assert!(CodingScheme::new("type_of_violence").is_err());
/// # Ok::<(), standpoint_model::CodingSchemeError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CodingScheme(Box<str>);

/// The string does not name a dataset and its column.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` does not name a dataset and its column, such as `ucdp-ged/type_of_violence`")]
pub struct CodingSchemeError(String);

impl CodingScheme {
    /// Checks `text`.
    ///
    /// # Errors
    ///
    /// [`CodingSchemeError`].
    pub fn new(text: &str) -> Result<Self, CodingSchemeError> {
        let column =
            |name: &str| !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"_.-".contains(&b));
        match text.split_once('/') {
            Some((dataset, name)) if is_slug(dataset) && column(name) => Ok(Self(text.into())),
            _ => Err(CodingSchemeError(text.into())),
        }
    }

    /// The scheme as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The dataset.
    pub fn dataset(&self) -> &str {
        self.0.split_once('/').map_or("", |(dataset, _)| dataset)
    }

    /// Its column.
    pub fn column(&self) -> &str {
        self.0.split_once('/').map_or("", |(_, column)| column)
    }
}

checked_string!(CodingScheme, CodingSchemeError);

impl JsonSchema for CodingScheme {
    fn schema_name() -> Cow<'static, str> {
        "CodingScheme".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A dataset, a slash, and a column of it as the dataset writes it.",
            "type": "string",
            "pattern": "^[a-z0-9]+(-[a-z0-9]+)*/[A-Za-z0-9_.-]+$",
            "examples": ["ucdp-ged/type_of_violence", "acled/sub_event_type"],
            FORM: Form::Token,
        })
    }
}
