//! The object of each record.

use std::iter;

use serde_json::{Value, json};
use standpoint_model::{Actor, Event, Extent, Manifest, Occurrence, Record, Relationship, Source};

use super::{
    accepted,
    bundle::{self, Bundle},
    moment, note, opencti,
    party::identity_class,
    place,
    properties::{Object, label, set},
};
use crate::prose::{self, Sign};

pub(super) fn of(bundle: &Bundle<'_>, record: &Record) -> Value {
    let mut object = bundle.object_of(record);
    match record {
        Record::Dataset(manifest) => grouping(bundle, manifest, &mut object),
        Record::Source(source) => report(bundle, source, &mut object),
        Record::Actor(actor) => party(bundle, actor, &mut object),
        Record::Place(place) => {
            label(&mut object, place.r#type.as_str());
            place::fill(bundle, place, &mut object);
        }
        Record::Event(event) => incident(bundle, event, &mut object),
        Record::Relationship(tie) => relationship(bundle, tie, &mut object),
        Record::Interest(interest) => note::of_interest(bundle, interest, &mut object),
        Record::Issue(issue) => note::of_issue(bundle, issue, &mut object),
        Record::Position(position) => note::of_position(bundle, position, &mut object),
        Record::Observation(observation) => note::of_observation(bundle, observation, &mut object),
        Record::Statement(statement) => note::of_statement(bundle, statement, &mut object),
        Record::Identity(identity) => note::of_identity(bundle, identity, &mut object),
    }
    Value::Object(object)
}

fn grouping(bundle: &Bundle<'_>, manifest: &Manifest, object: &mut Object) {
    set(object, "name", manifest.title.as_str());
    if let Some(description) = &manifest.description {
        set(object, "description", description.as_str());
    }
    set(object, "context", "unspecified");
    let others = bundle.dataset.records().map(Record::id).filter(|id| *id != manifest.id.as_str());
    set(object, "object_refs", bundle.references(others));
}

fn report(bundle: &Bundle<'_>, source: &Source, object: &mut Object) {
    label(object, source.r#type.as_str());
    set(object, "name", source.title.as_str());
    if let [language] = &source.languages[..] {
        set(object, "lang", language.as_str());
    }
    if let Some(reliability) = source.reliability {
        opencti::set(object, "reliability", opencti::reliability(reliability));
    }
    let mut lines: Vec<String> = source.authors.iter().map(|author| format!("Author: {author}")).collect();
    match bundle::published(source) {
        Some(published) => lines.extend(moment::set_any(object, "published", published)),
        None => set(object, "context", "unspecified"),
    }
    if !lines.is_empty() {
        set(object, "description", lines.join("\n"));
    }
    let resting = bundle.dataset.referrers(source.id.as_str()).filter(|record| cites(record, source));
    set(object, "object_refs", bundle.references(resting.map(Record::id)));
}

/// Whether anything in `record` rests on `source`.
fn cites(record: &Record, source: &Source) -> bool {
    let of_basis = record.basis().into_iter().flat_map(|basis| {
        let of_standpoints = basis.standpoints.iter().flat_map(|standpoint| standpoint.evidence.iter());
        basis.evidence.iter().chain(of_standpoints)
    });
    let of_conditions = record.conditions().iter().flat_map(|condition| &condition.evidence);
    let of_identity = if let Record::Identity(identity) = record { &identity.evidence[..] } else { &[] };
    of_basis.chain(of_conditions).chain(of_identity).any(|citation| citation.source == source.id)
}

fn party(bundle: &Bundle<'_>, actor: &Actor, object: &mut Object) {
    label(object, actor.r#type.as_str());
    set(object, "name", actor.name.as_str());
    if let Some(description) = &actor.description {
        set(object, "description", description.as_str());
    }
    if let Some(class) = identity_class(actor.r#type) {
        return set(object, "identity_class", class);
    }
    if !actor.aliases.is_empty() {
        let aliases: Vec<&str> = actor.aliases.iter().map(|alias| alias.text.as_str()).collect();
        set(object, "aliases", aliases);
    }
    let goals: Vec<String> = goals(bundle, actor).collect();
    if !goals.is_empty() {
        set(object, "goals", goals);
    }
}

/// What an actor is after, with the doubts of who says so.
fn goals<'a>(bundle: &'a Bundle<'_>, actor: &'a Actor) -> impl Iterator<Item = String> + 'a {
    let dataset = bundle.dataset;
    let interests = dataset.referrers(&actor.id).filter_map(|record| match record {
        Record::Interest(interest) if interest.actor == actor.id => Some(interest),
        _ => None,
    });
    interests.map(|interest| {
        let doubts: Vec<&str> = prose::doubts(dataset, interest.id.as_str()).map(Sign::word).collect();
        match &doubts[..] {
            [] => interest.title.to_string(),
            doubts => format!("{} ({})", interest.title, doubts.join(", ")),
        }
    })
}

fn incident(bundle: &Bundle<'_>, event: &Event, object: &mut Object) {
    match event.occurrence {
        Occurrence::Happened => label(object, event.r#type.as_str()),
        not_so @ (Occurrence::Planned | Occurrence::CalledOff) => set(object, "labels", json!([event.r#type, not_so])),
    }
    set(object, "name", prose::announced(event));
    let description = event.description.as_ref().map(ToString::to_string);
    let occurrence = (event.occurrence != Occurrence::Happened).then(|| format!("Occurrence: {}", event.occurrence));
    let extent = (event.extent != Extent::Single).then(|| format!("Extent: {}", event.extent));
    let when = event.when.as_ref().map(|when| format!("When: {}", when.english()));
    let due = event.due.as_ref().map(|due| format!("Due: {}", due.english()));
    let outcome = event.outcome.map(|outcome| format!("Outcome: {outcome}"));
    let conditions = prose::conditions(&event.conditions).into_iter();
    let conditions = conditions.map(|line| format!("Condition: {}", prose::plain_with_signs(bundle.dataset, &line)));
    let lines = [description, occurrence, extent, when, due, outcome].into_iter().flatten();
    let mut lines: Vec<String> = lines.chain(conditions).collect();
    if object["type"] == "campaign" {
        lines.extend(moment::set_ends(object, ["first_seen", "last_seen"], event.when.as_ref()));
    }
    if !lines.is_empty() {
        set(object, "description", lines.join("\n"));
    }
}

fn relationship(bundle: &Bundle<'_>, tie: &Relationship, object: &mut Object) {
    let word = tie.r#type.as_str();
    // What is over has another word, because tools show little else.
    let word = if tie.former { format!("former-{word}") } else { word.to_owned() };
    // The type alone does not tell whether the subject says so itself or the source does.
    let [subject, of]: [String; 2] =
        [tie.subject.as_str(), tie.object.as_str()].map(|id| bundle.names([id]).pop().unwrap_or_default());
    let sentence = format!("{word}: {subject} {} {of}", prose::standing(tie));
    let texts = [tie.role.as_ref(), tie.description.as_ref()].into_iter().flatten().map(ToString::to_string);
    let when = tie.when.as_ref().map(|when| format!("When: {}", when.english()));
    let mut lines: Vec<String> = iter::once(sentence).chain(texts).chain(when).collect();
    label(object, &word);
    if object["type"] == "note" {
        set(object, "abstract", word);
        set(object, "content", lines.join("\n"));
        return set(object, "object_refs", bundle.references([tie.subject.as_str(), tie.object.as_str()]));
    }
    let [subject, of] = [tie.subject.as_str(), tie.object.as_str()].map(|id| bundle.dataset.resolve(id));
    set(object, "relationship_type", accepted::of_relationship(tie, subject, of));
    set(object, "source_ref", subject.map(|record| bundle.id_of(record)));
    set(object, "target_ref", of.map(|record| bundle.id_of(record)));
    lines.extend(moment::set_ends(object, ["start_time", "stop_time"], tie.when.as_ref()));
    set(object, "description", lines.join("\n"));
}
