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
