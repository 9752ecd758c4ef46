//! JSON and NDJSON lose nothing.

use proptest::prelude::*;
use standpoint_model::{Dataset, Record, generate};

use crate::sample::{self, dataset_of, export};

fn read_json(text: &str) -> Dataset {
    dataset_of(serde_json::from_str::<Vec<Record>>(text).unwrap())
}

fn read_ndjson(text: &str) -> Dataset {
    dataset_of(text.lines().map(|line| serde_json::from_str::<Record>(line).unwrap()))
}

type Reader = fn(&str) -> Dataset;

const READERS: [(&str, Reader); 2] = [("json", read_json), ("ndjson", read_ndjson)];

#[test]
fn what_is_read_back_is_equal_and_is_written_alike() {
    let dataset = sample::dataset();
    for (format, read) in READERS {
        let written = export(format, &dataset);
        let back = read(&written);
        assert_eq!(back, dataset, "{format}");
        assert_eq!(export(format, &back), written, "{format}");
    }
}

#[test]
fn json_is_laid_out_in_one_way() {
    insta::assert_binary_snapshot!("sample_json.json", export("json", &sample::dataset()).into_bytes());
}

#[test]
fn ndjson_is_laid_out_in_one_way() {
    insta::assert_binary_snapshot!("sample_ndjson.ndjson", export("ndjson", &sample::dataset()).into_bytes());
}

#[test]
fn an_empty_dataset_is_an_empty_list() {
    assert_eq!(export("json", &Dataset::default()), "[]\n");
    assert_eq!(export("ndjson", &Dataset::default()), "");
}

#[test]
fn each_line_of_ndjson_is_a_record_whatever_its_texts_hold() {
    let dataset = sample::with_texts(|_| "a\nb\u{2028}c\u{85}d\t\"\\".to_owned());
    let written = export("ndjson", &dataset);
    assert!(written.ends_with('\n') && !written.contains('\r'));
    assert_eq!(written.matches('\n').count(), dataset.all_records().len());
    assert_eq!(read_ndjson(&written), dataset);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_dataset_reads_back_equal(records in generate::dataset()) {
        let dataset = dataset_of(records);
        for (format, read) in READERS {
            let written = export(format, &dataset);
            let back = read(&written);
            prop_assert_eq!(&back, &dataset);
            prop_assert_eq!(export(format, &back), written);
        }
    }

}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn coordinates_keep_their_last_digit(longitude in -180.0..=180.0_f64, latitude in -90.0..=90.0_f64) {
        let place: Record = serde_json::from_value(serde_json::json!({
            "kind": "place", "id": "place/somewhere", "type": "site", "name": "Somewhere",
            "location": { "longitude": longitude, "latitude": latitude },
            "basis": { "modality": "stated", "evidence": [{ "source": "source/gazetteer" }] },
        })).unwrap();
        let dataset = dataset_of([place]);
        prop_assert_eq!(read_json(&export("json", &dataset)), dataset);
    }
}
