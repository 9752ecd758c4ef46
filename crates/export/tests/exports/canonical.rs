//! The canonical dataset in every format, as files that other tools open.

use std::{fs, path::Path};

use serde::Deserialize;
use standpoint_export::FORMATS;
use standpoint_model::{Dataset, Record};
use walkdir::WalkDir;

use crate::{
    markdown::assert_shows_every_text,
    sample::{dataset_of, export},
};

#[derive(Deserialize)]
#[serde(untagged)]
enum File {
    Records(Vec<Record>),
    Record(Box<Record>),
}

fn dataset() -> Dataset {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/iskp");
    let mut records = Vec::new();
    for entry in WalkDir::new(folder) {
        let entry = entry.unwrap();
        if entry.path().extension().is_some_and(|extension| extension == "json") {
            let text = fs::read_to_string(entry.path()).unwrap();
            match serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", entry.path().display())) {
                File::Records(several) => records.extend(several),
                File::Record(one) => records.push(*one),
            }
        }
    }
    dataset_of(records)
}

#[test]
fn the_canonical_dataset_in_every_format() {
    let dataset = dataset();
    assert!(dataset.manifest().is_some());
    for format in FORMATS {
        // One extension may serve two formats.
        let name = format!("iskp_{}.{}", format.name, format.extension);
        insta::assert_binary_snapshot!(&name, export(format.name, &dataset).into_bytes());
    }
}

#[test]
fn every_text_is_on_the_page_and_each_statement_in_its_place() {
    let dataset = dataset();
    let page = export("markdown", &dataset);
    assert_shows_every_text(&dataset, &page);
    assert!(!page.contains("\n## Other statements\n"));
}
