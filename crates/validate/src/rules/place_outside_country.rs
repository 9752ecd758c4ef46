//! A place is in the country of the place it lies in.
//!
//! Follows the place named in `within`.

use standpoint_model::Place;

use crate::{
    Code, Level,
    finding::Finding,
    rules::{Rule, named},
    submission::Submission,
};

pub(super) static RULE: Rule = Rule {
    code: Code {
        name: "place-outside-country",
        level: Level::Warning,
        page: include_str!("../../docs/place-outside-country.md"),
    },
    check,
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    for (entry, place) in submission.of::<Place>() {
        let Some(within) = &place.within else { continue };
        let Some((other, around)) = named::<Place>(submission, within.as_str()) else { continue };
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
                    format!("`{within}`, in which this place lies, is not in `{country}` ({})", country.name()),
                )
                .related(other.value(field), "where that place is")
                .help("correct the country that is wrong, or name the larger place that is meant"),
            );
        }
    }
}
