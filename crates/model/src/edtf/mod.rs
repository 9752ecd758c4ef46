//! Dates as vague as their source: the Extended Date/Time Format.

mod bound;
mod english;
mod negative;
mod reason;

use std::borrow::Cow;

use edtf_core::{Date, SetElement, SetKind};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

pub use bound::{Bound, Day};

use crate::{
    lexical::checked_string,
    shape::{FORM, Form},
};

/// A date in the Extended Date/Time Format (Library of Congress, 2019; ISO 8601-2:2019, annex A), levels 0 to 2.
///
/// The text is kept exactly as it is written; two dates are equal when they are written alike. Conventions of this
/// model:
///
/// - *early*, *mid* and *late* in a year are its first, second and third quadrimester (`2029-37`, `2029-38`, `2029-39`);
/// - *by late 2029* is some time up to then, `[..2029-39]`, and not in late 2029;
/// - *since May* is `2031-05/`, an end that is not told; `2031-05/..` only if the source says that it goes on;
/// - fighting over three days is `2031-05-02/2031-05-04`, one day of these three `[2031-05-02..2031-05-04]`;
/// - a day without a year lists the years that the source allows, `[2030-06-11,2031-06-11]`.
///
/// ```
/// use standpoint_model::Edtf;
///
/// let when = Edtf::new("[2030-06-11,2031-06-11]")?;
/// assert_eq!(when.earliest().to_string(), "2030-06-11");
/// assert_eq!(when.latest().to_string(), "2031-06-11");
/// assert_eq!(when.english(), "11 June, 2030 or 2031");
/// assert_eq!(Edtf::new("2029-37")?.english(), "early 2029");
/// # Ok::<(), standpoint_model::EdtfError>(())
/// ```
#[derive(Debug, Clone)]
pub struct Edtf {
    text: Box<str>,
    /// Of a negative year with unspecified digits the date without its sign.
    parsed: edtf_core::Edtf,
    /// The bounds of such a year. Hardly any date has one, and each date would be larger by a third.
    negative: Option<Box<[Bound; 2]>>,
}

/// Why a string is not an EDTF date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not an EDTF date: {reason}")]
pub struct EdtfError {
    text: String,
    reason: &'static str,
    offset: usize,
}

impl EdtfError {
    /// Where in the string it stops being a date, in code points from 0.
    pub fn offset(&self) -> usize {
        self.offset
    }
}

/// The finest unit that a date names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// A time of day.
    Second,
    /// A calendar day.
    Day,
    /// A calendar month.
    Month,
    /// A season, quarter, quadrimester or half of a year.
    Season,
    /// A year.
    Year,
    /// Ten years, by an unspecified last digit.
    Decade,
    /// A hundred years, by two unspecified digits.
    Century,
    /// An interval, a set, or a date whose unspecified digits name no calendar unit.
    Range,
}

/// Whether one date lies wholly before another, as far as their bounds tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Certainty {
    /// It does, whatever the exact days were.
    Certain,
    /// Some reading has it so, another does not.
    Possible,
    /// No reading has it so.
    Impossible,
}

impl Edtf {
    /// Parses `text`.
    ///
    /// # Errors
    ///
    /// [`EdtfError`], which says where the text stops being a date.
    pub fn new(text: &str) -> Result<Self, EdtfError> {
        match edtf_core::Edtf::parse(text) {
            Ok(parsed) if has_impossible_second(&parsed) => {
                let reason = "there is a 61st second only where a day ends in UTC";
                Err(EdtfError { text: text.into(), reason, offset: text.find(":60").unwrap_or_default() + 1 })
            }
            Ok(parsed) => Ok(Self { text: text.into(), parsed, negative: None }),
            Err(error) => {
                if let Some(negative) = negative::parse(text) {
                    let (parsed, negative) = (negative.without_sign, Some(Box::new(negative.bounds)));
                    return Ok(Self { text: text.into(), parsed, negative });
                }
                let (reason, at) = reason::of(text, &error);
                Err(EdtfError {
                    text: text.into(),
                    reason,
                    offset: text.char_indices().take_while(|(before, _)| *before < at).count(),
                })
            }
        }
    }

    /// The date as it is written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The lowest level of the standard that has this form: 0, 1 or 2.
    pub fn level(&self) -> u8 {
        // A negative year is of level 1, as are the plainest of unspecified digits.
        self.parsed.level()
    }

    /// The first day on which it can have been, inclusive.
    pub fn earliest(&self) -> Bound {
        self.negative.as_deref().map_or_else(|| self.parsed.bounds().earliest.into(), |[first, _]| *first)
    }

    /// The last day on which it can have been, inclusive.
    pub fn latest(&self) -> Bound {
        self.negative.as_deref().map_or_else(|| self.parsed.bounds().latest.into(), |[_, last]| *last)
    }

    /// Whether any part is marked approximate (`~` or `%`).
    pub fn is_approximate(&self) -> bool {
        self.parsed.is_approximate()
    }

    /// Whether any part is marked uncertain (`?` or `%`).
    pub fn is_uncertain(&self) -> bool {
        self.parsed.is_uncertain()
    }

    /// Whether it is a choice of dates, one of which is meant (`[…]`).
    pub fn is_choice(&self) -> bool {
        matches!(&self.parsed, edtf_core::Edtf::Set(set) if set.kind == SetKind::OneMember)
    }

