//! A record as triples.

use std::{collections::BTreeSet, io};

use oxrdf::{NamedNodeRef, TripleRef, vocab::rdf};
use standpoint_model::Record;

use super::{
    identity::verdicts,
    mapping::{Class, Part, Property, Range},
    name::{Base, graph, push_inner},
    terms::{ASSERTION, ENTITY, IS_PART_OF, ORDER, SEQUENCE, WAS_DERIVED_FROM, named},
};
use crate::tree::{Fields, Items, Tree, Value};

/// Makes triples of records, one record after another.
pub(super) struct Triples<'a> {
    base: &'a Base,
    /// Kept, as the names are, for their allocations.
    tree: Tree,
    node: String,
    object: String,
}

impl<'a> Triples<'a> {
    pub(super) fn new(base: &'a Base) -> Self {
        Self { base, tree: Tree::default(), node: String::new(), object: String::new() }
    }

    /// Gives `take` all triples of `record`, those of one subject after another. Those that OWL has for an identity come last.
    pub(super) fn each(
        &mut self,
        record: &Record,
        take: impl FnMut(Part, TripleRef<'_>) -> io::Result<()>,
    ) -> io::Result<()> {
        let Self { base, tree, node, object } = self;
        tree.fill(record)?;
        node.clear();
        base.push_record(record.id(), node);
        let (class, fields) = (Class::of(record.kind()), tree.fields());
        let mut writer = Writer { base, take, object };
        writer.own(node, class, fields, Part::Assertion)?;
        if let Some(dataset) = base.dataset_of(record) {
            writer.link_to(Part::Provenance, node, IS_PART_OF, |name| base.push_record(dataset, name))?;
        }
        let sources = sources(record);
        if sources.is_empty() {
            writer.below(node, class, fields)?;
        } else {
            let assertion = graph(node, "assertion");
            writer.link(Part::Provenance, node, ASSERTION, &assertion)?;
            writer.below(node, class, fields)?;
            writer.derivation(&assertion, &sources)?;
        }
        let Some(verdicts) = verdicts(record) else { return Ok(()) };
        let first = base.record(verdicts.first);
        verdicts.others.iter().try_for_each(|other| {
            writer.link_to(Part::Assertion, &first, verdicts.predicate, |name| base.push_record(other, name))
        })
    }
}

/// The ids of the sources that the basis of a record cites, each once, in order.
pub(super) fn sources(record: &Record) -> BTreeSet<&str> {
    let evidence = record.basis().into_iter().flat_map(|basis| basis.evidence.iter());
    evidence.map(|citation| citation.source.as_str()).collect()
}

/// Whether the values of a list come in an order that a set does not tell.
pub(super) fn has_order(items: Items<'_>) -> bool {
    !items.iter().is_sorted_by(|one, next| one.text() < next.text())
}

struct Writer<'a, T> {
    base: &'a Base,
    take: T,
    /// The name of what is linked to.
    object: &'a mut String,
}

