//! The object of each record.

use serde_json::{Value, json};
use standpoint_model::{
    Actor, ActorType, Event, Id, Interest, Manifest, Observation, Record, RecordId, Relationship, Source, Statement,
    Text, WebAddress,
};

use super::{
    bundle::{Bundle, Object},
    place,
};
use crate::bounds::Bounds;

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
        Record::Event(event) => incident(event, &mut object),
        Record::Relationship(tie) => relationship(bundle, tie, &mut object),
        Record::Interest(interest) => note_of_interest(bundle, interest, &mut object),
        Record::Observation(observation) => note_of_observation(bundle, observation, &mut object),
        Record::Statement(statement) => note_of_statement(bundle, statement, &mut object),
    }
    Value::Object(object)
}

fn set(object: &mut Object, name: &str, value: impl Into<Value>) {
    object.insert(name.into(), value.into());
}

fn label(object: &mut Object, word: &str) {
    set(object, "labels", json!([word]));
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
    let lines: Vec<&str> = [
        source.publisher.as_ref().map(Text::as_str),
        source.url.as_ref().map(WebAddress::as_str),
        source.rights.as_ref().map(Text::as_str),
    ]
    .into_iter()
    .flatten()
    .collect();
    if !lines.is_empty() {
        set(object, "description", lines.join("\n"));
    }
    let mut dates = [&source.published, &source.accessed].into_iter().flatten();
    let published = dates.find_map(|date| Bounds::from(date).earliest);
    let published = published.map_or_else(|| bundle.created().into(), |day| format!("{day}T00:00:00Z"));
    set(object, "published", published);
    let resting = bundle.dataset.referrers(source.id.as_str()).filter(|record| cites(record, source));
    set(object, "object_refs", bundle.references(resting.map(Record::id)));
}

/// Whether `record`, or a standpoint on it, rests on `source`.
fn cites(record: &Record, source: &Source) -> bool {
    record.basis().is_some_and(|basis| {
        let of_standpoints = basis.standpoints.iter().flat_map(|standpoint| standpoint.evidence.iter());
        basis.evidence.iter().chain(of_standpoints).any(|citation| citation.source == source.id)
    })
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
        | ActorType::Organisation => "organization",
        ActorType::Alliance => "group",
        ActorType::Population => "class",
        ActorType::Individual => "individual",
        ActorType::UnexpandedLabel => "unknown",
    };
    set(object, "identity_class", class);
}

fn incident(event: &Event, object: &mut Object) {
    label(object, event.r#type.as_str());
    set(object, "name", event.title.as_str());
    let when = event.when.as_ref().map(|when| format!("When: {}", when.english()));
    let outcome = event.outcome.map(|outcome| format!("Outcome: {outcome}"));
    let lines: Vec<String> = [when, outcome].into_iter().flatten().collect();
    if !lines.is_empty() {
        set(object, "description", lines.join("\n"));
    }
}

fn relationship(bundle: &Bundle<'_>, tie: &Relationship, object: &mut Object) {
    let ends = (bundle.reference(tie.subject.as_str()), bundle.reference(tie.object.as_str()));
    let description = tie.description.as_ref().map(Text::as_str);
    let (Some(subject), Some(of)) = ends else {
        set(object, "abstract", tie.r#type.as_str());
        set(object, "content", description.unwrap_or("A relationship with an actor that is not in this dataset."));
        return set(object, "object_refs", bundle.references([tie.subject.as_str(), tie.object.as_str()]));
    };
    set(object, "relationship_type", tie.r#type.as_str());
    set(object, "source_ref", subject);
    set(object, "target_ref", of);
    if let Some(description) = description {
        set(object, "description", description);
    }
    let bounds = tie.when.as_ref().map(Bounds::from).unwrap_or_default();
    if let Some(day) = bounds.earliest {
        set(object, "start_time", format!("{day}T00:00:00.000Z"));
    }
    if let Some(day) = bounds.latest {
        set(object, "stop_time", format!("{day}T23:59:59.999Z"));
    }
}

fn note(object: &mut Object, label_of_it: &str, title: &str, content: String, about: Vec<String>) {
    label(object, label_of_it);
    set(object, "abstract", title);
    set(object, "content", content);
    set(object, "object_refs", about);
}

fn note_of_interest(bundle: &Bundle<'_>, interest: &Interest, object: &mut Object) {
    let about = [interest.actor.as_str()].into_iter().chain(interest.towards.iter().map(Id::as_str));
    let about = about.chain(interest.supported_by.iter().map(RecordId::as_str));
    let content = interest.summary.as_str().to_owned();
    note(object, "interest", interest.title.as_str(), content, bundle.references(about));
}

fn note_of_observation(bundle: &Bundle<'_>, observation: &Observation, object: &mut Object) {
    let of = observation.population.as_ref().map(|population| format!(" ({})", population.as_str()));
    let when = observation.when.as_ref().map(|when| format!(", {}", when.english()));
    let content =
        format!("{}: {}{}{}", observation.measure, observation.value, of.unwrap_or_default(), when.unwrap_or_default());
    let about = bundle.references([observation.about.as_str()]);
    note(object, "observation", observation.measure.as_str(), content, about);
}

fn note_of_statement(bundle: &Bundle<'_>, statement: &Statement, object: &mut Object) {
    let about = [&statement.about].into_iter().chain(&statement.mentions).map(RecordId::as_str);
    let content = statement.text.as_str().to_owned();
    note(object, "statement", statement.topic.as_str(), content, bundle.references(about));
}
