//! Lists that have a smallest length.

use std::{borrow::Cow, ops::Deref};

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer, Serialize, de};

/// A list of at least `LEAST` items. Reads like a slice.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct AtLeast<const LEAST: usize, T>(Vec<T>);

/// A list of at least one item.
pub type OneOrMore<T> = AtLeast<1, T>;

/// A list of at least two items.
pub type TwoOrMore<T> = AtLeast<2, T>;

/// The list has too few items.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a list of at least {least} is needed here; this one has {found}")]
#[non_exhaustive]
pub struct TooFewError {
    /// The smallest number of items.
    pub least: usize,
    /// How many there are.
    pub found: usize,
}

impl<const LEAST: usize, T> AtLeast<LEAST, T> {
    /// Checks that `items` are enough.
    ///
    /// # Errors
    ///
    /// [`TooFewError`].
    pub fn new(items: Vec<T>) -> Result<Self, TooFewError> {
        if items.len() < LEAST { Err(TooFewError { least: LEAST, found: items.len() }) } else { Ok(Self(items)) }
    }
}

impl<const LEAST: usize, T> Deref for AtLeast<LEAST, T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<'a, const LEAST: usize, T> IntoIterator for &'a AtLeast<LEAST, T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<'de, const LEAST: usize, T: Deserialize<'de>> Deserialize<'de> for AtLeast<LEAST, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(Vec::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

impl<const LEAST: usize, T: JsonSchema> JsonSchema for AtLeast<LEAST, T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("AtLeast_{LEAST}_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = Vec::<T>::json_schema(generator);
        schema.insert("minItems".into(), LEAST.into());
        schema
    }
}
