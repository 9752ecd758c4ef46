//! The JSON Schemas (draft 2020-12) of the records, generated from their types.

use schemars::{JsonSchema, Schema, SchemaGenerator, generate::SchemaSettings, transform::RecursiveTransform};
use serde_json::{Map, Value, json};

use crate::{
    Actor, Event, Identity, Interest, Issue, Kind, Manifest, Observation, Place, Position, Relationship, Source,
    Statement, record::SCHEMA_KEY, shape::FORM,
};

/// A published schema.
pub struct PublishedSchema {
    /// What it describes: a kind of record, `record` or `file`.
    pub name: &'static str,
    make: Box<dyn Fn() -> Value>,
}

impl PublishedSchema {
    /// The schema of this name, which is made when it is asked for.
    pub fn new(name: &'static str, make: impl Fn() -> Value + 'static) -> Self {
        Self { name, make: Box::new(make) }
    }

    /// The schema.
    pub fn schema(&self) -> Value {
        (self.make)()
    }

    /// The name of the file in which it is published.
    pub fn file_name(&self) -> String {
        format!("{}.schema.json", self.name)
    }

    /// The text of that file. It says the same as the schema, so that editors show of each field what the field is: a reference
    /// has nothing beside it, for some take what it leads to in the place of all that stands there.
    pub fn to_json(&self) -> String {
        let mut schema = self.schema();
        set_references_apart(&mut schema);
        format!("{schema:#}\n")
    }
}

/// Puts each reference that has other keywords beside it into an `allOf`.
fn set_references_apart(schema: &mut Value) {
    match schema {
        Value::Object(keywords) => {
            keywords.values_mut().for_each(set_references_apart);
            if keywords.len() > 1
                && let Some(reference) = keywords.shift_remove("$ref")
            {
                keywords.insert("allOf".into(), json!([{ "$ref": reference }]));
            }
        }
        Value::Array(items) => items.iter_mut().for_each(set_references_apart),
        _ => {}
    }
}

/// Every published schema: one for each kind, one for a record of any kind, one for a file.
pub fn all() -> impl Iterator<Item = PublishedSchema> {
    let kinds = Kind::ALL.iter().map(|&kind| PublishedSchema::new(kind.as_str(), move || for_kind(kind)));
    kinds.chain([PublishedSchema::new("record", for_record), PublishedSchema::new("file", for_file)])
}

/// The schema of a record of one kind.
pub fn for_kind(kind: Kind) -> Value {
    of_kind(kind, generator())
}

/// The schema of a record of any kind.
///
/// It branches on `kind` first, so that a validator's message is about the field and not about twelve alternatives.
pub fn for_record() -> Value {
    let mut generator = generator();
    let schema = any_kind(&mut generator);
    document("record", schema, &mut generator)
}

/// The schema of a `.json` file: one record, or an array of them.
pub fn for_file() -> Value {
    let mut generator = generator();
    let record = any_kind(&mut generator);
    generator.definitions_mut().insert("Record".into(), record);
    let schema = json!({
        "title": "A file of records",
        "description": "One record, or an array of records of any kinds in any order.",
        "if": { "type": "array" },
        "then": { "type": "array", "items": { "$ref": "#/$defs/Record" } },
        "else": { "$ref": "#/$defs/Record" },
    });
    document("file", schema, &mut generator)
}

/// The schema of a record of one kind, in which each type says its [`Form`](crate::shape::Form).
pub(crate) fn with_forms(kind: Kind) -> Value {
    of_kind(kind, settings().into_generator())
}

fn of_kind(kind: Kind, mut generator: SchemaGenerator) -> Value {
    let definition = definition(kind, &mut generator);
    document(kind.as_str(), definition, &mut generator)
}

/// What makes the published schemas.
fn generator() -> SchemaGenerator {
    let published =
        |settings: &mut SchemaSettings| settings.transforms.push(Box::new(RecursiveTransform(without_form)));
    settings().with(published).into_generator()
}

fn settings() -> SchemaSettings {
    SchemaSettings::draft2020_12().with(|settings| {
        settings.transforms.push(Box::new(RecursiveTransform(without_null)));
        settings.transforms.push(Box::new(RecursiveTransform(without_rust)));
    })
}

