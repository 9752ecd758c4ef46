//! No two records say the same.

use standpoint_model::{
    Edtf, Estimate, EventType, Id, Measure, Participant, Place, Record, RelationshipType, Status, Text,
};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::{entry::Entry, view::Submission},
    rules::{
        repeats::repeats,
        rule::{Check, Rule},
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("duplicate-fact", Level::Error, include_str!("../../docs/duplicate-fact.md")),
    check: Check::Dataset(check),
};

/// What a record says, whatever it rests on.
#[derive(PartialEq, Eq, Hash)]
pub(super) enum Fact<'a> {
    Event(EventType, &'a Text, Option<&'a Edtf>, &'a [Id<Place>], &'a [Participant]),
    Relationship([&'a str; 2], RelationshipType, Option<&'a Edtf>, Option<&'a Text>),
    Interest(&'a str, &'a Text),
    Observation(&'a str, Measure, Option<&'a Text>, &'a Estimate, Option<&'a Edtf>),
    Statement(&'a str, &'a Text, Option<&'a Edtf>),
}

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    let current = submission.entries.iter().filter(|entry| entry.record.status() == Status::Current);
    let others = repeats(current, |entry: &Entry| fact(&entry.record))
        .filter(|(first, again)| first.record.id() != again.record.id());
    findings.extend(others.map(|(first, again)| {
        let message = format!("`{}` says the same as `{}`", again.record.id(), first.record.id());
        Finding::new(&RULE.code, again.id(), message)
            .related(first.id(), "the other one")
            .help("keep one of the two, and give it the evidence and the standpoints of both")
    }));
}

pub(super) fn fact(record: &Record) -> Option<Fact<'_>> {
    match record {
        Record::Dataset(_) | Record::Source(_) | Record::Actor(_) | Record::Place(_) => None,
        Record::Event(event) => {
            Some(Fact::Event(event.r#type, &event.title, event.when.as_ref(), &event.places, &event.participants))
        }
        Record::Relationship(tie) => {
            let mut ends = [tie.subject.as_str(), tie.object.as_str()];
            if tie.r#type.rule().symmetric {
                ends.sort_unstable();
            }
            Some(Fact::Relationship(ends, tie.r#type, tie.when.as_ref(), tie.description.as_ref()))
        }
        Record::Interest(interest) => Some(Fact::Interest(interest.actor.as_str(), &interest.summary)),
        Record::Observation(observation) => Some(Fact::Observation(
            observation.about.as_str(),
            observation.measure,
            observation.population.as_ref(),
            &observation.value,
            observation.when.as_ref(),
        )),
        Record::Statement(statement) => {
            Some(Fact::Statement(statement.about.as_str(), &statement.text, statement.when.as_ref()))
        }
    }
}
