//! The exact path: one record's JSON against the schema of its own kind, each error at its field.
//!
//! The published schemas say what JSON Schema can say. What only the types know (that 30 February is no day, that an
//! estimate's low is not above its high) is added here as a keyword on the definitions that have a type of their own,
//! so that the types stay the one place where such rules are written.

use std::{collections::BTreeMap, sync::LazyLock};

use jsonschema::{Keyword, ValidationError, Validator, error::ValidationErrorKind};
use serde_json::{Map, Value, json};
use standpoint_model::{Kind, schema::for_kind};

use crate::{Code, code, finding::Part, lexical, nearest::did_you_mean};

/// The keyword that names the model's type of a definition.
const TYPE_KEYWORD: &str = "standpoint-type";

/// What is wrong with a record, and where in it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) code: &'static Code,
    pub(crate) pointer: String,
    pub(crate) part: Part,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
}

struct KindSchema {
    schema: Value,
    validator: Validator,
}

/// The faults of `record`, which says that it is of `kind`, in the order of their places.
pub(crate) fn faults(kind: Kind, record: &Value) -> Vec<Fault> {
    static SCHEMAS: [LazyLock<KindSchema>; 9] = [
        LazyLock::new(|| KindSchema::new(Kind::Dataset)),
        LazyLock::new(|| KindSchema::new(Kind::Source)),
        LazyLock::new(|| KindSchema::new(Kind::Actor)),
        LazyLock::new(|| KindSchema::new(Kind::Place)),
        LazyLock::new(|| KindSchema::new(Kind::Event)),
        LazyLock::new(|| KindSchema::new(Kind::Relationship)),
        LazyLock::new(|| KindSchema::new(Kind::Interest)),
        LazyLock::new(|| KindSchema::new(Kind::Observation)),
        LazyLock::new(|| KindSchema::new(Kind::Statement)),
    ];
    let KindSchema { schema, validator } = &*SCHEMAS[kind as usize];
    let mut found: BTreeMap<String, Vec<(Weight, Fault)>> = BTreeMap::new();
    for error in validator.iter_errors(record) {
        for (weight, fault) in translate(schema, &error) {
            found
                .entry(error.instance_path().as_str().to_owned())
                .or_default()
                .push((weight, fault));
        }
    }
    one_cause_one_fault(found)
}

/// How much an error tells about the place where it is raised. Of several at one value, the weightiest are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    /// Some keyword of the schema.
    Keyword,
    /// The model's own type, which says it best.
    Type,
    /// A value of another JSON type, or a number out of bounds, of which nothing else is worth saying.
    JsonType,
    /// A field too many or too few, of which there may be several at one value.
    Field,
}

/// Leaves out what only repeats a better message: at the same value, or at a value around one that is faulty.
fn one_cause_one_fault(found: BTreeMap<String, Vec<(Weight, Fault)>>) -> Vec<Fault> {
    let pointers: Vec<String> = found.keys().cloned().collect();
    let mut kept = Vec::new();
    for (pointer, faults) in found {
        let below = format!("{pointer}/");
        let fault_below = pointers.iter().any(|other| other.starts_with(&below));
        let heaviest = faults.iter().map(|(weight, _)| *weight).max();
        for (weight, fault) in faults {
            let says_less = weight < Weight::JsonType && fault_below;
            if Some(weight) == heaviest && !says_less {
                kept.push(fault);
                if weight != Weight::Field {
                    break;
                }
            }
        }
    }
    kept
}

impl KindSchema {
    fn new(kind: Kind) -> Self {
        let schema = for_kind(kind);
        let mut typed = schema.clone();
        if let Some(Value::Object(definitions)) = typed.get_mut("$defs") {
            for (name, definition) in definitions {
                if let Value::Object(definition) = definition
                    && lexical::by_definition(name).is_some()
                {
                    definition.insert(TYPE_KEYWORD.into(), name.as_str().into());
                }
            }
        }
        let validator = jsonschema::options()
            .with_keyword(TYPE_KEYWORD, |_, name, _| Ok(Box::new(TypeKeyword::named(name))))
            .build(&typed)
            .expect("a test compiles the schema of every kind");
        Self { schema, validator }
    }
}

