//! The records that become notes: what STIX has no object for.

use std::iter;

use standpoint_model::{
    EventOrPosition, Id, Identity, Interest, Issue, Observation, Position, Record, RecordId, Statement, Text, Verdict,
};

use super::{
    bundle::Bundle,
    properties::{Object, label, set},
};
use crate::prose;

fn note(object: &mut Object, label_of_it: &str, title: &str, content: String, about: Vec<String>) {
    label(object, label_of_it);
    set(object, "abstract", title);
    set(object, "content", content);
    set(object, "object_refs", about);
}

pub(super) fn of_interest(bundle: &Bundle<'_>, interest: &Interest, object: &mut Object) {
    let about = [interest.actor.as_str()].into_iter().chain(interest.towards.iter().map(Id::as_str));
    let about = about.chain(interest.about.iter().map(Id::as_str));
    let about = about.chain(interest.supported_by.iter().map(RecordId::as_str));
    let content = interest.summary.as_ref().unwrap_or(&interest.title).as_str().to_owned();
    note(object, "interest", interest.title.as_str(), content, bundle.references(about));
}

/// A question is about whoever has an interest in it or a position on it, and about the events that were about it.
pub(super) fn of_issue(bundle: &Bundle<'_>, issue: &Issue, object: &mut Object) {
    let about = bundle.dataset.referrers(issue.id.as_str()).map(Record::id).filter(|id| *id != issue.id.as_str());
    let content = issue.question.as_ref().unwrap_or(&issue.title).as_str().to_owned();
    note(object, "issue", issue.title.as_str(), content, bundle.references(about));
}

/// No opinion, whatever the form: an opinion is on whether something is correct, and a refusal does not say that nothing was
/// offered.
pub(super) fn of_position(bundle: &Bundle<'_>, position: &Position, object: &mut Object) {
    let holders: Vec<&str> = bundle.dataset.holders_of(position).into_iter().map(Id::as_str).collect();
    let others = [&position.owed_by, &position.owed_to, &position.addressed_to, &position.carried_by];
    let triggers =
        position.conditions.iter().flat_map(|condition| condition.on.iter().map(Id::<EventOrPosition>::as_str));
    let about = holders
        .iter()
        .copied()
        .chain(position.issue.iter().map(Id::as_str))
        .chain(position.r#in.iter().map(Id::as_str))
        .chain(position.answers.iter().chain(&position.part_of).map(Id::as_str))
        .chain(others.into_iter().flatten().map(Id::as_str))
        .chain(triggers)
        .chain(position.serves.iter().map(Id::as_str));
    let title = match &position.label {
        Some(label) => format!("{}, {label}", position.form),
        None => position.form.to_string(),
    };
    // What is owed under a condition is not to be read as owed.
    let details = prose::position_details(bundle.dataset, position, &[]).into_iter();
    let details = details.map(|row| format!("\n{}: {}", row.term, prose::plain_with_signs(bundle.dataset, &row.says)));
    let content = iter::once(position.text.to_string()).chain(details).collect();
    note(object, "position", &title, content, bundle.references(about));
    if !holders.is_empty() {
        set(object, "authors", bundle.names(holders));
    }
}

pub(super) fn of_observation(bundle: &Bundle<'_>, observation: &Observation, object: &mut Object) {
    let of = observation.population.as_ref().map(|population| format!(" ({population})"));
    let when = observation.when.as_ref().map(|when| format!(", {}", when.english()));
    let content = format!(
        "{}: {}{}{}, of {}",
        observation.measure,
        prose::value(observation),
        of.unwrap_or_default(),
        when.unwrap_or_default(),
        bundle.names([observation.about.as_str()]).join("")
    );
    let about = [observation.about.as_str()].into_iter().chain(observation.of.iter().map(Id::as_str));
    let about = bundle.references(about.chain(observation.part_of.iter().map(Id::as_str)));
    note(object, "observation", observation.measure.as_str(), content, about);
}

pub(super) fn of_statement(bundle: &Bundle<'_>, statement: &Statement, object: &mut Object) {
    let about = [&statement.about].into_iter().chain(&statement.mentions).map(RecordId::as_str);
    let about = bundle.references(about.chain(statement.caused_by.iter().map(Id::as_str)));
    note(object, "statement", statement.topic.as_str(), statement.text.as_str().to_owned(), about);
}

pub(super) fn of_identity(bundle: &Bundle<'_>, identity: &Identity, object: &mut Object) {
    let verdict = match identity.verdict {
        Verdict::Same => "These name one thing.",
        Verdict::Different => "These do not name one thing.",
        Verdict::Unsure => "Nobody has decided whether these name one thing.",
    };
    let why = identity.note.as_ref().map(Text::as_str);
    let content = [Some(verdict), why].into_iter().flatten().collect::<Vec<_>>().join("\n");
    let about = bundle.references(identity.members.iter().map(Id::as_str));
    note(object, "identity", identity.verdict.as_str(), content, about);
    if let Some(by) = &identity.by {
        set(object, "authors", vec![by.as_str()]);
    }
}
