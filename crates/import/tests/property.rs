//! A table gives the same records however its columns stand and whatever a spreadsheet does to its cells.

#![allow(clippy::unwrap_used, reason = "a test may fail by panicking")]

use proptest::prelude::*;
use serde_json::Value;
use standpoint_import::Tables;
use standpoint_report::Levels;

const COLUMNS: [(&str, &str); 8] = [
    ("id", "front"),
    ("type", "armed-group"),
    ("name", "Northern Front; the \"Second\""),
    ("country", "AFG"),
    ("aliases", "abbreviation=NF; alternative=The Front"),
    ("modality", "stated"),
    ("source", "source/report"),
    ("page", "12"),
];

fn record(name: &str, text: &str) -> Value {
    let imported = Tables::csv_bytes(name, text.as_bytes()).unwrap().import(&Levels::default(), &[]).unwrap();
    serde_json::to_value(imported.rows()[0].record.as_ref().unwrap()).unwrap()
}

fn table(columns: &[(String, String)], separator: &str, line_end: &str) -> String {
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let row = |cell: fn(&(String, String)) -> &String| {
        columns.iter().map(|column| quoted(cell(column))).collect::<Vec<_>>().join(separator)
    };
    format!("{}{line_end}{}{line_end}", row(|column| &column.0), row(|column| &column.1))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_records_are_the_same(
        order in Just((0..COLUMNS.len()).collect::<Vec<_>>()).prop_shuffle(),
        separator in prop::sample::select(vec![",", ";", "\t", "|"]),
        line_end in prop::sample::select(vec!["\n", "\r\n"]),
        blanks in prop::collection::vec(prop::sample::select(vec!["seat", "description", "Note", "words"]), 0..3),
        capitals in any::<bool>(),
        padding in prop::sample::select(vec!["", " ", "\u{a0}", "  "]),
        name in prop::sample::select(vec!["actor.csv", "Actors.csv", "Book - actors.csv"]),
    ) {
        let plain: Vec<(String, String)> = COLUMNS.map(|(name, cell)| (name.into(), cell.into())).into();
        let expected = record("actor.csv", &table(&plain, ",", "\n"));
        let mut columns: Vec<(String, String)> = order.iter().map(|index| plain[*index].clone()).collect();
        for (name, cell) in &mut columns {
            *name = format!("{}{padding}", if capitals { name.to_uppercase() } else { name.clone() });
            *cell = format!("{padding}{cell}{padding}");
        }
        let mut blanks = blanks;
        blanks.sort_unstable();
        blanks.dedup();
        columns.extend(blanks.into_iter().map(|name| (name.to_owned(), padding.to_owned())));
        prop_assert_eq!(record(name, &table(&columns, separator, line_end)), expected);
    }
}
