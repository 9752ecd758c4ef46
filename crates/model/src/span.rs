//! A stretch of a source's text, re-checkable by whoever holds the text.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer, Serialize, de};

use crate::{Count, Sha256};

/// A stretch of a source's text: where it begins and ends, and the digest of what stands there.
///
/// Offsets count Unicode code points from 0, the end exclusive, as the `TextPositionSelector` of the W3C Web
/// Annotation Data Model does. The digest is the SHA-256 of the stretch in UTF-8, so that the dataset proves what it
/// cites without holding a word of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Span {
    start: Count,
    end: Count,
    sha256: Sha256,
}

/// The span is empty or ends before it starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a span ends after it starts; this one starts at {start} and ends at {end}")]
pub struct SpanError {
    start: u64,
    end: u64,
}

impl Span {
    /// A span from code point `start` up to, and without, code point `end`.
    ///
    /// # Errors
    ///
    /// [`SpanError`] unless `start < end`.
    pub fn new(start: Count, end: Count, sha256: Sha256) -> Result<Self, SpanError> {
        if start < end {
            Ok(Self { start, end, sha256 })
        } else {
            Err(SpanError { start: start.get(), end: end.get() })
        }
    }

    /// The first code point, from 0.
    pub fn start(&self) -> u64 {
        self.start.get()
    }

    /// The code point after the last one.
    pub fn end(&self) -> u64 {
        self.end.get()
    }

    /// The SHA-256 of the stretch in UTF-8.
    pub fn sha256(&self) -> &Sha256 {
        &self.sha256
    }
}

/// The fields of a [`Span`] before they are checked against one another.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Span")]
struct SpanFields {
    /// The first character of the stretch, counted in Unicode code points from 0.
    #[schemars(example = 120)]
    start: Count,
    /// The character after the last one of the stretch, counted in Unicode code points from 0.
    #[schemars(example = 187)]
    end: Count,
    /// The SHA-256 digest of the stretch, in UTF-8.
    #[schemars(example = &"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    sha256: Sha256,
}

impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let SpanFields { start, end, sha256 } = SpanFields::deserialize(deserializer)?;
        Self::new(start, end, sha256).map_err(de::Error::custom)
    }
}

impl JsonSchema for Span {
    fn schema_name() -> Cow<'static, str> {
        "Span".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = SpanFields::json_schema(generator);
        schema.insert(
            "description".into(),
            "A stretch of a source's text, as `standpoint cite` prints it: where it begins and ends, and the digest of \
             what stands there."
                .into(),
        );
        schema
    }
}