impl<T: FnMut(Part, TripleRef<'_>) -> io::Result<()>> Writer<'_, T> {
    /// The triples whose subject is `node` itself.
    fn own(&mut self, node: &str, class: &Class, fields: Fields<'_>, part: Part) -> io::Result<()> {
        for class in &class.types {
            self.link(part, node, rdf::TYPE, class.as_str())?;
        }
        for (property, value) in present(class, fields) {
            let predicate = property.predicate.as_ref();
            match (value, &property.range) {
                (Value::List(items), Range::Object(_)) => {
                    for (step, _) in items.iter().enumerate() {
                        self.link_inner(property, node, predicate, Some(step))?;
                    }
                }
                (_, Range::Object(_)) => self.link_inner(property, node, predicate, None)?,
                (Value::List(items), _) => {
                    let mut distinct: Vec<_> = items.iter().collect();
                    distinct.sort_by(|one, other| one.text().cmp(&other.text()));
                    distinct.dedup_by(|one, other| one.text() == other.text());
                    for item in distinct {
                        self.value(property, node, predicate, item)?;
                    }
                    if has_order(items) {
                        self.link_inner(property, node, ORDER, None)?;
                    }
                }
                (value, _) => {
                    self.value(property, node, predicate, value)?;
                    self.derived(property, node, value)?;
                }
            }
        }
        Ok(())
    }

    /// The triples of all that `node` holds. It is made longer for that and left as it was.
    fn below(&mut self, node: &mut String, class: &Class, fields: Fields<'_>) -> io::Result<()> {
        let length = node.len();
        for (property, value) in present(class, fields) {
            match (value, &property.range) {
                (Value::List(items), Range::Object(class)) => {
                    for (step, item) in items.iter().enumerate() {
                        push_inner(node, &property.field.name, Some(step));
                        self.object(node, class, item, property.part)?;
                        node.truncate(length);
                    }
                }
                (value, Range::Object(class)) => {
                    push_inner(node, &property.field.name, None);
                    self.object(node, class, value, property.part)?;
                }
                (Value::List(items), _) if has_order(items) => {
                    push_inner(node, &property.field.name, None);
                    self.order(node, property, items)?;
                }
                _ => {}
            }
            node.truncate(length);
        }
        Ok(())
    }

    fn object(&mut self, node: &mut String, class: &Class, value: Value<'_>, part: Part) -> io::Result<()> {
        let Value::Object(fields) = value else { return Ok(()) };
        self.own(node, class, fields, part)?;
        self.below(node, class, fields)
    }

    fn order(&mut self, node: &str, property: &Property, items: Items<'_>) -> io::Result<()> {
        self.link(property.part, node, rdf::TYPE, SEQUENCE.as_str())?;
        for (step, item) in items.iter().enumerate() {
            self.value(property, node, named(&format!("rdf:_{}", step + 1)).as_ref(), item)?;
        }
        Ok(())
    }

    fn derivation(&mut self, assertion: &str, sources: &BTreeSet<&str>) -> io::Result<()> {
        self.link(Part::Provenance, assertion, rdf::TYPE, ENTITY.as_str())?;
        let base = self.base;
        sources.iter().try_for_each(|source| {
            self.link_to(Part::Provenance, assertion, WAS_DERIVED_FROM, |name| base.push_record(source, name))
        })
    }

    fn value(
        &mut self,
        property: &Property,
        node: &str,
        predicate: NamedNodeRef<'_>,
        value: Value<'_>,
    ) -> io::Result<()> {
        let text = value.text();
        let base = self.base;
        match &property.range {
            Range::Record(_) => self.link_to(property.part, node, predicate, |name| base.push_record(&text, name)),
            Range::Name(before) => self.link_to(property.part, node, predicate, |name| {
                name.push_str(before);
                name.push_str(&text);
            }),
            Range::Literal(datatype) => {
                let subject = NamedNodeRef::new_unchecked(node);
                (self.take)(property.part, TripleRef::new(subject, predicate, datatype.literal(&text)))
            }
            // Objects are linked by their pointers.
            Range::Object(_) => Ok(()),
        }
    }

    /// What follows from a value.
    fn derived(&mut self, property: &Property, node: &str, value: Value<'_>) -> io::Result<()> {
        let subject = NamedNodeRef::new_unchecked(node);
        property.derived.iter().try_for_each(|derived| {
            let Some(value) = derived.value(&value.text()) else { return Ok(()) };
            (self.take)(
                property.part,
                TripleRef::new(subject, derived.predicate.as_ref(), derived.follows.term(&value)),
            )
        })
    }

    /// Links `node` to what it holds as a property.
    fn link_inner(
        &mut self,
        property: &Property,
        node: &str,
        predicate: NamedNodeRef<'_>,
        step: Option<usize>,
    ) -> io::Result<()> {
        self.link_to(property.part, node, predicate, |object| {
            object.push_str(node);
            push_inner(object, &property.field.name, step);
        })
    }

    fn link_to(
        &mut self,
        part: Part,
        node: &str,
        predicate: NamedNodeRef<'_>,
        name: impl FnOnce(&mut String),
    ) -> io::Result<()> {
        self.object.clear();
        name(self.object);
        let (subject, object) = (NamedNodeRef::new_unchecked(node), NamedNodeRef::new_unchecked(self.object));
        (self.take)(part, TripleRef::new(subject, predicate, object))
    }

    fn link(&mut self, part: Part, node: &str, predicate: NamedNodeRef<'_>, object: &str) -> io::Result<()> {
        let (subject, object) = (NamedNodeRef::new_unchecked(node), NamedNodeRef::new_unchecked(object));
        (self.take)(part, TripleRef::new(subject, predicate, object))
    }
}

/// The properties that a thing has, with their values.
pub(super) fn present<'a>(class: &'a Class, fields: Fields<'a>) -> impl Iterator<Item = (&'a Property, Value<'a>)> {
    // Both come in one order, so that the search goes on where it ended. The kind of a record is no property.
    let mut rest = class.properties.as_slice();
    fields.iter().filter_map(move |(field, value)| {
        let at = rest.iter().position(|property| property.field.name == field)?;
        let property = &rest[at];
        rest = &rest[at + 1..];
        Some((property, value))
    })
}
