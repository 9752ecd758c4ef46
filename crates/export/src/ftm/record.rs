//! The entities of each record.

use standpoint_model::{
    Edtf, Event, Id, Interest, Kind, LanguageTag, Manifest, Observation, Outcome, Record, RecordId, Relationship,
    RelationshipType, Reliability, Source, SourceType, Statement, Text,
};

use super::{
    clean,
    entity::{Entity, id_of},
    ground::Sheet,
    party,
};

pub(super) fn entities(record: &Record) -> Vec<Entity> {
    let most = clean::most(record);
    let thing = |schema| Sheet::thing(record, schema, most);
    let sheet = match record {
        Record::Dataset(manifest) => with(thing("Document"), |sheet| of_manifest(manifest, &mut sheet.entity)),
        Record::Source(source) => with(thing(schema_of_source(source.r#type)), |sheet| {
            of_source(source, &mut sheet.entity);
        }),
        Record::Actor(actor) => with(thing(party::schema(actor.r#type)), |sheet| {
            party::actor(actor, &mut sheet.entity);
        }),
        Record::Place(place) => with(thing("Address"), |sheet| party::place(place, &mut sheet.entity)),
        Record::Event(event) => with(thing("Event"), |sheet| of_event(event, sheet)),
        Record::Relationship(tie) => {
            let schema = if tie.r#type == RelationshipType::MemberOf { "Membership" } else { "UnknownLink" };
            with(Sheet::link(record, schema, most), |sheet| of_relationship(tie, &mut sheet.entity))
        }
        Record::Interest(interest) => with(thing("Note"), |sheet| of_interest(interest, sheet)),
        Record::Observation(observation) => with(thing("Note"), |sheet| of_observation(observation, sheet)),
        Record::Statement(statement) => with(thing("Note"), |sheet| of_statement(statement, sheet)),
    };
    sheet.finish()
}

fn with<'a>(mut sheet: Sheet<'a>, fill: impl FnOnce(&mut Sheet<'a>)) -> Sheet<'a> {
    fill(&mut sheet);
    sheet
}

/// A value with its label, if there is one.
fn line(entity: &mut Entity, label: &str, value: Option<&str>) {
    if let Some(value) = value {
        entity.line(label, value);
    }
}

fn title(entity: &mut Entity, title: &str) {
    entity.text("title", title);
    // What is shown of a document is the name of its file, which it must have.
    entity.text_or_id("fileName", title);
}

fn of_manifest(manifest: &Manifest, entity: &mut Entity) {
    title(entity, manifest.title.as_str());
    if let Some(description) = &manifest.description {
        entity.text("description", description.as_str());
    }
    entity.text("publisher", manifest.publisher.as_str());
    entity.line("Version", manifest.version.as_str());
    entity.line("License", manifest.license.as_str());
    entity.line("Address of the records", manifest.base_iri.as_str());
    for (property, label, date) in
        [("createdAt", "Created", Some(&manifest.created)), ("modifiedAt", "Modified", manifest.modified.as_ref())]
    {
        if let Some(date) = date.and_then(clean::plain_date) {
            entity.add(property, date);
        }
        line(entity, label, date.map(Edtf::as_str));
    }
}

const fn schema_of_source(r#type: SourceType) -> &'static str {
    match r#type {
        SourceType::NewsArticle | SourceType::JournalArticle => "Article",
        SourceType::Video => "Video",
        SourceType::WebPage
        | SourceType::Report
        | SourceType::Book
        | SourceType::Statement
        | SourceType::Dataset
        | SourceType::Gazetteer
        | SourceType::Interview
        | SourceType::Other => "Document",
    }
}

fn of_source(source: &Source, entity: &mut Entity) {
    title(entity, source.title.as_str());
    entity.add("keywords", source.r#type.as_str());
    if let Some(publisher) = &source.publisher {
        entity.text("publisher", publisher.as_str());
    }
    if let Some(url) = &source.url {
        if clean::is_plain_address(url.as_str()) {
            entity.add("sourceUrl", url.as_str());
        }
        entity.line("Address", url.as_str());
    }
    for (property, label, date) in
        [("publishedAt", "Published", &source.published), ("retrievedAt", "Accessed", &source.accessed)]
    {
        if let Some(date) = date.as_ref().and_then(clean::plain_date) {
            entity.add(property, date);
        }
        line(entity, label, date.as_ref().map(Edtf::as_str));
    }
    line(entity, "Language", source.language.as_ref().map(LanguageTag::as_str));
    line(entity, "Rights", source.rights.as_ref().map(Text::as_str));
    line(entity, "Quotable", source.quotable.then_some("true"));
    if let Some(text) = &source.text {
        entity.line("SHA-256 of the text", text.sha256.as_str());
        entity.line("Length of the text in characters", &text.length.get().to_string());
    }
    line(entity, "Reliability", source.reliability.map(Reliability::as_str));
}

fn of_event(event: &Event, sheet: &mut Sheet<'_>) {
    let entity = &mut sheet.entity;
    entity.name("name", event.title.as_str());
    entity.add("keywords", event.r#type.as_str());
    if let Some(when) = &event.when {
        entity.when(when);
    }
    line(entity, "Outcome", event.outcome.map(Outcome::as_str));
    for place in &event.places {
        entity.add("addressEntity", id_of(place.as_str()));
    }
    for participant in &event.participants {
        entity.add("involved", id_of(participant.actor.as_str()));
    }
    for (at, participant) in event.participants.iter().enumerate() {
        sheet.tie_to(participant.role.as_str(), "Participant", at, participant.actor.as_str());
    }
    sheet.ties("target", "Target", event.targets.iter().map(Id::as_str));
    sheet.ties("follows", "Follows", event.follows.iter().map(Id::as_str));
    sheet.ties("part of", "Part of", event.part_of.iter().map(Id::as_str));
}

fn of_relationship(tie: &Relationship, entity: &mut Entity) {
    let is_membership = tie.r#type == RelationshipType::MemberOf;
    let (subject, object) = if is_membership { ("member", "organization") } else { ("subject", "object") };
    entity.add(subject, id_of(tie.subject.as_str()));
    entity.add(object, id_of(tie.object.as_str()));
    entity.add("role", tie.r#type.as_str());
    if let Some(when) = &tie.when {
        entity.when(when);
    }
    if let Some(description) = &tie.description {
        entity.text("summary", description.as_str());
    }
}

/// What a note is about. It cannot be a relationship, nor the note.
fn about(entity: &mut Entity, about: &str) {
    if Kind::of_id(about) == Some(Kind::Relationship) {
        entity.line("About", about);
    } else {
        entity.refer("entity", "About", about);
    }
}

fn of_interest(interest: &Interest, sheet: &mut Sheet<'_>) {
    let entity = &mut sheet.entity;
    entity.name("name", interest.title.as_str());
    entity.text("description", interest.summary.as_str());
    entity.add("keywords", interest.category.as_str());
    about(entity, interest.actor.as_str());
    entity.line("Rank", &interest.rank.get().to_string());
    sheet.ties("towards", "Towards", interest.towards.iter().map(Id::as_str));
    sheet.ties("supported by", "Supported by", interest.supported_by.iter().map(RecordId::as_str));
}

fn of_observation(observation: &Observation, sheet: &mut Sheet<'_>) {
    let entity = &mut sheet.entity;
    entity.add("description", format!("{}: {}", observation.measure, observation.value));
    entity.add("keywords", observation.measure.as_str());
    about(entity, observation.about.as_str());
    line(entity, "Population", observation.population.as_ref().map(Text::as_str));
    let value = &observation.value;
    for (label, count) in [("Low", value.low()), ("Best", value.best()), ("High", value.high())] {
        line(entity, label, count.map(|count| count.get().to_string()).as_deref());
    }
    line(entity, "Approximate", value.is_approximate().then_some("true"));
    line(entity, "When", observation.when.as_ref().map(Edtf::as_str));
}

fn of_statement(statement: &Statement, sheet: &mut Sheet<'_>) {
    let entity = &mut sheet.entity;
    entity.text("description", statement.text.as_str());
    entity.add("keywords", statement.topic.as_str());
    about(entity, statement.about.as_str());
    line(entity, "Rank", statement.rank.map(|rank| rank.get().to_string()).as_deref());
    line(entity, "When", statement.when.as_ref().map(Edtf::as_str));
    sheet.ties("mentions", "Mentions", statement.mentions.iter().map(RecordId::as_str));
}
