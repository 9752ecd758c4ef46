//! A waiver names a code that there is.

use crate::{
    Code, Level,
    dataset::view::Entry,
    diagnose::meant::word::did_you_mean,
    recognise::Sketch,
    report::finding::Finding,
    rules::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code {
        name: "unknown-waiver-code",
        level: Level::Error,
        page: include_str!("../../docs/unknown-waiver-code.md"),
    },
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    for (index, waiver) in entry.record.waivers().iter().enumerate() {
        let code = waiver.code.as_str();
        if Code::by_name(code).is_none() {
            let codes = Code::all().into_iter().filter(|code| code.can_be_waived()).map(|code| code.name);
            let help = did_you_mean(code, codes)
                .unwrap_or_else(|| "`standpoint explain` lists the codes; each finding shows its own".into());
            let place = entry.value(format!("/allow/{index}/code"));
            findings.push(Finding::new(&RULE.code, place, format!("there is no code `{code}`")).help(help));
        }
    }
}

/// Wider than `check`: a sketch does not say what is waived.
pub(super) fn doubt(record: &Sketch) -> bool {
    record.has_waiver
}
