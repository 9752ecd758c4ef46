//! A code of ISO 3166-1 is one.

use standpoint_model::{self as model, Actor, CountryCode};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    diagnose::meant,
    recognise::Sketch,
    rules::rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("unknown-country-code", Level::Error, include_str!("../../docs/unknown-country-code.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let Some(actor) = entry.current::<Actor>() else { return };
    for (index, code) in actor.codes.iter().enumerate() {
        if has_scheme_of_countries(code) && !is_country_code(code) {
            let own = actor.country.into_iter().collect::<Vec<_>>();
            let meant = if own.is_empty() { meant::country::meant(code.value.as_str()) } else { own };
            let meant: Vec<String> = meant.iter().map(|country| format!("`{}`", in_scheme(code, country))).collect();
            let meant = meant::did_you_mean_one_of(&meant);
            let meant = meant.unwrap_or_else(|| "write the code that ISO 3166 gives the country;".into());
            findings.push(
                Finding::new(
                    &RULE.code,
                    entry.value(format!("/codes/{index}/value")),
                    format!("`{}` is not a code of `{}`", code.value, code.scheme),
                )
                .help(format!("{meant} a code of the source's own needs a scheme of its own")),
            );
        }
    }
}

/// Wider than `check`: only the country's own code of three letters is known to be one.
pub(super) fn doubt(record: &Sketch) -> bool {
    let is_alpha2 = |scheme: u64| scheme == record.hash_of(ALPHA2);
    let is_alpha3 = |scheme: u64| scheme == record.hash_of(ALPHA3);
    let is_own = |value: u64| Some(value) == record.country;
    record.is_current()
        && record.codes.iter().any(|code| is_alpha2(code.scheme) || (is_alpha3(code.scheme) && !is_own(code.value)))
}

/// The schemes of the codes that ISO 3166-1 gives.
pub(super) const ALPHA2: &str = "iso3166-1-alpha-2";
pub(super) const ALPHA3: &str = "iso3166-1-alpha-3";

fn has_scheme_of_countries(code: &model::Code) -> bool {
    matches!(code.scheme.as_str(), ALPHA2 | ALPHA3)
}

/// Whether it is a code of ISO 3166-1, and said to be one.
pub(super) fn is_country_code(code: &model::Code) -> bool {
    let value = code.value.as_str();
    match code.scheme.as_str() {
        ALPHA2 => CountryCode::all().any(|country| country.alpha2() == Some(value)),
        _ => has_scheme_of_countries(code) && CountryCode::new(value).is_ok(),
    }
}

/// The country's code in the scheme of a code.
fn in_scheme<'c>(code: &model::Code, country: &'c CountryCode) -> &'c str {
    let alpha2 = country.alpha2().filter(|_| code.scheme.as_str() == ALPHA2);
    alpha2.unwrap_or(country.as_str())
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn codes_of_iso_3166_are_such() {
        RULE.finds(
            r#"
            {"id":"actor/a","country":"AFG","codes":[{"scheme":"iso3166-1-alpha-3","value":"AF"},{"scheme":"iso3166-1-alpha-2","value":"Pakistan"}]}
                                                                                           ^^^^ unknown-country-code: did you mean `AFG`
                                                                                                                                       ^^^^^^^^^^ unknown-country-code: did you mean `AF`
            {"id":"actor/b","codes":[{"scheme":"iso3166-1-alpha-2","value":"Pakistan"},{"scheme":"iso3166-1-alpha-3","value":"???"}]}
                                                                           ^^^^^^^^^^ unknown-country-code: did you mean `PK`
                                                                                                                             ^^^^^ unknown-country-code: write the code that ISO 3166 gives the country
            {"id":"actor/pax","codes":[{"scheme":"pax","value":"1"},{"scheme":"iso3166-1-alpha-3","value":"XX1"}]}
                                                                                                          ^^^^^ unknown-country-code
            {"id":"actor/c","codes":[{"scheme":"iso3166-1-alpha-3","value":"PAK"},{"scheme":"iso3166-1-alpha-2","value":"PK"},{"scheme":"pax","value":"XX"}]}
            {"id":"actor/retracted","codes":[{"scheme":"iso3166-1-alpha-3","value":"AF"}],"status":"retracted"}
            "#,
        );
    }
}
