//! No two records say the same.

use standpoint_report::{Code, Finding, Level};

use crate::rules::{
    relation::Group,
    relations::Fact,
    rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("duplicate-fact", Level::Error, include_str!("../../docs/duplicate-fact.md")),
    check: Check::Groups,
};

pub(super) fn check(_: &Fact<'_>, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let mut current = group.current();
    let Some(first) = current.next() else { return };
    for again in current.filter(|again| again.record.id() != first.record.id()) {
        let message = format!("`{}` says the same as `{}`", again.record.id(), first.record.id());
        findings.push(
            Finding::new(&RULE.code, again.id(), message)
                .related(first.id(), "the other one")
                .help("keep one of the two, and give it the evidence and the standpoints of both"),
        );
    }
}
