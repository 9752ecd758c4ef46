//! Other names of what a record is about.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{LanguageTag, Text, constructor::constructor, lexical::present, vocabulary::vocabulary};

/// Another name of what a record is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Alias {
    /// The name.
    #[schemars(example = &"HL")]
    pub text: Text,
    /// The language it is in.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    #[schemars(example = &"en")]
    pub language: Option<LanguageTag>,
    /// What sort of name it is.
    #[serde(rename = "type")]
    #[schemars(example = &"alternative")]
    pub r#type: AliasType,
}

constructor! {
    Alias(text: Text, r#type: AliasType)
    language
}

vocabulary! {
    /// What sort of name an alias is.
    pub enum AliasType {
        /// Letters that stand for a longer name.
        Abbreviation = "abbreviation",
        /// The longer name that letters stand for.
        Expansion = "expansion",
        /// Another name or spelling in use.
        Alternative = "alternative",
        /// A name used earlier, and no longer.
        Former = "former",
        /// The name by which it calls itself or which it claims, where others do not grant it.
        SelfDesignation = "self-designation",
        /// A name that others give it, which it does not use. A term of abuse is not a name.
        GivenByOthers = "given-by-others",
        /// The name in another language.
        Translation = "translation",
        /// The name in another script.
        Transliteration = "transliteration",
    }
}
