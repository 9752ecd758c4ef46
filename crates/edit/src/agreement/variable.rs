//! What is measured of two records.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use standpoint_model::{Edtf, Kind, Record};

/// What coders decide of a record, and what their agreement is measured by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Variable {
    /// The kind of the record.
    Kind,
    /// How the source puts it.
    Modality,
    /// Of what sort it is: the `type` of an actor, a place, an event or a relationship, the `form` of a position, the `measure`
    /// of an observation, the `topic` of a statement, the `category` of an interest.
    Type,
    /// The date, as it is written: `when`, or else `due`. That there is none is a value too.
    Date,
}

/// How two dates have to do with one another that are not the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DateDifference {
    /// Only one of the two has a date.
    OneHasNone,
    /// Both are of the same days, and differ in how sure they are or what they mean: `2020` and `2020?`.
    SameDays,
    /// That of A lies within that of B.
    AIsMoreExact,
    /// That of B lies within that of A.
    BIsMoreExact,
    /// Some days are in both, and each has others.
    Overlapping,
    /// No day is in both.
    Apart,
}

impl Variable {
    /// Every variable.
    pub const ALL: [Self; 4] = [Self::Kind, Self::Modality, Self::Type, Self::Date];

    /// The value that a record has. None, if records of the kind have none.
    pub(super) fn value(self, record: &Record) -> Option<String> {
        match self {
            Self::Kind => Some(record.kind().to_string()),
            Self::Modality => record.basis().map(|basis| basis.modality.to_string()),
            Self::Type => sort(record),
            Self::Date => is_dated(record.kind()).then(|| match (record.when(), record.due()) {
                (Some(when), _) => when.to_string(),
                (None, Some(due)) => format!("due {due}"),
                (None, None) => "none".to_owned(),
            }),
        }
    }

    /// The variable that a field of a record holds, if it holds one.
    pub(super) fn of_field(field: &str) -> Option<Self> {
        match field {
            "kind" => Some(Self::Kind),
            "basis.modality" => Some(Self::Modality),
            "type" | "form" | "measure" | "topic" | "category" => Some(Self::Type),
            "when" | "due" => Some(Self::Date),
            _ => None,
        }
    }
}

fn sort(record: &Record) -> Option<String> {
    match record {
        Record::Actor(record) => Some(record.r#type.to_string()),
        Record::Place(record) => Some(record.r#type.to_string()),
        Record::Event(record) => Some(record.r#type.to_string()),
        Record::Relationship(record) => Some(record.r#type.to_string()),
        Record::Interest(record) => Some(record.category.map_or_else(|| "none".to_owned(), |word| word.to_string())),
        Record::Position(record) => Some(record.form.to_string()),
        Record::Observation(record) => Some(record.measure.to_string()),
        Record::Statement(record) => Some(record.topic.to_string()),
        Record::Dataset(_) | Record::Source(_) | Record::Issue(_) | Record::Identity(_) => None,
    }
}

/// Whether records of a kind may have a date.
fn is_dated(kind: Kind) -> bool {
    matches!(kind, Kind::Event | Kind::Relationship | Kind::Position | Kind::Observation | Kind::Statement)
}

impl DateDifference {
    /// How two dates have to do with one another that are not written alike.
    pub(super) fn of(a: Option<&Edtf>, b: Option<&Edtf>) -> Self {
        let (Some(a), Some(b)) = (a, b) else { return Self::OneHasNone };
        // A bound that is open or not known lies beyond every day.
        let days = |date: &Edtf| {
            let day = |bound: standpoint_model::Bound, open| bound.day().map_or(open, standpoint_model::Day::unix_days);
            (day(date.earliest(), i128::MIN), day(date.latest(), i128::MAX))
        };
        let (a, b) = (days(a), days(b));
        let is_within = |one: (i128, i128), other: (i128, i128)| other.0 <= one.0 && one.1 <= other.1;
        match (is_within(a, b), is_within(b, a)) {
            (true, true) => Self::SameDays,
            (true, false) => Self::AIsMoreExact,
            (false, true) => Self::BIsMoreExact,
            (false, false) if a.1 < b.0 || b.1 < a.0 => Self::Apart,
            (false, false) => Self::Overlapping,
        }
    }

    /// Whether the two can both be true.
    pub(super) fn is_half(self) -> bool {
        matches!(self, Self::SameDays | Self::AIsMoreExact | Self::BIsMoreExact)
    }
}

impl fmt::Display for Variable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Kind => "kind",
            Self::Modality => "modality",
            Self::Type => "type",
            Self::Date => "date",
        })
    }
}

impl fmt::Display for DateDifference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::OneHasNone => "only one has a date",
            Self::SameDays => "the same days",
            Self::AIsMoreExact => "A is more exact",
            Self::BIsMoreExact => "B is more exact",
            Self::Overlapping => "some days are in both",
            Self::Apart => "no day is in both",
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may fail by panicking")]

    use super::*;

    #[test]
    fn dates_that_are_not_the_same_agree_by_halves_or_not_at_all() {
        let of = |a: &str, b: &str| DateDifference::of(Edtf::new(a).ok().as_ref(), Edtf::new(b).ok().as_ref());
        for (a, b, difference) in [
            ("2020", "", DateDifference::OneHasNone),
            ("2020", "2020?", DateDifference::SameDays),
            ("2015-37", "2015-01/2015-04", DateDifference::SameDays),
            ("2020-06-09", "2020-06", DateDifference::AIsMoreExact),
            ("2020/", "2020-06", DateDifference::BIsMoreExact),
            ("2019/2020", "2020/2021", DateDifference::Overlapping),
            ("2019", "2020", DateDifference::Apart),
        ] {
            assert_eq!(of(a, b), difference, "{a} and {b}");
            assert_eq!(difference.is_half(), of(b, a).is_half(), "{a} and {b}");
        }
    }

    #[test]
    fn the_kinds_that_have_dates_are_those_with_the_field() {
        for kind in Kind::ALL {
            let shape = standpoint_model::shape::Shape::of(*kind);
            let has = |name: &str| shape.fields().iter().any(|field| field.name == name);
            assert_eq!(is_dated(*kind), has("when"), "{kind}");
        }
    }
}
