//! The exact path: one record's JSON against the schema of its own kind, each error at its field.
//!
//! The published schemas say what JSON Schema can say. What only the types know (that 30 February is no day, that an
//! estimate's low is not above its high) is added here as a keyword on the definitions that have a type of their own,
//! so that the types stay the one place where such rules are written.

mod field;
mod kind;
mod mismatch;
mod site;
mod translate;

use std::{collections::BTreeMap, sync::OnceLock};

use jsonschema::{Keyword, ValidationError, Validator};
use serde_json::Value;
use standpoint_model::{Kind, schema::for_kind, shape::Shape};

pub(crate) use kind::{Diagnosis, diagnose};

use crate::{
    Code,
    diagnose::lexical,
    report::{
        code,
        finding::{Change, Part},
    },
};

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
    /// What becomes of the value, where nothing else can be meant.
    pub(crate) change: Option<Change>,
}

impl Fault {
    /// The same fault where somebody has to say first what the field, or the record, is meant to be.
    fn in_doubt(self) -> Self {
        Self { change: None, ..self }
    }
}

struct KindSchema {
    shape: &'static Shape,
    validator: Validator,
}

/// The schema of a kind, made when it is first needed.
fn of(kind: Kind) -> &'static KindSchema {
    static SCHEMAS: [OnceLock<KindSchema>; Kind::ALL.len()] = [const { OnceLock::new() }; Kind::ALL.len()];
    SCHEMAS[kind as usize].get_or_init(|| KindSchema::new(kind))
}

/// The faults of `record`, which says that it is of `kind`. What stands in misspelt fields is checked as if it stood in
/// those that were meant.
fn faults(kind: Kind, record: &Value) -> Vec<Fault> {
    let schema = of(kind);
    let mut faults = schema.faults(record);
    if faults.iter().all(|fault| *fault.code != code::UNKNOWN_FIELD) {
        return faults;
    }
    let (corrected, renames) = field::renamed(schema.shape, record);
    if !renames.is_empty() {
        faults.retain(|fault| renames.iter().any(|rename| rename.written == fault.pointer));
        faults.extend(schema.faults(&corrected).into_iter().map(|fault| {
            let pointer = renames.iter().rev().fold(fault.pointer.clone(), |pointer, rename| rename.back(pointer));
            if pointer == fault.pointer { fault } else { Fault { pointer, ..fault.in_doubt() } }
        }));
    }
    faults
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
        let mut schema = for_kind(kind);
        if let Some(Value::Object(definitions)) = schema.get_mut("$defs") {
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
            .build(&schema)
            .expect("a test compiles the schema of every kind");
        Self { shape: Shape::of(kind), validator }
    }

    /// The faults of a record of the kind, in the order of their places.
    fn faults(&self, record: &Value) -> Vec<Fault> {
        let mut found: BTreeMap<String, Vec<(Weight, Fault)>> = BTreeMap::new();
        for error in self.validator.iter_errors(record) {
            for (weight, fault) in translate::faults(self.shape, &error) {
                found.entry(error.instance_path().as_str().to_owned()).or_default().push((weight, fault));
            }
        }
        one_cause_one_fault(found)
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

/// The JSON Pointers to whatever is a `Text` by the schema of a kind, in a record of that kind.
#[cfg(test)]
pub(crate) fn texts_of(kind: Kind, record: &Value) -> Vec<String> {
    fn walk(site: site::Site<'_>, value: &Value, pointer: &str, found: &mut Vec<String>) {
        if site.is_of("Text") {
            found.push(pointer.to_owned());
        }
        for (name, value) in value.as_object().into_iter().flatten() {
            walk(site.field(name).expect("the record is valid"), value, &format!("{pointer}/{name}"), found);
        }
        for (index, value) in value.as_array().into_iter().flatten().enumerate() {
            walk(site.item().expect("the record is valid"), value, &format!("{pointer}/{index}"), found);
        }
    }
    let mut found = Vec::new();
    walk(site::Site::Record(Shape::of(kind)), record, "", &mut found);
    found
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_schema_of_every_kind_compiles() {
        for &kind in Kind::ALL {
            assert!(!faults(kind, &json!({})).is_empty(), "{kind}");
        }
    }
}
