//! All paths through the validator agree: the fast path, the types, the schemas, and the places of findings. `agree`, an
//! example, compares them for as long as one likes.

#![allow(clippy::disallowed_methods, reason = "a test makes its own input")]

mod texts;

use proptest::{prelude::*, sample::Index, test_runner::Config};
use serde_json::Value;
use standpoint_model::generate;
use standpoint_validate::fuzzing::{self, Verdict};

/// Without optimisation each case takes ten times as long.
const CASES: u32 = if cfg!(debug_assertions) { 1000 } else { 10_000 };

proptest! {
    #![proptest_config(Config { failure_persistence: None, ..Config::with_cases(CASES) })]

    #[test]
    fn what_is_recognised_the_types_accept_and_the_schemas(text in texts::texts()) {
        let agreed = fuzzing::record(&text);
        prop_assert!(agreed.is_ok(), "{agreed:?}: {}", text.escape_ascii());
    }

    #[test]
    fn what_the_model_writes_is_recognised(record in generate::record()) {
        let text = serde_json::to_vec(&record)?;
        prop_assert_eq!(fuzzing::record(&text), Ok(Verdict::Recognised));
    }

    #[test]
    fn dates_are_read_alike(date in generate::edtf(), near in any::<bool>(), faults in generate::misprinted("2021-08-26")) {
        prop_assert_eq!(fuzzing::date(date.as_str()), Ok(true));
        if near {
            fuzzing::date(&String::from_utf8_lossy(&faults)).map_err(TestCaseError::fail)?;
        }
    }

    #[test]
    fn every_value_of_a_record_is_found(
        text in generate::record().prop_flat_map(|record| generate::written(&serde_json::json!(record))),
        which in any::<Index>(),
    ) {
        let value: Value = serde_json::from_str(&text)?;
        let mut pointers = Vec::new();
        pointers_of(&value, "", &mut pointers);
        prop_assert_eq!(fuzzing::place(&text, &pointers[which.index(pointers.len())]), Ok(true));
        prop_assert_eq!(fuzzing::place(&text, "/basis/evidence/99"), Ok(false));
    }
}

fn pointers_of(value: &Value, pointer: &str, found: &mut Vec<String>) {
    found.push(pointer.to_owned());
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, item)| pointers_of(item, &format!("{pointer}/{at}"), found));
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(name, field)| pointers_of(field, &format!("{pointer}/{name}"), found));
        }
        _ => {}
    }
}

/// A record with numbers that are written as few write them: they count all the same.
#[test]
fn numbers_with_an_exponent_are_compared_and_kept() {
    let text = |start: &str, end: &str, rank: &str| {
        let digest = "0".repeat(64);
        let basis = format!(
            r#"{{"modality":"stated","evidence":[{{"source":"source/a","span":{{"start":{start},"end":{end},"sha256":"{digest}"}}}}]}}"#
        );
        format!(
            r#"{{"kind":"statement","id":"statement/a","about":"actor/a","topic":"belief","rank":{rank},"text":"A.","basis":{basis}}}"#
        )
    };
    assert_eq!(fuzzing::record(text("7", "75", "1").as_bytes()), Ok(Verdict::Recognised));
    assert_eq!(fuzzing::record(text("9007199254740990", "9007199254740991", "1").as_bytes()), Ok(Verdict::Recognised));
    for (start, end) in [("7", "5E0"), ("7e1", "7"), ("7.0", "7"), ("7", "7e0"), ("9007199254740991", "9")] {
        assert_eq!(fuzzing::record(text(start, end, "1").as_bytes()), Ok(Verdict::Refused), "{start} {end}");
    }
    for (start, end, rank) in [("7", "75E+00", "1"), ("7.0", "75", "1"), ("7", "75", "1.0"), ("7", "75", "1e0")] {
        assert_eq!(fuzzing::record(text(start, end, rank).as_bytes()), Ok(Verdict::Accepted), "{start} {end} {rank}");
    }
}

#[test]
fn an_escape_that_breaks_off_at_a_letter_of_several_bytes_has_a_place() {
    for escape in [r"\é", r"\ué063", r"\u0é63", r"\u00é3", r"\u006é", r"\ud800é", r"\ud800\ué"] {
        let text = format!("{{\"a\": \"{escape}\"}}");
        assert_eq!(fuzzing::record(text.as_bytes()), Ok(Verdict::Refused), "{text}");
    }
}

/// In a file of lines, the end of a line is the end of a record.
#[test]
fn a_record_does_not_go_over_lines() {
    let text = r#"{"kind":"source","id":"source/a","title":"A","type":"report","note":"B"}"#;
    for broken in [text.replace(":\"B", ":\n\"B"), text.replace(":\"B", ":\n\"\u{e9}"), text.replace(":\"s", ":\n\"s")]
    {
        assert_eq!(fuzzing::record(broken.as_bytes()), Ok(Verdict::Recognised), "as a whole file");
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a.ndjson"), &broken).unwrap();
        let report = standpoint_validate::Validation::new().in_memory_limit(0).run([folder.path()]).unwrap();
        assert_eq!(report.records(), 0, "{broken}");
    }
}

/// Every day of ten years of all sorts, and what is near to a day.
#[test]
fn the_fast_path_knows_the_calendar() {
    for year in ["0000", "0004", "0100", "1600", "1900", "1999", "2000", "2023", "2024", "9999"] {
        fuzzing::date(year).unwrap();
        for month in 0..=42 {
            fuzzing::date(&format!("{year}-{month:02}")).unwrap();
            for day in 0..=32 {
                fuzzing::date(&format!("{year}-{month:02}-{day:02}")).unwrap();
            }
        }
    }
}
