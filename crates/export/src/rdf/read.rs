//! Triples as records.

use std::{
    borrow::Cow,
    collections::{BTreeSet, HashSet},
    fmt::Display,
    path::Path,
};

use oxrdf::{NamedNode, NamedNodeRef, Quad, Term, vocab::rdf};
use serde_json::{Map, Value};
use standpoint_model::{Kind, Record};

use super::{
    datatype::text_of,
    graph::{Graph, Node, name_of},
    identity::verdicts,
    mapping::{Class, Property, Range},
    name::{graph, inner},
    terms::{ASSERTION, DIFFERENT_FROM, ENTITY, IS_PART_OF, ORDER, SAME_AS, SEQUENCE, WAS_DERIVED_FROM, named},
};
use crate::ImportError;

/// Why triples are no records.
#[derive(Debug, thiserror::Error)]
enum ReadError {
    #[error(
        "the record `{node}` should be named by the address of all records, `{base}`, and its `dcterms:identifier`"
    )]
    Record { node: String, base: String },
    #[error("`{node}` should be a blank node or named `{pointer}`")]
    Name { node: String, pointer: String },
    #[error("`{holder}` has `{node}`, of which nothing is said or which something else has too")]
    Absent { node: String, holder: String },
    #[error("`{node}` does not have the classes of a thing of the class {class}")]
    Class { node: String, class: String },
    #[error("`{node}` has `{predicate}`, which things of the class {class} do not have")]
    Unknown { node: String, predicate: String, class: String },
    #[error("`{node}` has several values of `{predicate}`")]
    Several { node: String, predicate: String },
    #[error("`{node}` has {value} as `{predicate}`, which should be {wanted}")]
    Value { node: String, predicate: String, value: String, wanted: String },
    #[error("`{node}` should order the values of a list, each numbered from 1")]
    Order { node: String },
    #[error("`{node}` should be derived from the sources that the record cites, and from no others")]
    Derivation { node: String },
    #[error("what OWL says of `{node}` should be what the identities say, and all of it")]
    Identity { node: String },
    #[error("`{node}` is neither a record nor a part of one")]
    Stray { node: String },
}

/// The records of the file at `path`, as a parser finds its triples.
pub(super) fn from_quads<E: Display>(
    path: &Path,
    quads: impl Iterator<Item = Result<Quad, E>>,
) -> Result<Vec<Value>, ImportError> {
    let malformed = |message| ImportError::Malformed { path: path.into(), message };
    let mut graph = Graph::default();
    for quad in quads {
        graph.add(quad.map_err(|error| malformed(error.to_string()))?);
    }
    records(graph).map_err(|error| malformed(error.to_string()))
}

/// The records that a graph holds, if they are all that it holds.
fn records(mut graph: Graph) -> Result<Vec<Value>, ReadError> {
    let said = [SAME_AS, DIFFERENT_FROM].map(|predicate| graph.take_all(predicate));
    let of_kind = |&kind| graph.names(&Class::of(kind).types[0]).into_iter().map(move |name| (kind, name));
    let names: Vec<(Kind, String)> = Kind::ALL.iter().flat_map(of_kind).collect();
    let base = names.first().and_then(|(kind, name)| base(*kind, name)).unwrap_or_default().to_owned();
    let mut reader = Reader { graph, base };
    let records: Vec<Value> = names.iter().map(|(kind, name)| reader.record(*kind, name)).collect::<Result<_, _>>()?;
    check_identities(&said, &records, &reader.base)?;
    match reader.graph.left() {
        Some(node) => Err(ReadError::Stray { node: node.into() }),
        None => Ok(records),
    }
}

/// OWL says again what the identities say, and nothing else. What is no record is left for the model to refuse.
fn check_identities(said: &[Vec<(String, Term)>; 2], records: &[Value], base: &str) -> Result<(), ReadError> {
    let mut meant: [BTreeSet<(String, String)>; 2] = Default::default();
    for record in records.iter().filter(|record| record["kind"] == Kind::Identity.as_str()) {
        let Ok(record) = serde_json::from_value::<Record>(record.clone()) else { return Ok(()) };
        let Some(verdicts) = verdicts(&record) else { continue };
        let pairs = verdicts.others.iter().map(|other| (format!("{base}{}", verdicts.first), format!("{base}{other}")));
        meant[usize::from(verdicts.predicate == DIFFERENT_FROM)].extend(pairs);
    }
    for (said, meant) in said.iter().zip(meant) {
        let name = |(node, other): &(String, Term)| Some((node.clone(), name_of(other)?));
        let said_of: Option<BTreeSet<(String, String)>> = said.iter().map(name).collect();
        let node = || said.first().map_or("", |(node, _)| node).to_owned();
        match said_of {
            Some(said) if said == meant => {}
            Some(said) => {
                let node = said.symmetric_difference(&meant).next().map(|(node, _)| node.clone()).unwrap_or_default();
                return Err(ReadError::Identity { node });
            }
            None => return Err(ReadError::Identity { node: node() }),
        }
    }
    Ok(())
}

