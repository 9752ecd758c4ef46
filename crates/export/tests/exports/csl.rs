//! A bibliography holds each source, whole.

use proptest::prelude::*;
use serde_json::{Value, json};
use standpoint_model::{Kind, Record, generate};

use crate::sample::{self, dataset_of, export};

#[test]
fn a_source_is_an_item_that_a_style_can_print() {
    let items: Value = serde_json::from_str(&export("csl", &sample::dataset())).unwrap();
    let page = items.as_array().unwrap().iter().find(|item| item["id"] == "source/page").unwrap();
    for (name, value) in [
        ("type", json!("webpage")),
        ("title", json!("A page")),
        ("author", json!([{ "literal": "A. Writer" }, { "literal": "B. Writer" }])),
        ("publisher", json!("A press")),
        ("issued", json!({ "date-parts": [[2022]] })),
        ("accessed", json!({ "date-parts": [[2023, 5, 1]] })),
        ("URL", json!("https://example.org/a_page?x=1&y=*2*")),
        ("DOI", json!("10.1000/182")),
        ("language", json!("en")),
    ] {
        assert_eq!(page[name], value, "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_sources_of_any_dataset_read_back_equal(records in generate::dataset()) {
        let dataset = dataset_of(records);
        let items: Vec<Value> = serde_json::from_str(&export("csl", &dataset)).unwrap();
        let records = items.into_iter().map(|mut item| item["custom"]["record"].take());
        let back: Vec<Record> = records.map(|record| serde_json::from_value(record).unwrap()).collect();
        let sources = dataset.all_records().iter().filter(|record| record.kind() == Kind::Source);
        prop_assert_eq!(back, sources.cloned().collect::<Vec<_>>());
    }
}
