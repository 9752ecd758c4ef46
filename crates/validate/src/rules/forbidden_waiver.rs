//! What is no matter of judgement is not waived.

use crate::{
    Code, Level,
    dataset::view::Entry,
    recognise::Sketch,
    report::finding::Finding,
    rules::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code { name: "forbidden-waiver", level: Level::Error, page: include_str!("../../docs/forbidden-waiver.md") },
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    for (index, waiver) in entry.record.waivers().iter().enumerate() {
        if Code::by_name(waiver.code.as_str()).is_some_and(|code| !code.can_be_waived()) {
            findings.push(
                Finding::new(
                    &RULE.code,
                    entry.value(format!("/allow/{index}/code")),
                    format!("`{}` is no matter of judgement: it cannot be waived", waiver.code),
                )
                .help("mend what is found, and remove the waiver"),
            );
        }
    }
}

/// Wider than `check`: a sketch does not say what is waived.
pub(super) fn doubt(record: &Sketch) -> bool {
    record.has_waiver
}
