//! A place is in the country of the place it lies in.

use standpoint_model::{CountryCode, Place};
use standpoint_report::{Code, Finding, Level};

use crate::rules::{
    larger_within_smaller::inside,
    relation::Group,
    rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("place-outside-country", Level::Warning, include_str!("../../docs/place-outside-country.md")),
    check: Check::Groups,
};

pub(super) fn check(id: &&str, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let Some((other, around)) = group.named::<Place>(id) else { return };
    let (field, countries) = lies_in(around);
    for (entry, place) in inside(id, group) {
        let (own_field, own) = lies_in(place);
        let outside = own.iter().find(|country| !countries.contains(country));
        if let Some(country) = outside.filter(|_| !countries.is_empty()) {
            findings.push(
                Finding::new(
                    &RULE.code,
                    entry.value(own_field),
                    format!("`{id}`, in which this place lies, is not in `{country}` ({})", country.name()),
                )
                .related(other.value(field), "where that place is")
                .help("correct the country that is wrong, or name the larger place that is meant"),
            );
        }
    }
}

/// The field that says in which countries a place lies, and these.
fn lies_in(place: &Place) -> (&'static str, &[CountryCode]) {
    match &place.country {
        Some(country) => ("/country", std::slice::from_ref(country)),
        None => ("/overlaps", &place.overlaps),
    }
}
