//! Nothing comes before what it must come after.

use standpoint_model::{Event, Kind, Manifest, Source, Stance};
use standpoint_report::{Code, Finding, Level, Place};

use crate::{
    dataset::entry::Entry,
    recognise::{Sketch, Standpoint},
    rules::{
        relation::Group,
        rule::{Check, Rule},
        time::{before, days_before},
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("impossible-chronology", Level::Error, include_str!("../../docs/impossible-chronology.md")),
    check: Check::Record(check),
};

fn finding(place: Place, message: impl Into<String>, other: Place, what: &str) -> Finding {
    Finding::new(&RULE.code, place, message)
        .related(other, what)
        .help("correct the date that is wrong; where the source is vague, write a vaguer one")
}

/// What a record by itself cannot say.
fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    if let Some(manifest) = entry.current::<Manifest>()
        && before(manifest.modified.as_ref(), Some(&manifest.created))
    {
        let message = "the dataset was changed before it was made";
        findings.push(finding(entry.value("/modified"), message, entry.value("/created"), "when it was made"));
    }
    if let Some(source) = entry.current::<Source>()
        && before(source.accessed.as_ref(), source.published.as_ref())
    {
        let message = "the source was read before it was published";
        findings.push(finding(entry.value("/accessed"), message, entry.value("/published"), "when it was published"));
    }
    if let Some(event) = entry.current::<Event>() {
        for (index, standpoint) in event.basis.standpoints.iter().enumerate() {
            let claims = standpoint.stance == Stance::ClaimsResponsibility;
            if claims && before(standpoint.when.as_ref(), event.when.as_ref()) {
                let place = entry.value(format!("/basis/standpoints/{index}/when"));
                let message = "responsibility was claimed before the event";
                findings.push(finding(place, message, entry.value("/when"), "when the event came"));
            }
        }
    }
}

/// The same by their days; wider where these are too far away to be told apart.
pub(super) fn doubt(record: &Sketch) -> bool {
    let claims = |standpoint: &&Standpoint| standpoint.stance == Some(Stance::ClaimsResponsibility);
    let claimed_before = || record.standpoints.iter().filter(claims).any(|claim| days_before(claim.when, record.when));
    record.is_current()
        && (days_before(record.modified, record.created)
            || days_before(record.accessed, record.published)
            || (record.is(Kind::Event) && claimed_before()))
}

/// What events that have to do with another cannot say.
pub(super) fn check_event(id: &&str, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let Some((other, Some(when))) = group.named::<Event>(id).map(|(other, event)| (other, event.when.as_ref())) else {
        return;
    };
    for (entry, event) in group.of::<Event>() {
        let mut report = |message| {
            findings.push(finding(entry.value("/when"), message, other.value("/when"), "when that event came"));
        };
        let is_before = before(event.when.as_ref(), Some(when));
        for _ in event.follows.iter().filter(|earlier| earlier.as_str() == *id && is_before) {
            report(format!("this event came before `{id}`, which it is said to follow"));
        }
        let is_part = event.part_of.as_ref().is_some_and(|whole| whole.as_str() == *id);
        if is_part && (is_before || before(Some(when), event.when.as_ref())) {
            report(format!("this event lies outside the time of `{id}`, which it is said to be part of"));
        }
    }
}
