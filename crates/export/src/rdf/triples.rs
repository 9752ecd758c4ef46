//! A record as triples.

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
};

use oxrdf::{
    LiteralRef, NamedNodeRef, TripleRef,
    vocab::{rdf, xsd},
};
use serde_json::{Map, Value};
use standpoint_model::Record;

use super::{
    mapping::{Class, Datatype, Part, Property, Range, text_of},
    name::{Base, graph, inner},
    terms::named,
};

/// Takes the triples of a record one by one, those of one subject after another.
pub(super) type Take<'a> = dyn FnMut(Part, TripleRef<'_>) -> io::Result<()> + 'a;

/// Gives `take` all triples of `record`.
pub(super) fn write(record: &Record, base: &Base, take: &mut Take<'_>) -> io::Result<()> {
    let Value::Object(fields) = serde_json::to_value(record)? else { return Ok(()) };
    let node = base.record(record.id());
    let mut writer = Writer { base, take };
    let class = Class::of(record.kind());
    let sources = sources(&fields);
    writer.own(&node, class, &fields, Part::Assertion)?;
    if !sources.is_empty() {
        let assertion = graph(&node, "assertion");
        writer.link(Part::Provenance, &node, named("sp:assertion").as_ref(), &assertion)?;
        writer.below(&node, class, &fields)?;
        return writer.derivation(&assertion, &sources);
    }
    writer.below(&node, class, &fields)
}

/// The ids of the sources that the basis of a record cites, each once, in order.
pub(super) fn sources(fields: &Map<String, Value>) -> BTreeSet<&str> {
    let evidence = fields.get("basis").and_then(|basis| basis["evidence"].as_array());
    evidence.into_iter().flatten().filter_map(|citation| citation["source"].as_str()).collect()
}

/// Whether the values of a list come in an order that a set does not tell.
pub(super) fn has_order(items: &[Value]) -> bool {
    !items.is_sorted_by(|one, next| text_of(one) < text_of(next))
}

struct Writer<'a, 'b> {
    base: &'a Base,
    take: &'a mut Take<'b>,
}

impl Writer<'_, '_> {
    /// The triples whose subject is `node` itself.
    fn own(&mut self, node: &str, class: &Class, fields: &Map<String, Value>, part: Part) -> io::Result<()> {
        for class in &class.types {
            self.link(part, node, rdf::TYPE, class.as_str())?;
        }
        for (property, value) in present(class, fields) {
            let predicate = property.predicate.as_ref();
            match (value, &property.range) {
                (Value::Array(items), Range::Object(_)) => {
                    for step in 0..items.len() {
                        let item = inner(node, &format!("{}/{step}", property.field.name));
                        self.link(property.part, node, predicate, &item)?;
                    }
                }
                (_, Range::Object(_)) => {
                    self.link(property.part, node, predicate, &inner(node, &property.field.name))?;
                }
                (Value::Array(items), _) => {
                    for item in items.iter().map(|item| (text_of(item), item)).collect::<BTreeMap<_, _>>().values() {
                        self.value(node, predicate, property, item)?;
                    }
                    if has_order(items) {
                        let order = inner(node, &property.field.name);
                        self.link(property.part, node, named("sp:order").as_ref(), &order)?;
                    }
                }
                (value, _) => self.value(node, predicate, property, value)?,
            }
        }
        Ok(())
    }

    /// The triples of all that `node` holds.
    fn below(&mut self, node: &str, class: &Class, fields: &Map<String, Value>) -> io::Result<()> {
        for (property, value) in present(class, fields) {
            match (value, &property.range) {
                (Value::Array(items), Range::Object(class)) => {
                    for (step, item) in items.iter().enumerate() {
                        let item_node = inner(node, &format!("{}/{step}", property.field.name));
                        self.object(&item_node, class, item, property.part)?;
                    }
                }
                (value, Range::Object(class)) => {
                    self.object(&inner(node, &property.field.name), class, value, property.part)?;
                }
                (Value::Array(items), _) if has_order(items) => {
                    self.order(&inner(node, &property.field.name), property, items)?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn object(&mut self, node: &str, class: &Class, value: &Value, part: Part) -> io::Result<()> {
        let Value::Object(fields) = value else { return Ok(()) };
        self.own(node, class, fields, part)?;
        self.below(node, class, fields)
    }

    fn order(&mut self, node: &str, property: &Property, items: &[Value]) -> io::Result<()> {
        self.link(property.part, node, rdf::TYPE, named("rdf:Seq").as_str())?;
        for (step, item) in items.iter().enumerate() {
            self.value(node, named(&format!("rdf:_{}", step + 1)).as_ref(), property, item)?;
        }
        Ok(())
    }

    fn derivation(&mut self, assertion: &str, sources: &BTreeSet<&str>) -> io::Result<()> {
        self.link(Part::Provenance, assertion, rdf::TYPE, named("prov:Entity").as_str())?;
        for source in sources {
            let source = self.base.record(source);
            self.link(Part::Provenance, assertion, named("prov:wasDerivedFrom").as_ref(), &source)?;
        }
        Ok(())
    }

    fn value(&mut self, node: &str, predicate: NamedNodeRef<'_>, to: &Property, value: &Value) -> io::Result<()> {
        let text = text_of(value);
        match &to.range {
            Range::Record(_) => self.link(to.part, node, predicate, &self.base.record(&text)),
            Range::Name(before) => self.link(to.part, node, predicate, &format!("{before}{text}")),
            Range::Literal(datatype) => {
                let subject = NamedNodeRef::new_unchecked(node);
                (self.take)(to.part, TripleRef::new(subject, predicate, literal(&text, *datatype)))
            }
            // Objects are linked by their pointers.
            Range::Object(_) => Ok(()),
        }
    }

    fn link(&mut self, part: Part, node: &str, predicate: NamedNodeRef<'_>, object: &str) -> io::Result<()> {
        let (subject, object) = (NamedNodeRef::new_unchecked(node), NamedNodeRef::new_unchecked(object));
        (self.take)(part, TripleRef::new(subject, predicate, object))
    }
}

/// The properties that a thing has, with their values.
pub(super) fn present<'a>(
    class: &'a Class,
    fields: &'a Map<String, Value>,
) -> impl Iterator<Item = (&'a Property, &'a Value)> {
    class.properties.iter().filter_map(|property| Some((property, fields.get(&property.field.name)?)))
}

/// A text as a literal of that type.
pub(super) fn literal(text: &str, datatype: Datatype) -> LiteralRef<'_> {
    match datatype {
        Datatype::Text => LiteralRef::new_simple_literal(text),
        Datatype::Date => LiteralRef::new_typed_literal(text, EDTF),
        Datatype::WebAddress => LiteralRef::new_typed_literal(text, xsd::ANY_URI),
        Datatype::Integer => LiteralRef::new_typed_literal(text, xsd::NON_NEGATIVE_INTEGER),
        Datatype::Number => LiteralRef::new_typed_literal(text, xsd::DECIMAL),
        Datatype::Boolean => LiteralRef::new_typed_literal(text, xsd::BOOLEAN),
    }
}

const EDTF: NamedNodeRef<'static> = NamedNodeRef::new_unchecked("http://id.loc.gov/datatypes/edtf/EDTF");
