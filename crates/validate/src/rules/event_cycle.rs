//! No event follows itself or is part of itself, by whatever detour.

use standpoint_model::Event;
use standpoint_report::{Code, Finding, Level};

use crate::rules::{
    cycle::{Edge, cycles},
    relation::Group,
    relations::Lead,
    rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("event-cycle", Level::Error, include_str!("../../docs/event-cycle.md")),
    check: Check::Groups,
};

pub(super) fn check(lead: &Lead, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let follows = group.of::<Event>().flat_map(|(entry, event)| {
        event.follows.iter().enumerate().map(move |(index, earlier)| Edge {
            entry,
            from: event.id.as_str(),
            to: earlier.as_str(),
            pointer: format!("/follows/{index}"),
        })
    });
    let part_of = group.of::<Event>().flat_map(|(entry, event)| {
        event.part_of.iter().map(move |whole| Edge {
            entry,
            from: event.id.as_str(),
            to: whole.as_str(),
            pointer: "/part_of".into(),
        })
    });
    let (found, what) = match lead {
        Lead::Follows => (cycles(follows), "follows itself"),
        Lead::PartOf => (cycles(part_of), "is part of itself"),
        Lead::Within | Lead::Condition | Lead::Tie(_) => return,
    };
    for cycle in found {
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
