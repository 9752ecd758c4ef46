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

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn an_estimate_is_the_estimate_of_somebody() {
        RULE.finds(
            r#"
            {"id":"observation/a","basis":{"modality":"estimated","standpoints":[{"holder":"actor/a","stance":"asserts"}]}}
                                                      ^^^^^^^^^^^ estimate-without-estimator
            {"id":"observation/b","basis":{"modality":"estimated","standpoints":[{"holder":"actor/b","stance":"denies"},{"holder":"actor/a","stance":"asserts"}]}}
                                                      ^^^^^^^^^^^ estimate-without-estimator
            {"id":"observation/estimates","basis":{"modality":"estimated","standpoints":[{"holder":"actor/b","stance":"asserts"},{"holder":"actor/a","stance":"estimates"}]}}
            {"id":"observation/noted","basis":{"modality":"estimated","standpoints":[{"holder":"actor/a","stance":"asserts"}]},"note":"By the army."}
            {"id":"observation/unheld","basis":{"modality":"estimated","standpoints":[{"holder":"actor/a","stance":"denies"}]}}
            {"id":"observation/reported","basis":{"modality":"reported","standpoints":[{"holder":"actor/a","stance":"asserts"}]}}
            "#,
        );
    }
}
