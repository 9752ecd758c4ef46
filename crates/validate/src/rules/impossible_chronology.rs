//! Nothing comes before what it must come after.

use standpoint_model::{Certainty, Edtf, Event, Manifest, Source, Stance};

use crate::{
    Code, Level,
    finding::Finding,
    rules::Rule,
    submission::{Entry, Submission},
};

pub(super) static RULE: Rule = Rule {
    code: Code {
        name: "impossible-chronology",
        level: Level::Error,
        page: include_str!("../../docs/impossible-chronology.md"),
    },
    check,
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    let mut report = |entry: &Entry, pointer: &str, message: String, help: &str| {
        findings.push(Finding::new(&RULE.code, entry.value(pointer), message).help(help));
    };
    for (entry, manifest) in submission.of::<Manifest>() {
        if before(manifest.modified.as_ref(), Some(&manifest.created)) {
            report(
                entry,
                "/modified",
                "the dataset was changed before it was made".into(),
                CORRECT,
            );
        }
    }
    for (entry, source) in submission.of::<Source>() {
        if before(source.accessed.as_ref(), source.published.as_ref()) {
            report(
                entry,
                "/accessed",
                "the source was read before it was published".into(),
                CORRECT,
            );
        }
    }
    for (entry, event) in submission.of::<Event>() {
        let when_of = |id: &str| submission.get::<Event>(id).and_then(|other| other.when.as_ref());
        for (index, earlier) in event.follows.iter().enumerate() {
            if before(event.when.as_ref(), when_of(earlier.as_str())) {
                let message = format!("this event came before `{earlier}`, which it is said to follow");
                report(entry, &format!("/follows/{index}"), message, CORRECT);
            }
        }
        if let Some(whole) = &event.part_of {
            let (part, whole_when) = (event.when.as_ref(), when_of(whole.as_str()));
            if before(part, whole_when) || before(whole_when, part) {
                let message = format!("this event lies outside the time of `{whole}`, which it is said to be part of");
                report(entry, "/part_of", message, CORRECT);
            }
        }
        for (index, standpoint) in event.basis.standpoints.iter().enumerate() {
            let claims = standpoint.stance == Stance::ClaimsResponsibility;
            if claims && before(standpoint.when.as_ref(), event.when.as_ref()) {
                let message = "responsibility was claimed before the event".to_owned();
                report(entry, &format!("/basis/standpoints/{index}/when"), message, CORRECT);
            }
        }
    }
}

const CORRECT: &str = "correct the date that is wrong; where the source is vague, write a vaguer one";

fn before(one: Option<&Edtf>, other: Option<&Edtf>) -> bool {
    one.zip(other)
        .is_some_and(|(one, other)| one.is_before(other) == Certainty::Certain)
}