    /// The dates of a set, as they are written one after the other; of what is no set, the date itself.
    ///
    /// ```
    /// use standpoint_model::Edtf;
    ///
    /// let members = |text| Edtf::new(text).map(|date| date.members().iter().map(ToString::to_string).collect::<Vec<_>>());
    /// assert_eq!(members("[2030-06-11,2031-06-11]")?, ["2030-06-11", "2031-06-11"]);
    /// assert_eq!(members("{..2019,2021..2023}")?, ["../2019", "2021/2023"]);
    /// assert_eq!(members("2015-37")?, ["2015-37"]);
    /// # Ok::<(), standpoint_model::EdtfError>(())
    /// ```
    pub fn members(&self) -> Vec<Self> {
        let edtf_core::Edtf::Set(set) = &self.parsed else {
            return vec![self.clone()];
        };
        let written = |date: &Date| edtf_core::Edtf::Date(*date).to_string();
        let texts = set.elements.iter().map(|element| match element {
            SetElement::Date(date) => written(date),
            SetElement::OnOrBefore(date) => format!("../{}", written(date)),
            SetElement::OnOrAfter(date) => format!("{}/..", written(date)),
            SetElement::Range(first, last) => format!("{}/{}", written(first), written(last)),
        });
        // A date of a set is a date, and two in order are an interval.
        texts.map(|text| Self::new(&text)).collect::<Result<_, _>>().unwrap_or_else(|_| vec![self.clone()])
    }

    /// The finest unit that the date names.
    pub fn precision(&self) -> Precision {
        match &self.parsed {
            edtf_core::Edtf::DateTime(_) => Precision::Second,
            edtf_core::Edtf::Interval(_) | edtf_core::Edtf::Set(_) => Precision::Range,
            edtf_core::Edtf::Date(date) => date_precision(date),
        }
    }

    /// The `date_prec` of the UCDP Georeferenced Event Dataset: 1 for a day, 2 for two to six days, 3 for a week,
    /// 4 for up to a month, 5 for up to a year; nothing for a longer or an unbounded span.
    pub fn ucdp_date_prec(&self) -> Option<u8> {
        let (first, last) = (self.earliest().day()?, self.latest().day()?);
        match last.ordinal() - first.ordinal() + 1 {
            1 => Some(1),
            2..=6 => Some(2),
            7 => Some(3),
            8..=31 => Some(4),
            32..=366 => Some(5),
            _ => None,
        }
    }

    /// Whether this date lies wholly before `other`.
    pub fn is_before(&self, other: &Self) -> Certainty {
        match (self.latest(), other.earliest()) {
            (Bound::Day(last), Bound::Day(first)) if last < first => return Certainty::Certain,
            _ => {}
        }
        match (self.earliest(), other.latest()) {
            (Bound::Day(first), Bound::Day(last)) if first >= last => Certainty::Impossible,
            _ => Certainty::Possible,
        }
    }

    /// The date in English, as a person would say it: "early 2015", "26 August 2021", "about 1985 to 1987".
    pub fn english(&self) -> String {
        if self.negative.is_some() {
            return format!("a date written {}", self.text);
        }
        english::render(&self.parsed, &self.text)
    }
}

/// Whether a time of day has a 61st second where none can be: leap seconds are put in at the end of a day in UTC, and shifts
/// are in use by quarters of an hour.
fn has_impossible_second(parsed: &edtf_core::Edtf) -> bool {
    let edtf_core::Edtf::DateTime(instant) = parsed else { return false };
    let time = &instant.time;
    let minutes = i16::from(time.hour) * 60 + i16::from(time.minute);
    time.second == 60
        && match time.shift {
            Some(edtf_core::TimeShift::Utc) => minutes != 24 * 60 - 1,
            Some(edtf_core::TimeShift::Offset { minutes: shift, .. }) => {
                (minutes - shift).rem_euclid(24 * 60) != 24 * 60 - 1
            }
            None => minutes % 15 != 14,
        }
}

fn date_precision(date: &Date) -> Precision {
    match date.precision() {
        _ if date.has_unspecified() => unspecified_precision(date),
        edtf_core::Precision::Day => Precision::Day,
        edtf_core::Precision::Month => Precision::Month,
        edtf_core::Precision::Season => Precision::Season,
        edtf_core::Precision::Year if date.year.significant_digits.is_some() => Precision::Range,
        edtf_core::Precision::Year => Precision::Year,
    }
}

/// The unit that remains when trailing digits are unspecified: `2004-06-XX` is a month, `201X` a decade.
fn unspecified_precision(date: &Date) -> Precision {
    let year = match date.year.kind {
        edtf_core::YearKind::Standard { digits, .. } => digits.map(|digit| digit.is_some()),
        edtf_core::YearKind::Big { .. } | edtf_core::YearKind::Exponential { .. } => [true; 4],
    };
    let field = |field: Option<edtf_core::DateField>| field.map(|f| f.digits.map(|digit| digit.is_some()));
    match (year, field(date.month), field(date.day)) {
        ([true, true, true, true], Some([true, true]), Some([false, false])) => Precision::Month,
        ([true, true, true, true], Some([false, false]), None | Some([false, false])) => Precision::Year,
        ([true, true, true, false], None, None) => Precision::Decade,
        ([true, true, false, false], None, None) => Precision::Century,
        _ => Precision::Range,
    }
}

impl PartialEq for Edtf {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Edtf {}

impl std::hash::Hash for Edtf {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

checked_string!(Edtf, EdtfError);

impl JsonSchema for Edtf {
    fn schema_name() -> Cow<'static, str> {
        "Edtf".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A date in the Extended Date/Time Format (EDTF), as vague as its source: `2031-05-02`, `2031-05`, \
                `2029-37` for early 2029, `2029~` for about 2029, `[..2029-39]` for by late 2029, `2031-05/` for since May, \
                `[2030-06-11,2031-06-11]` for one of two days.",
            "type": "string",
            "pattern": "^[-0-9XYESTZ?~%.,:+/\\[\\]{}]+$",
            "examples": ["2031-05-02", "2029-37", "[2030-06-11,2031-06-11]"],
            FORM: Form::Date,
        })
    }
}
