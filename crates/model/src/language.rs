//! Language tags.

use std::borrow::Cow;

use isolang::Language;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::{
    lexical::checked_string,
    shape::{FORM, Form},
};

/// A language tag of BCP 47 (RFC 5646), kept as written.
///
/// The tag must be well formed and its primary language a code of ISO 639-1 or ISO 639-3; the other subtags are
/// checked for their form only. Private-use and grandfathered tags, which have no such language, are refused.
///
/// ```
/// use standpoint_model::LanguageTag;
///
/// assert!(LanguageTag::new("fa-AF").is_ok());
/// assert!(LanguageTag::new("english").is_err());
/// # Ok::<(), standpoint_model::LanguageTagError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageTag(Box<str>);

/// The string is not a language tag.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a language tag such as `en`, `ps` or `fa-AF`")]
pub struct LanguageTagError(String);

impl LanguageTag {
    /// Checks `text`.
    ///
    /// # Errors
    ///
    /// [`LanguageTagError`] where the form is wrong or the primary language unknown.
    pub fn new(text: &str) -> Result<Self, LanguageTagError> {
        let error = || LanguageTagError(text.into());
        let tag = oxilangtag::LanguageTag::parse(text).map_err(|_| error())?;
        let primary = tag.primary_language().to_ascii_lowercase();
        Language::from_639_1(&primary)
            .or_else(|| Language::from_639_3(&primary))
            .map(|_| Self(text.into()))
            .ok_or_else(error)
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

checked_string!(LanguageTag, LanguageTagError);

impl JsonSchema for LanguageTag {
    fn schema_name() -> Cow<'static, str> {
        "LanguageTag".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A language, as a BCP 47 tag.",
            "type": "string",
            "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$",
            "examples": ["en", "fa-AF"],
            FORM: Form::Token,
        })
    }
}