/// An optional field is left out, never `null`.
fn without_null(schema: &mut Schema) {
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = &types[..] {
            let only = only.clone();
            schema.insert("type".into(), only);
        }
    }
    if let Some(Value::Array(branches)) = schema.get_mut("anyOf") {
        branches.retain(|branch| *branch != json!({ "type": "null" }));
        if let [Value::Object(only)] = &branches[..] {
            let only = only.clone();
            schema.remove("anyOf");
            for (keyword, value) in only {
                schema.insert(keyword, value);
            }
        }
    }
}

/// Drops what speaks of Rust and not of the data: number formats, and defaults, which no reader fills in.
fn without_rust(schema: &mut Schema) {
    schema.remove("format");
    schema.remove("default");
}

/// Takes the keyword away under which a type says its [`Form`](crate::shape::Form), which no published schema has: a transform for
/// the schema of whatever holds types of this model.
pub fn without_form(schema: &mut Schema) {
    schema.remove(FORM);
}

fn definition(kind: Kind, generator: &mut SchemaGenerator) -> Value {
    let mut schema = match kind {
        Kind::Dataset => Manifest::json_schema(generator),
        Kind::Source => Source::json_schema(generator),
        Kind::Actor => Actor::json_schema(generator),
        Kind::Place => Place::json_schema(generator),
        Kind::Event => Event::json_schema(generator),
        Kind::Relationship => Relationship::json_schema(generator),
        Kind::Interest => Interest::json_schema(generator),
        Kind::Issue => Issue::json_schema(generator),
        Kind::Position => Position::json_schema(generator),
        Kind::Observation => Observation::json_schema(generator),
        Kind::Statement => Statement::json_schema(generator),
        Kind::Identity => Identity::json_schema(generator),
    };
    for transform in generator.transforms_mut() {
        transform.transform(&mut schema);
    }
    let mut schema = schema.to_value();
    let own = [
        (
            SCHEMA_KEY,
            json!({
                "description": "The schema of this record, for an editor's completion. Not part of the data.",
                "type": "string",
                "examples": [format!("schemas/{kind}.schema.json")],
            }),
        ),
        (
            "kind",
            json!({
                "description": format!("The kind of the record: `{kind}`."),
                "const": kind.as_str(),
                "examples": [kind.as_str()],
            }),
        ),
    ];
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        let fields = std::mem::take(properties);
        properties.extend(own.into_iter().map(|(name, field)| (name.to_owned(), field)).chain(fields));
    }
    if let Some(Value::Array(required)) = schema.get_mut("required") {
        required.insert(0, "kind".into());
    }
    schema
}

fn any_kind(generator: &mut SchemaGenerator) -> Value {
    let mut branches = Vec::new();
    for &kind in Kind::ALL {
        let definition = definition(kind, generator);
        generator.definitions_mut().insert(format!("{kind}-record"), definition);
        branches.push(json!({
            "if": { "properties": { "kind": { "const": kind.as_str() } } },
            "then": { "$ref": format!("#/$defs/{kind}-record") },
        }));
    }
    let names: Vec<&str> = Kind::ALL.iter().map(|kind| kind.as_str()).collect();
    json!({
        "title": "A record",
        "description": "A record of any kind. The `kind` decides which other fields it has.",
        "type": "object",
        "required": ["kind"],
        "properties": { "kind": { "description": "The kind of the record.", "enum": names, "examples": ["actor"] } },
        "allOf": branches,
    })
}

/// Puts a schema and the definitions that it needs into one self-contained document.
fn document(name: &str, schema: Value, generator: &mut SchemaGenerator) -> Value {
    let mut document = Map::new();
    document.insert(SCHEMA_KEY.into(), "https://json-schema.org/draft/2020-12/schema".into());
    document.insert("$id".into(), format!("urn:standpoint:schema:{name}").into());
    if let Value::Object(keywords) = schema {
        document.extend(keywords);
    }
    document.insert("$defs".into(), generator.take_definitions(true).into());
    document.into()
}
