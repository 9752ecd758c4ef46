//! What is written of many records, on all cores, is what is written of each.

use serde_json::Value;
use standpoint_export::{Format, Losses, Records};
use standpoint_model::{Dataset, Record};

use crate::sample::{self, dataset_of};

/// Several batches of records and part of one: sources, and some that lose something in some format.
fn many() -> Dataset {
    let sources = (0..2500).map(|number| {
        serde_json::from_value::<Record>(serde_json::json!({
            "kind": "source", "id": format!("source/s{number:04}"), "type": "report", "title": format!("Report\u{200c} {number}"),
        }))
    });
    let others = sample::dataset().all_records().to_vec();
    dataset_of(sources.map(Result::unwrap).chain(others))
}

fn written<'a>(format: &Format, records: impl Iterator<Item = &'a Record>) -> (Vec<u8>, Losses) {
    let mut bytes = Vec::new();
    let records = Records::stream(records.map(|record| Ok(record.clone())));
    let losses = format.write_to(records, &mut bytes).unwrap();
    (bytes, losses)
}

#[test]
fn the_lines_of_many_records_are_those_of_each_in_their_order_and_what_is_lost_adds_up() {
    let dataset = many();
    for name in ["ndjson", "nquads", "ftm"] {
        let format = Format::by_name(name).unwrap();
        // Without the manifest, which gives the records their addresses.
        let records: Vec<&Record> = dataset.all_records().iter().skip(1).collect();
        let (together, losses) = written(format, records.iter().copied());
        let each: Vec<_> = records.iter().map(|record| written(format, [*record].into_iter())).collect();
        assert!(together == each.iter().flat_map(|(bytes, _)| bytes).copied().collect::<Vec<u8>>(), "{name}");
        let total: u64 = each.iter().map(|(_, losses)| losses.total()).sum();
        assert_eq!(losses.total(), total, "{name}");
        assert_eq!(total > 2500, name == "ftm");
    }
}

#[test]
fn a_document_of_many_records_is_one_document() {
    let dataset = many();
    let records = dataset.all_records();
    let (jsonld, _) = written(Format::by_name("jsonld").unwrap(), records.iter());
    let document: Value = serde_json::from_slice(&jsonld).unwrap();
    // What OWL says of two of them stands beside them.
    assert_eq!(document["@graph"].as_array().unwrap().len(), records.len() + 2);
    let (turtle, _) = written(Format::by_name("turtle").unwrap(), records.iter());
    assert_eq!(String::from_utf8(turtle).unwrap().matches("@prefix sp:").count(), 1);
    for name in ["jsonld", "turtle"] {
        let format = Format::by_name(name).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out");
        standpoint_export::export(format, Records::of(&dataset), &path).unwrap();
        assert!(format.read(&path).unwrap() == dataset, "{name}");
    }
}
