//! An estimate is somebody's.

use standpoint_model::{Modality, Stance};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::{Sketch, Standpoint},
    rules::rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable(
        "estimate-without-estimator",
        Level::Warning,
        include_str!("../../docs/estimate-without-estimator.md"),
    ),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let Some(basis) = entry.record.basis().filter(|basis| basis.modality == Modality::Estimated) else { return };
    // Where nobody stands behind it, `claim-without-holder` says so.
    let is_held = basis.standpoints.iter().any(|position| position.stance.is_for());
    let has_estimator = basis.standpoints.iter().any(|position| position.stance == Stance::Estimates);
    if is_held && !has_estimator && entry.record.note().is_none() {
        findings.push(
            Finding::new(
                &RULE.code,
                entry.value("/basis/modality"),
                "the record is an estimate, and nobody estimates it",
            )
            .help("give the one whose estimate it is the stance `estimates`, or say in a `note` whose it is"),
        );
    }
}

pub(super) fn doubt(record: &Sketch) -> bool {
    let positions = || record.standpoints.iter();
    record.modality == Some(Modality::Estimated)
        && !record.has_note
        && positions().any(Standpoint::is_for)
        && !positions().any(|position| position.stance == Some(Stance::Estimates))
}
