//! The map of events and places as `GeoJSON`.

use std::io;

use serde::Serialize;
use standpoint_model::{
    CountryCode, Dataset, Edtf, Event, EventPlace, Kind, Latitude, Longitude, Outcome, Place, PlaceRole,
    PointPrecision, Record, Status, Text,
};

use crate::{Format, Loss, Records, Write, bounds::Bounds, country::country_of};

pub(crate) const FORMAT: Format = Format {
    name: "geojson",
    summary: "the map of events and places, for QGIS and web maps",
    extension: "geojson",
    media_type: "application/geo+json",
    docs: include_str!("../docs/geojson.md"),
    losses: &[
        Loss::every("source", "sources: the map holds events and places"),
        Loss::every("actor", "actors: the map holds events and places"),
        Loss::every("relationship", "relationships: the map holds events and places"),
        Loss::every("interest", "interests: the map holds events and places"),
        Loss::every("issue", "issues: the map holds events and places"),
        Loss::every("position", "positions: the map holds events and places"),
        Loss::every("observation", "observations: the map holds events and places"),
        Loss::every("statement", "statements: the map holds events and places"),
        Loss::every("identity", "identities: the map holds events and places"),
    ],
    streams: false,
    public: true,
    write: Write::Stream(write),
    read: None,
};

/// What a `FeatureCollection` says before its features: foreign members, which readers that do not know them leave out.
#[derive(Serialize)]
struct About<'a> {
    r#type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    dataset: Option<&'a Record>,
    unlocated: Unlocated,
}

/// How many features have no geometry.
#[derive(Serialize, Default)]
struct Unlocated {
    event: usize,
    place: usize,
}

#[derive(Serialize)]
struct Feature<'a> {
    r#type: &'static str,
    id: &'a str,
    geometry: Option<Geometry>,
    properties: Properties<'a>,
}

/// All of a collection are of one type, because a layer of a geographic information system is.
#[derive(Serialize)]
#[serde(tag = "type", content = "coordinates")]
enum Geometry {
    Point(Coordinates),
    MultiPoint(Vec<Coordinates>),
}

/// In this order by RFC 7946.
type Coordinates = (Longitude, Latitude);

#[derive(Serialize)]
struct Properties<'a> {
    kind: Kind,
    name: &'a str,
    #[serde(flatten)]
    own: Own<'a>,
    status: Status,
    #[serde(skip_serializing_if = "Option::is_none")]
    modality: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    record: &'a Record,
}

/// What events and places do not share.
#[derive(Serialize, Default)]
struct Own<'a> {
    r#type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    precision: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    occurrence: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    extent: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<&'a Edtf>,
    #[serde(skip_serializing_if = "Option::is_none")]
    earliest: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    latest: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_prec: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<&'a Edtf>,
    /// The places whose coordinates an event has, and what part each has in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    coordinates_of: Option<String>,
}

fn write(mut records: Records<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let dataset = records.dataset_of(&[Kind::Dataset, Kind::Place, Kind::Event])?;
    let unlocated = unlocated(&dataset);
    let all = dataset.all_records().iter().filter(|record| matches!(record.kind(), Kind::Event | Kind::Place)).count();
    let missing = unlocated.event + unlocated.place;
    if missing > 0 {
        records
            .remark(format!("{missing} of {all} events and places have no coordinates, so a map does not show them"));
    }
    let about = serde_json::to_string(&About {
        r#type: "FeatureCollection",
        dataset: dataset.all_records().iter().find(|record| record.kind() == Kind::Dataset),
        unlocated,
    })?;
    // The features are the last member of the same object.
    write!(out, "{},\"features\":[", about.strip_suffix('}').unwrap_or_default())?;
    for (at, feature) in features(&dataset).enumerate() {
        out.write_all(if at == 0 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut *out, &feature)?;
    }
    out.write_all(b"\n]}\n")
}

fn unlocated(dataset: &Dataset) -> Unlocated {
    let mut unlocated = Unlocated::default();
    for feature in features(dataset).filter(|feature| feature.geometry.is_none()) {
        match feature.properties.kind {
            Kind::Event => unlocated.event += 1,
            _ => unlocated.place += 1,
        }
    }
    unlocated
}

