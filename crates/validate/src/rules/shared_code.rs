//! No two actors have one code.

use standpoint_model::Actor;
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::view::Submission,
    rules::{
        repeats::repeats,
        rule::{Check, Rule, distinct},
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("shared-code", Level::Error, include_str!("../../docs/shared-code.md")),
    check: Check::Dataset(check),
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    let codes = distinct::<Actor>(submission)
        .flat_map(|(entry, actor)| actor.codes.iter().enumerate().map(move |(index, code)| (entry, index, code)));
    let place = |index| format!("/codes/{index}/value");
    findings.extend(repeats(codes, |(.., code)| Some(code)).map(|((first, at, _), (entry, index, code))| {
        let help = if std::ptr::eq(first, entry) {
            "remove one of the two"
        } else {
            "if both are one actor, make one record of them; if not, correct one code"
        };
        Finding::new(
            &RULE.code,
            entry.value(place(index)),
            format!("`{}` has the code `{}` of the scheme `{}` already", first.record.id(), code.value, code.scheme),
        )
        .related(first.value(place(at)), "it is given here first")
        .help(help)
    }));
}
