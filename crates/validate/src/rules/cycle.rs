//! Chains that lead back to where they began.

use std::collections::BTreeMap;

use standpoint_model::Kind;
use standpoint_report::{Code, Finding};

use crate::{
    dataset::entry::Entry,
    rules::{
        relation::Group,
        relations::{Lead, steps},
    },
};

/// What leads from one id to another, and the record that says so.
pub(super) struct Edge<'a> {
    pub(super) entry: &'a Entry,
    pub(super) from: &'a str,
    pub(super) to: &'a str,
    pub(super) pointer: String,
}

/// The steps by a field that lead on from the records of a group, those of the kinds that are `meant`.
pub(super) fn edges<'g>(lead: Lead, group: &Group<'g>, meant: impl Fn(Kind) -> bool) -> Vec<Edge<'g>> {
    let mut edges = Vec::new();
    for entry in group.current().filter(|entry| meant(entry.record.kind())) {
        steps(&entry.record, |step| {
            if step.lead == lead {
                let pointer = step.pointer.into_owned();
                edges.push(Edge { entry, from: entry.record.id(), to: step.to, pointer });
            }
        });
    }
    edges
}

/// A chain of namings that leads back to its first record.
pub(super) struct Cycle<'a>(Vec<Edge<'a>>);

impl Cycle<'_> {
    /// The finding that shows where each record of the cycle names the next.
    pub(super) fn finding(&self, code: &'static Code, message: String, help: &str) -> Finding {
        let mut places = self.0.iter().map(|edge| edge.entry.value(edge.pointer.clone()));
        let finding = Finding::new(code, places.next(), message).help(help);
        places.fold(finding, |finding, place| finding.related(place, "and this"))
    }

    /// The record that says its first step.
    pub(super) fn first(&self) -> &Entry {
        self.0[0].entry
    }

    /// The records that say each of its steps.
    pub(super) fn entries(&self) -> impl ExactSizeIterator<Item = &Entry> {
        self.0.iter().map(|edge| edge.entry)
    }

    /// The ids, in order, the first one again at the end.
    pub(super) fn path(&self) -> String {
        let mut path = format!("`{}`", self.0[0].from);
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
pub(super) fn cycles<'a>(edges: impl IntoIterator<Item = Edge<'a>>) -> Vec<Cycle<'a>> {
    let mut outgoing: BTreeMap<&str, Vec<Edge<'a>>> = BTreeMap::new();
    let mut left = Left::default();
    for edge in edges.into_iter().filter(|edge| edge.from != edge.to) {
        left.add(edge.from, edge.to);
        outgoing.entry(edge.from).or_default().push(edge);
    }
    left.remove(left.namers.keys().copied().filter(|id| !outgoing.contains_key(id)).collect());
    let mut found = Vec::new();
    while let Some((&start, _)) = left.names.first_key_value() {
        let mut chain: Vec<Edge<'a>> = Vec::new();
        let mut at = start;
        // Every record left leads on to another, so the chain must meet itself.
        while let Some(edges) = outgoing.remove(at)
            && let Some(edge) = edges.into_iter().rfind(|edge| left.names.contains_key(edge.to))
        {
            at = edge.to;
            chain.push(edge);
        }
        left.remove(chain.iter().map(|edge| edge.from).collect());
        if let Some(entry) = chain.iter().position(|edge| edge.from == at) {
            found.push(Cycle(chain.split_off(entry)));
        }
    }
    found
}

/// The records that are on a cycle or lead into one.
#[derive(Default)]
struct Left<'a> {
    /// How many records that are left each of them names.
    names: BTreeMap<&'a str, usize>,
    /// Which records name each record, for each time that they do.
    namers: BTreeMap<&'a str, Vec<&'a str>>,
}

impl<'a> Left<'a> {
    fn add(&mut self, from: &'a str, to: &'a str) {
        *self.names.entry(from).or_default() += 1;
        self.namers.entry(to).or_default().push(from);
    }

    /// Removes records, and whatever names none that is left once they are gone.
    fn remove(&mut self, mut gone: Vec<&'a str>) {
        for id in &gone {
            self.names.remove(id);
        }
        while let Some(id) = gone.pop() {
            for namer in self.namers.remove(id).unwrap_or_default() {
                if let Some(count) = self.names.get_mut(namer) {
                    *count -= 1;
                    if *count == 0 {
                        self.names.remove(namer);
                        gone.push(namer);
                    }
                }
            }
        }
    }
}
