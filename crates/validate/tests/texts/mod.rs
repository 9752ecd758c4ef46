//! Texts of records, right and wrong.

use proptest::prelude::*;
use serde_json::json;
use standpoint_model::generate;

/// The text of a record, as the model writes it or otherwise, right or with fields or bytes that are wrong.
pub(crate) fn texts() -> impl Strategy<Value = Vec<u8>> {
    let values = prop_oneof![
        2 => generate::record().prop_map(|record| json!(record)),
        1 => generate::record().prop_flat_map(|record| generate::mutated(&record)),
    ];
    let written = values.prop_flat_map(|value| {
        prop_oneof![
            1 => Just(value.to_string()),
            1 => generate::written(&value),
        ]
    });
    written.prop_flat_map(|text| {
        prop_oneof![
            1 => Just(text.clone().into_bytes()),
            1 => generate::misprinted(&text),
        ]
    })
}
