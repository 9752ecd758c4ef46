//! Numbers with bounds.

use std::{
    borrow::Cow,
    cmp::Ordering,
    fmt,
    hash::{Hash, Hasher},
};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::shape::{FORM, Form};

/// The number is out of bounds.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct NumberError(String);

impl NumberError {
    fn new<N: fmt::Display>(number: impl fmt::Display, least: N, greatest: N) -> Self {
        Self(format!("{number} is not between {least} and {greatest}"))
    }
}

/// Declares a whole number with bounds that are exact in an `f64`.
macro_rules! whole_number {
    ($(#[$doc:meta])+ $name:ident($repr:ty) in $least:expr, $greatest:expr; $about:literal, $example:literal) => {
        $(#[$doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        pub struct $name($repr);

        impl $name {
            /// The smallest number.
            pub const MIN: $repr = $least;
            /// The largest number.
            pub const MAX: $repr = $greatest;

            /// Checks `number`.
            ///
            /// # Errors
            ///
            /// [`NumberError`] outside `MIN` to `MAX`.
            pub fn new(number: $repr) -> Result<Self, NumberError> {
                if (Self::MIN..=Self::MAX).contains(&number) {
                    Ok(Self(number))
                } else {
                    Err(NumberError::new(number, Self::MIN, Self::MAX))
                }
            }

            /// The number.
            pub fn get(self) -> $repr {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let number = whole(deserializer)?;
                <$repr>::try_from(number)
                    .map_err(|_| NumberError::new(number, Self::MIN, Self::MAX))
                    .and_then(Self::new)
                    .map_err(de::Error::custom)
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({
                    "description": $about,
                    "type": "integer",
                    "minimum": Self::MIN,
                    "maximum": Self::MAX,
                    "examples": [$example],
                    FORM: Form::Integer { minimum: Self::MIN.into(), maximum: Self::MAX.into() },
                })
            }
        }
    };
}

whole_number! {
    /// A whole number from 0 to 2⁵³ − 1, the range in which every JSON reader agrees (RFC 7493).
    ///
    /// As in JSON Schema, `24.0` is the whole number 24.
    Count(u64) in 0, (1 << 53) - 1; "A whole number, 0 or more.", 24
}

whole_number! {
    /// A place in an order, from 1 to 65,535.
    Rank(u16) in 1, u16::MAX; "A place in an order, from 1.", 1
}

/// Reads a whole number that is not negative, in any of JSON's ways to write one.
fn whole<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    struct Whole;

    impl de::Visitor<'_> for Whole {
        type Value = u64;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a whole number")
        }

        fn visit_u64<E: de::Error>(self, number: u64) -> Result<u64, E> {
            Ok(number)
        }

        fn visit_f64<E: de::Error>(self, number: f64) -> Result<u64, E> {
            #[expect(clippy::cast_precision_loss, reason = "2⁵³ − 1 is exact in an f64")]
            let exact = (0.0..=Count::MAX as f64).contains(&number) && number.fract() == 0.0;
            if exact {
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and in range")]
                return Ok(number as u64);
            }
            Err(E::invalid_value(de::Unexpected::Float(number), &self))
        }
    }

    deserializer.deserialize_any(Whole)
}

/// Declares an angle with bounds, in degrees.
macro_rules! degrees {
    ($(#[$doc:meta])+ $name:ident: $bound:literal, $about:literal, $example:literal) => {
        $(#[$doc])+
        #[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Serialize)]
        pub struct $name(f64);

        impl $name {
            /// Checks `degrees`.
            ///
            /// # Errors
            ///
            /// [`NumberError`] out of bounds.
            pub fn new(degrees: f64) -> Result<Self, NumberError> {
                if (-$bound..=$bound).contains(&degrees) {
                    Ok(Self(degrees))
                } else {
                    Err(NumberError::new(degrees, -$bound, $bound))
                }
            }

            /// The degrees.
            pub fn get(self) -> f64 {
                self.0
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::new(f64::deserialize(deserializer)?).map_err(de::Error::custom)
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({
                    "description": $about,
                    "type": "number",
                    "minimum": -$bound,
                    "maximum": $bound,
                    "examples": [$example],
                    FORM: Form::Number { minimum: -$bound, maximum: $bound },
                })
            }
        }
    };
}

degrees! {
    /// Degrees east of Greenwich, -180 to 180, in the World Geodetic System 1984.
    Longitude: 180.0, "Degrees east of Greenwich, -180 to 180.", -20.25
}

degrees! {
    /// Degrees north of the equator, -90 to 90, in the World Geodetic System 1984.
    Latitude: 90.0, "Degrees north of the equator, -90 to 90.", 64.5
}

/// A number from 0 to 2⁵³ − 1, whole or with decimals.
///
/// A whole number is written without a fraction, so that `24.0` comes back as `24`.
///
/// ```
/// use standpoint_model::Amount;
///
/// assert_eq!(Amount::new(2500.0)?.to_string(), "2,500");
/// assert_eq!(Amount::new(37.5)?.to_string(), "37.5");
/// assert!(Amount::new(-1.0).is_err());
/// # Ok::<(), standpoint_model::NumberError>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Amount(f64);

impl Amount {
    /// The smallest amount.
    pub const MIN: f64 = 0.0;
    /// The largest amount: up to here every whole number is exact.
    pub const MAX: f64 = 9_007_199_254_740_991.0;

    /// Checks `number`.
    ///
    /// # Errors
    ///
    /// [`NumberError`] outside `MIN` to `MAX`, and for what is not a number.
    pub fn new(number: f64) -> Result<Self, NumberError> {
        if (Self::MIN..=Self::MAX).contains(&number) {
            // Adding 0 turns a negative zero into a positive one.
            Ok(Self(number + 0.0))
        } else {
            Err(NumberError::new(number, Self::MIN, Self::MAX))
        }
    }

    /// The number.
    pub fn get(self) -> f64 {
        self.0
    }

    /// The number if it is whole.
    pub fn whole(self) -> Option<u64> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and in range")]
        (self.0.fract() == 0.0).then_some(self.0 as u64)
    }
}

impl From<Count> for Amount {
    fn from(count: Count) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "a count is at most 2⁵³ − 1")]
        Self(count.get() as f64)
    }
}

// An amount is never NaN and never a negative zero, so that it is equal if its bits are.
impl PartialEq for Amount {
    fn eq(&self, other: &Self) -> bool {
        self.0.to_bits() == other.0.to_bits()
    }
}

impl Eq for Amount {}

impl PartialOrd for Amount {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Amount {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl Hash for Amount {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.to_bits().hash(state);
    }
}

/// The number with a comma between groups of three digits before the decimal point.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.0.to_string();
        let whole = digits.find('.').unwrap_or(digits.len());
        let mut grouped = String::with_capacity(digits.len() + whole / 3);
        for (at, digit) in digits.char_indices() {
            if at > 0 && at < whole && (whole - at) % 3 == 0 {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        f.pad(&grouped)
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.whole() {
            Some(whole) => serializer.serialize_u64(whole),
            None => serializer.serialize_f64(self.0),
        }
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(f64::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

impl JsonSchema for Amount {
    fn schema_name() -> Cow<'static, str> {
        "Amount".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A number, 0 or more, whole or with decimals.",
            "type": "number",
            "minimum": Self::MIN,
            "maximum": Self::MAX,
            "examples": [450, 37.5],
            FORM: Form::Number { minimum: Self::MIN, maximum: Self::MAX },
        })
    }
}
