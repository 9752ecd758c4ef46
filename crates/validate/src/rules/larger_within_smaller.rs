//! No place lies within a smaller one.
//!
//! Follows the place named in `within`.

use standpoint_model::PlaceType;
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::view::Submission,
    rules::{
        enclosure::enclosures,
        rule::{Check, Rule},
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("larger-within-smaller", Level::Warning, include_str!("../../docs/larger-within-smaller.md")),
    check: Check::Dataset(check),
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    for ((entry, place), (other, larger)) in enclosures(submission) {
        if size(place.r#type).zip(size(larger.r#type)).is_some_and(|(own, other)| own > other) {
            findings.push(
                Finding::new(
                    &RULE.code,
                    entry.value("/within"),
                    format!("a {} does not lie within a {}", place.r#type, larger.r#type),
                )
                .related(other.value("/type"), "what the other place is")
                .help("exchange the two, or correct the `type` that is wrong"),
            );
        }
    }
}

/// How large places of a type are, beside others. Regions and rivers may be of any size.
pub(crate) fn size(r#type: PlaceType) -> Option<u8> {
    match r#type {
        PlaceType::Site => Some(0),
        PlaceType::City => Some(1),
        PlaceType::Province => Some(2),
        PlaceType::Country => Some(3),
        PlaceType::Region | PlaceType::River => None,
    }
}
