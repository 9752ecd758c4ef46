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
    let own = group.entry(id).filter(|entry| entry.record.status().is_current());
    let Some((own, country)) = own.and_then(|entry| Some((entry, country(entry)?))) else { return };
    let Some((days, years)) = years_of(country).zip(country.years()) else { return };
    // One record has one country, whatever happened there: it is told once. Its word on itself is nobody else's.
    let mut found = Vec::new();
    for entry in group.current().filter(|entry| !std::ptr::eq(*entry, own)) {
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

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn a_country_that_is_no_more_has_its_time() {
        RULE.finds(
            r#"
            {"id":"place/p","country":"SUN"}
                                      ^^^^^ former-country: `place/p` is said to be in `SUN` (USSR), which was there from 1922 to 1992 only
            {"id":"event/later","when":"2010","places":[{"place":"place/q"},{"place":"place/p"}]}
            {"id":"event/later-too","when":"2012","places":[{"place":"place/p"}]}
            {"id":"actor/a","country":"CSK"}
                                      ^^^^^ former-country
            {"id":"event/earlier","when":"1915","participants":[{"actor":"actor/a"}]}
            {"id":"actor/b","country":"SUN"}
                                      ^^^^^ former-country
            {"id":"observation/members","about":"actor/b","measure":"members","when":"2000"}
            "#,
        );
    }

    #[test]
    fn what_was_of_its_time_is_left_alone() {
        RULE.finds(
            r#"
            {"id":"place/p","country":"SUN"}
            {"id":"event/in-time","when":"1985","places":[{"place":"place/p"}]}
            {"id":"event/perhaps","when":"1991/1995","places":[{"place":"place/p"}]}
            {"id":"event/undated","places":[{"place":"place/p"}]}
            {"id":"event/retracted","when":"2010","places":[{"place":"place/p"}],"status":"retracted"}
            {"id":"place/there","country":"RUS"}
            {"id":"event/elsewhere","when":"2010","places":[{"place":"place/there"}]}
            {"id":"actor/self","country":"SUN","basis":{"standpoints":[{"holder":"actor/self","when":"2010"}]}}
            {"id":"event/of-self","when":"1985","participants":[{"actor":"actor/self"}]}
            {"id":"place/retracted","country":"SUN","status":"retracted"}
            {"id":"event/later","when":"2010","places":[{"place":"place/retracted"}]}
            "#,
        );
    }
}
