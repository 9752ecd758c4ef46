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

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn nobody_stands_behind_a_record_and_against_it() {
        RULE.finds(
            r#"
            {"id":"event/a","basis":{"standpoints":[{"holder":"actor/a","stance":"asserts"},{"holder":"actor/a","stance":"denies"}]}}
                                                                                                                         ^^^^^^^^ self-contradicting-holder: `actor/a` stands behind this record and against it
            {"id":"event/b","basis":{"standpoints":[{"holder":"actor/a","stance":"disputes","when":"2021-05"},{"holder":"actor/a","stance":"estimates","when":"2021-05-03"}]}}
                                                                                 ^^^^^^^^^^ self-contradicting-holder
            {"id":"event/c","basis":{"standpoints":[{"holder":"actor/a","stance":"asserts","when":"2021-05-03"},{"holder":"actor/a","stance":"denies","when":"2021-05-10"}]}}
            {"id":"event/later","basis":{"standpoints":[{"holder":"actor/a","stance":"asserts","when":"2021-05-10"},{"holder":"actor/a","stance":"denies","when":"2021-05-03"}]}}
            {"id":"event/d","basis":{"standpoints":[{"holder":"actor/a","stance":"asserts"},{"holder":"actor/b","stance":"denies"}]}}
            {"id":"event/e","basis":{"standpoints":[{"holder":"actor/a","stance":"denies"},{"holder":"actor/a","stance":"disputes"}]}}
            {"id":"dataset/d"}
            "#,
        );
    }
}
