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

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn a_scheme_gives_a_thing_one_code() {
        RULE.finds(
            r#"
            {"id":"actor/a","codes":[{"scheme":"pax","value":"1"},{"scheme":"ucdp-actor","value":"1"},{"scheme":"pax","value":"2"}]}
                                                                                                                ^^^^^ repeated-scheme: the record has a code of the scheme `pax` already
            {"id":"source/s","codes":[{"scheme":"doi","value":"1"},{"scheme":"doi","value":"1"}]}
                                                                             ^^^^^ repeated-scheme
            {"id":"actor/b","codes":[{"scheme":"pax","value":"3"}]}
            {"id":"actor/retracted","codes":[{"scheme":"pax","value":"4"},{"scheme":"pax","value":"5"}],"status":"retracted"}
            "#,
        );
    }
}
