//! An event has a time, a place or a party.

use standpoint_model::{Event, Occurrence};
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
    // Of what is planned, as a condition of something else, often no more is known.
    let has_happened = event.occurrence == Occurrence::Happened;
    let is_bare = has_happened && event.when.is_none() && event.places.is_empty() && event.participants.is_empty();
    if is_bare {
        findings.push(
            Finding::new(&RULE.code, entry.id(), "nothing says when, where or to whom this happened")
                .help("add what the source says of it; what is no happening at all belongs in a `statement`"),
        );
    }
}

pub(super) fn doubt(record: &Sketch) -> bool {
    record.is_current()
        && record.has_happened()
        && record.when.is_none()
        && record.parties.is_empty()
        && record.places.is_empty()
}
