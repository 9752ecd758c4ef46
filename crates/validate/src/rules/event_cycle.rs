//! No event follows itself or is part of itself, by whatever detour.

use standpoint_model::Event;
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::view::Submission,
    rules::{
        cycle::{Edge, cycles},
        rule::{Check, Rule},
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("event-cycle", Level::Error, include_str!("../../docs/event-cycle.md")),
    check: Check::Dataset(check),
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    let follows = submission.of::<Event>().flat_map(|(entry, event)| {
        event.follows.iter().enumerate().map(move |(index, earlier)| Edge {
            from: entry,
            to: earlier.as_str(),
            pointer: format!("/follows/{index}"),
        })
    });
    let part_of = submission.of::<Event>().flat_map(|(entry, event)| {
        event.part_of.iter().map(move |whole| Edge { from: entry, to: whole.as_str(), pointer: "/part_of".into() })
    });
    for (found, what) in [(cycles(follows), "follows itself"), (cycles(part_of), "is part of itself")] {
        for cycle in found {
            let message = format!("an event {what}: {}", cycle.path());
            findings.push(cycle.finding(&RULE.code, message, "remove the step that is wrong"));
        }
    }
}
