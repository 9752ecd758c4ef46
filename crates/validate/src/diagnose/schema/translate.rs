//! From the errors of the schema crate to faults that a contributor understands.

use jsonschema::{
    ValidationError,
    error::{TypeKind, ValidationErrorKind},
};
use serde_json::Value;
use standpoint_model::shape::Shape;
use standpoint_report::{Change, Code, Part};

use super::{
    fault::{Fault, Weight},
    field, mismatch,
    site::Site,
};
use crate::{
    codes,
    diagnose::meant::{
        LEFT_OUT, elsewhere, id,
        word::{did_you_mean, same_word},
    },
};

/// The faults that one error of the schema of a kind, in a record of it, stands for.
pub(super) fn faults(shape: &Shape, record: &Value, error: &ValidationError<'_>) -> Vec<(Weight, Fault)> {
    let pointer = error.instance_path().as_str();
    let path = Site::path(shape, pointer).unwrap_or_default();
    let site = path.last().copied();
    let value = error.instance();
    match error.kind() {
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            let faults = value
                .as_object()
                .into_iter()
                .flat_map(|object| unexpected.iter().filter_map(|name| field::unknown(&path, pointer, object, name)));
            faults.map(|fault| (Weight::Field, fault)).collect()
        }
        ValidationErrorKind::Required { property } => {
            let name = property.as_str().unwrap_or_default();
            let fault = value.as_object().and_then(|object| field::missing(&path, pointer, object, name));
            fault.into_iter().map(|fault| (Weight::Field, fault)).collect()
        }
        ValidationErrorKind::Type { kind } => {
            let message = format!("{} belongs here, not {}", expected(kind), phrase(json_type(value)));
            let help = site.and_then(|site| mismatch::help(site, value));
            let change = site.and_then(|site| mismatch::change(site, value));
            vec![(Weight::JsonType, Fault { change, ..here(pointer, &codes::WRONG_TYPE, message, help) })]
        }
        ValidationErrorKind::Enum { options } => {
            let fault = unknown_word(pointer, value, options, &path);
            let is_format = site.is_some_and(|site| site.is_of("Format"));
            vec![(Weight::Keyword, if is_format { unknown_format(fault, options) } else { fault })]
        }
        ValidationErrorKind::MinItems { limit } => {
            let help = site.and_then(Site::advice);
            let items = if *limit == 1 { "one item".into() } else { format!("{limit} items") };
            let fault = here(pointer, &codes::EMPTY_LIST, format!("this list needs at least {items}"), help);
            vec![(Weight::Keyword, fault)]
        }
        ValidationErrorKind::Minimum { limit } => {
            let message = format!("{value} is less than {}, the least that may stand here", plain(limit));
            vec![(Weight::JsonType, here(pointer, &codes::NUMBER_OUT_OF_RANGE, message, type_help(site, value)))]
        }
        ValidationErrorKind::Maximum { limit } => {
            let message = format!("{value} is more than {}, the most that may stand here", plain(limit));
            vec![(Weight::JsonType, here(pointer, &codes::NUMBER_OUT_OF_RANGE, message, type_help(site, value)))]
        }
        ValidationErrorKind::Custom { message, .. } => {
            let lexical = site.and_then(Site::lexical);
            let code = lexical.map_or(&codes::INVALID_FORMAT, |lexical| lexical.code);
            // The kind of the record's own id is known.
            let own = value.as_str().filter(|_| pointer == "/id");
            let blank = site.and_then(|site| mismatch::without_blank(site, value));
            let name = || ["name", "title"].into_iter().find_map(|field| record.get(field)?.as_str());
            let help = own.and_then(|id| id::own_help(shape.kind, id, name()));
            let help = help.or_else(|| blank.is_some().then(|| LEFT_OUT.into())).or_else(|| type_help(site, value));
            let change = blank.or_else(|| lexical.and_then(|lexical| lexical.mended(value)));
            let named = value.as_str().filter(|_| pointer != "/id" && change.is_none());
            let missing = named.and_then(|text| (lexical?.record)(text));
            vec![(Weight::Type, Fault { change, missing, ..here(pointer, code, message.clone(), help) })]
        }
        // The schemas of the model use none of the keywords behind these but `pattern`, the length and `anyOf`, whose
        // places have a type that says it better.
        ValidationErrorKind::AdditionalItems { .. }
        | ValidationErrorKind::AnyOf { .. }
        | ValidationErrorKind::BacktrackLimitExceeded { .. }
        | ValidationErrorKind::RegexEngineFailure { .. }
        | ValidationErrorKind::Constant { .. }
        | ValidationErrorKind::Contains
        | ValidationErrorKind::ContentEncoding { .. }
        | ValidationErrorKind::ContentMediaType { .. }
        | ValidationErrorKind::ExclusiveMaximum { .. }
        | ValidationErrorKind::ExclusiveMinimum { .. }
        | ValidationErrorKind::FalseSchema
        | ValidationErrorKind::Format { .. }
        | ValidationErrorKind::FromUtf8 { .. }
        | ValidationErrorKind::MaxItems { .. }
        | ValidationErrorKind::MaxLength { .. }
        | ValidationErrorKind::MaxProperties { .. }
        | ValidationErrorKind::MinLength { .. }
        | ValidationErrorKind::MinProperties { .. }
        | ValidationErrorKind::MultipleOf { .. }
        | ValidationErrorKind::Not { .. }
        | ValidationErrorKind::OneOfMultipleValid { .. }
        | ValidationErrorKind::OneOfNotValid { .. }
        | ValidationErrorKind::Pattern { .. }
        | ValidationErrorKind::PropertyNames { .. }
        | ValidationErrorKind::UnevaluatedItems { .. }
        | ValidationErrorKind::UnevaluatedProperties { .. }
        | ValidationErrorKind::UniqueItems
        | ValidationErrorKind::Referencing(_) => {
            vec![(Weight::Keyword, here(pointer, &codes::INVALID_FORMAT, error.to_string(), None))]
        }
    }
}

