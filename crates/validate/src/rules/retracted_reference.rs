//! No record that stands rests on one that is retracted.

use standpoint_model::Status;
use standpoint_report::{Code, Finding, Level};

use crate::rules::{
    relation::Group,
    rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("retracted-reference", Level::Error, include_str!("../../docs/retracted-reference.md")),
    check: Check::Groups,
};

pub(super) fn check(id: &&str, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let Some(other) = group.entry(id).filter(|other| other.record.status() == Status::Retracted) else { return };
    for entry in group.current() {
        entry.record.visit_references(|named, pointer| {
            if named != *id {
                return;
            }
            let pointer = pointer.to_string();
            // What is in tension with a record need not stand for the record to stand.
            if !pointer.starts_with("/basis/tensions/") {
                findings.push(
                    Finding::new(&RULE.code, entry.value(pointer), format!("`{id}` is retracted"))
                        .related(other.value("/status"), "retracted here")
                        .help("name the record that took its place, or retract this one too"),
                );
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn no_record_that_stands_rests_on_a_retracted_one() {
        RULE.finds(
            r#"
            {"id":"event/gone","status":"retracted"}
            {"id":"event/a","follows":["event/b","event/gone"]}
                                                 ^^^^^^^^^^^^ retracted-reference: `event/gone` is retracted
            {"id":"event/b","basis":{"tensions":[{"with":"event/gone"}]}}
            {"id":"event/retracted-too","part_of":"event/gone","status":"retracted"}
            {"id":"source/gone","status":"retracted"}
            {"id":"event/c","basis":{"evidence":[{"source":"source/gone"}]}}
                                                           ^^^^^^^^^^^^^ retracted-reference
            "#,
        );
    }

    #[test]
    fn of_two_records_with_one_id_the_first_counts() {
        RULE.finds(
            r#"
            {"id":"event/a"}
            {"id":"event/a","status":"retracted"}
            {"id":"event/b","part_of":"event/a"}
            "#,
        );
    }
}
