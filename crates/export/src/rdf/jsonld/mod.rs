//! JSON-LD: the records as nested objects, with a context that says which triples they are.

pub(crate) mod context;
mod read;

use std::{borrow::Cow, io, iter};

use serde::{Serialize, Serializer, ser::SerializeMap};
use serde_json::{Value, json};
use standpoint_model::Record;

use self::context::context;
use super::{
    datatype::Datatype,
    identity::verdicts,
    mapping::{Class, Property, Range},
    name::{Base, graph, inner},
    triples::{has_order, present, sources},
};
use crate::{
    Format, Records, Write,
    tree::{Fields, Items, Tree, Value as Held},
};

pub(crate) const FORMAT: Format = Format {
    name: "jsonld",
    summary: "RDF as JSON, in the keys and the nesting of the records, with its context",
    extension: "jsonld",
    media_type: "application/ld+json",
    docs: include_str!("../../../docs/jsonld.md"),
    losses: &[],
    streams: true,
    public: false,
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
    records.write_each(out, ",", |record, text| {
        text.push(b'\n');
        write_record(record, &base, text)
    })?;
    out.write_all(b"\n]\n}\n")
}

/// Writes the node object of a record, and beside that of an identity what OWL says of the first of its records.
fn write_record(record: &Record, base: &Base, out: &mut Vec<u8>) -> io::Result<()> {
    let tree = Tree::of(record)?;
    let name = base.record(record.id());
    let sources = sources(record);
    let assertion = (!sources.is_empty()).then(|| {
        json!({
            "@id": base.short(&graph(&name, "assertion")),
            "@type": "prov:Entity",
            "wasDerivedFrom": sources.iter().map(|source| base.link(source)).collect::<Vec<_>>(),
        })
    });
    let dataset = base.dataset_of(record).map(|dataset| base.link(dataset));
    let thing = Thing { base, name, class: Class::of(record.kind()), fields: tree.fields(), dataset, assertion };
    serde_json::to_writer(&mut *out, &thing)?;
    if let Some(verdicts) = verdicts(record) {
        out.extend_from_slice(b",\n");
        let others: Vec<_> = verdicts.others.iter().map(|other| base.link(other)).collect();
        serde_json::to_writer(out, &json!({ "@id": base.link(verdicts.first), verdicts.key: others }))?;
    }
    Ok(())
}

/// A thing as a node object.
struct Thing<'a> {
    base: &'a Base,
    name: String,
    class: &'a Class,
    fields: Fields<'a>,
    /// The dataset that a record is part of.
    dataset: Option<Cow<'a, str>>,
    assertion: Option<Value>,
}

impl<'a> Thing<'a> {
    /// What it holds there as a thing. Nothing else that it holds is one.
    fn held(&self, class: &'a Class, field: &str, step: Option<usize>, value: Held<'a>) -> Option<Self> {
        let Held::Object(fields) = value else { return None };
        Some(Self { name: inner(&self.name, field, step), class, fields, dataset: None, assertion: None, ..*self })
    }

    fn serialize_field<M: SerializeMap>(
        &self,
        property: &'a Property,
        value: Held<'a>,
        map: &mut M,
    ) -> Result<(), M::Error> {
        let field = property.field.name.as_str();
        match (value, &property.range) {
            (Held::List(items), Range::Object(class)) => {
                let items = items.iter().enumerate();
                let things = items.map(|(step, item)| self.held(class, field, Some(step), item));
                map.serialize_entry(field, &things.collect::<Vec<_>>())
            }
            (value, Range::Object(class)) => map.serialize_entry(field, &self.held(class, field, None, value)),
            (Held::List(items), _) => {
                let items = items.iter().map(|item| Plain { base: self.base, property, value: item });
                map.serialize_entry(field, &items.collect::<Vec<_>>())
            }
            (value, _) => {
                map.serialize_entry(field, &Plain { base: self.base, property, value })?;
                property.derived.iter().try_for_each(|derived| match derived.value(&value.text()) {
                    Some(value) => map.serialize_entry(&derived.key, &value),
                    None => Ok(()),
                })
            }
        }
    }

    /// The orders of lists that have one.
    fn orders(&self) -> Vec<Value> {
        let lists = present(self.class, self.fields).filter_map(|(property, value)| match (value, &property.range) {
            (_, Range::Object(_)) => None,
            (Held::List(items), _) if has_order(items) => Some((property, items)),
            _ => None,
        });
        lists.map(|(property, items)| order(self.base, &self.name, property, items)).collect()
    }
}

impl Serialize for Thing<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("@id", self.base.short(&self.name))?;
        let types: Vec<&str> = iter::once(self.class.name.as_str()).chain(self.class.others.iter().copied()).collect();
        map.serialize_entry("@type", &types)?;
        for (property, value) in present(self.class, self.fields) {
            self.serialize_field(property, value, &mut map)?;
        }
        let orders = self.orders();
        if !orders.is_empty() {
            map.serialize_entry("order", &orders)?;
        }
        if let Some(dataset) = &self.dataset {
            map.serialize_entry("isPartOf", dataset)?;
        }
        if let Some(assertion) = &self.assertion {
            map.serialize_entry("assertion", assertion)?;
        }
        map.end()
    }
}

/// A value where the context knows its property, and so its type.
struct Plain<'a> {
    base: &'a Base,
    property: &'a Property,
    value: Held<'a>,
}

impl Serialize for Plain<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.property.range {
            Range::Record(_) => serializer.serialize_str(&self.base.link(&self.value.text())),
            // A number that is not whole would be written with an exponent by whoever makes triples of it.
            Range::Literal(Datatype::Number) => serializer.serialize_str(&self.value.text()),
            Range::Name(_) | Range::Literal(_) | Range::Object(_) => self.value.serialize(serializer),
        }
    }
}

fn order(base: &Base, holder: &str, property: &Property, items: Items<'_>) -> Value {
    let name = inner(holder, &property.field.name, None);
    let mut order = json!({ "@id": base.short(&name), "@type": "rdf:Seq" });
    for (step, item) in items.iter().enumerate() {
        let text = item.text();
        order[format!("rdf:_{}", step + 1)] = match &property.range {
            Range::Record(_) => json!({ "@id": base.link(&text) }),
            Range::Name(before) => json!({ "@id": format!("{before}{text}") }),
            // Some readers tell a string with its type from one without.
            Range::Literal(Datatype::Text) => text.into(),
            Range::Literal(datatype) => json!({ "@value": text, "@type": datatype.short() }),
            // Objects have their order by their pointers.
            Range::Object(_) => Value::Null,
        };
    }
    order
}
