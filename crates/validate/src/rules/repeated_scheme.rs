//! A scheme gives a thing one code.

use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::Sketch,
    rules::{
        repeats::{any_twice, repeats},
        rule::{Check, Rule},
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("repeated-scheme", Level::Note, include_str!("../../docs/repeated-scheme.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let codes = entry.record.codes();
    if !entry.record.status().is_current() {
        return;
    }
    let again = repeats(codes.iter().enumerate(), |(_, code)| Some(&code.scheme));
    findings.extend(again.map(|((first, _), (again, code))| {
        let place = |index: usize| entry.value(format!("/codes/{index}/scheme"));
        Finding::new(&RULE.code, place(again), format!("the record has a code of the scheme `{}` already", code.scheme))
            .related(place(first), "here")
            .help(
                "keep the code that names this one thing; if each code names a thing of its own, give each a record; what \
                 only classifies belongs in `codings`",
            )
    }));
}

pub(super) fn doubt(record: &Sketch) -> bool {
    record.is_current() && any_twice(&record.codes, |code| code.scheme)
}
