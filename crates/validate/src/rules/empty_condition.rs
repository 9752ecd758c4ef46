//! A condition says on what something depends.

use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::Sketch,
    rules::rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("empty-condition", Level::Error, include_str!("../../docs/empty-condition.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    for (index, condition) in entry.record.conditions().iter().enumerate() {
        if condition.on.is_empty() && condition.words.is_none() {
            findings.push(
                Finding::new(
                    &RULE.code,
                    entry.value(format!("/conditions/{index}")),
                    "nothing says on what this depends",
                )
                .help("name the events or positions in `on`; what is no record of the dataset is told in `words`"),
            );
        }
    }
}

pub(super) fn doubt(record: &Sketch) -> bool {
    record.conditions().any(|(condition, triggers)| !condition.has_words && triggers.is_empty())
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn a_condition_says_on_what_something_depends() {
        RULE.finds(
            r#"
            {"id":"event/a","conditions":[{"words":"If it rains."},{"type":"if"}]}
                                                                   ^^^^^^^^^^^^^ empty-condition: nothing says on what this depends
            {"id":"position/p","conditions":[{"type":"after","within":"P14D"}]}
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ empty-condition
            {"id":"event/b","conditions":[{"on":["event/a"]}]}
            {"id":"event/c","conditions":[{"on":["event/a"],"words":"If it rains."}]}
            {"id":"event/retracted","conditions":[{"type":"if"}],"status":"retracted"}
                                                  ^^^^^^^^^^^^^ empty-condition
            "#,
        );
    }
}