/// What comes before the id in the name of a record of a kind.
fn base(kind: Kind, name: &str) -> Option<&str> {
    name.rsplit_once('/')?.0.strip_suffix(kind.as_str())
}

struct Reader {
    graph: Graph,
    /// What comes before the ids in the names of the records.
    base: String,
}

impl Reader {
    fn record(&mut self, kind: Kind, name: &str) -> Result<Value, ReadError> {
        let mut node = self.node(name, name, name)?;
        // All records of a file are of its dataset.
        node.take(IS_PART_OF);
        let assertions = node.take(ASSERTION);
        let mut fields = self.object(node, name, Class::of(kind))?;
        let id = fields.get("id").and_then(Value::as_str).unwrap_or_default();
        if name.strip_prefix(self.base.as_str()) != Some(id) {
            return Err(ReadError::Record { node: name.into(), base: self.base.clone() });
        }
        for assertion in assertions {
            self.derivation(name, &assertion, &fields)?;
        }
        fields.insert("kind".into(), kind.as_str().into());
        Ok(fields.into())
    }

    /// All that is said of what `holder` has at `pointer`. Nothing is had twice, so that there are no circles.
    fn node(&mut self, name: &str, pointer: &str, holder: &str) -> Result<Node, ReadError> {
        if name != pointer && !name.starts_with("_:") {
            return Err(ReadError::Name { node: name.into(), pointer: pointer.into() });
        }
        let absent = || ReadError::Absent { node: name.into(), holder: holder.into() };
        self.graph.take(name).ok_or_else(absent)
    }

    /// The fields of a thing. It is told its pointer, since it may have no name of its own.
    fn object(&mut self, mut node: Node, pointer: &str, class: &Class) -> Result<Map<String, Value>, ReadError> {
        let classes: Vec<_> = class.types.iter().map(NamedNode::as_ref).collect();
        check_classes(&mut node, &class.name, &classes)?;
        let mut orders = node.take(ORDER);
        let mut fields = Map::new();
        for property in &class.properties {
            for derived in &property.derived {
                node.take(derived.predicate.as_ref());
            }
            let values = node.take(property.predicate.as_ref());
            if values.is_empty() {
                continue;
            }
            let pointer = inner(pointer, &property.field.name, None);
            let value = if property.field.is_list {
                self.list(&node.name, &pointer, property, values, &mut orders)?
            } else if let [value] = &values[..] {
                self.value(&node.name, &pointer, property, value)?
            } else {
                return Err(ReadError::Several { node: node.name, predicate: property.short.clone() });
            };
            fields.insert(property.field.name.clone(), value);
        }
        if let Some(order) = orders.first() {
            return Err(ReadError::Order { node: order.to_string() });
        }
        check_empty(&node, &class.name)?;
        Ok(fields)
    }

    /// The values of a list in their order: objects by their pointers, others by `sp:order` or else by their text.
    fn list(
        &mut self,
        holder: &str,
        pointer: &str,
        property: &Property,
        mut values: Vec<Term>,
        orders: &mut Vec<Term>,
    ) -> Result<Value, ReadError> {
        values.sort_by_cached_key(|value| position(pointer, value));
        let items = values.iter().enumerate();
        let items = items.map(|(step, value)| self.value(holder, &format!("{pointer}/{step}"), property, value));
        let mut items = items.collect::<Result<Vec<_>, _>>()?;
        if let Range::Object(_) = property.range {
            return Ok(items.into());
        }
        items.sort_by(|one, next| text_of(one).cmp(&text_of(next)));
        let is_order = |order: &Term| matches!(order, Term::NamedNode(name) if name.as_str() == pointer);
        if let Some(at) = orders.iter().position(is_order) {
            orders.swap_remove(at);
            let ordered = self.sequence(holder, pointer, property)?;
            if texts(&ordered) != texts(&items) {
                return Err(ReadError::Order { node: pointer.into() });
            }
            items = ordered;
        }
        Ok(items.into())
    }

