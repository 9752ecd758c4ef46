//! A country that is no more is named of its own time.

use standpoint_model::{CountryCode, Record};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::Days,
    rules::{
        lifetime::visit_signs,
        relation::{Group, years_of},
        rule::{Check, Rule},
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("former-country", Level::Warning, include_str!("../../docs/former-country.md")),
    check: Check::Groups,
};

pub(super) fn check(id: &&str, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let Some((own, country)) = group.entry(id).and_then(|entry| Some((entry, country(entry)?))) else { return };
    let Some((days, years)) = years_of(country).zip(country.years()) else { return };
    // One record has one country, whatever happened there: it is told once.
    let mut found = Vec::new();
    for entry in group.current() {
        visit_signs(entry, |met, when, pointer| {
            let when = Days::of(when);
            if met == *id && (when.last < days.first || when.first > days.last) {
                found.push(entry.value(pointer.to_string()));
            }
        });
    }
    if let Some(place) = found.into_iter().next() {
        let message = format!(
            "`{id}` is said to be in `{country}` ({}), which was there from {} to {} only; other records tell of another time",
            country.name(),
            years.start(),
            years.end()
        );
        findings.push(
            Finding::new(&RULE.code, own.value("/country"), message)
                .related(place, "such a time")
                .help("write the code of the country as it is at that time, or correct the date that is wrong"),
        );
    }
}

/// The one country of an actor or a place.
fn country(entry: &Entry) -> Option<CountryCode> {
    match &entry.record {
        Record::Actor(actor) => actor.country,
        Record::Place(place) => place.country,
        _ => None,
    }
}
