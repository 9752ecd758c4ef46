//! Quantities as exact as their source.

use std::{borrow::Cow, fmt};

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer, Serialize, de};

use crate::{Count, lexical::present};

/// A quantity as exact as its source: a lowest, a best and a highest value, of which at least one is given.
///
/// "1,500 to 2,000" is a low and a high; "around 180" is a best that is approximate. This is the practice of the
/// Uppsala Conflict Data Program. `low ≤ best ≤ high` always holds.
///
/// ```
/// use standpoint_model::{Count, Estimate};
///
/// let fighters = Estimate::range(Count::new(1500)?, Count::new(2000)?)?;
/// assert_eq!(fighters.to_string(), "1,500–2,000");
/// assert!(Estimate::range(Count::new(2000)?, Count::new(1500)?).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Estimate {
    #[serde(skip_serializing_if = "Option::is_none")]
    low: Option<Count>,
    #[serde(skip_serializing_if = "Option::is_none")]
    best: Option<Count>,
    #[serde(skip_serializing_if = "Option::is_none")]
    high: Option<Count>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    approximate: bool,
}

/// Why numbers are not an [`Estimate`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EstimateError {
    /// Neither low nor best nor high.
    #[error("an estimate needs at least one of `low`, `best` and `high`")]
    Empty,
    /// A smaller bound exceeds a larger one.
    #[error("`{smaller}` is {}, which is more than the {} of `{larger}`", values.0, values.1)]
    Order {
        /// The name of the value that should be the smaller one.
        smaller: &'static str,
        /// The name of the value that should be the larger one.
        larger: &'static str,
        /// The two values.
        values: (u64, u64),
    },
}

impl Estimate {
    /// Checks that some number is given and that `low ≤ best ≤ high`.
    ///
    /// # Errors
    ///
    /// [`EstimateError`].
    pub fn new(
        low: Option<Count>,
        best: Option<Count>,
        high: Option<Count>,
        approximate: bool,
    ) -> Result<Self, EstimateError> {
        let given: Vec<(&'static str, Count)> = [("low", low), ("best", best), ("high", high)]
            .into_iter()
            .filter_map(|(name, value)| value.map(|value| (name, value)))
            .collect();
        if given.is_empty() {
            return Err(EstimateError::Empty);
        }
        for pair in given.windows(2) {
            let [(smaller, a), (larger, b)] = [pair[0], pair[1]];
            if a > b {
                return Err(EstimateError::Order { smaller, larger, values: (a.get(), b.get()) });
            }
        }
        Ok(Self { low, best, high, approximate })
    }

    /// One number, as exact as a number can be.
    pub fn exact(best: Count) -> Self {
        Self { low: None, best: Some(best), high: None, approximate: false }
    }

    /// A range.
    ///
    /// # Errors
    ///
    /// [`EstimateError::Order`] where `low` is above `high`.
    pub fn range(low: Count, high: Count) -> Result<Self, EstimateError> {
        Self::new(Some(low), None, Some(high), false)
    }

    /// The lowest value.
    pub fn low(&self) -> Option<Count> {
        self.low
    }

    /// The best single value.
    pub fn best(&self) -> Option<Count> {
        self.best
    }

    /// The highest value.
    pub fn high(&self) -> Option<Count> {
        self.high
    }

    /// Whether the source gives the numbers as approximate ("around", "some").
    pub fn is_approximate(&self) -> bool {
        self.approximate
    }
}

impl fmt::Display for Estimate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.approximate {
            f.write_str("about ")?;
        }
        let [low, best, high] = [self.low, self.best, self.high].map(|value| value.map(|count| thousands(count.get())));
        match (low, best, high) {
            (Some(low), None, Some(high)) => write!(f, "{low}–{high}"),
            (Some(low), Some(best), Some(high)) => write!(f, "{best} ({low}–{high})"),
            (Some(low), Some(best), None) => write!(f, "{best} (at least {low})"),
            (None, Some(best), Some(high)) => write!(f, "{best} (at most {high})"),
            (Some(low), None, None) => write!(f, "at least {low}"),
            (None, None, Some(high)) => write!(f, "at most {high}"),
            (None, Some(best), None) => f.write_str(&best),
            (None, None, None) => Ok(()),
        }
    }
}

/// The number with a comma between groups of three digits.
fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// The fields of an [`Estimate`] before they are checked against one another.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Estimate")]
struct EstimateFields {
    /// The lowest value that the source gives.
    #[serde(default, deserialize_with = "present")]
    #[schemars(example = 1500)]
    low: Option<Count>,
    /// The one value that the source gives, or its best one.
    #[serde(default, deserialize_with = "present")]
    #[schemars(example = 1700)]
    best: Option<Count>,
    /// The highest value that the source gives.
    #[serde(default, deserialize_with = "present")]
    #[schemars(example = 2000)]
    high: Option<Count>,
    /// Whether the source gives the numbers as approximate: "around", "some", "nearly".
    #[serde(default)]
    #[schemars(example = true)]
    approximate: bool,
}

impl<'de> Deserialize<'de> for Estimate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let EstimateFields { low, best, high, approximate } = EstimateFields::deserialize(deserializer)?;
        Self::new(low, best, high, approximate).map_err(de::Error::custom)
    }
}

impl JsonSchema for Estimate {
    fn schema_name() -> Cow<'static, str> {
        "Estimate".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = EstimateFields::json_schema(generator);
        schema.insert(
            "description".into(),
            "A quantity as exact as its source: a lowest, a best and a highest value, at least one of them. \
             They must not decrease from low to best to high."
                .into(),
        );
        schema.insert(
            "anyOf".into(),
            serde_json::json!([{ "required": ["low"] }, { "required": ["best"] }, { "required": ["high"] }]),
        );
        schema.insert("examples".into(), serde_json::json!([{ "low": 1500, "high": 2000 }]));
        schema
    }
}
