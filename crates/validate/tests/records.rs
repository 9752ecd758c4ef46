//! Records one at a time, and what can be read of what is not all valid.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

use std::{collections::BTreeSet, fs, io::Write, path::Path};

use proptest::prelude::*;
use standpoint_model::{Id, Record, RecordId, Source, generate};
use standpoint_validate::{Error, ReadablePart, Validation};
use tempfile::TempDir;

fn source(name: &str) -> String {
    format!(r#"{{"kind":"source","id":"source/{name}","title":"A page","type":"web-page"}}"#)
}

fn ids(folder: &Path) -> Vec<String> {
    let [alone, ahead] = [1, 2].map(|threads| {
        let records = Validation::new().threads(threads).records([folder]).unwrap();
        records.map(|record| record.unwrap().id().to_owned()).collect::<Vec<String>>()
    });
    assert_eq!(alone, ahead);
    alone
}

fn refusal(name: &str, bytes: &[u8]) -> (usize, String) {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join(name), bytes).unwrap();
    let [alone, ahead] = [1, 2].map(|threads| {
        let mut records = Validation::new().threads(threads).records([folder.path()]).unwrap();
        let refused = records.find_map(Result::err);
        assert!(records.next().is_none());
        match refused {
            Some(Error::Refused { line, cause, .. }) => (line, cause),
            other => panic!("{other:?}"),
        }
    });
    assert_eq!(alone, ahead);
    alone
}

#[test]
fn records_come_in_the_order_of_files_and_lines() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("b.ndjson"), format!("\u{FEFF}{}\r\n\n{}", source("b1"), source("b2"))).unwrap();
    fs::write(folder.path().join("a.json"), format!("\u{FEFF}[{}, {}]", source("a1"), source("a2"))).unwrap();
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(source("c").as_bytes()).unwrap();
    fs::write(folder.path().join("c.jsonl.gz"), gzip.finish().unwrap()).unwrap();
    assert_eq!(ids(folder.path()), ["source/a1", "source/a2", "source/b1", "source/b2", "source/c"]);
}

#[test]
fn many_batches_arrive_whole_and_a_stream_may_be_left() {
    let folder = TempDir::new().unwrap();
    let lines: String = (0..5000).map(|number| source(&format!("s{number}")) + "\n").collect();
    fs::write(folder.path().join("a.ndjson"), lines).unwrap();
    let all = ids(folder.path());
    assert_eq!((all.len(), all[4999].as_str()), (5000, "source/s4999"));
    assert_eq!(Validation::new().records(&[folder.path()]).unwrap().take(3).count(), 3);
}

#[test]
fn a_refused_record_is_named_by_its_line() {
    let lines = format!("{}\n\n{{\"kind\":\"source\"}}\n", source("a"));
    assert_eq!(refusal("a.ndjson", lines.as_bytes()), (3, "missing field `id`".into()));
    let array = format!("[\n{},\n{{\"kind\":\"source\"}}]", source("a"));
    assert_eq!(refusal("a.json", array.as_bytes()), (3, "missing field `id`".into()));
    assert_eq!(refusal("a.ndjson", b"\xFF\n").0, 1);
    assert_eq!(refusal("a.json", b"[1").0, 1);
}

#[test]
fn records_before_a_refused_one_arrive() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.ndjson"), format!("{}\nnothing\n{}\n", source("a"), source("b"))).unwrap();
    let all: Vec<_> = Validation::new().records(&[folder.path()]).unwrap().collect();
    assert_eq!(all.len(), 2, "nothing comes after an error");
    assert!(all[0].is_ok() && all[1].is_err());
}

fn actor(name: &str, source: &str) -> String {
    format!(
        r#"{{"kind":"actor","id":"actor/{name}","type":"network","name":"{name}","basis":{{"modality":"stated","evidence":[{{"source":"source/{source}","locator":"page 1"}}]}}}}"#
    )
}

/// What is left of some lines of records.
fn readable_part(lines: &[String]) -> ReadablePart {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.ndjson"), lines.join("\n")).unwrap();
    Validation::new().load([folder.path()]).unwrap().into_readable_part().unwrap()
}

#[test]
fn only_what_cannot_be_read_is_left_out() {
    let tie = |name: &str, object: &str| {
        format!(
            r#"{{"kind":"relationship","id":"relationship/{name}","subject":"actor/good","object":"actor/{object}","type":"rival","basis":{{"modality":"stated","evidence":[{{"source":"source/good","locator":"page 1"}}]}}}}"#
        )
    };
    let lines = [
        source("good"),
        source("bad").replace("web-page", "web page"),
        actor("good", "good"),
        actor("lost", "bad"),
        actor("missing", "nowhere"),
        tie("itself", "good"),
        "{".into(),
    ];
    let part = readable_part(&lines);
    let ids: Vec<&str> = part.dataset.all_records().iter().map(Record::id).collect();
    assert_eq!(ids, ["source/good", "actor/good", "actor/lost", "actor/missing", "relationship/itself"]);
    // The source that could not be read and the one that is nowhere.
    assert_eq!((part.left_out, part.renamed, part.dangling), (2, 0, 2));
}

#[test]
fn of_records_with_one_id_the_first_keeps_it() {
    let long = "a".repeat(RecordId::MAX_LENGTH - "source/".len());
    let lines = [
        source("a"),
        source("a-2"),
        actor("b", "a"),
        source("a").replace("A page", "Another page"),
        source("a"),
        source(&long),
        source(&long),
    ];
    let part = readable_part(&lines);
    let ids: Vec<&str> = part.dataset.all_records().iter().map(Record::id).collect();
    let (long, again) = (format!("source/{long}"), format!("source/{}-2", &long[..long.len() - 2]));
    assert_eq!(ids, ["source/a", "source/a-2", "source/a-3", "source/a-4", &again, &long, "actor/b"]);
    assert_eq!((part.left_out, part.renamed, part.dangling), (0, 3, 0));
    let title = |id: &str| part.dataset.get(&Id::<Source>::new(id).unwrap()).unwrap().title.as_str().to_owned();
    assert_eq!((title("source/a"), title("source/a-3")), ("A page".into(), "Another page".into()));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_stream_is_what_was_written(records in generate::dataset()) {
        let folder = TempDir::new().unwrap();
        let lines: String = records.iter().map(|record| serde_json::to_string(record).unwrap() + "\n").collect();
        fs::write(folder.path().join("a.ndjson"), lines).unwrap();
        let read: Vec<Record> = Validation::new().records(&[folder.path()]).unwrap().map(Result::unwrap).collect();
        prop_assert_eq!(read, records);
    }

    #[test]
    fn nothing_that_can_be_read_is_lost(records in generate::dataset(), without in any::<prop::sample::Index>(), again in any::<prop::sample::Index>()) {
        let mut lines: Vec<String> = records.iter().map(|record| serde_json::to_string(record).unwrap()).collect();
        lines.push(lines[again.index(records.len())].clone());
        lines.remove(without.index(records.len()));
        let part = readable_part(&lines);
        let written = part.dataset.all_records();
        prop_assert_eq!((written.len(), part.left_out), (lines.len(), 0));
        let named = written.iter().flat_map(Record::references).map(|reference| reference.id);
        let dangling: BTreeSet<&str> = named.filter(|id| part.dataset.resolve(id).is_none()).collect();
        prop_assert_eq!(dangling.len(), part.dangling);
    }
}
