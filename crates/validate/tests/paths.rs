//! All paths through the validator agree: the fast path, the types, the schemas, and the places of findings. `agree`, an
//! example, compares them for as long as one likes.

mod texts;

use proptest::{prelude::*, sample::Index, test_runner::Config};
use serde_json::Value;
use standpoint_model::generate;
use standpoint_validate::fuzzing::{self, Verdict};

proptest! {
    #![proptest_config(Config { failure_persistence: None, ..Config::with_cases(4000) })]

    #[test]
    fn what_is_recognised_the_types_accept_and_the_schemas(text in texts::texts()) {
        fuzzing::record(&text).map_err(TestCaseError::fail)?;
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
        prop_assert_eq!(fuzzing::place(&text, which.get(&pointers)), Ok(true));
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
