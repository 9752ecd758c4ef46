//! What a source says in its own voice, nobody denies in it.

use standpoint_model::Modality;
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::{Sketch, Standpoint},
    rules::rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("stated-but-contested", Level::Note, include_str!("../../docs/stated-but-contested.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let Some(basis) = entry.record.basis().filter(|basis| basis.modality == Modality::Stated) else { return };
    let against = basis.standpoints.iter().position(|position| !position.stance.is_for());
    let Some(index) = against.filter(|_| entry.record.note().is_none()) else { return };
    let position = &basis.standpoints[index];
    findings.push(
        Finding::new(
            &RULE.code,
            entry.value("/basis/modality"),
            format!("the record is stated as a fact, and `{}` {} it", position.holder, position.stance),
        )
        .related(entry.value(format!("/basis/standpoints/{index}/stance")), "the position against it")
        .help("where the source only passes on what somebody says, the modality is `reported` or `alleged`; where it does not, a `note` says so"),
    );
}

pub(super) fn doubt(record: &Sketch) -> bool {
    record.modality == Some(Modality::Stated) && !record.has_note && !record.standpoints.iter().all(Standpoint::is_for)
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn nobody_denies_what_is_stated() {
        RULE.finds(
            r#"
            {"id":"event/a","basis":{"modality":"stated","standpoints":[{"holder":"actor/a","stance":"asserts"},{"holder":"actor/b","stance":"denies"},{"holder":"actor/c","stance":"disputes"}]}}
                                                ^^^^^^^^ stated-but-contested: the record is stated as a fact, and `actor/b` denies it
            {"id":"event/b","basis":{"modality":"stated","standpoints":[{"holder":"actor/b","stance":"denies"}]},"note":"The source knows better."}
            {"id":"event/c","basis":{"modality":"reported","standpoints":[{"holder":"actor/b","stance":"denies"}]}}
            {"id":"event/d","basis":{"modality":"stated","standpoints":[{"holder":"actor/b","stance":"asserts"}]}}
            "#,
        );
    }
}
