//! Tables are read back equal, and what is no table is refused.

use std::{fs, path::Path};

use proptest::prelude::*;
use serde_json::Value;
use standpoint_export::{Format, Records, export};
use standpoint_import::Tables;
use standpoint_model::{Dataset, Record, generate};
use standpoint_report::{Levels, Renderer, Style};

use crate::{
    canonical,
    sample::{self, dataset_of},
};

fn format() -> &'static Format {
    Format::by_name("csv").unwrap()
}

fn written(dataset: &Dataset) -> tempfile::TempDir {
    let parent = tempfile::tempdir().unwrap();
    let losses = export(format(), Records::of(dataset), &parent.path().join("tables")).unwrap();
    assert!(losses.is_empty());
    parent
}

/// The records of the tables, whatever a validation says of them.
fn read(parent: &Path) -> Result<Dataset, String> {
    let tables = Tables::csv(&parent.join("tables")).map_err(|error| error.to_string())?;
    sample::records_of(tables)
}

/// What is wrong with the tables, a line each.
fn wrong(parent: &Path) -> String {
    let tables = Tables::csv(&parent.join("tables")).unwrap();
    let imported = tables.import(&Levels::default(), &[]).unwrap();
    let mut told = Vec::new();
    Renderer::by_name("concise").unwrap().write(imported.report(), Style::default(), &mut told).unwrap();
    String::from_utf8(told).unwrap()
}

/// The rows of a table, the header too, as a reader has them.
fn rows(parent: &Path, table: &str) -> Vec<Vec<String>> {
    let path = parent.join(format!("tables/{table}.csv"));
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_path(path).unwrap();
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn the_canonical_dataset_and_the_sample_read_back_equal() {
    for dataset in [canonical::dataset(), canonical::fixture("doha"), sample::dataset()] {
        assert_eq!(read(written(&dataset).path()).unwrap(), dataset);
    }
    assert!(read(written(&Dataset::default()).path()).unwrap_err().contains("there are no records in it"));
}

#[test]
fn hostile_texts_read_back_equal_and_begin_no_formula() {
    let mut texts = [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "'=1",
        "''",
        "a\"b",
        "a,b",
        "a\nb",
        "\u{feff}a",
        " a ",
        "NULL",
        "\u{ffff}",
    ]
    .into_iter()
    .cycle();
    let dataset = sample::with_texts(|_| texts.next().unwrap().to_owned());
    let parent = written(&dataset);
    assert_eq!(read(parent.path()).unwrap(), dataset);
    for row in rows(parent.path(), "actor") {
        assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])), "{row:?}");
    }
}

#[test]
fn dates_stand_beside_their_bounds_and_lists_in_their_order() {
    let event: Record = serde_json::from_value(serde_json::json!({
        "kind": "event", "id": "event/one", "type": "attack", "title": "One", "when": "2015-37",
        "places": [{ "place": "place/b", "role": "site" }, { "place": "place/a", "role": "origin" }],
        "basis": { "modality": "stated", "evidence": [{ "source": "source/page" }] },
    }))
    .unwrap();
    let parent = written(&dataset_of([event]));
    let [header, row] = rows(parent.path(), "event").try_into().unwrap();
    let cell = |name: &str| row[header.iter().position(|column| column == name).unwrap()].as_str();
    assert_eq!(
        ["when", "when_earliest", "when_latest", "when_date_prec"].map(cell),
        ["2015-37", "2015-01-01", "2015-04-30", "5"]
    );
    let places = [
        ["event_id", "item", "place", "role"],
        ["event/one", "1", "place/b", "site"],
        ["event/one", "2", "place/a", "origin"],
    ];
    assert_eq!(rows(parent.path(), "event_places"), places);
}

#[test]
fn dates_before_the_common_era_are_no_formulas_and_read_back_equal() {
    let event = |id: &str, when: &str| -> Record {
        serde_json::from_value(serde_json::json!({
            "kind": "event", "id": id, "type": "attack", "title": "One", "when": when,
            "basis": { "modality": "stated", "evidence": [{ "source": "source/page" }] },
        }))
        .unwrap()
    };
    let dates = ["-0043-03-15", "-0043~", "-0043/0014"];
    let dataset = dataset_of((1..).zip(dates).map(|(nth, when)| event(&format!("event/{nth}"), when)));
    let parent = written(&dataset);
    let column = rows(parent.path(), "event")[0].iter().position(|column| column == "when").unwrap();
    let cells: Vec<String> = rows(parent.path(), "event")[1..].iter().map(|row| row[column].clone()).collect();
    assert_eq!(cells, dates);
    assert_eq!(read(parent.path()).unwrap(), dataset);
}

#[test]
fn what_follows_from_a_date_is_not_read_back() {
    let dataset = sample::dataset();
    let parent = written(&dataset);
    let path = parent.path().join("tables/event.csv");
    let table = fs::read_to_string(&path).unwrap();
    assert!(table.contains(",2022-04-18,"));
    fs::write(&path, table.replace(",2022-04-18,", ",1999-01-01,")).unwrap();
    assert_eq!(read(parent.path()).unwrap(), dataset);
}

#[test]
fn what_is_no_table_is_told_by_file_and_line() {
    let cases = [
        ("actor.csv", "id,colour\na,b\n", "actor.csv:1:4: error[unknown-column]"),
        ("actor.csv", "id,type\na,other\n", "actor.csv:2:1: error[missing-field]"),
        ("actor_codes.csv", "actor_id,item,scheme,value\nactor/a,x,a,b\n", "actor_codes.csv:2:1: error[misplaced-row]"),
        ("place_overlaps.csv", "place_id,item,value\np,1,AFG\n", "place_overlaps.csv:2:1: error[misplaced-row]"),
        ("dataset.csv", "id,title\n\"x", "dataset.csv:2:1: error[unreadable-cell]"),
    ];
    for (file, text, message) in cases {
        let parent = written(&Dataset::default());
        fs::write(parent.path().join("tables").join(file), text).unwrap();
        let found = wrong(parent.path());
        assert!(found.contains(message), "{message}: {found}");
    }
}

#[test]
fn the_package_describes_each_table() {
    let parent = written(&sample::dataset());
    let package = fs::read_to_string(parent.path().join("tables/datapackage.json")).unwrap();
    let package: Value = serde_json::from_str(&package).unwrap();
    let resources = package["resources"].as_array().unwrap();
    assert_eq!(resources.len() + 1, fs::read_dir(parent.path().join("tables")).unwrap().count());
    for resource in resources {
        let header = &rows(parent.path(), resource["name"].as_str().unwrap())[0];
        let fields = resource["schema"]["fields"].as_array().unwrap();
        assert!(fields.iter().map(|field| &field["name"]).eq(header), "{header:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_dataset_reads_back_equal(records in generate::dataset()) {
        let dataset = dataset_of(records);
        prop_assert_eq!(read(written(&dataset).path()).unwrap(), dataset);
    }
}
