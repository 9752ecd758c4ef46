//! Nothing depends on itself, by whatever detour, unless its conditions are mutual.

use standpoint_report::{Code, Finding, Level};

use crate::rules::{
    cycle::{Edge, cycles},
    relation::Group,
    relations::{Lead, needs},
    rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("condition-cycle", Level::Error, include_str!("../../docs/condition-cycle.md")),
    check: Check::Groups,
};

pub(super) fn check(lead: &Lead, group: &Group<'_>, findings: &mut Vec<Finding>) {
    if *lead != Lead::Condition {
        return;
    }
    let conditions = group.current().flat_map(|entry| {
        let conditions = entry.record.conditions().iter().enumerate();
        conditions.filter(|(_, condition)| needs(condition)).map(move |(at, condition)| (entry, at, condition))
    });
    let edges = conditions.flat_map(|(entry, at, condition)| {
        condition.on.iter().enumerate().map(move |(index, trigger)| Edge {
            entry,
            from: entry.record.id(),
            to: trigger.as_str(),
            pointer: format!("/conditions/{at}/on/{index}"),
        })
    });
    for cycle in cycles(edges) {
        let message = format!("these wait for one another, so that none can come about: {}", cycle.path());
        let help = "remove the step that is wrong; if each depends on the other, as in a package, the type is `mutual`";
        findings.push(cycle.finding(&RULE.code, message, help));
    }
}
