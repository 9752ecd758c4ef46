//! Nobody both stands behind a record and against it.

use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::Sketch,
    rules::{
        rule::{Check, Rule},
        time::may_overlap,
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable(
        "self-contradicting-holder",
        Level::Error,
        include_str!("../../docs/self-contradicting-holder.md"),
    ),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let Some(basis) = entry.record.basis() else { return };
    for (index, against) in basis.standpoints.iter().enumerate().filter(|(_, position)| !position.stance.is_for()) {
        let behind = basis.standpoints.iter().position(|position| {
            position.holder == against.holder
                && position.stance.is_for()
                && may_overlap(position.when.as_ref(), against.when.as_ref())
        });
        if let Some(other) = behind {
            findings.push(
                Finding::new(
                    &RULE.code,
                    entry.value(format!("/basis/standpoints/{index}/stance")),
                    format!("`{}` stands behind this record and against it", against.holder),
                )
                .related(entry.value(format!("/basis/standpoints/{other}/stance")), "the other position")
                .help("if the holder changed position, give each position its `when`; if not, remove one"),
            );
        }
    }
}

/// Wider than `check`: it looks past dates.
pub(super) fn doubt(record: &Sketch) -> bool {
    let positions = || record.standpoints.iter();
    let is_behind = |holder: u64| positions().any(|position| position.holder == holder && position.is_for());
    positions().any(|position| !position.is_for() && is_behind(position.holder))
}
