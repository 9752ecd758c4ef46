//! Strings with a lexical rule: prose, slugs, web addresses, digests, licences, versions.

use std::borrow::Cow;

use oxiri::Iri;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::{
    id::is_slug,
    lexical::checked_string,
    printable::is_direction_mark,
    shape::{FORM, Form},
};

/// Why a string is refused by one of the lexical types of this module.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TextError {
    /// No visible character.
    #[error("the text is blank")]
    Blank,
    /// A control character other than tab and line feed.
    #[error("the text holds the control character U+{0:04X}; only tabs and line feeds are allowed")]
    Control(u32),
    /// Not `[a-z0-9]+(-[a-z0-9]+)*`.
    #[error("a short name is lower-case letters and digits, in words joined by single hyphens")]
    NotASlug,
    /// Not an absolute `http` or `https` address.
    #[error("a web address begins with `http://` or `https://` and holds neither spaces nor signs such as `|` and `[`")]
    NotAWebAddress,
    /// Not 64 lower-case hexadecimal digits.
    #[error("a SHA-256 digest is 64 hexadecimal digits, in lower case")]
    NotADigest,
    /// Not a version by the rules of Semantic Versioning.
    #[error("a version is three numbers joined by full stops, such as `1.0.0`")]
    NotAVersion,
    /// Not a type and a subtype of RFC 6838.
    #[error("a media type is two names joined by a slash, in lower case, such as `application/pdf`")]
    NotAMediaType,
    /// Not an SPDX licence expression.
    #[error("this is not an SPDX licence expression such as `CC-BY-4.0` or `MIT OR Apache-2.0`")]
    NotALicense,
}

/// Prose or a name: no control characters but tab and line feed, and not spaces alone (U+0020, U+00A0).
///
/// ```
/// use standpoint_model::Text;
///
/// assert_eq!(Text::new("Port Ostra")?.as_str(), "Port Ostra");
/// assert!(Text::new("  ").is_err());
/// # Ok::<(), standpoint_model::TextError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(Box<str>);

impl Text {
    /// Checks `text`.
    ///
    /// # Errors
    ///
    /// [`TextError::Blank`] or [`TextError::Control`].
    pub fn new(text: &str) -> Result<Self, TextError> {
        if let Some(control) = text.chars().find(|&c| is_forbidden(c)) {
            return Err(TextError::Control(control.into()));
        }
        if text.chars().all(|c| c <= ' ' || c == '\u{A0}') {
            return Err(TextError::Blank);
        }
        Ok(Self(text.into()))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The C0 controls but tab and line feed, and delete: the set that the schema's pattern excludes too.
fn is_forbidden(c: char) -> bool {
    c == '\u{7F}' || (c < ' ' && c != '\t' && c != '\n')
}

checked_string!(Text, TextError);

impl JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Text with at least one visible character; of the control characters only tab and line feed.",
            "type": "string",
            "pattern": "^[\\t\\n\\u0020\\u00a0]*[^\\u0000-\\u0020\\u007f\\u00a0][^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$",
            "examples": ["Text in the dataset's own words."],
            FORM: Form::Text,
        })
    }
}

/// A short name in lower-case letters, digits and hyphens: `[a-z0-9]+(-[a-z0-9]+)*`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(Box<str>);

impl Slug {
    /// Checks `text`.
    ///
    /// # Errors
    ///
    /// [`TextError::NotASlug`].
    pub fn new(text: &str) -> Result<Self, TextError> {
        if is_slug(text) { Ok(Self(text.into())) } else { Err(TextError::NotASlug) }
    }

    /// The short name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

checked_string!(Slug, TextError);

impl JsonSchema for Slug {
    fn schema_name() -> Cow<'static, str> {
        "Slug".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A short name in lower-case letters, digits and single hyphens.",
            "type": "string",
            "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
            "examples": ["peace-talks"],
            FORM: Form::Token,
        })
    }
}

/// An absolute `http` or `https` address: an IRI of RFC 3987, without the signs that turn the direction of a text, which must
/// not stand in one (section 4.1).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WebAddress(Box<str>);

