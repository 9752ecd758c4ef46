//! The context of JSON-LD: which keys of a document are which properties.

use std::iter;

use serde_json::{Map, Value, json};
use standpoint_model::shape::Form;

use crate::rdf::{
    datatype::Datatype,
    mapping::{Class, Property, Range},
    terms::PREFIXES,
};

/// The context of every document, which lacks the address of the records alone.
///
/// Each class has the keys of its own things, so that one key, such as `text`, can be another property in another class.
pub(super) fn context() -> Map<String, Value> {
    let mut context = Map::from_iter([("@version".to_owned(), json!(1.1))]);
    context.extend(PREFIXES.map(|(prefix, full)| (prefix.to_owned(), full.into())));
    context.insert("isPartOf".into(), json!({ "@id": "schema:isPartOf", "@type": "@id" }));
    context.insert("assertion".into(), "sp:assertion".into());
    context.insert("order".into(), json!({ "@id": "sp:order", "@container": "@set" }));
    context
        .insert("wasDerivedFrom".into(), json!({ "@id": "prov:wasDerivedFrom", "@type": "@id", "@container": "@set" }));
    for key in ["sameAs", "differentFrom"] {
        context.insert(key.into(), json!({ "@id": format!("owl:{key}"), "@type": "@id", "@container": "@set" }));
    }
    let classes: Vec<_> = Class::each().map(|class| (class.name.clone(), scoped(class, &context))).collect();
    context.extend(classes);
    context
}

/// The context as a document of its own.
pub(crate) fn text() -> String {
    format!("{:#}\n", json!({ "@context": context() }))
}

/// A class, with the keys of its things.
fn scoped(class: &Class, outside: &Map<String, Value>) -> Value {
    let is_key = |word: &&String| {
        outside.contains_key(*word) || class.properties.iter().any(|property| property.field.name == **word)
    };
    let keys = class.properties.iter().flat_map(|property| {
        let derived = property.derived.iter().map(|derived| {
            let r#type = derived.follows.datatype().unwrap_or("@id");
            (derived.key.clone(), json!({ "@id": derived.short, "@type": r#type }))
        });
        iter::once((property.field.name.clone(), key(property, is_key))).chain(derived)
    });
    json!({ "@id": format!("sp:{}", class.name), "@context": keys.collect::<Map<_, _>>() })
}

fn key(property: &Property, is_key: impl Fn(&&String) -> bool) -> Value {
    let mut key = json!({ "@id": property.short });
    match (&property.range, &property.field.r#type.form) {
        (Range::Record(_), _) => key["@type"] = "@id".into(),
        (Range::Name(before), Form::Word(vocabulary)) => {
            key["@type"] = "@vocab".into();
            // A word that is a key too would be taken for that.
            let words = vocabulary
                .words
                .iter()
                .map(|known| &known.word)
                .filter(is_key)
                .map(|word| (word.clone(), format!("{before}{word}").into()));
            key["@context"] =
                iter::once(("@vocab".to_owned(), before.clone().into())).chain(words).collect::<Map<_, _>>().into();
        }
        (Range::Name(before), _) => {
            key["@type"] = "@id".into();
            key["@context"] = json!({ "@base": before });
        }
        (Range::Literal(Datatype::Text) | Range::Object(_), _) => {}
        (Range::Literal(datatype), _) => key["@type"] = datatype.short().into(),
    }
    if property.field.is_list {
        key["@container"] = "@set".into();
    }
    match key {
        Value::Object(entries) if entries.len() == 1 => property.short.as_str().into(),
        _ => key,
    }
}
