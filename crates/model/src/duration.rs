//! Lengths of time.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::{
    lexical::checked_string,
    shape::{FORM, Form},
};

/// A length of time as ISO 8601 writes it: `P14M` for fourteen months, `P135D` for 135 days, `PT48H` for 48 hours.
///
/// It is kept as written, because fourteen months are no number of days. Whole numbers of at most six digits; weeks stand
/// alone.
///
/// ```
/// use standpoint_model::Duration;
///
/// assert_eq!(Duration::new("P14M")?.english(), "14 months");
/// assert_eq!(Duration::new("P1DT12H")?.english(), "1 day, 12 hours");
/// assert!(Duration::new("14 months").is_err());
/// # Ok::<(), standpoint_model::DurationError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Duration(Box<str>);

/// The string is not a duration.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a length of time in ISO 8601, such as `P14M`, `P10D` or `PT48H`")]
pub struct DurationError(String);

/// The units before and after the `T`, in the order in which they are written.
const UNITS: [&[(char, &str)]; 2] =
    [&[('Y', "year"), ('M', "month"), ('D', "day")], &[('H', "hour"), ('M', "minute"), ('S', "second")]];

impl Duration {
    /// Checks `text`.
    ///
    /// # Errors
    ///
    /// [`DurationError`].
    pub fn new(text: &str) -> Result<Self, DurationError> {
        if parts(text).is_some() { Ok(Self(text.into())) } else { Err(DurationError(text.into())) }
    }

    /// The duration as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The duration in English.
    pub fn english(&self) -> String {
        let part = |(number, unit): &(u32, &str)| format!("{number} {unit}{}", if *number == 1 { "" } else { "s" });
        parts(&self.0).unwrap_or_default().iter().map(part).collect::<Vec<_>>().join(", ")
    }
}

/// The numbers with their units.
fn parts(text: &str) -> Option<Vec<(u32, &'static str)>> {
    let rest = text.strip_prefix('P')?;
    if let Some(weeks) = rest.strip_suffix('W') {
        return Some(vec![(number(weeks)?, "week")]);
    }
    let (date, time) = match rest.split_once('T') {
        Some((_, "")) => return None,
        Some((date, time)) => (date, time),
        None => (rest, ""),
    };
    let mut found = Vec::new();
    for (mut text, units) in [date, time].into_iter().zip(UNITS) {
        for &(letter, unit) in units {
            if let Some((digits, after)) = text.split_once(letter) {
                found.push((number(digits)?, unit));
                text = after;
            }
        }
        if !text.is_empty() {
            return None;
        }
    }
    (!found.is_empty()).then_some(found)
}

fn number(digits: &str) -> Option<u32> {
    let plain = (1..=6).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

checked_string!(Duration, DurationError);

impl JsonSchema for Duration {
    fn schema_name() -> Cow<'static, str> {
        "Duration".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        // Without look-ahead, that something follows `P` and `T` is said by listing what may come first.
        let n = "[0-9]{1,6}";
        let time = format!("T({n}H({n}M)?({n}S)?|{n}M({n}S)?|{n}S)");
        let date = format!("({n}Y({n}M)?({n}D)?|{n}M({n}D)?|{n}D)");
        json_schema!({
            "description": "A length of time, as ISO 8601 writes it: `P14M` is fourteen months, `P10D` ten days, `PT48H` 48 hours.",
            "type": "string",
            "pattern": format!("^P({n}W|{date}({time})?|{time})$"),
            "examples": ["P14M", "P10D", "PT48H"],
            FORM: Form::Token,
        })
    }
}
