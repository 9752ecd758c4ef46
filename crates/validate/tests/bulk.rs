//! Of a large dataset only what may be wrong is kept. What is found is the same as if everything were.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

use std::{
    fs,
    path::{Path, PathBuf},
};

use proptest::{prelude::*, test_runner::Config};
use serde_json::Value;
use standpoint_model::{Record, generate};
use standpoint_validate::{Renderer, Report, Style, Validation};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// The report as it is when everything is kept, and when only what is suspect is, on one thread and on three.
fn reports(path: &Path) -> [Report; 3] {
    let bulk = |threads| Validation::new().kept_below(0).threads(threads).run(&[path]).unwrap();
    [Validation::new().kept_below(u64::MAX).run(&[path]).unwrap(), bulk(1), bulk(3)]
}

/// All that is found. How much of the text around it is shown may differ.
fn rendered(report: &Report) -> String {
    (Renderer::by_name("json").unwrap().render)(report, Style::default())
}

fn assert_same(path: &Path) {
    let [kept, one, three] = reports(path);
    assert_alike(&rendered(&kept), &rendered(&one));
    assert_alike(&rendered(&one), &rendered(&three));
}

fn assert_alike(one: &str, other: &str) {
    let differ = one.lines().zip(other.lines()).position(|(one, other)| one != other);
    let about = |text: &str| {
        let from = differ.map_or(text.lines().count(), |line| line).saturating_sub(12);
        text.lines().skip(from).take(30).collect::<Vec<_>>().join("\n")
    };
    assert!(one == other, "one has\n{}\n\nthe other has\n{}", about(one), about(other));
}

#[test]
fn every_folder_of_the_fixtures_gives_the_same_report() {
    let invalid = fs::read_dir(root().join("fixtures/invalid")).unwrap().map(|entry| entry.unwrap().path());
    let invalid = invalid.filter(|path| path.is_dir());
    let others = ["fixtures/iskp", "fixtures/example"].map(|path| root().join(path));
    for folder in invalid.chain(others) {
        assert_same(&folder);
    }
}

/// Lines of records, some of them written otherwise than the model writes them.
fn lines(records: &[Value], odd: usize) -> String {
    let line = |(index, record): (usize, &Value)| match (index + odd) % 5 {
        0 => format!(" {record} \r\n\n"),
        1 => record.to_string().replace("\":", "\" : ").replace(",\"", " , \"") + "\n",
        _ => format!("{record}\n"),
    };
    records.iter().enumerate().map(line).collect()
}

/// A change to one record: to a field anywhere in it, another value that is or is not of its form.
fn changed(records: Vec<Record>) -> impl Strategy<Value = Vec<Value>> {
    let all: Vec<Value> = records.iter().map(|record| serde_json::to_value(record).unwrap()).collect();
    let some = records.len().min(3);
    let which = prop::collection::vec((0..some, any::<prop::sample::Index>(), any::<u8>()), 1..6);
    (Just(records), Just(all), which).prop_flat_map(move |(records, all, which)| {
        let mutated = generate::mutated(&records[which[0].0]);
        (Just(all), Just(which), mutated).prop_map(move |(mut all, which, mutated)| {
            for (record, other, how) in &which {
                let from = other.index(all.len());
                match how % 6 {
                    // A record twice, perhaps by another name.
                    0 => all.push(all[from].clone()),
                    1 => {
                        let mut copy = all[from].clone();
                        copy["id"] = format!("{}-again", copy["id"].as_str().unwrap()).into();
                        all.push(copy);
                    }
                    // A field from another record of the same kind.
                    2 | 3 => {
                        let (field, value) = {
                            let fields = all[from].as_object().unwrap();
                            let (field, value) = fields.iter().nth(usize::from(*how) % fields.len()).unwrap();
                            (field.clone(), value.clone())
                        };
                        if all[*record]["kind"] == all[from]["kind"] && field != "id" {
                            all[*record][field] = value;
                        }
                    }
                    // A record less.
                    4 if all.len() > some => _ = all.remove(from),
                    _ => all[*record]["status"] = "retracted".into(),
                }
            }
            let last = all.len() - 1;
            if which.len() > 3 {
                all[last] = mutated;
            }
            all
        })
    })
}

proptest! {
    #![proptest_config(Config { failure_persistence: None, max_shrink_iters: 200, ..Config::with_cases(100) })]

    #[test]
    fn changed_datasets_give_the_same_report(records in generate::dataset().prop_flat_map(changed), odd in 0_usize..5) {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.ndjson"), lines(&records, odd)).unwrap();
        assert_same(folder.path());
    }

    #[test]
    fn arrays_give_the_same_report(records in generate::dataset().prop_flat_map(changed)) {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.json"), format!("{:#}", Value::Array(records))).unwrap();
        assert_same(folder.path());
    }
}
