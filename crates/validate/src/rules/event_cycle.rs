//! No event follows itself or is part of itself, by whatever detour.

use standpoint_model::Kind;
use standpoint_report::{Code, Finding, Level};

use crate::rules::{
    cycle::{cycles, edges},
    relation::Group,
    relations::Lead,
    rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("event-cycle", Level::Error, include_str!("../../docs/event-cycle.md")),
    check: Check::Groups,
};

pub(super) fn check(lead: &Lead, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let what = match lead {
        Lead::Follows => "follows itself",
        Lead::PartOf => "is part of itself",
        _ => return,
    };
    for cycle in cycles(edges(*lead, group, |kind| kind == Kind::Event)) {
        let message = format!("an event {what}: {}", cycle.path());
        findings.push(cycle.finding(&RULE.code, message, "remove the step that is wrong"));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn no_event_follows_itself_or_is_part_of_itself() {
        RULE.finds(
            r#"
            {"id":"event/a","follows":["event/z","event/b"]}
                                                 ^^^^^^^^^ event-cycle: an event follows itself: `event/a` → `event/b` → `event/a`
            {"id":"event/b","follows":["event/a"]}
            {"id":"event/c","part_of":"event/d"}
                                      ^^^^^^^^^ event-cycle: an event is part of itself: `event/c` → `event/d` → `event/e` → `event/c`
            {"id":"event/d","part_of":"event/e"}
            {"id":"event/e","part_of":"event/c"}
            {"id":"event/into","follows":["event/a"]}
            "#,
        );
    }

    #[test]
    fn steps_of_two_sorts_and_retracted_ones_close_no_cycle() {
        RULE.finds(
            r#"
            {"id":"event/a","follows":["event/b"]}
            {"id":"event/b","part_of":"event/a"}
            {"id":"event/c","follows":["event/d"]}
            {"id":"event/d","follows":["event/c"],"status":"retracted"}
            {"id":"event/e","follows":["event/e"],"part_of":"event/e"}
            "#,
        );
    }

    #[test]
    fn cycles_that_have_an_event_in_common_are_told_of_once() {
        RULE.finds(
            r#"
            {"id":"event/a","follows":["event/b","event/c"]}
                                                 ^^^^^^^^^ event-cycle: `event/a` → `event/c` → `event/a`
            {"id":"event/b","follows":["event/a"]}
            {"id":"event/c","follows":["event/a"]}
            "#,
        );
    }
}