/// One a line, in the order of the records.
fn features(dataset: &Dataset) -> impl Iterator<Item = Feature<'_>> {
    let is_at_several =
        |event: &Event| event.places.iter().filter_map(|place| located(place, dataset)).nth(1).is_some();
    let geometry = if dataset.iter::<Event>().any(is_at_several) { several } else { single };
    dataset.all_records().iter().filter_map(move |record| match record {
        Record::Event(event) => Some(of_event(record, event, dataset, geometry)),
        Record::Place(place) => Some(of_place(record, place, geometry)),
        _ => None,
    })
}

/// The geometry of a feature that is at these points.
type AsGeometry = fn(Vec<Coordinates>) -> Option<Geometry>;

fn single(points: Vec<Coordinates>) -> Option<Geometry> {
    points.into_iter().next().map(Geometry::Point)
}

fn several(points: Vec<Coordinates>) -> Option<Geometry> {
    (!points.is_empty()).then_some(Geometry::MultiPoint(points))
}

fn of_place<'a>(record: &'a Record, place: &'a Place, geometry: AsGeometry) -> Feature<'a> {
    let own = Own {
        r#type: place.r#type.as_str(),
        country: place.country.as_ref().map(ToString::to_string),
        precision: place.precision.map(PointPrecision::as_str),
        ..Own::default()
    };
    feature(record, place.name.as_str(), geometry(position(place).into_iter().collect()), own)
}

fn of_event<'a>(record: &'a Record, event: &'a Event, dataset: &Dataset, geometry: AsGeometry) -> Feature<'a> {
    let located: Vec<(&EventPlace, Coordinates)> =
        event.places.iter().filter_map(|place| located(place, dataset)).collect();
    let geometry = geometry(located.iter().map(|(_, position)| *position).collect());
    let bounds = event.when.as_ref().map(Bounds::from).unwrap_or_default();
    let places: Vec<String> = located.iter().map(|(place, _)| format!("{} ({})", place.place, place.role)).collect();
    let own = Own {
        r#type: event.r#type.as_str(),
        country: country(event, dataset).map(|country| country.to_string()),
        occurrence: Some(event.occurrence.as_str()),
        extent: Some(event.extent.as_str()),
        outcome: event.outcome.map(Outcome::as_str),
        when: event.when.as_ref(),
        earliest: bounds.earliest.map(|day| day.to_string()),
        latest: bounds.latest.map(|day| day.to_string()),
        date_prec: bounds.date_prec,
        due: event.due.as_ref(),
        coordinates_of: (!places.is_empty()).then(|| places.join("; ")),
        ..Own::default()
    };
    feature(record, event.title.as_str(), geometry, own)
}

/// The country of an event: that of the places at which it was, if it is one.
fn country(event: &Event, dataset: &Dataset) -> Option<CountryCode> {
    let places = event.places.iter().filter(|place| place.role != PlaceRole::Origin);
    let places = places.filter_map(|place| dataset.get(&place.place).filter(|place| place.status.is_current()));
    let mut countries = places.map(|place| country_of(place, dataset));
    let first = countries.next()??;
    countries.all(|country| country == Some(first)).then_some(first)
}

/// Where an event was that was at a place, unless the place is withdrawn. From where it came, it was not.
fn located<'a>(at: &'a EventPlace, dataset: &Dataset) -> Option<(&'a EventPlace, Coordinates)> {
    if at.role == PlaceRole::Origin {
        return None;
    }
    let place = dataset.get(&at.place).filter(|place| place.status.is_current())?;
    Some((at, position(place)?))
}

fn position(place: &Place) -> Option<Coordinates> {
    place.location.map(|location| (location.longitude, location.latitude))
}

fn feature<'a>(record: &'a Record, name: &'a str, geometry: Option<Geometry>, own: Own<'a>) -> Feature<'a> {
    let properties = Properties {
        kind: record.kind(),
        name,
        own,
        status: record.status(),
        modality: record.basis().map(|basis| basis.modality.as_str()),
        note: record.note().map(Text::as_str),
        record,
    };
    Feature { r#type: "Feature", id: record.id(), geometry, properties }
}
