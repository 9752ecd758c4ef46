//! No place lies where the equator meets the meridian of Greenwich.

use standpoint_model::Place;
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::Sketch,
    rules::rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("null-island", Level::Warning, include_str!("../../docs/null-island.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let Some(place) = entry.current::<Place>() else { return };
    if place.location.is_some_and(|at| at.longitude.get() == 0.0 && at.latitude.get() == 0.0) {
        findings.push(
            Finding::new(&RULE.code, entry.value("/location"), "these coordinates lie in the open sea off Africa")
                .help("leave the location out where it is not known; zero is what programs write for nothing"),
        );
    }
}

pub(super) fn doubt(record: &Sketch) -> bool {
    record.is_current() && record.longitude == Some(0) && record.latitude == Some(0)
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn no_place_lies_in_the_sea_off_africa() {
        RULE.finds(
            r#"
            {"id":"place/a","location":{"longitude":0,"latitude":0.0}}
                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ null-island
            {"id":"place/b","location":{"longitude":0,"latitude":1}}
            {"id":"place/c","location":{"longitude":0.5,"latitude":0}}
            {"id":"place/d","location":{"longitude":0,"latitude":0},"status":"retracted"}
            {"id":"place/e"}
            "#,
        );
    }
}
