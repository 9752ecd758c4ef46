//! An actor's country and its ISO code are of one country.

use standpoint_model::Actor;
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    rules::{
        rule::{Check, Rule},
        unknown_country_code::is_country_code,
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("country-mismatch", Level::Error, include_str!("../../docs/country-mismatch.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let Some(actor) = entry.current::<Actor>() else { return };
    let Some(country) = actor.country else { return };
    for (index, code) in actor.codes.iter().enumerate() {
        let own = match code.scheme.as_str() {
            "iso3166-1-alpha-3" => country.as_str(),
            "iso3166-1-alpha-2" => country.alpha2(),
            _ => continue,
        };
        // What is no code at all is `unknown-country-code`.
        if code.value.as_str() != own && is_country_code(code) {
            findings.push(
                Finding::new(
                    &RULE.code,
                    entry.value(format!("/codes/{index}/value")),
                    format!(
                        "the code is `{}`, but the country of the actor is `{own}` ({})",
                        code.value,
                        country.name()
                    ),
                )
                .related(entry.value("/country"), "the country")
                .help("correct the one that is wrong"),
            );
        }
    }
}
