//! No document is listed as two sources.

use standpoint_model::Source;
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::view::Submission,
    rules::{
        repeats::repeats,
        rule::{Check, Rule, distinct},
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("duplicate-source", Level::Warning, include_str!("../../docs/duplicate-source.md")),
    check: Check::Dataset(check),
};

const HELP: &str =
    "if both are one document, make one record of them and cite that; if not, correct the one that is wrong";

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    let sources = || distinct::<Source>(submission);
    findings.extend(repeats(sources(), |(_, source)| source.text.as_ref().map(|text| &text.sha256)).map(
        |((first, original), (entry, _))| {
            let message = format!("this source has the same text as `{}`", original.id);
            Finding::new(&RULE.code, entry.value("/text/sha256"), message)
                .related(first.value("/text/sha256"), "the other one")
                .help(HELP)
        },
    ));
    // Two texts from one address are two states of a page; one text was reported above.
    let states = |one: &Source, other: &Source| one.text.is_some() && other.text.is_some();
    findings.extend(
        repeats(sources(), |(_, source)| source.url.as_ref())
            .filter(|((_, original), (_, source))| !states(original, source))
            .map(|((first, original), (entry, _))| {
                let message = format!("this source has the same address as `{}`", original.id);
                Finding::new(&RULE.code, entry.value("/url"), message)
                    .related(first.value("/url"), "the other one")
                    .help(HELP)
            }),
    );
}
