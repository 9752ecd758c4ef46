//! The shapes say what the published schemas say, field by field.

use serde_json::{Map, Value, json};
use standpoint_model::{
    Kind,
    shape::{Field, Form, Object, Shape, Type},
};

use crate::site::{resolved, schema_of};

/// What a shape says of an object, as a schema says it. `$defs` are left to the types of the fields.
fn object_schema(object: &Object) -> Map<String, Value> {
    let fields = object.fields.iter().map(|field| (field.name.clone(), field_schema(field)));
    let required: Vec<&str> = object.required_fields().map(|field| field.name.as_str()).collect();
    let mut schema = Map::new();
    schema.insert("type".into(), "object".into());
    schema.insert("properties".into(), fields.collect::<Map<_, _>>().into());
    schema.insert("additionalProperties".into(), false.into());
    if !required.is_empty() {
        schema.insert("required".into(), required.into());
    }
    schema
}

fn field_schema(field: &Field) -> Value {
    let value = match field.r#type.name.as_str() {
        "bool" => json!({ "type": "boolean" }),
        "String" => json!({ "type": "string" }),
        "Kind" => json!({ "const": words(&field.r#type)[0] }),
        name => json!({ "$ref": format!("#/$defs/{name}") }),
    };
    let mut schema = if field.is_list { json!({ "type": "array", "items": value }) } else { value };
    if field.min_items > 0 {
        schema["minItems"] = field.min_items.into();
    }
    annotate(&mut schema, &field.description, &field.examples);
    schema
}

fn annotate(schema: &mut Value, description: &str, examples: &[Value]) {
    if !description.is_empty() {
        schema["description"] = description.into();
    }
    if !examples.is_empty() {
        schema["examples"] = examples.into();
    }
}

/// What a shape says of a type, as a definition says it.
fn type_schema(r#type: &Type) -> Value {
    let mut schema = match &r#type.form {
        Form::Object(object) => object_schema(object).into(),
        Form::Word(_) => json!({ "type": "string", "enum": words(r#type) }),
        Form::Integer { minimum, maximum } => json!({ "type": "integer", "minimum": minimum, "maximum": maximum }),
        Form::Number { minimum, maximum } => json!({ "type": "number", "minimum": minimum, "maximum": maximum }),
        Form::Id(kinds) => {
            let words = kinds.iter().map(|kind| kind.as_str()).collect::<Vec<_>>().join("|");
            let kinds = if kinds.len() > 1 { format!("({words})") } else { words };
            let pattern = format!("^{kinds}/[a-z0-9]+(-[a-z0-9]+)*$");
            assert_eq!(r#type.pattern, Some(pattern), "{}", r#type.name);
            json!({ "type": "string", "maxLength": standpoint_model::RecordId::MAX_LENGTH })
        }
        Form::Date | Form::Text | Form::WebAddress | Form::Token => json!({ "type": "string" }),
        Form::Boolean | Form::String => unreachable!("{} has a definition", r#type.name),
    };
    assert_eq!(schema["type"], r#type.form.json_type(), "{}", r#type.name);
    if let Some(pattern) = &r#type.pattern {
        schema["pattern"] = pattern.as_str().into();
    }
    annotate(&mut schema, &r#type.description, &r#type.examples);
    schema
}

fn words(r#type: &Type) -> Vec<&str> {
    let Form::Word(vocabulary) = &r#type.form else { unreachable!("{} is no vocabulary", r#type.name) };
    assert_eq!(vocabulary.name, r#type.name);
    vocabulary.words.iter().map(|word| word.word.as_str()).collect()
}

/// Compares what a type and those of its fields say with the definitions. All but the types that `Type::name` lists have one.
fn compare(root: &Value, r#type: &Type, seen: &mut Vec<String>) {
    let definition = &root["$defs"][&r#type.name];
    if definition.is_null() {
        assert!(["bool", "String", "Kind"].contains(&r#type.name.as_str()), "{} has no definition", r#type.name);
        return;
    }
    seen.push(r#type.name.clone());
    let mut definition = definition.clone();
    if r#type.name == "Estimate" {
        // That one number at least is given is left to the type.
        definition.as_object_mut().expect("a definition is an object").remove("anyOf").expect("it says so");
    }
    assert_eq!(type_schema(r#type), definition, "{}", r#type.name);
    if let Form::Object(object) = &r#type.form {
        compare_fields(root, object, seen);
    }
}

fn compare_fields(root: &Value, object: &Object, seen: &mut Vec<String>) {
    for field in &object.fields {
        compare(root, &field.r#type, seen);
    }
}

/// The order of keys is no part of the equality of JSON objects.
fn names_in_order(root: &Value, schema: &Value, object: &Object) {
    let names: Vec<&String> = schema["properties"].as_object().expect("an object has fields").keys().collect();
    assert!(object.fields.iter().map(|field| &field.name).eq(names));
    for field in &object.fields {
        let property = &schema["properties"][&field.name];
        let (definition, _) = resolved(root, if field.is_list { &property["items"] } else { property });
        if let Form::Object(object) = &field.r#type.form {
            names_in_order(root, definition, object);
        }
    }
}

#[test]
fn shapes_say_what_the_schemas_say() {
    for shape in Shape::all() {
        let root = schema_of(shape.kind);
        let mut record = root.clone();
        for keyword in ["$schema", "$id", "$defs", "title"] {
            record.as_object_mut().expect("a schema is an object").remove(keyword);
        }
        let mut of_shape = object_schema(&shape.object);
        of_shape.insert("description".into(), shape.description.as_str().into());
        assert_eq!(Value::from(of_shape), record, "{}", shape.kind);
        names_in_order(root, root, &shape.object);

        let mut seen = Vec::new();
        compare_fields(root, &shape.object, &mut seen);
        for name in root["$defs"].as_object().expect("every schema has definitions").keys() {
            assert!(seen.contains(name), "no field of `{}` has the type {name}", shape.kind);
        }
    }
}

#[test]
fn the_fields_that_hold_data_come_after_the_schema_and_the_kind() {
    for (shape, &kind) in Shape::all().zip(Kind::ALL) {
        assert_eq!(shape.kind, kind);
        let [schema, own, fields @ ..] = &shape.object.fields[..] else { panic!("{kind} has fields") };
        assert_eq!((schema.name.as_str(), &schema.r#type.form), ("$schema", &Form::String));
        assert_eq!((own.name.as_str(), words(&own.r#type)), ("kind", vec![kind.as_str()]));
        assert_eq!(fields, shape.fields());
        assert_eq!(fields[0].name, "id");
        assert!(!shape.description.is_empty());
        assert_eq!(fields[0].r#type.form, Form::Id(vec![kind]));
        let strings = fields.iter().filter(|field| field.r#type.form == Form::String);
        assert_eq!(strings.count(), 0, "a type of the model checks every string of {kind}");
    }
}

#[test]
fn every_field_has_an_example_and_words_have_meanings() {
    fn check(object: &Object) {
        for field in &object.fields {
            assert!(field.example().is_some(), "{} has no example", field.name);
            match &field.r#type.form {
                Form::Object(object) => check(object),
                Form::Word(vocabulary) if !["Kind", "CountryCode"].contains(&vocabulary.name.as_str()) => {
                    let explained = vocabulary.words.iter().all(|word| word.meaning.is_some());
                    assert!(explained && !vocabulary.description.contains('\n'), "{}", vocabulary.name);
                }
                _ => {}
            }
        }
    }
    Shape::all().for_each(|shape| check(&shape.object));
}

#[test]
fn a_shape_can_be_written_and_read_back() {
    for shape in Shape::all() {
        let json = serde_json::to_string(shape).expect("a shape is plain data");
        let read: Shape = serde_json::from_str(&json).expect("what was written can be read");
        assert_eq!(&read, shape);
    }
}
