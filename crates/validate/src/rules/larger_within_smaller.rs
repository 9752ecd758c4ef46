//! No place lies within a smaller one.

use standpoint_model::{Place, PlaceType};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    rules::{
        relation::Group,
        rule::{Check, Rule},
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("larger-within-smaller", Level::Warning, include_str!("../../docs/larger-within-smaller.md")),
    check: Check::Groups,
};

pub(super) fn check(id: &&str, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let Some((other, larger)) = group.named::<Place>(id) else { return };
    for (entry, place) in inside(id, group) {
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

/// The places that are said to lie within another.
pub(super) fn inside<'g>(id: &str, group: &Group<'g>) -> impl Iterator<Item = (&'g Entry, &'g Place)> {
    group.of::<Place>().filter(move |(_, place)| place.within.as_ref().is_some_and(|within| within.as_str() == id))
}

/// How large places of a type are, beside others. Regions and rivers may be of any size.
pub(crate) fn size(r#type: PlaceType) -> Option<u8> {
    match r#type {
        PlaceType::Site => Some(0),
        PlaceType::City => Some(1),
        PlaceType::District => Some(2),
        PlaceType::Province => Some(3),
        PlaceType::Country => Some(4),
        PlaceType::Region | PlaceType::River => None,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn no_place_lies_within_a_smaller_one() {
        RULE.finds(
            r#"
            {"id":"place/country","type":"country","within":"place/province"}
                                                            ^^^^^^^^^^^^^^^^ larger-within-smaller: a country does not lie within a province
            {"id":"place/province","type":"province","within":"place/city"}
                                                              ^^^^^^^^^^^^ larger-within-smaller
            {"id":"place/city","type":"city","within":"place/site"}
                                                      ^^^^^^^^^^^^ larger-within-smaller
            {"id":"place/site","type":"site","within":"place/country"}
            {"id":"place/region","type":"region","within":"place/site"}
            {"id":"place/river","type":"river","within":"place/site"}
            {"id":"place/inner","type":"country","within":"place/region"}
            {"id":"place/part-of-city","type":"city","within":"place/city"}
            {"id":"place/retracted","type":"country","within":"place/city","status":"retracted"}
            "#,
        );
    }
}