impl WebAddress {
    /// Checks `text`.
    ///
    /// # Errors
    ///
    /// [`TextError::NotAWebAddress`].
    pub fn new(text: &str) -> Result<Self, TextError> {
        let iri = Iri::parse(text).map_err(|_| TextError::NotAWebAddress)?;
        let is_web = matches!(iri.scheme(), "http" | "https") && iri.authority().is_some_and(|host| !host.is_empty());
        if is_web && !text.contains(is_direction_mark) { Ok(Self(text.into())) } else { Err(TextError::NotAWebAddress) }
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

checked_string!(WebAddress, TextError);

impl JsonSchema for WebAddress {
    fn schema_name() -> Cow<'static, str> {
        "WebAddress".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A full web address, with its `https://`.",
            "type": "string",
            "pattern": "^https?://[^/\\u0000-\\u0020\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069][^\\u0000-\\u0020\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]*$",
            "examples": ["https://example.org/profiles/league"],
            FORM: Form::WebAddress,
        })
    }
}

/// A SHA-256 digest: 64 hexadecimal digits, in lower case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sha256(Box<str>);

impl Sha256 {
    /// Checks `text`.
    ///
    /// # Errors
    ///
    /// [`TextError::NotADigest`].
    pub fn new(text: &str) -> Result<Self, TextError> {
        if text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
            Ok(Self(text.into()))
        } else {
            Err(TextError::NotADigest)
        }
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

checked_string!(Sha256, TextError);

impl JsonSchema for Sha256 {
    fn schema_name() -> Cow<'static, str> {
        "Sha256".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A SHA-256 digest: 64 hexadecimal digits, in lower case.",
            "type": "string",
            "pattern": "^[0-9a-f]{64}$",
            "examples": ["e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
            FORM: Form::Token,
        })
    }
}

/// A licence, as an SPDX licence expression (SPDX 2.3, annex D), its operators in upper or lower case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct License(Box<str>);

impl License {
    /// Checks `text` against the SPDX grammar and the SPDX list of licences.
    ///
    /// # Errors
    ///
    /// [`TextError::NotALicense`].
    pub fn new(text: &str) -> Result<Self, TextError> {
        let plain = text.bytes().all(|b| b.is_ascii_alphanumeric() || b".+:() -".contains(&b));
        if plain && spdx::Expression::parse(text).is_ok() { Ok(Self(text.into())) } else { Err(TextError::NotALicense) }
    }

    /// The expression.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

checked_string!(License, TextError);

impl JsonSchema for License {
    fn schema_name() -> Cow<'static, str> {
        "License".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A licence, as an SPDX licence expression.",
            "type": "string",
            "pattern": "^[A-Za-z0-9.+:() -]+$",
            "examples": ["CC-BY-4.0"],
            FORM: Form::Token,
        })
    }
}

/// A version, by the rules of Semantic Versioning 2.0.0.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Version(Box<str>);

impl Version {
    /// Checks `text`.
    ///
    /// # Errors
    ///
    /// [`TextError::NotAVersion`].
    pub fn new(text: &str) -> Result<Self, TextError> {
        semver::Version::parse(text).map_err(|_| TextError::NotAVersion)?;
        Ok(Self(text.into()))
    }

    /// The version.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

checked_string!(Version, TextError);

impl JsonSchema for Version {
    fn schema_name() -> Cow<'static, str> {
        "Version".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A version: three numbers joined by full stops, by the rules of Semantic Versioning.",
            "type": "string",
            "pattern": "^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?$",
            "examples": ["1.0.0"],
            FORM: Form::Token,
        })
    }
}

/// A media type of RFC 6838 without parameters, in lower case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MediaType(Box<str>);

impl MediaType {
    /// Checks `text`.
    ///
    /// # Errors
    ///
    /// [`TextError::NotAMediaType`].
    pub fn new(text: &str) -> Result<Self, TextError> {
        let first = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
        let name = |name: &str| {
            name.bytes().next().is_some_and(first) && name.bytes().all(|b| first(b) || b"!#$&^_.+-".contains(&b))
        };
        match text.split_once('/') {
            Some((r#type, subtype)) if name(r#type) && name(subtype) => Ok(Self(text.into())),
            _ => Err(TextError::NotAMediaType),
        }
    }

    /// The media type.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

checked_string!(MediaType, TextError);

impl JsonSchema for MediaType {
    fn schema_name() -> Cow<'static, str> {
        "MediaType".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A media type: two names joined by a slash, in lower case.",
            "type": "string",
            "pattern": "^[a-z0-9][a-z0-9!#\\$&^_.+-]*/[a-z0-9][a-z0-9!#\\$&^_.+-]*$",
            "examples": ["application/pdf"],
            FORM: Form::Token,
        })
    }
}
