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

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn nothing_waits_for_what_waits_for_it() {
        RULE.finds(
            r#"
            {"id":"event/a","conditions":[{"words":"If it rains."},{"on":["event/z","event/b"]}]}
                                                                                    ^^^^^^^^^ condition-cycle: none can come about: `event/a` → `event/b` → `event/a`
            {"id":"event/b","conditions":[{"type":"after","on":["event/a"]}]}
            {"id":"event/c","conditions":[{"type":"enabled-by","on":["position/p"]}]}
                                                                     ^^^^^^^^^^^^ condition-cycle: `event/c` → `position/p` → `event/c`
            {"id":"position/p","conditions":[{"on":["event/c"]}]}
            {"id":"event/d","conditions":[{"match":"any","on":["event/e"]}]}
                                                               ^^^^^^^^^ condition-cycle
            {"id":"event/e","conditions":[{"on":["event/d"]}]}
            {"id":"event/into","conditions":[{"on":["event/a"]}]}
            "#,
        );
    }

    #[test]
    fn what_comes_together_or_in_another_way_is_lawful() {
        RULE.finds(
            r#"
            {"id":"event/a","conditions":[{"type":"mutual","on":["event/b"]}]}
            {"id":"event/b","conditions":[{"type":"mutual","on":["event/a"]}]}
            {"id":"event/c","conditions":[{"type":"with","on":["event/d"]}]}
            {"id":"event/d","conditions":[{"type":"with","on":["event/c"]}]}
            {"id":"event/e","conditions":[{"type":"until","on":["event/f"]}]}
            {"id":"event/f","conditions":[{"type":"until","on":["event/e"]}]}
            {"id":"event/g","conditions":[{"type":"unless","on":["event/h"]}]}
            {"id":"event/h","conditions":[{"type":"unless","on":["event/g"]}]}
            {"id":"event/i","conditions":[{"match":"any","on":["event/j","event/k"]}]}
            {"id":"event/j","conditions":[{"on":["event/i"]}]}
            "#,
        );
    }

    #[test]
    fn steps_of_two_sorts_and_retracted_ones_close_no_cycle() {
        RULE.finds(
            r#"
            {"id":"event/a","conditions":[{"on":["event/b"]}]}
            {"id":"event/b","follows":["event/a"]}
            {"id":"event/c","conditions":[{"on":["event/d"]}]}
            {"id":"event/d","conditions":[{"on":["event/c"]}],"status":"retracted"}
            {"id":"event/e","conditions":[{"on":["event/e"]}]}
            "#,
        );
    }
}
