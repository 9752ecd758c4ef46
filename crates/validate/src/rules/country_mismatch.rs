//! An actor's country and its ISO code are of one country.

use standpoint_model::Actor;
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::Sketch,
    rules::{
        rule::{Check, Rule},
        unknown_country_code::{ALPHA2, ALPHA3, is_country_code},
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
            ALPHA3 => country.as_str(),
            // A country that is no more has none of two letters.
            ALPHA2 => country.alpha2().unwrap_or_default(),
            _ => continue,
        };
        // What is no code at all is `unknown-country-code`.
        if !own.is_empty() && code.value.as_str() != own && is_country_code(code) {
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

/// Wider than `check`: the code of two letters may be the right one, and another may be no code at all.
pub(super) fn doubt(record: &Sketch) -> bool {
    let is_alpha2 = |scheme: u64| scheme == record.hash_of(ALPHA2);
    let is_alpha3 = |scheme: u64| scheme == record.hash_of(ALPHA3);
    let is_own = |value: u64| Some(value) == record.country;
    record.is_current()
        && record.country.is_some()
        && record.codes.iter().any(|code| is_alpha2(code.scheme) || (is_alpha3(code.scheme) && !is_own(code.value)))
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn country_and_code_are_of_one_country() {
        RULE.finds(
            r#"
            {"id":"actor/a","country":"AFG","codes":[{"scheme":"iso3166-1-alpha-3","value":"PAK"},{"scheme":"iso3166-1-alpha-2","value":"PK"}]}
                                                                                           ^^^^^ country-mismatch: the country of the actor is `AFG`
                                                                                                                                        ^^^^ country-mismatch: the country of the actor is `AF`
            {"id":"actor/right","country":"AFG","codes":[{"scheme":"iso3166-1-alpha-3","value":"AFG"},{"scheme":"iso3166-1-alpha-2","value":"AF"}]}
            {"id":"actor/no-code","country":"AFG","codes":[{"scheme":"iso3166-1-alpha-3","value":"ZZZ"},{"scheme":"iso3166-1-alpha-2","value":"ZZ"}]}
            {"id":"actor/other-scheme","country":"AFG","codes":[{"scheme":"pax","value":"PAK"}]}
            {"id":"actor/no-country","codes":[{"scheme":"iso3166-1-alpha-3","value":"PAK"}]}
            {"id":"actor/retracted","country":"AFG","codes":[{"scheme":"iso3166-1-alpha-3","value":"PAK"}],"status":"retracted"}
            "#,
        );
    }
}