/// The keyword's check: whether the model's type accepts the value.
struct TypeKeyword(Option<&'static lexical::Lexical>);

impl TypeKeyword {
    fn named(name: &Value) -> Self {
        Self(name.as_str().and_then(lexical::by_definition))
    }
}

impl<'i> Keyword<'i> for TypeKeyword {
    fn validate(&self, instance: &'i Value) -> Result<(), ValidationError<'i>> {
        match self.0.and_then(|lexical| (lexical.refuse)(instance)) {
            Some(reason) => Err(ValidationError::custom(reason)),
            None => Ok(()),
        }
    }

    fn is_valid(&self, instance: &'i Value) -> bool {
        self.0.is_none_or(|lexical| (lexical.refuse)(instance).is_none())
    }
}

/// The faults that one error of the schema stands for.
fn translate(schema: &Value, error: &ValidationError<'_>) -> Vec<(Weight, Fault)> {
    let pointer = error.instance_path().as_str().to_owned();
    let here = |weight, code, message: String, help| {
        vec![(
            weight,
            Fault {
                code,
                pointer: pointer.clone(),
                part: Part::Value,
                message,
                help,
            },
        )]
    };
    match error.kind() {
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            let fields = siblings(schema, error);
            unexpected
                .iter()
                .map(|name| {
                    let fault = Fault {
                        code: &code::UNKNOWN_FIELD,
                        pointer: format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1")),
                        part: Part::Key,
                        message: format!("there is no field `{name}` here"),
                        help: did_you_mean(name, fields.iter().copied())
                            .or_else(|| Some(format!("the fields here are {}", list(&fields)))),
                    };
                    (Weight::Field, fault)
                })
                .collect()
        }
        ValidationErrorKind::Required { property } => {
            let name = property.as_str().unwrap_or_default();
            let fault = Fault {
                code: &code::MISSING_FIELD,
                pointer: pointer.clone(),
                part: if pointer
                    .rsplit('/')
                    .next()
                    .is_some_and(|last| last.parse::<usize>().is_err())
                {
                    Part::Key
                } else {
                    Part::Value
                },
                message: format!("the field `{name}` is missing here"),
                help: sample(schema, error, name),
            };
            vec![(Weight::Field, fault)]
        }
        ValidationErrorKind::Type { kind } => {
            let expected = match kind {
                jsonschema::error::TypeKind::Single(name) => phrase(&name.to_string()),
                jsonschema::error::TypeKind::Multiple(names) => names
                    .iter()
                    .map(|name| phrase(&name.to_string()))
                    .collect::<Vec<_>>()
                    .join(" or "),
            };
            let found = phrase(json_type(error.instance()));
            let help = match error.instance().as_ref() {
                Value::Null => Some("leave the field out where there is nothing to say".to_owned()),
                Value::String(text) if expected.contains("number") && text.parse::<f64>().is_ok() => {
                    Some("write the number without quotation marks".to_owned())
                }
                _ => None,
            };
            here(
                Weight::JsonType,
                &code::WRONG_TYPE,
                format!("{expected} belongs here, not {found}"),
                help,
            )
        }
        ValidationErrorKind::Enum { options } => {
            let words: Vec<&str> = options
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str)
                .collect();
            let found = error.instance();
            let found = found.as_str().map_or_else(|| found.to_string(), str::to_owned);
            let help =
                did_you_mean(&found, words.iter().copied()).or_else(|| Some(format!("the words are {}", list(&words))));
            here(
                Weight::Keyword,
                &code::UNKNOWN_VALUE,
                format!("`{found}` is none of the words that may stand here"),
                help,
            )
        }
        ValidationErrorKind::MinItems { .. } => here(
            Weight::Keyword,
            &code::EMPTY_LIST,
            "this list needs at least one item".into(),
            Some("evidence is a list of citations, each with its `source` and where in it".into()),
        ),
        ValidationErrorKind::Minimum { limit } => here(
            Weight::JsonType,
            &code::NUMBER_OUT_OF_RANGE,
            format!(
                "{} is less than {limit}, the least that may stand here",
                error.instance()
            ),
            type_help(error),
        ),
        ValidationErrorKind::Maximum { limit } => here(
            Weight::JsonType,
            &code::NUMBER_OUT_OF_RANGE,
            format!(
                "{} is more than {limit}, the most that may stand here",
                error.instance()
            ),
            type_help(error),
        ),
        ValidationErrorKind::Custom { message, .. } => {
            let lexical = definition_name(error).and_then(lexical::by_definition);
            let code = lexical.map_or(&code::INVALID_FORMAT, |lexical| lexical.code);
            here(Weight::Type, code, message.clone(), type_help(error))
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
        | ValidationErrorKind::Referencing(_) => here(Weight::Keyword, &code::INVALID_FORMAT, error.to_string(), None),
    }
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
        .map(|fields| fields.keys().map(String::as_str).collect())
        .unwrap_or_default()
}

/// What the field that is missing could look like, from the schema's own description and example.
fn sample(schema: &Value, error: &ValidationError<'_>, name: &str) -> Option<String> {
    let field = around(schema, error)?.get("properties")?.get(name)?;
    let definition = field
        .get("$ref")
        .and_then(Value::as_str)
        .and_then(|at| schema.pointer(at.strip_prefix('#')?));
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
    words
        .iter()
        .map(|word| format!("`{word}`"))
        .collect::<Vec<_>>()
        .join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_of_every_kind_compiles() {
        for &kind in Kind::ALL {
            assert!(!faults(kind, &json!({})).is_empty(), "{kind}");
        }
    }
}
