//! Records, made from their shapes: a field that is added to the model is in every record here.

use proptest::{
    collection::vec,
    option::of,
    prelude::{BoxedStrategy, Just, Strategy, any},
    prop_oneof,
    sample::select,
    strategy::Union,
};
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::{
    date::edtf,
    lexical::{
        amount, coding_scheme, count, duration, field_path, id_of, language_tag, latitude, license, longitude,
        media_type, rank, sha256, slug, text, unit, version, web_address,
    },
    quantity::{estimate, span},
};
use crate::{
    Kind, Record,
    shape::{Field, Form, Object, Shape, Type},
};

/// Records of every kind.
pub fn record() -> BoxedStrategy<Record> {
    Union::new(Kind::ALL.iter().copied().map(record_of)).boxed()
}

/// Records of one kind.
pub fn record_of(kind: Kind) -> BoxedStrategy<Record> {
    let fields = Shape::of(kind).fields();
    fields_of(fields)
        .prop_filter_map("not a record", move |fields| {
            let mut record = Map::from_iter([("kind".to_owned(), json!(kind))]);
            record.extend(fields);
            serde_json::from_value(record.into()).ok()
        })
        .boxed()
}

/// Objects with these fields, the optional ones there or not.
fn fields_of(fields: &[Field]) -> BoxedStrategy<Map<String, Value>> {
    let fields: Vec<BoxedStrategy<Option<(String, Value)>>> = fields.iter().map(field).collect();
    fields.prop_map(|fields| fields.into_iter().flatten().collect()).boxed()
}

fn field(field: &Field) -> BoxedStrategy<Option<(String, Value)>> {
    let value = value(&field.r#type);
    let value = if field.is_list {
        vec(value, field.min_items..=field.min_items + 2).prop_map(Value::from).boxed()
    } else {
        value
    };
    let name = field.name.clone();
    let named = value.prop_map(move |value| (name.clone(), value)).boxed();
    if field.required {
        named.prop_map(Some).boxed()
    } else if field.name == "allow" {
        // Mostly none, as in what contributors write.
        prop_oneof![3 => Just(None), 1 => named.prop_map(Some)].boxed()
    } else {
        of(named).boxed()
    }
}

fn value(r#type: &Type) -> BoxedStrategy<Value> {
    match (r#type.name.as_str(), &r#type.form) {
        ("Span", _) => json_of(span()),
        ("Estimate", _) => json_of(estimate()),
        (_, Form::Object(Object { fields })) => fields_of(fields).prop_map(Value::from).boxed(),
        (_, Form::Word(vocabulary)) => {
            let words: Vec<String> = vocabulary.words.iter().map(|word| word.word.clone()).collect();
            json_of(select(words))
        }
        (_, Form::Id(kinds)) => json_of(id_of(kinds)),
        (_, Form::Date) => json_of(edtf()),
        (_, Form::Text) => json_of(text()),
        (_, Form::WebAddress) => json_of(web_address()),
        (_, Form::Boolean) => json_of(any::<bool>()),
        (name, Form::Token | Form::String | Form::Integer { .. } | Form::Number { .. }) => scalar(name),
    }
}

/// Values of the types that have rules of their own, by their names.
///
/// # Panics
///
/// On a type that is not among them, which the tests would find: they make every field.
fn scalar(name: &str) -> BoxedStrategy<Value> {
    match name {
        "Amount" => json_of(amount()),
        "CodingScheme" => json_of(coding_scheme()),
        "Count" => json_of(count()),
        "Duration" => json_of(duration()),
        "FieldPath" => json_of(field_path()),
        "LanguageTag" => json_of(language_tag()),
        "Latitude" => json_of(latitude()),
        "License" => json_of(license()),
        "Longitude" => json_of(longitude()),
        "MediaType" => json_of(media_type()),
        "Rank" => json_of(rank()),
        "Sha256" => json_of(sha256()),
        "Slug" => json_of(slug()),
        "Unit" => json_of(unit()),
        "Version" => json_of(version()),
        other => unreachable!("no strategy for the type {other}"),
    }
}

fn json_of<T: Serialize + std::fmt::Debug + 'static>(
    values: impl Strategy<Value = T> + 'static,
) -> BoxedStrategy<Value> {
    values.prop_map(|value| json!(value)).boxed()
}
