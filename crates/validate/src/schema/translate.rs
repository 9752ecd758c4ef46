//! From the errors of the schema crate to faults that a contributor understands.

use jsonschema::{
    ValidationError,
    error::{TypeKind, ValidationErrorKind},
};
use serde_json::{Map, Value, json};

use super::{Fault, Weight};
use crate::{
    Code, code,
    finding::{Change, Part},
    lexical,
    nearest::{did_you_mean, nearest, same_word},
};

/// The faults that one error of `schema` stands for.
pub(super) fn faults(schema: &Value, error: &ValidationError<'_>) -> Vec<(Weight, Fault)> {
    match error.kind() {
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            let fields = siblings(schema, error);
            unexpected.iter().map(|name| (Weight::Field, unknown_field(error, name, &fields))).collect()
        }
        ValidationErrorKind::Required { property } if is_misspelt(schema, error, property) => Vec::new(),
        ValidationErrorKind::Required { property } => {
            vec![(Weight::Field, missing_field(schema, error, property.as_str().unwrap_or_default()))]
        }
        ValidationErrorKind::Type { kind } => vec![(Weight::JsonType, wrong_type(schema, error, kind))],
        ValidationErrorKind::Enum { options } => vec![(Weight::Keyword, unknown_word(error, options))],
        ValidationErrorKind::MinItems { .. } => {
            let help = "evidence is a list of citations, each with its `source` and where in it".to_owned();
            let fault = here(error, &code::EMPTY_LIST, "this list needs at least one item".into(), Some(help));
            vec![(Weight::Keyword, fault)]
        }
        ValidationErrorKind::Minimum { limit } => {
            let message = format!("{} is less than {limit}, the least that may stand here", error.instance());
            vec![(Weight::JsonType, here(error, &code::NUMBER_OUT_OF_RANGE, message, type_help(error)))]
        }
        ValidationErrorKind::Maximum { limit } => {
            let message = format!("{} is more than {limit}, the most that may stand here", error.instance());
            vec![(Weight::JsonType, here(error, &code::NUMBER_OUT_OF_RANGE, message, type_help(error)))]
        }
        ValidationErrorKind::Custom { message, .. } => {
            let lexical = definition_name(error).and_then(lexical::by_definition);
            let code = lexical.map_or(&code::INVALID_FORMAT, |lexical| lexical.code);
            let change = lexical.and_then(|lexical| lexical.meant(error.instance()));
            let fault = here(error, code, message.clone(), type_help(error));
            vec![(Weight::Type, Fault { change, ..fault })]
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
            vec![(Weight::Keyword, here(error, &code::INVALID_FORMAT, error.to_string(), None))]
        }
    }
}

/// A fault of the value at which an error arose.
fn here(error: &ValidationError<'_>, code: &'static Code, message: String, help: Option<String>) -> Fault {
    let pointer = error.instance_path().as_str().to_owned();
    Fault { code, pointer, part: Part::Value, message, help, change: None }
}

fn unknown_field(error: &ValidationError<'_>, name: &str, fields: &[&str]) -> Fault {
    Fault {
        code: &code::UNKNOWN_FIELD,
        pointer: format!("{}/{}", error.instance_path().as_str(), name.replace('~', "~0").replace('/', "~1")),
        part: Part::Key,
        message: format!("there is no field `{name}` here"),
        help: did_you_mean(name, fields.iter().copied())
            .or_else(|| Some(format!("the fields here are {}", list(fields)))),
        change: None,
    }
}

/// Whether the field that is missing is there under a name like its own, of which the finding about that name speaks.
fn is_misspelt(schema: &Value, error: &ValidationError<'_>, name: &Value) -> bool {
    let fields = siblings(schema, error);
    let strange = |key: &&String| !key.starts_with('$') && !fields.contains(&key.as_str());
    error.instance().as_object().is_some_and(|object| {
        object.keys().filter(strange).any(|key| nearest(key, fields.iter().copied()) == name.as_str())
    })
}

fn missing_field(schema: &Value, error: &ValidationError<'_>, name: &str) -> Fault {
    Fault {
        part: Part::Key,
        ..here(error, &code::MISSING_FIELD, format!("the field `{name}` is missing here"), sample(schema, error, name))
    }
}

