//! No actor has one part in an event twice.

use standpoint_model::Event;
use standpoint_report::{Change, Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::Sketch,
    rules::{
        repeats::{any_twice, repeats},
        rule::{Check, Rule},
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("repeated-participant", Level::Error, include_str!("../../docs/repeated-participant.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let Some(event) = entry.current::<Event>() else { return };
    let place = |index| entry.value(format!("/participants/{index}"));
    let participants = event.participants.iter().enumerate();
    findings.extend(repeats(participants, |(_, participant)| Some((&participant.actor, participant.role))).map(
        |((first, original), (again, participant))| {
            let message = format!("`{}` is named as {} already", participant.actor, participant.role);
            let finding = Finding::new(&RULE.code, place(again), message)
                .related(place(first), "here")
                .help("remove one of the two, or name the actor that is meant");
            // Of two sides, nobody knows which is right.
            if participant == original { finding.repair(place(again), Change::Remove) } else { finding }
        },
    ));
}

pub(super) fn doubt(record: &Sketch) -> bool {
    record.is_current() && any_twice(&record.parties, |party| *party)
}
