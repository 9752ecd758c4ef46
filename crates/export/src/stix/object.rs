//! The object of each record.

use std::iter;

use serde_json::{Value, json};
use standpoint_model::{
    Actor, ActorType, Event, Extent, Manifest, Occurrence, Record, Relationship, Source, Text, WebAddress,
};

use super::{
    bundle::{self, Bundle, Object, label, set},
    moment, note, place,
};
use crate::{bounds, prose};

pub(super) fn of(bundle: &Bundle<'_>, record: &Record) -> Value {
    let mut object = bundle.object_of(record);
    match record {
        Record::Dataset(manifest) => grouping(bundle, manifest, &mut object),
        Record::Source(source) => report(bundle, source, &mut object),
        Record::Actor(actor) => party(actor, &mut object),
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
    let authors = source.authors.iter().map(Text::as_str);
    let others = [
        source.publisher.as_ref().map(Text::as_str),
        source.url.as_ref().map(WebAddress::as_str),
        source.rights.as_ref().map(Text::as_str),
    ];
    let mut lines: Vec<String> = authors.chain(others.into_iter().flatten()).map(str::to_owned).collect();
    match bundle::published(source) {
        Some(published) => lines.extend(moment::set_first(object, "published", published)),
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

fn party(actor: &Actor, object: &mut Object) {
    label(object, actor.r#type.as_str());
    set(object, "name", actor.name.as_str());
    if let Some(description) = &actor.description {
        set(object, "description", description.as_str());
    }
    let class = match actor.r#type {
        ActorType::ArmedGroup | ActorType::Network => {
            if !actor.aliases.is_empty() {
                let aliases: Vec<&str> = actor.aliases.iter().map(|alias| alias.text.as_str()).collect();
                set(object, "aliases", aliases);
            }
            return;
        }
        ActorType::State
        | ActorType::Government
        | ActorType::StateForces
        | ActorType::IntergovernmentalBody
        | ActorType::PoliticalParty
        | ActorType::Company
        | ActorType::Media
        | ActorType::Organisation => "organization",
        ActorType::Alliance | ActorType::UnarmedGroup => "group",
        ActorType::Population => "class",
        ActorType::Individual => "individual",
        ActorType::UnexpandedLabel => "unknown",
    };
    set(object, "identity_class", class);
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
    let lines: Vec<String> = lines.chain(conditions).collect();
    if !lines.is_empty() {
        set(object, "description", lines.join("\n"));
    }
}

fn relationship(bundle: &Bundle<'_>, tie: &Relationship, object: &mut Object) {
    let ends = (bundle.reference(tie.subject.as_str()), bundle.reference(tie.object.as_str()));
    // The type alone does not tell whether the subject says so itself or the source does.
    let [subject, of]: [String; 2] =
        [tie.subject.as_str(), tie.object.as_str()].map(|id| bundle.names([id]).pop().unwrap_or_default());
    let sentence = format!("{subject} {} {of}", prose::standing(tie));
    let texts = [tie.role.as_ref(), tie.description.as_ref()].into_iter().flatten().map(ToString::to_string);
    let when = tie.when.as_ref().map(|when| format!("When: {}", when.english()));
    let mut lines: Vec<String> = iter::once(sentence).chain(texts).chain(when).collect();
    let (Some(subject), Some(of)) = ends else {
        set(object, "abstract", relationship_type(tie));
        set(object, "content", lines.join("\n"));
        return set(object, "object_refs", bundle.references([tie.subject.as_str(), tie.object.as_str()]));
    };
    if tie.former {
        label(object, "former");
    }
    set(object, "relationship_type", relationship_type(tie));
    set(object, "source_ref", subject);
    set(object, "target_ref", of);
    let [start, end] = tie.when.as_ref().and_then(bounds::ends).unwrap_or_default();
    lines.extend(start.and_then(|start| moment::set_first(object, "start_time", &start)));
    lines.extend(end.and_then(|end| moment::set_last(object, "stop_time", &end)));
    set(object, "description", lines.join("\n"));
}

/// The word for what is over is another, because tools show the type and little else.
fn relationship_type(tie: &Relationship) -> String {
    let former = if tie.former { "former-" } else { "" };
    format!("{former}{}", tie.r#type)
}
