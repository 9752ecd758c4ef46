//! The files read back equal, and their columns have the types that they should.

use std::{fs::File, path::Path};

use arrow_schema::{DataType, Schema};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use proptest::prelude::*;
use standpoint_export::{Format, Records, export};
use standpoint_model::{Dataset, Kind, Record, generate};
use tempfile::TempDir;

use crate::{
    canonical,
    sample::{self, dataset_of},
};

fn format() -> &'static Format {
    Format::by_name("parquet").unwrap()
}

/// The folder in which the export is, as `columns`.
fn written(dataset: &Dataset) -> TempDir {
    let parent = tempfile::tempdir().unwrap();
    let losses = export(format(), Records::of(dataset), &parent.path().join("columns")).unwrap();
    assert!(losses.is_empty());
    parent
}

fn read(parent: &Path) -> Result<Dataset, String> {
    format().read(&parent.join("columns")).map_err(|error| error.to_string())
}

fn schema(parent: &Path, kind: &str) -> Schema {
    let file = File::open(parent.join(format!("columns/{kind}.parquet"))).unwrap();
    ParquetRecordBatchReaderBuilder::try_new(file).unwrap().schema().as_ref().clone()
}

#[test]
fn each_kind_has_a_file_with_all_columns_with_rows_or_without() {
    let (empty, full) = (written(&Dataset::default()), written(&sample::dataset()));
    for kind in Kind::ALL {
        assert_eq!(schema(empty.path(), kind.as_str()), schema(full.path(), kind.as_str()));
    }
}

#[test]
fn columns_have_the_types_of_the_fields() {
    let parent = written(&sample::dataset());
    let event = schema(parent.path(), "event");
    let data_type = |name: &str| event.field_with_name(name).unwrap().data_type();
    assert_eq!(data_type("when"), &DataType::Utf8);
    assert_eq!(data_type("when_earliest"), &DataType::Date32);
    assert_eq!(data_type("when_latest"), &DataType::Date32);
    assert_eq!(data_type("when_date_prec"), &DataType::Int32);
    assert!(matches!(data_type("type"), DataType::Dictionary(_, words) if **words == DataType::Utf8));
    let DataType::Struct(basis) = data_type("basis") else { panic!("the basis is a struct") };
    let DataType::List(evidence) = basis.find("evidence").unwrap().1.data_type() else { panic!("evidence is a list") };
    assert!(matches!(evidence.data_type(), DataType::Struct(_)));
    assert!(!event.field_with_name("id").unwrap().is_nullable());
    assert!(event.field_with_name("id").unwrap().metadata().contains_key("description"));
}

#[test]
fn one_dataset_gives_the_same_files() {
    let files = || canonical::files(format(), &sample::dataset());
    assert!(files() == files());
}

#[test]
fn a_file_that_is_something_else_is_named() {
    let parent = written(&sample::dataset());
    std::fs::write(parent.path().join("columns/actor.parquet"), "actors").unwrap();
    let error = read(parent.path()).unwrap_err();
    assert!(error.contains("actor.parquet"), "{error}");
}

#[test]
fn a_kind_may_be_missing_but_no_file_among_those_of_a_kind() {
    let dataset = sample::dataset();
    let parent = written(&dataset);
    let [events, third] = ["event", "event-3"].map(|name| parent.path().join(format!("columns/{name}.parquet")));
    std::fs::rename(&events, &third).unwrap();
    let error = read(parent.path()).unwrap_err();
    assert!(error.contains("event.parquet"), "{error}");
    std::fs::remove_file(&third).unwrap();
    let others = dataset.all_records().iter().filter(|record| record.kind() != Kind::Event).count();
    assert_eq!(read(parent.path()).unwrap().all_records().len(), others);
}

#[test]
fn a_file_of_no_kind_is_named() {
    let parent = written(&sample::dataset());
    let columns = parent.path().join("columns");
    std::fs::rename(columns.join("actor.parquet"), columns.join("actors.parquet")).unwrap();
    let error = read(parent.path()).unwrap_err();
    assert!(error.contains("actors.parquet"), "{error}");
}

/// Bytes of which the library asserts something that may not be so, and by which it divides: no byte may make it panic.
#[test]
fn a_file_with_one_changed_byte_is_read_or_refused_by_its_name() {
    let parent = written(&sample::dataset());
    let file = parent.path().join("columns/source.parquet");
    let bytes = std::fs::read(&file).unwrap();
    let (mut refused, mut random) = (0, 1_u64);
    // The first of them is the encoding of the first page's values, without which their number is divided by nothing.
    let spread = (0..400).map(|_| {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let at = usize::try_from(random >> 33).unwrap() % bytes.len();
        (at, [0, 1, 95, 127, 128, 255][usize::try_from(random >> 20).unwrap() % 6])
    });
    for (at, byte) in (0..40).map(|at| (at, 0)).chain(spread) {
        let mut changed = bytes.clone();
        changed[at] = byte;
        std::fs::write(&file, changed).unwrap();
        if let Err(error) = read(parent.path()) {
            // A value that a record cannot have, or an id that another has, is told of the record.
            let names = ["source.parquet", "the record `", "two records have the id `"];
            assert!(names.iter().any(|name| error.contains(name)), "{error}");
            refused += 1;
        }
    }
    assert!(refused > 40, "{refused}");
}

#[test]
fn many_rows_are_all_there_in_their_order() {
    let records = (0..5000).map(|number| {
        let record = serde_json::json!({
            "kind": "source", "id": format!("source/page-{number:04}"), "title": "A page", "type": "web-page",
        });
        serde_json::from_value::<Record>(record).unwrap()
    });
    let dataset = dataset_of(records);
    assert_eq!(read(written(&dataset).path()).unwrap(), dataset);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_dataset_reads_back_equal(records in generate::dataset()) {
        let dataset = dataset_of(records);
        prop_assert_eq!(read(written(&dataset).path()).unwrap(), dataset);
    }
}
