//! JSON-LD: the records as nested objects, with a context that says which triples they are.

pub(crate) mod context;
mod read;

use std::{io, iter};

use serde_json::{Map, Value, json};
use standpoint_model::Record;

use self::context::context;
use super::{
    mapping::{Class, Datatype, Property, Range, text_of},
    name::{Base, graph, inner},
    triples::{has_order, present, sources},
};
use crate::{Format, Records, Write};

pub(crate) const FORMAT: Format = Format {
    name: "jsonld",
    summary: "RDF as JSON, in the keys and the nesting of the records, with its context",
    extension: "jsonld",
    media_type: "application/ld+json",
    docs: include_str!("../../../docs/jsonld.md"),
    losses: &[],
    streams: true,
    write: Write::Stream(write),
    read: Some(read::read),
};

fn write(records: Records<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let base = Base::of(records.manifest());
    let mut entries = context();
    if let Some(address) = base.to_resolve_against() {
        entries.shift_insert(0, "@base".into(), address.into());
    }
    write!(out, "{{\n\"@context\": {:#},\n\"@graph\": [", Value::Object(entries))?;
    let mut before = "\n";
    for record in records {
        out.write_all(before.as_bytes())?;
        serde_json::to_writer(&mut *out, &document(&*record?, &base)?)?;
        before = ",\n";
    }
    out.write_all(b"\n]\n}\n")
}

/// The node object of a record.
fn document(record: &Record, base: &Base) -> io::Result<Value> {
    let Value::Object(fields) = serde_json::to_value(record)? else { return Ok(Value::Null) };
    let name = base.record(record.id());
    let mut document = object(base, &name, Class::of(record.kind()), &fields);
    let sources = sources(&fields);
    if !sources.is_empty() {
        let derived_from: Vec<_> = sources.into_iter().map(|source| link(base, &base.record(source))).collect();
        document["assertion"] = json!({
            "@id": base.short(&graph(&name, "assertion")),
            "@type": "prov:Entity",
            "wasDerivedFrom": derived_from,
        });
    }
    Ok(document)
}

fn object(base: &Base, name: &str, class: &Class, fields: &Map<String, Value>) -> Value {
    let types: Vec<&str> = iter::once(class.name.as_str()).chain(class.others.iter().copied()).collect();
    let mut object = json!({ "@id": base.short(name), "@type": types });
    let mut orders = Vec::new();
    for (property, value) in present(class, fields) {
        let field = property.field.name.as_str();
        object[field] = match (value, &property.range) {
            (Value::Array(items), Range::Object(class)) => {
                let items = items.iter().enumerate();
                items.map(|(step, item)| below(base, &inner(name, &format!("{field}/{step}")), class, item)).collect()
            }
            (value, Range::Object(class)) => below(base, &inner(name, field), class, value),
            (Value::Array(items), _) => {
                if has_order(items) {
                    orders.push(order(base, &inner(name, field), property, items));
                }
                items.iter().map(|item| plain(base, property, item)).collect()
            }
            (value, _) => plain(base, property, value),
        };
    }
    if !orders.is_empty() {
        object["order"] = orders.into();
    }
    object
}

fn below(base: &Base, name: &str, class: &Class, value: &Value) -> Value {
    value.as_object().map_or(Value::Null, |fields| object(base, name, class, fields))
}

/// A value where the context knows its property, and so its type.
fn plain(base: &Base, property: &Property, value: &Value) -> Value {
    match property.range {
        Range::Record(_) => link(base, &base.record(&text_of(value))),
        // A number that is not whole would be written with an exponent by whoever makes triples of it.
        Range::Literal(Datatype::Number) => text_of(value).into(),
        Range::Name(_) | Range::Literal(_) | Range::Object(_) => value.clone(),
    }
}

fn link(base: &Base, name: &str) -> Value {
    base.short(name).into()
}

fn order(base: &Base, name: &str, property: &Property, items: &[Value]) -> Value {
    let mut order = json!({ "@id": base.short(name), "@type": "rdf:Seq" });
    for (step, item) in items.iter().enumerate() {
        order[format!("rdf:_{}", step + 1)] = match &property.range {
            Range::Record(_) => json!({ "@id": plain(base, property, item) }),
            Range::Name(before) => json!({ "@id": format!("{before}{}", text_of(item)) }),
            Range::Literal(datatype) => json!({ "@value": text_of(item), "@type": datatype.short() }),
            // Objects have their order by their pointers.
            Range::Object(_) => Value::Null,
        };
    }
    order
}
