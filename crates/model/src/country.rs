//! Country codes.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::{
    lexical::checked_string,
    shape::{FORM, Form, Vocabulary},
};

/// A country: the officially assigned alpha-3 code of ISO 3166-1, in capitals.
///
/// ```
/// use standpoint_model::CountryCode;
///
/// assert_eq!(CountryCode::new("TJK")?.name(), "Tajikistan");
/// assert!(CountryCode::new("TAJ").is_err());
/// # Ok::<(), standpoint_model::CountryCodeError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountryCode {
    alpha3: &'static str,
    alpha2: &'static str,
    name: &'static str,
}

/// The string is not an assigned alpha-3 code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an ISO 3166-1 alpha-3 country code, three capital letters such as `AFG`")]
pub struct CountryCodeError(String);

impl CountryCode {
    /// Looks `alpha3` up in ISO 3166-1.
    ///
    /// # Errors
    ///
    /// [`CountryCodeError`] where the code is not assigned.
    pub fn new(alpha3: &str) -> Result<Self, CountryCodeError> {
        let code = rust_iso3166::from_alpha3(alpha3).ok_or_else(|| CountryCodeError(alpha3.into()))?;
        Ok(Self { alpha3: code.alpha3, alpha2: code.alpha2, name: code.name })
    }

    /// Every assigned code, in the order of ISO 3166-1's English names.
    pub fn all() -> impl Iterator<Item = Self> {
        rust_iso3166::ALL.iter().map(|code| Self { alpha3: code.alpha3, alpha2: code.alpha2, name: code.name })
    }

    /// The alpha-3 code.
    pub fn as_str(&self) -> &str {
        self.alpha3
    }

    /// The alpha-2 code of the same country.
    pub fn alpha2(&self) -> &'static str {
        self.alpha2
    }

    /// The English short name of the country, as ISO 3166-1 gives it.
    pub fn name(&self) -> &'static str {
        self.name
    }
}

checked_string!(CountryCode, CountryCodeError);

impl JsonSchema for CountryCode {
    fn schema_name() -> Cow<'static, str> {
        "CountryCode".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let about = "A country, as its ISO 3166-1 alpha-3 code in capitals.";
        let codes = rust_iso3166::ALL_ALPHA3.iter().copied();
        json_schema!({
            "description": about,
            "type": "string",
            "enum": rust_iso3166::ALL_ALPHA3,
            "examples": ["AFG"],
            FORM: Form::Word(Vocabulary::of_codes("CountryCode", about, codes)),
        })
    }
}
