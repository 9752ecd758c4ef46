//! What a dataset read into its sources.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use crate::{
    OneOrMore, Text,
    constructor::constructor,
    lexical::checked_string,
    shape::{FORM, Form},
};

/// Facts of a record that the dataset read into its source, and why.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Reading {
    /// The fields in which the facts stand. Not one with a word of a vocabulary: choosing a word is no reading.
    #[schemars(extend("examples" = [["when", "participants[actor/highland-league]"]]))]
    pub fields: OneOrMore<FieldPath>,
    /// Why they are read so.
    #[schemars(example = &"The sentence names no year; the one before it is about 2031.")]
    pub why: Text,
}

constructor! {
    Reading(fields: OneOrMore<FieldPath>, why: Text)
}

/// A field of a record: `when`, `participants[actor/highland-league]`, `value.low`.
///
/// The first name is a field of the record: the date of a standpoint is `basis.standpoints[actor/highland-league].when`. After
/// a full stop comes a field of the field's object. In brackets stands which item of a list is meant: the id that it is or
/// names, or otherwise its text.
///
/// ```
/// use standpoint_model::FieldPath;
///
/// let path = FieldPath::new("participants[actor/highland-league].role")?;
/// assert_eq!(path.steps().collect::<Vec<_>>(), [("participants", Some("actor/highland-league")), ("role", None)]);
/// assert!(FieldPath::new("/when").is_err());
/// # Ok::<(), standpoint_model::FieldPathError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldPath(Box<str>);

/// The string does not name a field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` does not name a field, such as `when` or `participants[actor/highland-league]`")]
pub struct FieldPathError(String);

impl FieldPath {
    /// Checks the form of `text`, and not that there is such a field.
    ///
    /// # Errors
    ///
    /// [`FieldPathError`].
    pub fn new(text: &str) -> Result<Self, FieldPathError> {
        let mut rest = text;
        loop {
            let Some((_, _, after)) = step(rest) else { return Err(FieldPathError(text.into())) };
            if after.is_empty() {
                return Ok(Self(text.into()));
            }
            rest = after.strip_prefix('.').unwrap_or_default();
        }
    }

    /// The path as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name of the field of the record.
    pub fn field(&self) -> &str {
        self.steps().next().map_or("", |(name, _)| name)
    }

    /// The fields on the way, each with the item that is meant if it is a list.
    pub fn steps(&self) -> impl Iterator<Item = (&str, Option<&str>)> {
        let mut rest = &*self.0;
        std::iter::from_fn(move || {
            let (name, item, after) = step(rest)?;
            rest = after.strip_prefix('.').unwrap_or_default();
            Some((name, item))
        })
    }
}

/// The first field of `text`, its item, and what comes after.
fn step(text: &str) -> Option<(&str, Option<&str>, &str)> {
    let end = text.find(|c: char| !c.is_ascii_lowercase() && c != '_').unwrap_or(text.len());
    let (name, after) = text.split_at(end);
    if name.is_empty() || !(after.is_empty() || after.starts_with(['.', '['])) {
        return None;
    }
    let Some(item) = after.strip_prefix('[') else { return Some((name, None, after)) };
    let (item, after) = item.split_once(']')?;
    let plain = !item.is_empty() && item.chars().all(|c| c != '[' && c >= ' ' && c != '\u{7F}');
    (plain && (after.is_empty() || after.starts_with('.'))).then_some((name, Some(item), after))
}

checked_string!(FieldPath, FieldPathError);

impl JsonSchema for FieldPath {
    fn schema_name() -> Cow<'static, str> {
        "FieldPath".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let step = r"[a-z_]+(\[[^\[\]\u0000-\u001f\u007f]+\])?";
        json_schema!({
            "description": "A field of the record; in brackets which item of a list is meant, by the id or the text that it holds; after a full stop a field of the field.",
            "type": "string",
            "pattern": format!(r"^{step}(\.{step})*$"),
            "examples": ["when", "participants[actor/highland-league]", "value.low"],
            FORM: Form::Token,
        })
    }
}
