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
