//! The canonical dataset in every format, as files that other tools open.

use std::{fs, path::Path};

use serde::Deserialize;
use standpoint_export::{FORMATS, Format, Records, export};
use standpoint_model::{Dataset, Record};
use walkdir::WalkDir;

use crate::{
    markdown::assert_shows_every_text,
    sample::{self, dataset_of},
};

#[derive(Deserialize)]
#[serde(untagged)]
enum File {
    Records(Vec<Record>),
    Record(Box<Record>),
}

pub(crate) fn dataset() -> Dataset {
    fixture("iskp")
}

/// The dataset in a folder of `fixtures`.
pub(crate) fn fixture(name: &str) -> Dataset {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures").join(name);
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

/// Of the pages of a site, those that stand for the rest.
const PAGES: [&str; 4] = ["index.html", "map.html", "actor/iskp.html", "events.html"];

/// The canonical dataset in `format`: its files, by the name and the extension of their snapshots.
pub(crate) fn files(format: &Format, dataset: &Dataset) -> Vec<(String, Vec<u8>)> {
    let parent = tempfile::tempdir().unwrap();
    let out = parent.path().join("out");
    export(format, Records::of(dataset), &out).unwrap();
    if out.is_file() {
        // One extension may serve two formats.
        return vec![(format!("iskp_{}.{}", format.name, format.extension), fs::read(&out).unwrap())];
    }
    let mut files = Vec::new();
    for entry in WalkDir::new(&out).sort_by_file_name().into_iter().map(Result::unwrap) {
        if entry.file_type().is_file() {
            let bytes = fs::read(entry.path()).unwrap();
            // Of a table without rows nothing but its header is there, and the description of the tables has that.
            let is_header = entry.path().extension().is_some_and(|extension| extension == "csv")
                && bytes.split(|&byte| byte == b'\n').count() <= 2;
            let path = entry.path().strip_prefix(&out).unwrap().to_str().unwrap();
            // The drawing of the map is a format of its own.
            let is_other_page =
                format.name == "html" && (path == "map.svg" || path.contains(".html") && !PAGES.contains(&path));
            if !is_header && !is_other_page {
                files.push((format!("iskp_{}_{}", format.name, path.replace('/', "_")), bytes));
            }
        }
    }
    files
}

#[test]
fn the_canonical_dataset_in_every_format() {
    let dataset = dataset();
    assert!(dataset.manifest().is_some());
    for format in FORMATS {
        for (name, bytes) in files(format, &dataset) {
            insta::assert_binary_snapshot!(&name, bytes);
        }
    }
}

#[test]
fn every_text_is_on_the_page_and_each_statement_in_its_place() {
    let dataset = dataset();
    let page = sample::export("markdown", &dataset);
    assert_shows_every_text(&dataset, &page);
    assert!(!page.contains("\n## Other statements\n"));
}