/// A number as people write it: without a fraction that is zero.
fn plain(limit: &Value) -> String {
    limit.to_string().trim_end_matches(".0").to_owned()
}

/// A fault of the value at a pointer.
fn here(pointer: &str, code: &'static Code, message: String, help: Option<String>) -> Fault {
    Fault { code, pointer: pointer.to_owned(), part: Part::Value, message, help, change: None, missing: None }
}

/// The fault of a word that is none of those that may stand at a pointer, to which the sites lead.
fn unknown_word(pointer: &str, value: &Value, options: &Value, path: &[Site<'_>]) -> Fault {
    let words: Vec<&str> = options.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let found = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let (site, around) = (path.last(), path.iter().rev().nth(1));
    let said = site.and_then(|site| elsewhere::said(&site.value_type()?.name, &found)).map(str::to_owned);
    let other_field = around.and_then(|site| site.field_of_word(&found));
    let other_field = other_field.map(|field| format!("`{found}` is a word of the field `{field}`"));
    let blank = || (found.trim().is_empty() && site.is_some_and(|site| !site.is_required())).then(|| LEFT_OUT.into());
    let help =
        said.or(other_field).or_else(blank).or_else(|| did_you_mean(&found, words.iter().copied())).or_else(|| {
            let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
            Some(format!("the words are {}", words.join(", ")))
        });
    let message = format!("`{found}` is none of the words that may stand here");
    let change = same_word(&found, words).map(Change::text).or_else(|| mismatch::without_blank(*site?, value));
    Fault { change, ..here(pointer, &codes::UNKNOWN_VALUE, message, help) }
}

/// The same of a format, of which no other is meant: perhaps a later version of this program knows it.
fn unknown_format(fault: Fault, options: &Value) -> Fault {
    let known: Vec<&str> = options.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let help = format!("this version knows the formats {}; a later one may know this one", known.join(" and "));
    Fault { help: Some(help), change: None, ..fault }
}

/// What the type of the value at a site advises.
fn type_help(site: Option<Site<'_>>, value: &Value) -> Option<String> {
    (site?.lexical()?.help)(value)
}

/// The JSON types that may stand somewhere, as people say it.
fn expected(kind: &TypeKind) -> String {
    match kind {
        TypeKind::Single(name) => phrase(&name.to_string()),
        TypeKind::Multiple(names) => {
            names.iter().map(|name| phrase(&name.to_string())).collect::<Vec<_>>().join(" or ")
        }
    }
}

/// The JSON type of a value; whole numbers and others are told apart.
fn json_type(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "decimal",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// A JSON type as people say it.
fn phrase(json_type: &str) -> String {
    match json_type {
        "null" => "`null`",
        "boolean" => "`true` or `false`",
        "number" => "a number",
        "decimal" => "a number with a decimal point",
        "integer" => "a whole number",
        "string" => "text in quotation marks",
        "array" => "a list in square brackets",
        "object" => "an object in curly brackets",
        other => other,
    }
    .to_owned()
}
