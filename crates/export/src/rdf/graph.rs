//! Triples by what they are about, to be taken one by one.

use std::collections::{BTreeMap, HashSet};

use oxrdf::{NamedNode, NamedNodeRef, NamedOrBlankNode, Quad, Term, vocab::rdf};

/// Triples by the name of their subject. Which named graphs they stood in is not kept.
#[derive(Debug, Default)]
pub(super) struct Graph {
    nodes: BTreeMap<String, Vec<(NamedNode, Term)>>,
}

/// What a graph says of one thing and nobody has taken yet.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) name: String,
    rest: Vec<(NamedNode, Term)>,
}

impl Graph {
    pub(super) fn add(&mut self, quad: Quad) {
        let name = match quad.subject {
            NamedOrBlankNode::NamedNode(node) => node.into_string(),
            NamedOrBlankNode::BlankNode(node) => node.to_string(),
        };
        self.nodes.entry(name).or_default().push((quad.predicate, quad.object));
    }

    /// The names of the things of a class.
    pub(super) fn names(&self, class: &NamedNode) -> Vec<String> {
        let is_of_class = |(predicate, value): &(NamedNode, Term)| {
            *predicate == rdf::TYPE && matches!(value, Term::NamedNode(name) if name == class)
        };
        let nodes = self.nodes.iter().filter(|(_, statements)| statements.iter().any(is_of_class));
        nodes.map(|(name, _)| name.clone()).collect()
    }

    /// Takes every triple of a property away, as its subject and its object.
    pub(super) fn take_all(&mut self, predicate: NamedNodeRef<'_>) -> Vec<(String, Term)> {
        let mut found = Vec::new();
        for (name, statements) in &mut self.nodes {
            let taken = statements.extract_if(.., |(of, _)| of.as_ref() == predicate);
            found.extend(taken.map(|(_, object)| (name.clone(), object)));
        }
        self.nodes.retain(|_, statements| !statements.is_empty());
        found
    }

    /// All that is said of one thing, if anything is and nobody has taken it.
    pub(super) fn take(&mut self, name: &str) -> Option<Node> {
        self.nodes.remove_entry(name).map(|(name, rest)| Node { name, rest })
    }

    /// The name of something that nobody has taken.
    pub(super) fn left(&self) -> Option<&str> {
        self.nodes.keys().next().map(String::as_str)
    }
}

impl Node {
    /// The values of a property, each once, in the order of the document.
    pub(super) fn take(&mut self, predicate: NamedNodeRef<'_>) -> Vec<Term> {
        let mut seen = HashSet::new();
        let values = self.rest.extract_if(.., |(of, _)| of.as_ref() == predicate).map(|(_, value)| value);
        values.filter(|value| seen.insert(value.clone())).collect()
    }

    /// A property that nobody has taken.
    pub(super) fn left(&self) -> Option<&str> {
        self.rest.first().map(|(predicate, _)| predicate.as_str())
    }
}

/// The name of a thing. A literal is none.
pub(super) fn name_of(term: &Term) -> Option<String> {
    match term {
        Term::NamedNode(node) => Some(node.as_str().to_owned()),
        Term::BlankNode(node) => Some(node.to_string()),
        Term::Literal(_) => None,
    }
}
