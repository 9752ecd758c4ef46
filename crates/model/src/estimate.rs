//! Quantities as exact as their source.

use std::{borrow::Cow, fmt};

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer, Serialize, de};

use crate::{Amount, Text, lexical::present};

/// A quantity as exact as its source: a lowest, a best and a highest value, or words; at least one of the four.
///
/// "300 to 450" is a low and a high; "around 70" is a best that is approximate; "dozens" is words, and no number is
/// made of them. The three values are the practice of the Uppsala Conflict Data Program. `low ≤ best ≤ high` always holds.
///
/// ```
/// use standpoint_model::{Amount, Estimate, Text};
///
/// let fighters = Estimate::range(Amount::new(1300.0)?, Amount::new(1450.0)?)?;
/// assert_eq!(fighters.to_string(), "1,300–1,450");
/// assert!(Estimate::range(Amount::new(1450.0)?, Amount::new(1300.0)?).is_err());
/// assert_eq!(Estimate::worded(Text::new("dozens")?).to_string(), "“dozens”");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Estimate {
    #[serde(skip_serializing_if = "Option::is_none")]
    low: Option<Amount>,
    #[serde(skip_serializing_if = "Option::is_none")]
    best: Option<Amount>,
    #[serde(skip_serializing_if = "Option::is_none")]
    high: Option<Amount>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    approximate: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<Text>,
}

/// Why values are not an [`Estimate`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EstimateError {
    /// Neither low nor best nor high nor words.
    #[error("an estimate needs at least one of `low`, `best`, `high` and `words`")]
    Empty,
    /// A smaller bound exceeds a larger one.
    #[error("`{smaller}` is {}, which is more than the {} of `{larger}`", values.0.get(), values.1.get())]
    Order {
        /// The name of the value that should be the smaller one.
        smaller: &'static str,
        /// The name of the value that should be the larger one.
        larger: &'static str,
        /// The two values.
        values: (Amount, Amount),
    },
}

impl Estimate {
    /// Checks that some number or words are given and that `low ≤ best ≤ high`.
    ///
    /// # Errors
    ///
    /// [`EstimateError`].
    pub fn new(
        [low, best, high]: [Option<Amount>; 3],
        approximate: bool,
        words: Option<Text>,
    ) -> Result<Self, EstimateError> {
        let given: Vec<(&'static str, Amount)> = [("low", low), ("best", best), ("high", high)]
            .into_iter()
            .filter_map(|(name, value)| value.map(|value| (name, value)))
            .collect();
        if given.is_empty() && words.is_none() {
            return Err(EstimateError::Empty);
        }
        for pair in given.windows(2) {
            let [(smaller, a), (larger, b)] = [pair[0], pair[1]];
            if a > b {
                return Err(EstimateError::Order { smaller, larger, values: (a, b) });
            }
        }
        Ok(Self { low, best, high, approximate, words })
    }

    /// One number, as exact as a number can be.
    pub fn exact(best: Amount) -> Self {
        Self { low: None, best: Some(best), high: None, approximate: false, words: None }
    }

    /// A range.
    ///
    /// # Errors
    ///
    /// [`EstimateError::Order`] where `low` is above `high`.
    pub fn range(low: Amount, high: Amount) -> Result<Self, EstimateError> {
        Self::new([Some(low), None, Some(high)], false, None)
    }

    /// The source's words, where it gives no number.
    pub fn worded(words: Text) -> Self {
        Self { low: None, best: None, high: None, approximate: false, words: Some(words) }
    }

    /// The lowest value.
    pub fn low(&self) -> Option<Amount> {
        self.low
    }

    /// The best single value.
    pub fn best(&self) -> Option<Amount> {
        self.best
    }

    /// The highest value.
    pub fn high(&self) -> Option<Amount> {
        self.high
    }

    /// Whether the source gives the numbers as approximate ("around", "some").
    pub fn is_approximate(&self) -> bool {
        self.approximate
    }

    /// The words in which the source tells the quantity.
    pub fn words(&self) -> Option<&Text> {
        self.words.as_ref()
    }

    /// Whether any number is given.
    pub fn has_number(&self) -> bool {
        self.low.or(self.best).or(self.high).is_some()
    }
}

impl fmt::Display for Estimate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.approximate && self.has_number() {
            f.write_str("about ")?;
        }
        match (self.low, self.best, self.high) {
            (Some(low), None, Some(high)) => write!(f, "{low}–{high}")?,
            (Some(low), Some(best), Some(high)) => write!(f, "{best} ({low}–{high})")?,
            (Some(low), Some(best), None) => write!(f, "{best} (at least {low})")?,
            (None, Some(best), Some(high)) => write!(f, "{best} (at most {high})")?,
            (Some(low), None, None) => write!(f, "at least {low}")?,
            (None, None, Some(high)) => write!(f, "at most {high}")?,
            (None, Some(best), None) => write!(f, "{best}")?,
            (None, None, None) => {}
        }
        match &self.words {
            Some(words) if self.has_number() => write!(f, " (“{words}”)"),
            Some(words) => write!(f, "“{words}”"),
            None => Ok(()),
        }
    }
}

/// The fields of an [`Estimate`] before they are checked against one another.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Estimate")]
struct EstimateFields {
    /// The lowest value that the source gives.
    #[serde(default, deserialize_with = "present")]
    #[schemars(example = 300)]
    low: Option<Amount>,
    /// The one value that the source gives, or its best one.
    #[serde(default, deserialize_with = "present")]
    #[schemars(example = 360)]
    best: Option<Amount>,
    /// The highest value that the source gives.
    #[serde(default, deserialize_with = "present")]
    #[schemars(example = 450)]
    high: Option<Amount>,
    /// Whether the source gives the numbers as approximate: "around", "some", "nearly".
    #[serde(default)]
    #[schemars(example = true)]
    approximate: bool,
    /// The source's own words, where it gives no number: "several", "dozens", "heavy". No number is made of them.
    #[serde(default, deserialize_with = "present")]
    #[schemars(example = &"dozens")]
    words: Option<Text>,
}

impl<'de> Deserialize<'de> for Estimate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let EstimateFields { low, best, high, approximate, words } = EstimateFields::deserialize(deserializer)?;
        Self::new([low, best, high], approximate, words).map_err(de::Error::custom)
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
            "A quantity as exact as its source: a lowest, a best and a highest value, or the source's words; at least one of \
             them. The values do not decrease from low to best to high."
                .into(),
        );
        schema.insert(
            "anyOf".into(),
            serde_json::json!([{ "required": ["low"] }, { "required": ["best"] }, { "required": ["high"] }, { "required": ["words"] }]),
        );
        schema.insert("examples".into(), serde_json::json!([{ "low": 300, "high": 450 }]));
        schema
    }
}
