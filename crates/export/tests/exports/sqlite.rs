//! A database holds every row, its keys hold, and it can be searched.

use std::path::Path;

use proptest::prelude::*;
use rusqlite::Connection;
use standpoint_export::{Format, Records, export};
use standpoint_model::{Dataset, generate};

use crate::{
    canonical,
    sample::{self, dataset_of},
};

fn written(dataset: &Dataset, folder: &Path) -> Connection {
    let path = folder.join("out.db");
    let losses = export(Format::by_name("sqlite").unwrap(), Records::of(dataset), &path).unwrap();
    assert!(losses.is_empty());
    Connection::open(path).unwrap()
}

fn texts(database: &Connection, query: &str) -> Vec<String> {
    let mut statement = database.prepare(query).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

#[test]
fn the_keys_of_the_canonical_dataset_hold() {
    let folder = tempfile::tempdir().unwrap();
    let database = written(&canonical::dataset(), folder.path());
    assert_eq!(texts(&database, "PRAGMA integrity_check"), ["ok"]);
    assert_eq!(texts(&database, "SELECT \"table\" FROM pragma_foreign_key_check"), [""; 0]);
    let found = texts(&database, "SELECT record FROM search WHERE search MATCH 'taliban' AND field = 'name'");
    assert!(found.contains(&"actor/taliban".to_owned()), "{found:?}");
    assert!(!texts(&database, "SELECT other FROM adversaries").is_empty());
    assert!(!texts(&database, "SELECT title FROM interests ORDER BY rank").is_empty());
}

#[test]
fn one_dataset_gives_one_file() {
    let file = || canonical::files(Format::by_name("sqlite").unwrap(), &sample::dataset());
    assert!(file() == file());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_dataset_is_there_whole(records in generate::dataset()) {
        let dataset = dataset_of(records);
        let folder = tempfile::tempdir().unwrap();
        let database = written(&dataset, folder.path());
        let ids: Vec<String> = dataset.all_records().iter().map(|record| record.id().to_string()).collect();
        let mut found = texts(&database, "SELECT id FROM record ORDER BY rowid");
        prop_assert_eq!(&found, &ids);
        found = texts(&database, "PRAGMA integrity_check");
        prop_assert_eq!(found, ["ok"]);
    }
}
