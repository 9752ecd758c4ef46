//! An event has a time, a place or a party.

use standpoint_model::Event;
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::Sketch,
    rules::rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("bare-event", Level::Note, include_str!("../../docs/bare-event.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let Some(event) = entry.current::<Event>() else { return };
    let is_dated = event.when.is_some() || event.due.is_some();
    let is_bare = !is_dated && event.places.is_empty() && event.participants.is_empty();
    if is_bare {
        findings.push(
            Finding::new(&RULE.code, entry.id(), "nothing says when, where or to whom this happened")
                .help("add what the source says of it; what is no happening at all belongs in a `statement`"),
        );
    }
}

pub(super) fn doubt(record: &Sketch) -> bool {
    let is_dated = record.when.is_some() || record.due.is_some();
    record.is_current() && !is_dated && record.parties.is_empty() && record.places.is_empty()
}
