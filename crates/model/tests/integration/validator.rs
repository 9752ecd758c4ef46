//! The published schemas, compiled by a validator that is not ours.

use std::sync::LazyLock;

use jsonschema::{PatternOptions, Validator};
use serde_json::Value;
use standpoint_model::{Kind, schema};

pub(crate) static RECORD: LazyLock<Validator> = LazyLock::new(|| compiled(&schema::for_record()));

pub(crate) static FILE: LazyLock<Validator> = LazyLock::new(|| compiled(&schema::for_file()));

pub(crate) fn of_kind(kind: Kind) -> &'static Validator {
    static KINDS: LazyLock<Vec<Validator>> =
        LazyLock::new(|| Kind::ALL.iter().map(|&kind| compiled(&schema::for_kind(kind))).collect());
    &KINDS[kind as usize]
}

pub(crate) fn compiled(schema: &Value) -> Validator {
    jsonschema::draft202012::options()
        .with_pattern_options(PatternOptions::regex())
        .build(schema)
        .expect("a schema that compiles")
}
