//! A contradiction is said from both sides.

use standpoint_report::{Code, Finding, Level};

use crate::rules::{
    contradiction::names,
    relation::Group,
    rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable(
        "one-sided-contradiction",
        Level::Error,
        include_str!("../../docs/one-sided-contradiction.md"),
    ),
    check: Check::Groups,
};

pub(super) fn check(id: &&str, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let Some(other) = group.entry(id) else { return };
    for entry in group.current().filter(|entry| !names(other, entry)) {
        let contradicted = entry.record.basis().into_iter().flat_map(|basis| basis.contradicts.iter().enumerate());
        for (index, _) in contradicted.filter(|(_, contradicted)| contradicted.as_str() == *id) {
            findings.push(
                Finding::new(
                    &RULE.code,
                    entry.value(format!("/basis/contradicts/{index}")),
                    format!("`{id}` does not say that it contradicts `{}`", entry.record.id()),
                )
                .related(other.id(), "this record")
                .help(format!("add `{}` to the `contradicts` of `{id}`", entry.record.id())),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn a_contradiction_is_said_from_both_sides() {
        RULE.finds(
            r#"
            {"id":"event/a","basis":{"contradicts":["event/c","event/b"]}}
                                                              ^^^^^^^^^ one-sided-contradiction: add `event/a` to the `contradicts` of `event/b`
            {"id":"event/b"}
            {"id":"event/c","basis":{"contradicts":["event/a"]}}
            {"id":"event/d","basis":{"contradicts":["event/gone"]}}
            {"id":"event/retracted","basis":{"contradicts":["event/b"]},"status":"retracted"}
            "#,
        );
    }

    #[test]
    fn a_record_may_contradict_one_that_is_retracted() {
        RULE.finds(
            r#"
            {"id":"event/a","basis":{"contradicts":["event/b"]}}
            {"id":"event/b","basis":{"contradicts":["event/a"]},"status":"retracted"}
            {"id":"event/c","basis":{"contradicts":["event/d"]}}
                                                    ^^^^^^^^^ one-sided-contradiction
            {"id":"event/d","status":"retracted"}
            "#,
        );
    }

    #[test]
    fn of_two_records_with_one_id_the_first_counts() {
        RULE.finds(
            r#"
            {"id":"event/a","basis":{"contradicts":["event/b"]}}
            {"id":"event/b","basis":{"contradicts":["event/a"]}}
            {"id":"event/b"}
            "#,
        );
    }
}
