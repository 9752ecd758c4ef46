//! What the dataset infers, it explains.

use standpoint_model::Modality;
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::Sketch,
    rules::rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("unexplained-inference", Level::Error, include_str!("../../docs/unexplained-inference.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let inferred = entry.record.basis().is_some_and(|basis| basis.modality == Modality::Inferred);
    if inferred && entry.record.note().is_none() {
        findings.push(
            Finding::new(
                &RULE.code,
                entry.value("/basis/modality"),
                "the record is inferred, and no `note` says from what",
            )
            .help("add a `note`: what the source says, and why it is read so"),
        );
    }
}

pub(super) fn doubt(record: &Sketch) -> bool {
    record.modality == Some(Modality::Inferred) && !record.has_note
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn what_is_inferred_is_explained() {
        RULE.finds(
            r#"
            {"id":"event/a","basis":{"modality":"inferred"}}
                                                ^^^^^^^^^^ unexplained-inference
            {"id":"event/b","basis":{"modality":"inferred"},"note":"By the map."}
            {"id":"event/c","basis":{"modality":"reported"}}
            "#,
        );
    }
}
