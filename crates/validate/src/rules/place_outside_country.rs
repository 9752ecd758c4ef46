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
        // What lay in a country that is no more lies in another now.
        let is_there = |country: &CountryCode| country.years().is_none();
        let outside = own.iter().find(|country| is_there(country) && !countries.contains(country));
        if let Some(country) = outside.filter(|_| !countries.is_empty() && countries.iter().all(is_there)) {
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

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn a_place_is_in_the_country_of_the_place_around_it() {
        RULE.finds(
            r#"
            {"id":"place/afghan","country":"AFG"}
            {"id":"place/both","overlaps":["AFG","PAK"]}
            {"id":"place/nowhere"}
            {"id":"place/a","country":"PAK","within":"place/afghan"}
                                      ^^^^^ place-outside-country: `place/afghan`, in which this place lies, is not in `PAK`
            {"id":"place/b","country":"IRN","within":"place/both"}
                                      ^^^^^ place-outside-country
            {"id":"place/c","overlaps":["AFG","PAK"],"within":"place/afghan"}
                                       ^^^^^^^^^^^^^ place-outside-country
            {"id":"place/d","country":"AFG","within":"place/afghan"}
            {"id":"place/e","country":"PAK","within":"place/both"}
            {"id":"place/f","overlaps":["PAK","AFG"],"within":"place/both"}
            {"id":"place/soviet","country":"SUN"}
            {"id":"place/uzbek","country":"UZB","within":"place/soviet"}
            {"id":"place/formerly","country":"SUN","within":"place/afghan"}
            {"id":"place/g","country":"IRN","within":"place/nowhere"}
            {"id":"place/h","within":"place/afghan"}
            {"id":"place/retracted","country":"PAK","within":"place/afghan","status":"retracted"}
            "#,
        );
    }
}
