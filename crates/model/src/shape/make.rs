//! Shapes made from the schemas in which each type says its form.

use std::sync::OnceLock;

use serde::Deserialize;
use serde_json::Value;

use super::{FORM, Field, Form, Object, Shape, Type, Vocabulary};
use crate::{Kind, schema};

impl Shape {
    /// The shape of a kind, made when it is first asked for.
    pub fn of(kind: Kind) -> &'static Self {
        static SHAPES: [OnceLock<Shape>; Kind::ALL.len()] = [const { OnceLock::new() }; Kind::ALL.len()];
        // The kinds are declared in the order of `ALL`.
        SHAPES[kind as usize].get_or_init(|| shape(kind))
    }

    /// The shapes of all kinds, in the order of [`Kind::ALL`].
    pub fn all() -> impl Iterator<Item = &'static Self> {
        Kind::ALL.iter().map(|&kind| Self::of(kind))
    }
}

fn shape(kind: Kind) -> Shape {
    let schema = schema::with_forms(kind);
    Shape { kind, description: description(&schema), object: object(&schema, &schema["$defs"]) }
}

fn object(schema: &Value, definitions: &Value) -> Object {
    let required: Vec<&Value> = schema["required"].as_array().into_iter().flatten().collect();
    let field = |(name, field): (&String, &Value)| {
        let items = field.get("items");
        Field {
            name: name.clone(),
            description: description(field),
            examples: examples(field),
            required: required.iter().any(|required| *required == name),
            is_list: items.is_some(),
            min_items: field["minItems"].as_u64().and_then(|items| items.try_into().ok()).unwrap_or_default(),
            r#type: type_of(items.unwrap_or(field), definitions),
        }
    };
    Object { fields: schema["properties"].as_object().into_iter().flatten().map(field).collect() }
}

fn type_of(value: &Value, definitions: &Value) -> Type {
    if let Some(name) = value["$ref"].as_str().and_then(|at| at.strip_prefix("#/$defs/")) {
        let definition = &definitions[name];
        return Type {
            name: name.into(),
            description: description(definition),
            examples: examples(definition),
            pattern: definition["pattern"].as_str().map(str::to_owned),
            form: form_of(definition, definitions),
        };
    }
    let form = form_of(value, definitions);
    let name = match &form {
        Form::Boolean => "bool",
        Form::Word(vocabulary) => &vocabulary.name,
        _ => "String",
    };
    Type { name: name.into(), description: String::new(), examples: Vec::new(), pattern: None, form }
}

fn form_of(schema: &Value, definitions: &Value) -> Form {
    if let Some(form) = schema.get(FORM).and_then(|form| Form::deserialize(form).ok()) {
        form
    } else if schema["type"] == "object" {
        Form::Object(object(schema, definitions))
    } else if schema["type"] == "boolean" {
        Form::Boolean
    } else if let Some(word) = schema["const"].as_str() {
        // The kind of a record, the one constant there is.
        Form::Word(Vocabulary::of_codes("Kind", "", [word]))
    } else {
        Form::String
    }
}

fn description(schema: &Value) -> String {
    schema["description"].as_str().unwrap_or_default().to_owned()
}

fn examples(schema: &Value) -> Vec<Value> {
    schema["examples"].as_array().cloned().unwrap_or_default()
}
