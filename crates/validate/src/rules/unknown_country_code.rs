//! A code of ISO 3166-1 is one.

use standpoint_model::{Actor, CountryCode};

use crate::{Code, Level, finding::Finding, meant, rules::Rule, submission::Submission};

pub(super) static RULE: Rule = Rule {
    code: Code {
        name: "unknown-country-code",
        level: Level::Error,
        page: include_str!("../../docs/unknown-country-code.md"),
    },
    check,
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    for (entry, actor) in submission.of::<Actor>() {
        for (index, code) in actor.codes.iter().enumerate() {
            let value = code.value.as_str();
            let known = match code.scheme.as_str() {
                "iso3166-1-alpha-3" => CountryCode::new(value).is_ok(),
                "iso3166-1-alpha-2" => CountryCode::all().any(|country| country.alpha2() == value),
                _ => true,
            };
            if !known {
                let meant = meant::country::meant(value).into_iter().map(|country| match code.scheme.as_str() {
                    "iso3166-1-alpha-2" => format!("`{}`", country.alpha2()),
                    _ => format!("`{country}`"),
                });
                let meant = meant::did_you_mean_one_of(&meant.collect::<Vec<_>>());
                let meant = meant.unwrap_or_else(|| "write the code that ISO 3166 gives the country;".into());
                let help = format!("{meant} a code of the source's own needs a scheme of its own");
                findings.push(
                    Finding::new(
                        &RULE.code,
                        entry.value(format!("/codes/{index}/value")),
                        format!("`{value}` is not a code of `{}`", code.scheme),
                    )
                    .help(help),
                );
            }
        }
    }
}
