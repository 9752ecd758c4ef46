//! Few events fulfil a position and breach it as well.

use standpoint_model::Event;
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::{Sketch, Slot},
    rules::{
        repeats::{any_twice, repeats},
        rule::{Check, Rule},
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("fulfilled-and-breached", Level::Note, include_str!("../../docs/fulfilled-and-breached.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let Some(event) = entry.current::<Event>() else { return };
    let bearings = event.bears_on.iter().enumerate();
    for ((first, one), (again, other)) in repeats(bearings, |(_, bearing)| Some(&bearing.position)) {
        if one.how == other.how {
            continue;
        }
        let at = |index: usize| entry.value(format!("/bears_on/{index}/how"));
        let message = format!("one event {} `{}` and {} it", one.how, one.position, other.how);
        findings.push(Finding::new(&RULE.code, at(again), message).related(at(first), "here").help(
            "if it does the one by a part of it and the other by another, nothing needs to be done; otherwise remove what the source \
             does not say",
        ));
    }
}

/// Wider than `check`: a sketch does not say how an event bears on a position.
pub(super) fn doubt(record: &Sketch) -> bool {
    record.is_current() && bears_twice(record)
}

/// Whether an event bears on one position in two ways, or twice in one.
pub(super) fn bears_twice(record: &Sketch) -> bool {
    let bearings = record.named.iter().filter(|named| named.slot == Slot::Bearing);
    let positions: Vec<u64> = bearings.map(|bearing| bearing.id).collect();
    any_twice(&positions, |position| *position)
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn few_events_fulfil_a_position_and_breach_it() {
        RULE.finds(
            r#"
            {"id":"event/a","bears_on":[{"position":"position/p","how":"fulfils"},{"position":"position/q","how":"breaches"},{"position":"position/p","how":"breaches"}]}
                                                                                                                                                            ^^^^^^^^^^ fulfilled-and-breached: one event fulfils `position/p` and breaches it
            {"id":"event/once","bears_on":[{"position":"position/p","how":"fulfils"},{"position":"position/q","how":"breaches"}]}
            {"id":"event/retracted","bears_on":[{"position":"position/p","how":"fulfils"},{"position":"position/p","how":"breaches"}],"status":"retracted"}
            {"id":"position/p"}
            {"id":"position/q"}
            "#,
        );
    }
}
