//! The canonical datasets, as files that other tools open: the profile in every format, the negotiation in those of text.

use std::{fs, path::Path};

use serde::Deserialize;
use standpoint_export::{FORMATS, Format, Records, Write, export};
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

/// The pages of the site of a profile that stand for the rest.
const PAGES: &[&str] = &["index.html", "map.html", "actor/iskp.html", "events.html"];

/// The pages of the site of a negotiation that stand for the rest: an agreement, a question, a provision with its conditions.
const PAGES_OF_TALKS: &[&str] =
    &["event/agreement-2020.html", "issue/intra-afghan-negotiations.html", "position/agreement-2020-part-3.html"];

/// The profile in `format`: its files, by the name and the extension of their snapshots.
pub(crate) fn files(format: &Format, dataset: &Dataset) -> Vec<(String, Vec<u8>)> {
    files_of("iskp", format, dataset, PAGES)
}

/// The negotiation in `format`, if that is a text in one file, or the pages of its site that stand for the rest.
pub(crate) fn files_of_talks(format: &Format, dataset: &Dataset) -> Vec<(String, Vec<u8>)> {
    let is_text = matches!(format.write, Write::Stream(_));
    let mut files =
        if is_text || format.name == "html" { files_of("doha", format, dataset, PAGES_OF_TALKS) } else { vec![] };
    // What is the same for each site is among the files of the profile.
    files.retain(|(name, _)| is_text || Path::new(name).extension().is_some_and(|extension| extension == "html"));
    files
}

fn files_of(of: &str, format: &Format, dataset: &Dataset, pages: &[&str]) -> Vec<(String, Vec<u8>)> {
    let parent = tempfile::tempdir().unwrap();
    let out = parent.path().join("out");
    export(format, Records::of(dataset), &out).unwrap();
    if out.is_file() {
        // One extension may serve two formats.
        return vec![(format!("{of}_{}.{}", format.name, format.extension), fs::read(&out).unwrap())];
    }
    let mut files = Vec::new();
    for entry in WalkDir::new(&out).sort_by_file_name().into_iter().map(Result::unwrap) {
        if entry.file_type().is_file() {
            let bytes = fs::read(entry.path()).unwrap();
            // Of a table without rows nothing but its header is there, and the description of the tables has that.
            let is_header = entry.path().extension().is_some_and(|extension| extension == "csv")
                && bytes.split(|&byte| byte == b'\n').count() <= 2;
            let path = entry.path().strip_prefix(&out).unwrap().to_str().unwrap().replace('\\', "/");
            // The drawing of the map is a format of its own.
            let is_other_page = format.name == "html"
                && (path == "map.svg" || path.contains(".html") && !pages.contains(&path.as_str()));
            if !is_header && !is_other_page {
                files.push((format!("{of}_{}_{}", format.name, path.replace('/', "_")), bytes));
            }
        }
    }
    files
}

#[test]
fn the_canonical_datasets_in_their_formats() {
    let (profile, talks) = (dataset(), fixture("doha"));
    assert!(profile.manifest().is_some() && talks.manifest().is_some());
    for format in FORMATS {
        for (name, bytes) in files(format, &profile).into_iter().chain(files_of_talks(format, &talks)) {
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
