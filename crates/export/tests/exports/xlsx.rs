//! A workbook holds the rows of the tables, as another library reads it.

use std::{collections::BTreeMap, fs, path::Path};

use calamine::{Data, Reader, Xlsx, open_workbook};
use proptest::prelude::*;
use standpoint_export::{Format, Losses, Records, export};
use standpoint_import::Tables;
use standpoint_model::{Dataset, Record, generate};

use crate::{
    canonical,
    sample::{self, dataset_of},
};

fn written(dataset: &Dataset, folder: &Path) -> Losses {
    export(Format::by_name("xlsx").unwrap(), Records::of(dataset), &folder.join("out.xlsx")).unwrap()
}

/// The rows of each sheet, the header too.
fn sheets(folder: &Path) -> BTreeMap<String, Vec<Vec<String>>> {
    let mut workbook: Xlsx<_> = open_workbook(folder.join("out.xlsx")).unwrap();
    let text = |cell: &Data| match cell {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        Data::Float(number) => number.to_string(),
        Data::Bool(truth) => truth.to_string(),
        other => panic!("{other:?}"),
    };
    let rows = |range: calamine::Range<Data>| range.rows().map(|row| row.iter().map(text).collect()).collect();
    workbook.worksheets().into_iter().map(|(name, range)| (name, rows(range))).collect()
}

/// The rows of each table as `csv` has them.
fn tables(dataset: &Dataset, folder: &Path) -> BTreeMap<String, Vec<Vec<String>>> {
    export(Format::by_name("csv").unwrap(), Records::of(dataset), &folder.join("tables")).unwrap();
    let mut tables = BTreeMap::new();
    for entry in fs::read_dir(folder.join("tables")).unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        let Some(table) = name.strip_suffix(".csv") else { continue };
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_path(entry.path()).unwrap();
        let is_marked = |cell: &str| cell.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r']);
        let unmarked = |cell: &str| cell.strip_prefix('\'').filter(|cell| is_marked(cell)).unwrap_or(cell).to_owned();
        let rows: Vec<Vec<String>> = reader.records().map(|row| row.unwrap().iter().map(unmarked).collect()).collect();
        if rows.len() > 1 {
            tables.insert(table.to_owned(), rows);
        }
    }
    tables
}

/// Whether two cells are the same, numbers by their value: 24.0 is 24.
fn is_same(one: &str, other: &str) -> bool {
    let number = |text: &str| text.parse::<f64>().ok();
    one == other || number(one).is_some_and(|one| Some(one) == number(other))
}

fn assert_same_rows(dataset: &Dataset) {
    let folder = tempfile::tempdir().unwrap();
    assert!(written(dataset, folder.path()).is_empty());
    match Tables::workbook(&folder.path().join("out.xlsx")) {
        Ok(tables) => assert!(sample::records_of(tables).unwrap() == *dataset, "it does not read back"),
        Err(error) => assert!(dataset.all_records().is_empty(), "{error}"),
    }
    let (mut sheets, tables) = (sheets(folder.path()), tables(dataset, folder.path()));
    for (table, rows) in &tables {
        let abbreviated = |table: &str| {
            let (path, last) = table.rsplit_once('_')?;
            Some(format!("{}_…_{last}", path.rsplit_once('_')?.0))
        };
        let name = if table.len() > 31 { &abbreviated(table).unwrap() } else { table };
        let sheet = sheets.remove(name).unwrap_or_else(|| panic!("no sheet {name}"));
        // A column of which no row has a value is not there.
        for (row, of_sheet) in rows.iter().zip(&sheet) {
            for (cell, of_sheet) in row.iter().zip(of_sheet) {
                assert!(is_same(cell, of_sheet), "{table}: {cell:?} is {of_sheet:?}");
            }
            assert!(row[of_sheet.len()..].iter().all(String::is_empty), "{table}");
        }
        assert_eq!(rows.len(), sheet.len(), "{table}");
    }
    assert!(tables.is_empty() || sheets.is_empty(), "{sheets:?}");
}

#[test]
fn the_canonical_dataset_and_the_sample_are_there_whole() {
    for dataset in [canonical::dataset(), sample::dataset(), Dataset::default()] {
        assert_same_rows(&dataset);
    }
}

#[test]
fn one_dataset_gives_one_file() {
    let file = || canonical::files(Format::by_name("xlsx").unwrap(), &sample::dataset());
    assert!(file() == file());
}

#[test]
fn hostile_texts_are_there_as_they_are_and_what_is_too_long_is_cut_and_counted() {
    let texts = [
        "<r><t>bold</t></r>",
        "<r>_x0041_</r>",
        "<r>_x005F_x0041_x0042_</r>",
        "=1+1",
        "_x0041_",
        "_x005F_x0041_",
        "2019-02-30",
        "1e5",
        "TRUE",
        " padded ",
        "a\nb\tc",
        "]]>",
        "&amp;",
        "\u{fffe}",
        "\u{85}",
        "\u{1f54a}",
        "\u{202e}x",
    ];
    let long = "\u{1f54a}".repeat(20_000);
    let source = |place: usize, title: &str| {
        let id = format!("source/s{place}");
        serde_json::from_value::<Record>(
            serde_json::json!({ "kind": "source", "id": id, "title": title, "type": "report" }),
        )
    };
    let markup = format!("<r>{}</r>", "&_x0041_".repeat(4000));
    let records = texts.into_iter().chain([long.as_str(), markup.as_str()]).enumerate();
    let dataset = dataset_of(records.map(|(place, title)| source(10 + place, title).unwrap()));
    let folder = tempfile::tempdir().unwrap();
    let losses = written(&dataset, folder.path());
    assert_eq!(losses.iter().map(|(field, lost)| (field, lost.count)).collect::<Vec<_>>(), [("source.title", 2)]);
    let sheet = &sheets(folder.path())["source"];
    let title = sheet[0].iter().position(|name| name == "title").unwrap();
    let found: Vec<&str> = sheet[1..].iter().map(|row| row[title].as_str()).collect();
    assert_eq!(found[..texts.len()], texts);
    assert_eq!(found[texts.len()], "\u{1f54a}".repeat(16_383), "as many whole characters as fit");
    assert_eq!(found[texts.len() + 1], &markup[..markup.len() - 1]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_dataset_is_there_whole(records in generate::dataset()) {
        assert_same_rows(&dataset_of(records));
    }
}
