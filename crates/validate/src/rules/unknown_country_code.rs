//! A code of ISO 3166-1 is one.

use standpoint_model::{Actor, CountryCode};

use crate::{
    Code, Level,
    finding::Finding,
    rules::{Check, Rule},
    submission::Entry,
};

pub(super) static RULE: Rule = Rule {
    code: Code {
        name: "unknown-country-code",
        level: Level::Error,
        page: include_str!("../../docs/unknown-country-code.md"),
    },
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let Some(actor) = entry.current::<Actor>() else { return };
    for (index, code) in actor.codes.iter().enumerate() {
        let value = code.value.as_str();
        let known = match code.scheme.as_str() {
            "iso3166-1-alpha-3" => CountryCode::new(value).is_ok(),
            "iso3166-1-alpha-2" => CountryCode::all().any(|country| country.alpha2() == value),
            _ => true,
        };
        if !known {
            findings.push(
                Finding::new(
                    &RULE.code,
                    entry.value(format!("/codes/{index}/value")),
                    format!("`{value}` is not a code of `{}`", code.scheme),
                )
                .help("write the code that ISO 3166 gives the country; a code of the source's own needs a scheme of its own"),
            );
        }
    }
}
