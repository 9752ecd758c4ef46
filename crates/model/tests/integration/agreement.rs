//! What the types accept the schemas accept, and what only the types refuse is refused for a reason that a schema
//! cannot express.

use proptest::prelude::*;
use serde_json::{Value, json};
use standpoint_model::{Kind, Record, generate};

use crate::{cases, validator};

/// How the errors of the rules begin or end that no schema can state.
const BEYOND_SCHEMAS: [&str; 8] = [
    "is not an EDTF date",
    "is not a language tag",
    "not an SPDX licence expression",
    "a web address begins with",
    "a version is three numbers",
    "which is more than the",
    "a span ends after it starts",
    "is not a unit",
];

/// What the schemas say of a record, which is the same for the schema of its kind, of a record and of a file.
fn schemas_accept(value: &Value) -> bool {
    let of_record = validator::RECORD.is_valid(value);
    assert_eq!(of_record, validator::FILE.is_valid(&json!([value])), "in a file: {value}");
    if !value.is_array() {
        assert_eq!(of_record, validator::FILE.is_valid(value), "as a file: {value}");
    }
    let kind = value.get("kind").and_then(Value::as_str).and_then(Kind::from_word);
    let of_kind = kind.is_some_and(|kind| validator::of_kind(kind).is_valid(value));
    assert_eq!(of_record, of_kind, "by its kind: {value}");
    of_record
}

/// The same value with its `kind` after its other fields.
fn kind_last(value: &Value) -> Value {
    let mut value = value.clone();
    if let Some(fields) = value.as_object_mut()
        && let Some(kind) = fields.shift_remove("kind")
    {
        fields.insert("kind".into(), kind);
    }
    value
}

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn schemas_accept_what_the_types_accept(record in generate::record()) {
        let value = serde_json::to_value(&record)?;
        prop_assert!(schemas_accept(&value), "{:#}", value);
    }

    #[test]
    fn types_refuse_what_the_schemas_refuse(
        value in generate::record().prop_flat_map(|record| generate::mutated(&record)),
    ) {
        let types = serde_json::from_str::<Record>(&value.to_string());
        prop_assert_eq!(types.is_ok(), serde_json::from_value::<Record>(value.clone()).is_ok());
        prop_assert_eq!(types.is_ok(), serde_json::from_value::<Record>(kind_last(&value)).is_ok());
        match (schemas_accept(&value), types) {
            (true, Ok(_)) | (false, Err(_)) => {}
            (false, Ok(_)) => prop_assert!(false, "only the schemas refuse {:#}", value),
            (true, Err(error)) => {
                let reason = error.to_string();
                prop_assert!(
                    BEYOND_SCHEMAS.iter().any(|rule| reason.contains(rule)),
                    "only the types refuse, with `{}`, {:#}", reason, value
                );
            }
        }
    }
}