fn wrong_type(schema: &Value, error: &ValidationError<'_>, kind: &TypeKind) -> Fault {
    let expected = match kind {
        TypeKind::Single(name) => phrase(&name.to_string()),
        TypeKind::Multiple(names) => {
            names.iter().map(|name| phrase(&name.to_string())).collect::<Vec<_>>().join(" or ")
        }
    };
    let found = phrase(json_type(error.instance()));
    let help = match error.instance().as_ref() {
        Value::Null => Some("what there is nothing to say about is left out; it is never `null`".to_owned()),
        Value::String(text) if expected.contains("number") && text.parse::<f64>().is_ok() => {
            Some("write the number without quotation marks".to_owned())
        }
        _ => None,
    };
    let change = match error.instance().as_ref() {
        Value::Null if is_optional(schema, error.instance_path().as_str()) => Some(Change::Remove),
        Value::String(text) => number_in(text, error).map(Change::Replace),
        _ => None,
    };
    let message = format!("{expected} belongs here, not {found}");
    Fault { change, ..here(error, &code::WRONG_TYPE, message, help) }
}

fn unknown_word(error: &ValidationError<'_>, options: &Value) -> Fault {
    let words: Vec<&str> = options.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let found = error.instance();
    let found = found.as_str().map_or_else(|| found.to_string(), str::to_owned);
    let help = did_you_mean(&found, words.iter().copied()).or_else(|| Some(format!("the words are {}", list(&words))));
    let change = same_word(&found, words).map(Change::text);
    let message = format!("`{found}` is none of the words that may stand here");
    Fault { change, ..here(error, &code::UNKNOWN_VALUE, message, help) }
}

/// The number that a text is, if one like it may stand where an error arose.
fn number_in(text: &str, error: &ValidationError<'_>) -> Option<String> {
    let number: serde_json::Number = serde_json::from_str(text.trim()).ok()?;
    let lexical = definition_name(error).and_then(lexical::by_definition)?;
    (lexical.refuse)(&Value::Number(number)).is_none().then(|| text.trim().to_owned())
}

/// Whether the schema has a field at this place of a record that may be left out.
fn is_optional(schema: &Value, pointer: &str) -> bool {
    fn resolved<'s>(root: &'s Value, schema: &'s Value) -> &'s Value {
        let target = schema["$ref"].as_str().and_then(|target| root.pointer(target.strip_prefix('#')?));
        target.unwrap_or(schema)
    }
    let Some((above, name)) = pointer.rsplit_once('/') else { return false };
    let object = above.split('/').skip(1).fold(schema, |around, segment| {
        let inside = around["properties"].get(segment).unwrap_or(&around["items"]);
        resolved(schema, inside)
    });
    let required = || object["required"].as_array().is_some_and(|required| required.contains(&name.into()));
    object["properties"].get(name).is_some() && !required()
}

/// The definition in which an error arose, by its keyword's place in the schema: `/$defs/NAME/…`.
fn definition_name<'e>(error: &'e ValidationError<'_>) -> Option<&'e str> {
    error.schema_path().as_str().strip_prefix("/$defs/")?.split('/').next()
}

/// What the type of the value at which an error arose advises.
fn type_help(error: &ValidationError<'_>) -> Option<String> {
    let lexical = definition_name(error).and_then(lexical::by_definition)?;
    (lexical.help)(error.instance())
}

/// The object schema around the keyword that raised an error.
fn around<'s>(schema: &'s Value, error: &ValidationError<'_>) -> Option<&'s Map<String, Value>> {
    let (above, _) = error.schema_path().as_str().rsplit_once('/')?;
    schema.pointer(above)?.as_object()
}

/// The fields that the object at which an error arose may have.
fn siblings<'s>(schema: &'s Value, error: &ValidationError<'_>) -> Vec<&'s str> {
    around(schema, error)
        .and_then(|object| object.get("properties")?.as_object())
        .map(|fields| fields.keys().map(String::as_str).filter(|name| !name.starts_with('$')).collect())
        .unwrap_or_default()
}

/// What the field that is missing could look like, from the schema's own description and example.
fn sample(schema: &Value, error: &ValidationError<'_>, name: &str) -> Option<String> {
    let field = around(schema, error)?.get("properties")?.get(name)?;
    let definition = field.get("$ref").and_then(Value::as_str).and_then(|at| schema.pointer(at.strip_prefix('#')?));
    let first = |schema: &Value| schema.get("examples")?.get(0).cloned();
    match first(field).or_else(|| definition.and_then(first)) {
        Some(example) => Some(format!("for example: {}: {example}", json!(name))),
        None => field.get("description").and_then(Value::as_str).map(str::to_owned),
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

fn list(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}
