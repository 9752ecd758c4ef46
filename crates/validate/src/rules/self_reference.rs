//! No record names itself.

use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::Sketch,
    rules::rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("self-reference", Level::Error, include_str!("../../docs/self-reference.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    entry.record.visit_references(|id, pointer| {
        if id == entry.record.id() {
            findings.push(
                Finding::new(&RULE.code, entry.value(pointer.to_string()), "the record names itself here")
                    .help("name the record that is meant, or leave this out"),
            );
        }
    });
}

pub(super) fn doubt(record: &Sketch) -> bool {
    record.names().any(|id| id == record.own)
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn no_record_names_itself() {
        RULE.finds(
            r#"
            {"id":"event/a","part_of":"event/a","follows":["event/b","event/a"]}
                                      ^^^^^^^^^ self-reference: the record names itself here
                                                                     ^^^^^^^^^ self-reference
            {"id":"event/b","basis":{"tensions":[{"with":"event/b"}]},"status":"retracted"}
                                                         ^^^^^^^^^ self-reference
            {"id":"event/c","part_of":"event/a"}
            "#,
        );
    }
}
