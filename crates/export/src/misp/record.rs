//! The object of each record.

use standpoint_model::{
    Actor, ActorType, Dataset, Edtf, Event as Happening, Occurrence, Place, PlaceType, Record, Source, Text,
};

use super::{event::Event, object::Object, reference, template};
use crate::{
    bounds::{self, Bounds},
    country::country_of,
    prose::{self, Sign},
};

pub(super) fn object(event: &Event<'_>, record: &Record) -> Object {
    let dataset = event.dataset;
    let of = |template| Object::of(record, "", template);
    let mut object = match record {
        Record::Actor(actor) if actor.r#type == ActorType::Individual => {
            with(of(template::PERSON), |object| person(actor, object))
        }
        Record::Actor(actor) => with(of(template::ORGANIZATION), |object| organization(actor, object)),
        Record::Place(place) if is_located(dataset, place) => {
            with(of(template::GEOLOCATION), |object| geolocation(dataset, place, object))
        }
        Record::Source(source) => with(of(template::REPORT), |object| report(source, object)),
        Record::Event(happening) => with(of(template::TEMPORAL_EVENT), |object| {
            object.name("summary", "text", &shown(dataset, record));
            object.seen = seen_at(happening);
        }),
        _ => with(of(template::of(record.kind())), |object| {
            object.text("id", record.id());
            object.name("name", "text", &shown(dataset, record));
            if let Some(r#type) = type_of(record) {
                object.text("type", r#type);
            }
            if let Record::Relationship(tie) = record {
                object.seen = tie.when.as_ref().and_then(bounds::ends).map(seen).unwrap_or_default();
            }
            if let Record::Observation(observation) = record {
                object.text("value", &prose::value(observation));
            }
        }),
    };
    object.rest(&told(dataset, record));
    for reference in reference::of(event, record) {
        object.refer(event, reference);
    }
    object
}

fn with(mut object: Object, fill: impl FnOnce(&mut Object)) -> Object {
    fill(&mut object);
    object
}

/// What a record is called, with the signs that it bears: no list makes a fact of what is alleged.
pub(super) fn shown(dataset: &Dataset, record: &Record) -> String {
    let name = match record {
        Record::Event(event) => prose::announced(event),
        _ => prose::name(dataset, record),
    };
    let signs: Vec<&str> = prose::doubts(dataset, record.id()).map(Sign::word).collect();
    if signs.is_empty() || !prose::is_claim(record) { name } else { format!("{name} ({})", signs.join(", ")) }
}

/// All that is told of a record, a line a field; the last line is the record.
fn told(dataset: &Dataset, record: &Record) -> String {
    let mut lines = vec![format!("Record: {}", record.id())];
    lines.extend(description(record).map(ToString::to_string));
    let signs: Vec<&str> = prose::signs(dataset, record).into_iter().map(Sign::word).collect();
    if !signs.is_empty() {
        lines.push(format!("Signs: {}", signs.join(", ")));
    }
    let rows = prose::rows(dataset, record).into_iter().chain(prose::shared_rows(record));
    lines.extend(rows.map(|row| format!("{}: {}", row.term, prose::plain_with_signs(dataset, &row.says))));
    let evidence = record.basis().map_or(&[][..], |basis| &basis.evidence);
    let citations = prose::citations(evidence).into_iter();
    lines.extend(citations.map(|line| format!("Source: {}", prose::plain_with_signs(dataset, &line))));
    // A record always serializes: its keys are strings and its numbers are finite.
    lines.push(serde_json::to_string(record).unwrap_or_default());
    lines.join("\n")
}

fn description(record: &Record) -> Option<&Text> {
    match record {
        Record::Dataset(record) => record.description.as_ref(),
        Record::Actor(record) => record.description.as_ref(),
        Record::Event(record) => record.description.as_ref(),
        Record::Relationship(record) => record.description.as_ref(),
        Record::Interest(record) => record.summary.as_ref(),
        Record::Issue(record) => record.question.as_ref(),
        Record::Source(_)
        | Record::Place(_)
        | Record::Position(_)
        | Record::Observation(_)
        | Record::Statement(_)
        | Record::Identity(_) => None,
    }
}

fn type_of(record: &Record) -> Option<&'static str> {
    match record {
        Record::Place(record) => Some(record.r#type.as_str()),
        Record::Relationship(record) => Some(record.r#type.as_str()),
        Record::Position(record) => Some(record.form.as_str()),
        Record::Observation(record) => Some(record.measure.as_str()),
        Record::Statement(record) => Some(record.topic.as_str()),
        Record::Identity(record) => Some(record.verdict.as_str()),
        _ => None,
    }
}

fn person(actor: &Actor, object: &mut Object) {
    object.name("full-name", "full-name", actor.name.as_str());
    aliases(actor, object);
}

fn organization(actor: &Actor, object: &mut Object) {
    object.name("name", "text", actor.name.as_str());
    object.text("type-of-organization", actor.r#type.as_str());
    aliases(actor, object);
}

fn aliases(actor: &Actor, object: &mut Object) {
    for alias in &actor.aliases {
        object.text("alias", alias.text.as_str());
    }
}

fn report(source: &Source, object: &mut Object) {
    object.name("title", "text", source.title.as_str());
    object.text("type", source.r#type.as_str());
    if let Some(url) = &source.url {
        object.add("link", "link", url.as_str());
    }
}

/// Whether a place has what its template demands: coordinates, a country, or a name that is that of a city or a region.
fn is_located(dataset: &Dataset, place: &Place) -> bool {
    place.location.is_some() || relation_of(place.r#type) != "address" || country_code(dataset, place).is_some()
}

fn geolocation(dataset: &Dataset, place: &Place, object: &mut Object) {
    object.name(relation_of(place.r#type), "text", place.name.as_str());
    if let Some(code) = country_code(dataset, place) {
        object.text("countrycode", code);
    }
    if let Some(location) = place.location {
        object.add("latitude", "float", &location.latitude.get().to_string());
        object.add("longitude", "float", &location.longitude.get().to_string());
    }
}

const fn relation_of(r#type: PlaceType) -> &'static str {
    match r#type {
        PlaceType::City => "city",
        PlaceType::Country => "country",
        PlaceType::Region | PlaceType::Province => "region",
        PlaceType::District | PlaceType::River | PlaceType::Site => "address",
    }
}

/// A country that is no more has no code of two letters.
fn country_code(dataset: &Dataset, place: &Place) -> Option<&'static str> {
    country_of(place, dataset)?.alpha2()
}

/// When an event began and ended, where that is known to the day. One that has not happened was never seen.
fn seen_at(event: &Happening) -> [Option<String>; 2] {
    let Some(when) = event.when.as_ref().filter(|_| event.occurrence == Occurrence::Happened) else {
        return [None, None];
    };
    seen(bounds::ends(when).unwrap_or_else(|| [Some(when.clone()), Some(when.clone())]))
}

/// The first moment of a beginning and the last of an end, of those that are one day and not in doubt.
fn seen([first, last]: [Option<Edtf>; 2]) -> [Option<String>; 2] {
    let day = |date: &Edtf| {
        let Bounds { earliest, latest, date_prec } = Bounds::from(date);
        earliest.filter(|_| earliest == latest && date_prec.is_some())
    };
    let first = first.as_ref().and_then(day).map(|day| format!("{day}T00:00:00.000000+00:00"));
    let last = last.as_ref().and_then(day).map(|day| format!("{day}T23:59:59.999999+00:00"));
    [first, last]
}
