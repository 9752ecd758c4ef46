//! One happening is one record.

use standpoint_model::{Day, Event};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::{entry::Entry, view::Submission},
    rules::{
        contradiction::linked,
        duplicate_fact::fact,
        repeats::repeats,
        rule::{Check, Rule, distinct},
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("possible-duplicate", Level::Note, include_str!("../../docs/possible-duplicate.md")),
    check: Check::Dataset(check),
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    // Every way in which an event can be met again: at a place, with a party.
    let meetings = distinct::<Event>(submission).flat_map(|(entry, event)| {
        let day = day(event);
        event.places.iter().flat_map(move |place| {
            event.participants.iter().map(move |participant| (entry, event, day, place, participant))
        })
    });
    let mut alike: Vec<[&Entry; 2]> =
        repeats(meetings, |(_, event, day, place, participant)| Some((event.r#type, day?, place, participant)))
            .filter(|((_, original, ..), (_, event, ..))| !names(event, original) && !names(original, event))
            .map(|((first, ..), (entry, ..))| [first, entry])
            .filter(|[first, entry]| !linked(first, entry) && fact(&first.record) != fact(&entry.record))
            .collect();
    alike.dedup_by_key(|[_, entry]| entry.record.id());
    findings.extend(alike.into_iter().map(|[first, entry]| {
        let message = format!("`{}` is of the same type, day, place and party", first.record.id());
        Finding::new(&RULE.code, entry.id(), message)
            .related(first.id(), "the other one")
            .help("if both are one happening, make one record of them; if not, nothing needs to be done")
    }));
}

/// The day of an event that is known to the day.
fn day(event: &Event) -> Option<Day> {
    let when = event.when.as_ref()?;
    let day = when.earliest().day()?;
    (when.latest().day() == Some(day)).then_some(day)
}

fn names(event: &Event, other: &Event) -> bool {
    event.follows.contains(&other.id) || event.part_of.as_ref() == Some(&other.id)
}
