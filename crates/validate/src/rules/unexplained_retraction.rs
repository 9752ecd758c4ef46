//! A retraction is explained.

use standpoint_model::Status;
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::Sketch,
    rules::rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("unexplained-retraction", Level::Error, include_str!("../../docs/unexplained-retraction.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    if entry.record.status() == Status::Retracted && entry.record.note().is_none() {
        findings.push(
            Finding::new(&RULE.code, entry.value("/status"), "the record is retracted, and no `note` says why")
                .help("add a `note` with the reason"),
        );
    }
}

pub(super) fn doubt(record: &Sketch) -> bool {
    !record.is_current() && !record.has_note
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn a_retraction_is_explained() {
        RULE.finds(
            r#"
            {"id":"event/a","status":"retracted"}
                                     ^^^^^^^^^^^ unexplained-retraction
            {"id":"event/b","status":"retracted","note":"It was another."}
            {"id":"event/c","status":"current"}
            "#,
        );
    }
}
