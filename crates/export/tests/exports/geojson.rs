//! The map holds each event and each place, where it is.

use proptest::prelude::*;
use serde_json::{Value, json};
use standpoint_model::{Dataset, Kind, Record, generate};

use crate::sample::{self, dataset_of, export};

fn read(dataset: &Dataset) -> Value {
    serde_json::from_str(&export("geojson", dataset)).unwrap()
}

fn feature<'a>(collection: &'a Value, id: &str) -> &'a Value {
    collection["features"].as_array().unwrap().iter().find(|feature| feature["id"] == id).unwrap()
}

#[test]
fn a_place_is_where_it_is_and_an_event_where_its_place_is() {
    let collection = read(&sample::dataset());
    let point = json!({ "type": "Point", "coordinates": [69.2123, -0.5] });
    let (bridge, attack) = (feature(&collection, "place/bridge"), feature(&collection, "event/bridge-attack"));
    assert_eq!((&bridge["geometry"], &attack["geometry"]), (&point, &point));
    assert_eq!(bridge["properties"].get("coordinates_of"), None);
    for (name, value) in [
        ("kind", "event"),
        ("name", "Attack on the bridge"),
        ("type", "attack"),
        ("outcome", "failed"),
        ("when", "[2022-04-18,2023-04-18]"),
        ("earliest", "2022-04-18"),
        ("latest", "2023-04-18"),
        ("coordinates_of", "place/bridge (site)"),
        ("occurrence", "happened"),
        ("status", "current"),
        ("modality", "alleged"),
    ] {
        assert_eq!(attack["properties"][name], value);
    }
}

#[test]
fn what_has_no_coordinates_is_there_and_counted() {
    let collection = read(&sample::dataset());
    assert_eq!(feature(&collection, "place/valley")["geometry"], Value::Null);
    assert_eq!(feature(&collection, "event/withdrawal")["geometry"], Value::Null);
    assert_eq!(collection["unlocated"], json!({ "event": 3, "place": 1 }));
    assert_eq!(collection["dataset"]["id"], "dataset/valley");
}

#[test]
fn an_event_at_several_places_is_several_points_and_a_withdrawn_place_is_none() {
    let place = |slug: &str, longitude: f64, status: &str| {
        json!({
            "kind": "place", "id": format!("place/{slug}"), "type": "site", "name": slug, "status": status,
            "location": { "longitude": longitude, "latitude": 1.5 },
            "basis": { "modality": "stated", "evidence": [{ "source": "source/film" }] },
        })
    };
    let event = json!({
        "kind": "event", "id": "event/march", "type": "other", "title": "A march",
        "places": [
            { "place": "place/a", "role": "site" }, { "place": "place/missing", "role": "site" },
            { "place": "place/withdrawn", "role": "site" }, { "place": "place/b", "role": "reached" },
            { "place": "place/start", "role": "origin" },
        ],
        "basis": { "modality": "stated", "evidence": [{ "source": "source/film" }] },
    });
    let places =
        [("a", 1.0, "current"), ("b", 2.0, "current"), ("start", 4.0, "current"), ("withdrawn", 3.0, "retracted")];
    let records = places.map(|(slug, longitude, status)| place(slug, longitude, status)).into_iter().chain([event]);
    let collection = read(&dataset_of(records.map(|record| serde_json::from_value(record).unwrap())));
    let march = feature(&collection, "event/march");
    assert_eq!(march["geometry"], json!({ "type": "MultiPoint", "coordinates": [[1.0, 1.5], [2.0, 1.5]] }));
    assert_eq!(march["properties"]["coordinates_of"], "place/a (site); place/b (reached)");
    assert_eq!(collection["unlocated"], json!({ "event": 0, "place": 0 }));
    let features = collection["features"].as_array().unwrap();
    assert!(features.iter().all(|feature| feature["geometry"]["type"] == "MultiPoint"), "a layer has one type");
}

#[test]
fn an_event_has_the_country_of_its_places_if_it_is_one() {
    let place = |slug: &str, country: Option<&str>, within: Option<&str>| {
        json!({
            "kind": "place", "id": format!("place/{slug}"), "type": "site", "name": slug, "country": country, "within": within,
            "basis": { "modality": "stated", "evidence": [{ "source": "source/film" }] },
        })
    };
    let event = |slug: &str, places: &[(&str, &str)]| {
        let places = places.iter().map(|(place, role)| json!({ "place": place, "role": role }));
        json!({
            "kind": "event", "id": format!("event/{slug}"), "type": "other", "title": slug,
            "places": places.collect::<Vec<_>>(),
            "basis": { "modality": "stated", "evidence": [{ "source": "source/film" }] },
        })
    };
    let mut records = vec![
        place("land", Some("AFG"), None),
        place("town", None, Some("place/land")),
        place("abroad", Some("PAK"), None),
        place("nowhere", None, None),
        event("one", &[("place/town", "site"), ("place/land", "target"), ("place/abroad", "origin")]),
        event("two", &[("place/town", "site"), ("place/abroad", "reached")]),
        event("unknown", &[("place/town", "site"), ("place/nowhere", "site")]),
    ];
    for record in &mut records {
        record.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    }
    let collection = read(&dataset_of(records.into_iter().map(|record| serde_json::from_value(record).unwrap())));
    let country = |id: &str| feature(&collection, id)["properties"].get("country").cloned();
    assert_eq!(country("event/one"), Some("AFG".into()));
    assert_eq!((country("event/two"), country("event/unknown")), (None, None));
}

#[test]
fn whoever_exports_is_told_what_a_map_does_not_show() {
    let geojson = standpoint_export::Format::by_name("geojson").unwrap();
    let dataset = sample::dataset();
    let losses = geojson.write_to(standpoint_export::Records::of(&dataset), std::io::sink()).unwrap();
    let located =
        dataset.all_records().iter().filter(|record| matches!(record.kind(), Kind::Event | Kind::Place)).count() - 4;
    assert_eq!(
        losses.remarks(),
        [format!("4 of {} events and places have no coordinates, so a map does not show them", located + 4)]
    );
}

#[test]
fn an_empty_dataset_is_an_empty_collection() {
    let empty = json!({ "type": "FeatureCollection", "unlocated": { "event": 0, "place": 0 }, "features": [] });
    assert_eq!(read(&Dataset::default()), empty);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_dataset_reads_back_equal(records in generate::dataset()) {
        let dataset = dataset_of(records);
        let collection = read(&dataset);
        let features = collection["features"].as_array().unwrap();
        let records = features.iter().map(|feature| &feature["properties"]["record"]).chain([&collection["dataset"]]);
        let mut back: Vec<Record> = records.map(|record| serde_json::from_value(record.clone()).unwrap()).collect();
        back.sort_by_key(|record| (record.kind(), record.id().to_owned()));
        let is_held = |record: &&Record| matches!(record.kind(), Kind::Dataset | Kind::Event | Kind::Place);
        let expected: Vec<Record> = dataset.all_records().iter().filter(is_held).cloned().collect();
        prop_assert_eq!(back, expected);
    }
}
