//! A place is in the country of the place it lies in.
//!
//! Follows the place named in `within`.

use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::view::Submission,
    rules::{
        enclosure::enclosures,
        rule::{Check, Rule},
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("place-outside-country", Level::Warning, include_str!("../../docs/place-outside-country.md")),
    check: Check::Dataset(check),
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    for ((entry, place), (other, around)) in enclosures(submission) {
        let (field, countries) = match around.country {
            Some(_) => ("/country", around.country.as_slice()),
            None => ("/overlaps", around.overlaps.as_slice()),
        };
        let (own_field, own) = match place.country {
            Some(_) => ("/country", place.country.as_slice()),
            None => ("/overlaps", place.overlaps.as_slice()),
        };
        let outside = own.iter().find(|country| !countries.contains(country));
        if let Some(country) = outside.filter(|_| !countries.is_empty()) {
            findings.push(
                Finding::new(
                    &RULE.code,
                    entry.value(own_field),
                    format!("`{}`, in which this place lies, is not in `{country}` ({})", around.id, country.name()),
                )
                .related(other.value(field), "where that place is")
                .help("correct the country that is wrong, or name the larger place that is meant"),
            );
        }
    }
}