    /// The values of an `rdf:Seq`.
    fn sequence(&mut self, holder: &str, name: &str, property: &Property) -> Result<Vec<Value>, ReadError> {
        let mut node = self.node(name, name, holder)?;
        check_classes(&mut node, "rdf:Seq", &[SEQUENCE])?;
        let mut items = Vec::new();
        loop {
            match &node.take(named(&format!("rdf:_{}", items.len() + 1)).as_ref())[..] {
                [] => break,
                [item] => items.push(self.value(name, name, property, item)?),
                _ => return Err(ReadError::Order { node: name.into() }),
            }
        }
        check_empty(&node, "rdf:Seq")?;
        Ok(items)
    }

    /// What `holder` has at `pointer`.
    fn value(&mut self, holder: &str, pointer: &str, property: &Property, term: &Term) -> Result<Value, ReadError> {
        let wanted = match (&property.range, term) {
            (Range::Object(class), _) => match name_of(term) {
                Some(name) => {
                    let node = self.node(&name, pointer, holder)?;
                    return self.object(node, pointer, class).map(Value::Object);
                }
                None => format!("a thing of the class {}", class.name),
            },
            (Range::Record(_), Term::NamedNode(name)) if name.as_str().starts_with(&self.base) => {
                return Ok(name.as_str()[self.base.len()..].into());
            }
            (Range::Record(_), _) => format!("a name that begins with `{}`", self.base),
            (Range::Name(before), Term::NamedNode(name)) if name.as_str().starts_with(before) => {
                return Ok(name.as_str()[before.len()..].into());
            }
            (Range::Name(before), _) => format!("a name that begins with `{before}`"),
            (Range::Literal(datatype), Term::Literal(literal)) => match datatype.value(literal.as_ref()) {
                Some(value) => return Ok(value),
                None => datatype.wanted(),
            },
            (Range::Literal(datatype), _) => datatype.wanted(),
        };
        Err(ReadError::Value {
            node: holder.into(),
            predicate: property.short.clone(),
            value: term.to_string(),
            wanted,
        })
    }

    /// What a record was derived from says again what its basis cites, and nothing else.
    fn derivation(&mut self, record: &str, assertion: &Term, fields: &Map<String, Value>) -> Result<(), ReadError> {
        let wrong = || ReadError::Derivation { node: assertion.to_string() };
        let name = name_of(assertion).ok_or_else(wrong)?;
        let mut node = self.node(&name, &graph(record, "assertion"), record)?;
        check_classes(&mut node, "prov:Entity", &[ENTITY])?;
        let derived: HashSet<Term> = node.take(WAS_DERIVED_FROM).into_iter().collect();
        check_empty(&node, "prov:Entity")?;
        let cited = sources(fields).into_iter().map(|id| NamedNode::new_unchecked(format!("{}{id}", self.base)).into());
        if derived == cited.collect() { Ok(()) } else { Err(wrong()) }
    }
}

/// The ids of the sources that the basis of a record cites.
fn sources(fields: &Map<String, Value>) -> BTreeSet<&str> {
    let evidence = fields.get("basis").and_then(|basis| basis["evidence"].as_array());
    evidence.into_iter().flatten().filter_map(|citation| citation["source"].as_str()).collect()
}

/// A thing is of the class that it should be of, and else of those that come with it.
fn check_classes(node: &mut Node, class: &str, classes: &[NamedNodeRef<'_>]) -> Result<(), ReadError> {
    let found = node.take(rdf::TYPE);
    let is_one = |term: &Term, class: &NamedNodeRef<'_>| matches!(term, Term::NamedNode(name) if name == class);
    let is_known = |term: &Term| classes.iter().any(|class| is_one(term, class));
    if found.iter().any(|term| is_one(term, &classes[0])) && found.iter().all(is_known) {
        return Ok(());
    }
    Err(ReadError::Class { node: node.name.clone(), class: class.into() })
}

fn check_empty(node: &Node, class: &str) -> Result<(), ReadError> {
    node.left().map_or(Ok(()), |predicate| {
        Err(ReadError::Unknown { node: node.name.clone(), predicate: predicate.into(), class: class.into() })
    })
}

/// The number that ends the pointer to an item of the list called `list`. Others come after those that have one.
fn position(list: &str, item: &Term) -> usize {
    let name = name_of(item).unwrap_or_default();
    let number = name.strip_prefix(list).and_then(|rest| rest.strip_prefix('/')).and_then(|rest| rest.parse().ok());
    number.unwrap_or(usize::MAX)
}

fn texts(items: &[Value]) -> BTreeSet<Cow<'_, str>> {
    items.iter().map(text_of).collect()
}
