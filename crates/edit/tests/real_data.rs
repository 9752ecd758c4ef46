//! Public data as records of format 0.1 comes forward, where it is at hand: nothing is lost, and the only errors are those
//! that it had.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "a test may fail by panicking, and says if it has no data"
)]

mod backward;
mod datasets;

use std::{collections::BTreeMap, path::Path};

use serde_json::Value;
use standpoint_edit::Migrate;
use standpoint_validate::{Level, Validation};

/// Brings a dataset forward, and compares the errors that are left with those that it had in format 0.1.
fn comes_forward(name: &str, errors: &[(&str, usize)]) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/records-0.1");
    let file = folder.join(name).with_extension("ndjson.zst");
    if !file.is_file() {
        eprintln!("skipped: there is no `{}`", file.display());
        return;
    }
    let migrate = Migrate::new().allow_invalid(!errors.is_empty());
    let migration = datasets::ready(migrate.run([&file]).unwrap());
    let elsewhere = tempfile::tempdir().unwrap();
    let new = elsewhere.path().join("new");
    migration.write_to(&new, &[&file]).unwrap();
    let report = Validation::new().max_findings_per_code(usize::MAX).run([&new]).unwrap();
    let mut found: BTreeMap<&str, usize> = BTreeMap::new();
    for diagnostic in report.diagnostics().iter().filter(|diagnostic| diagnostic.level == Level::Error) {
        *found.entry(diagnostic.code.name).or_default() += 1;
    }
    assert_eq!(found, errors.iter().copied().collect());
    let text = |bytes: &[u8]| String::from_utf8(zstd::decode_all(bytes).unwrap()).unwrap();
    let old = datasets::records(&text(&std::fs::read(&file).unwrap()));
    let new = datasets::records(&text(migration.files()[0].content()));
    let said = backward::old_records(&new);
    let expected: BTreeMap<String, Value> =
        old.iter().map(|record| (record["id"].as_str().unwrap().to_owned(), backward::plain(record))).collect();
    assert_eq!(said.len(), expected.len());
    for (id, record) in said {
        assert_eq!(record, expected[&id]);
    }
}

#[test]
fn coded_events() {
    comes_forward("icews-sample", &[]);
    comes_forward("plover-gsr", &[]);
}

#[test]
fn a_list_of_actors() {
    comes_forward("ucdp-actor-221", &[("dangling-reference", 171)]);
}

#[test]
#[ignore = "takes minutes unless it is optimised"]
fn seventy_thousand_records() {
    comes_forward("ucdp-ged-syria", &[("estimate-order", 101), ("stale-manifest", 1)]);
}
