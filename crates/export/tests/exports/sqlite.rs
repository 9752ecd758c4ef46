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
fn views_tell_whose_word_a_posture_is_who_holds_a_provision_and_what_is_in_tension_from_both_sides() {
    let folder = tempfile::tempdir().unwrap();
    let database = written(&sample::dataset(), folder.path());
    let posture = "SELECT type || ' ' || own FROM posture WHERE actor_id = 'actor/front' ORDER BY relationship";
    assert_eq!(texts(&database, posture), ["adversary 0", "rival 1"]);
    let provision = "SELECT actor FROM positions WHERE position = 'position/article' ORDER BY actor_id";
    assert_eq!(texts(&database, provision), ["Northern Front", "Government"]);
    let tension = "SELECT other || ' ' || how FROM tensions WHERE record = 'statement/quiet'";
    assert_eq!(texts(&database, tension), ["event/bridge-attack contradicts"]);
    let found = "SELECT record FROM search WHERE search MATCH 'assembly' ORDER BY record";
    assert_eq!(texts(&database, found), ["position/assembly", "position/no-assembly"]);
}

#[test]
fn views_tell_of_records_of_all_kinds_who_says_so_and_what_they_rest_on() {
    let dataset = canonical::dataset();
    let folder = tempfile::tempdir().unwrap();
    let database = written(&dataset, folder.path());
    let (mut said, mut cited, mut contested) = (Vec::new(), 0, 0);
    for (record, basis) in dataset.records().filter_map(|record| Some((record.id(), record.basis()?))) {
        said.extend(basis.standpoints.iter().map(|point| format!("{record} {} {}", point.holder, point.stance)));
        cited += basis.evidence.len();
        contested += usize::from(basis.standpoints.iter().any(|standpoint| !standpoint.stance.is_for()));
    }
    said.sort();
    let query = "SELECT record || ' ' || holder_id || ' ' || stance AS said FROM standpoints ORDER BY said";
    assert_eq!(texts(&database, query), said);
    let count =
        |view: &str| texts(&database, &format!("SELECT CAST(count(*) AS TEXT) FROM {view}"))[0].parse::<usize>();
    assert_eq!(count("evidence"), Ok(cited));
    assert_eq!(count("contested"), Ok(contested));
    assert!(contested > 0);
    assert_eq!(texts(&database, "SELECT record FROM standpoints WHERE holder IS NULL"), [""; 0]);
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
