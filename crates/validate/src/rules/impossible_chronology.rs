//! Nothing comes before what it must come after.

use standpoint_model::{Edtf, Event, Manifest, Source, Stance};
use standpoint_report::{Code, Finding, Level, Place};

use crate::{
    dataset::view::Submission,
    rules::{
        rule::{Check, Rule, named},
        time::before,
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("impossible-chronology", Level::Error, include_str!("../../docs/impossible-chronology.md")),
    check: Check::Dataset(check),
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    let mut report = |place: Place, message: String, other: Place, what: &str| {
        findings.push(
            Finding::new(&RULE.code, place, message)
                .related(other, what)
                .help("correct the date that is wrong; where the source is vague, write a vaguer one"),
        );
    };
    for (entry, manifest) in submission.of::<Manifest>() {
        if before(manifest.modified.as_ref(), Some(&manifest.created)) {
            let message = "the dataset was changed before it was made".into();
            report(entry.value("/modified"), message, entry.value("/created"), "when it was made");
        }
    }
    for (entry, source) in submission.of::<Source>() {
        if before(source.accessed.as_ref(), source.published.as_ref()) {
            let message = "the source was read before it was published".into();
            report(entry.value("/accessed"), message, entry.value("/published"), "when it was published");
        }
    }
    for (entry, event) in submission.of::<Event>() {
        let own_when = entry.value("/when");
        for earlier in &event.follows {
            let Some((other, other_when)) = time_of(submission, earlier.as_str()) else {
                continue;
            };
            if before(event.when.as_ref(), Some(other_when)) {
                let message = format!("this event came before `{earlier}`, which it is said to follow");
                report(own_when.clone(), message, other, "when that event came");
            }
        }
        if let Some(whole) = &event.part_of
            && let Some((other, other_when)) = time_of(submission, whole.as_str())
            && (before(event.when.as_ref(), Some(other_when)) || before(Some(other_when), event.when.as_ref()))
        {
            let message = format!("this event lies outside the time of `{whole}`, which it is said to be part of");
            report(own_when.clone(), message, other, "when that event came");
        }
        for (index, standpoint) in event.basis.standpoints.iter().enumerate() {
            let claims = standpoint.stance == Stance::ClaimsResponsibility;
            if claims && before(standpoint.when.as_ref(), event.when.as_ref()) {
                let place = entry.value(format!("/basis/standpoints/{index}/when"));
                let message = "responsibility was claimed before the event".into();
                report(place, message, own_when.clone(), "when the event came");
            }
        }
    }
}

/// When an event came, and where its record says so.
fn time_of<'a>(submission: &'a Submission, event: &str) -> Option<(Place, &'a Edtf)> {
    let (entry, event) = named::<Event>(submission, event)?;
    Some((entry.value("/when"), event.when.as_ref()?))
}
