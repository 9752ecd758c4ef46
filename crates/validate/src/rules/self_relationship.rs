//! No actor has a relationship with itself.

use standpoint_model::Relationship;

use crate::{
    Code, Level,
    dataset::view::Entry,
    recognise::{Sketch, Slot},
    report::finding::Finding,
    rules::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code {
        name: "self-relationship",
        level: Level::Error,
        page: include_str!("../../docs/self-relationship.md"),
    },
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let Some(relationship) = entry.current::<Relationship>() else { return };
    if relationship.subject == relationship.object {
        findings.push(
            Finding::new(
                &RULE.code,
                entry.value("/object"),
                format!("`{}` is the subject and the object of one relationship", relationship.object),
            )
            .related(entry.value("/subject"), "the subject")
            .help("name the other actor"),
        );
    }
}

pub(super) fn doubt(record: &Sketch) -> bool {
    record.is_current() && record.field(Slot::Subject) == record.field(Slot::Object)
}
