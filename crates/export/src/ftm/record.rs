//! The entities of each record.

use standpoint_model::{
    Edtf, Event, Extent, Id, LanguageTag, Occurrence, Outcome, Record, Relationship, RelationshipType,
};

use super::{
    clean, document,
    entity::{Entity, Names},
    ground::Sheet,
    note, party,
};
use crate::prose;

pub(super) fn entities<'a>(record: &'a Record, names: Names<'a>) -> Vec<Entity<'a>> {
    let most = clean::most(record);
    let thing = |schema| Sheet::thing(record, schema, names, most);
    let mut sheet = match record {
        Record::Dataset(manifest) => {
            with(thing("Document"), |sheet| document::of_manifest(manifest, &mut sheet.entity))
        }
        Record::Source(source) => with(thing(document::schema_of_source(source.r#type)), |sheet| {
            document::of_source(source, sheet);
        }),
        Record::Actor(actor) => with(thing(party::schema(actor.r#type)), |sheet| {
            party::actor(actor, &mut sheet.entity);
        }),
        Record::Place(place) => with(thing("Address"), |sheet| party::place(place, &mut sheet.entity)),
        Record::Event(event) => with(thing("Event"), |sheet| of_event(event, sheet)),
        Record::Relationship(tie) => {
            let schema = if tie.r#type == RelationshipType::MemberOf { "Membership" } else { "UnknownLink" };
            with(Sheet::link(record, schema, names, most), |sheet| of_relationship(tie, &mut sheet.entity))
        }
        Record::Interest(interest) => with(thing("Note"), |sheet| note::of_interest(interest, sheet)),
        Record::Issue(issue) => with(thing("Note"), |sheet| note::of_issue(issue, sheet)),
        Record::Position(position) => with(thing("Note"), |sheet| note::of_position(position, sheet)),
        Record::Observation(observation) => with(thing("Note"), |sheet| note::of_observation(observation, sheet)),
        Record::Statement(statement) => with(thing("Note"), |sheet| note::of_statement(statement, sheet)),
        Record::Identity(identity) => with(thing("Note"), |sheet| note::of_identity(identity, sheet)),
    };
    sheet.entity.optional_line("Language", language(record).map(LanguageTag::as_str));
    sheet.finish()
}

/// The language of the names and words that a record gives in its own voice.
fn language(record: &Record) -> Option<&LanguageTag> {
    match record {
        Record::Dataset(record) => record.language.as_ref(),
        Record::Actor(record) => record.language.as_ref(),
        Record::Place(record) => record.language.as_ref(),
        Record::Event(record) => record.language.as_ref(),
        Record::Relationship(record) => record.language.as_ref(),
        Record::Interest(record) => record.language.as_ref(),
        Record::Issue(record) => record.language.as_ref(),
        Record::Position(record) => record.language.as_ref(),
        Record::Observation(record) => record.language.as_ref(),
        Record::Statement(record) => record.language.as_ref(),
        // Those of a source are the languages that it is written in.
        Record::Source(_) | Record::Identity(_) => None,
    }
}

fn with<'a>(mut sheet: Sheet<'a>, fill: impl FnOnce(&mut Sheet<'a>)) -> Sheet<'a> {
    fill(&mut sheet);
    sheet
}

fn of_event(event: &Event, sheet: &mut Sheet<'_>) {
    let entity = &mut sheet.entity;
    entity.add("keywords", event.r#type.as_str());
    let has_happened = event.occurrence == Occurrence::Happened;
    entity.name("name", &prose::announced(event));
    if !has_happened {
        entity.add("keywords", event.occurrence.as_str());
        entity.line("Title", event.title.as_str());
    }
    if let Some(description) = &event.description {
        entity.text("description", description.as_str());
    }
    if let Some(when) = &event.when {
        entity.when(when);
    }
    entity.optional_line("Due", event.due.as_ref().map(Edtf::as_str));
    entity.optional_line("Occurrence", (event.occurrence != Occurrence::Happened).then(|| event.occurrence.as_str()));
    entity.optional_line("Extent", (event.extent != Extent::Single).then(|| event.extent.as_str()));
    entity.optional_line("Outcome", event.outcome.map(Outcome::as_str));
    // Nobody is involved in what has not happened, and it was nowhere. The ties say who was to be, and where.
    for place in event.places.iter().filter(|_| has_happened) {
        entity.add("addressEntity", entity.id_of(place.place.as_str()));
    }
    for participant in &event.participants {
        if has_happened {
            entity.add("involved", entity.id_of(participant.actor.as_str()));
        }
        if let Some(side) = &participant.side {
            entity.line(&format!("Side of {}", participant.actor), side.as_str());
        }
    }
    for (at, place) in event.places.iter().enumerate() {
        sheet.tie_to(place.role.as_str(), "Place", at, place.place.as_str());
    }
    for (at, participant) in event.participants.iter().enumerate() {
        sheet.tie_to(participant.role.as_str(), "Participant", at, participant.actor.as_str());
    }
    sheet.ties("about", "Issue", event.issues.iter().map(Id::as_str));
    sheet.ties("follows", "Follows", event.follows.iter().map(Id::as_str));
    sheet.ties("caused by", "Caused by", event.caused_by.iter().map(Id::as_str));
    sheet.ties("part of", "Part of", event.part_of.iter().map(Id::as_str));
    sheet.ties("serves", "Serves", event.serves.iter().map(Id::as_str));
    for (at, bearing) in event.bears_on.iter().enumerate() {
        sheet.tie_to(bearing.how.as_str(), "Bears on", at, bearing.position.as_str());
    }
}

fn of_relationship(tie: &Relationship, entity: &mut Entity) {
    let is_membership = tie.r#type == RelationshipType::MemberOf;
    let (subject, object) = if is_membership { ("member", "organization") } else { ("subject", "object") };
    entity.add(subject, entity.id_of(tie.subject.as_str()));
    entity.add(object, entity.id_of(tie.object.as_str()));
    // The type alone does not tell whether the subject says so itself or the source does.
    entity.add("role", prose::standing(tie));
    if tie.former {
        entity.add("status", "former");
    }
    entity.line("Type", tie.r#type.as_str());
    entity.optional_line("As what", tie.role.as_ref().map(AsRef::as_ref));
    entity.optional_line("Head", tie.head.then_some("true"));
    entity.optional_line("Former", tie.former.then_some("true"));
    for support in &tie.support {
        entity.line("Support", support.as_str());
    }
    if let Some(when) = &tie.when {
        entity.held(when);
    }
    if let Some(description) = &tie.description {
        entity.text("summary", description.as_str());
    }
}
