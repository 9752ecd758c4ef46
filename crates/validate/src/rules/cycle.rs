//! Chains of records that lead back to where they began.

use std::collections::{BTreeMap, BTreeSet};

use crate::{finding::Place, submission::Entry};

/// One record's naming of another.
pub(super) struct Edge<'a> {
    pub(super) from: &'a Entry,
    pub(super) to: &'a str,
    pub(super) pointer: String,
}

/// A chain of namings that leads back to its first record.
pub(super) struct Cycle<'a>(Vec<Edge<'a>>);

impl Cycle<'_> {
    /// Where the first record names the second.
    pub(super) fn place(&self) -> Place {
        self.0[0].from.value(self.0[0].pointer.clone())
    }

    /// Where each of the others names the next.
    pub(super) fn other_places(&self) -> impl Iterator<Item = Place> {
        self.0[1..].iter().map(|edge| edge.from.value(edge.pointer.clone()))
    }

    /// The records, in order, the first one again at the end.
    pub(super) fn path(&self) -> String {
        let mut path = format!("`{}`", self.0[0].from.record.id());
        for edge in &self.0 {
            path.push_str(" → `");
            path.push_str(edge.to);
            path.push('`');
        }
        path
    }
}

/// Every cycle of two records or more, for a record that names itself has a rule of its own; each once,
/// as long as no two have a record in common; where they have, one of them.
pub(super) fn cycles<'a>(edges: impl Iterator<Item = Edge<'a>>) -> Vec<Cycle<'a>> {
    let mut outgoing: BTreeMap<&str, Vec<Edge<'a>>> = BTreeMap::new();
    for edge in edges.filter(|edge| edge.from.record.id() != edge.to) {
        outgoing.entry(edge.from.record.id()).or_default().push(edge);
    }
    keep_what_leads_on(&mut outgoing);
    let mut found = Vec::new();
    while let Some((&start, _)) = outgoing.first_key_value() {
        let mut chain: Vec<Edge<'a>> = Vec::new();
        let mut at = start;
        // Every record left leads on to another, so the chain must meet itself.
        while let Some(edge) = outgoing.remove(at).and_then(|mut edges| edges.pop()) {
            at = edge.to;
            chain.push(edge);
        }
        if let Some(entry) = chain.iter().position(|edge| edge.from.record.id() == at) {
            found.push(Cycle(chain.split_off(entry)));
        }
        keep_what_leads_on(&mut outgoing);
    }
    found
}

/// Removes, again and again, what names no record that is left: what remains is on a cycle or leads into one.
fn keep_what_leads_on(outgoing: &mut BTreeMap<&str, Vec<Edge<'_>>>) {
    loop {
        let left: BTreeSet<&str> = outgoing.keys().copied().collect();
        for edges in outgoing.values_mut() {
            edges.retain(|edge| left.contains(edge.to));
        }
        outgoing.retain(|_, edges| !edges.is_empty());
        if outgoing.len() == left.len() {
            return;
        }
    }
}
