//! The names of records and of what they hold.

use std::{borrow::Cow, fmt::Write as _};

use oxiri::Iri;
use standpoint_model::{Manifest, Record};

use super::terms::NOWHERE;

/// What comes before the ids of the records.
pub(super) struct Base {
    address: String,
    /// The id of the manifest.
    dataset: Option<String>,
    /// Whether an id, as a reference relative to the address, resolves to the name of its record (RFC 3986).
    resolves: bool,
}

impl Base {
    /// That of the manifest, with a slash where it is a host alone.
    pub(super) fn of(manifest: Option<&Manifest>) -> Self {
        let Some(manifest) = manifest else {
            return Self { address: NOWHERE.into(), dataset: None, resolves: false };
        };
        let mut address = manifest.base_iri.as_str().to_owned();
        if !after_scheme(&address).contains(['/', '?', '#']) {
            address.push('/');
        }
        let name = Iri::parse(address.as_str()).and_then(|base| base.resolve("kind/slug"));
        // Readers differ in whether they take the dots and the empty parts out of an address.
        let is_plain = !address.contains("/.") && !after_scheme(&address).contains("//");
        let resolves = is_plain && name.is_ok_and(|name| name.as_str().strip_prefix(&address) == Some("kind/slug"));
        Self { address, dataset: Some(manifest.id.as_str().to_owned()), resolves }
    }

    /// The address, if relative names can stand for those of the records.
    pub(super) fn to_resolve_against(&self) -> Option<&str> {
        self.resolves.then_some(&self.address)
    }

    /// A name below the address, relative to it if it can be.
    pub(super) fn short<'a>(&self, name: &'a str) -> &'a str {
        if self.resolves { name.strip_prefix(&self.address).unwrap_or(name) } else { name }
    }

    /// The id of the dataset that a record is part of, unless it is the dataset itself or none is known.
    pub(super) fn dataset_of(&self, record: &Record) -> Option<&str> {
        self.dataset.as_deref().filter(|dataset| *dataset != record.id())
    }

    /// The name of the record with this id, relative to the address if it can be.
    pub(super) fn link<'a>(&self, id: &'a str) -> Cow<'a, str> {
        if self.resolves { id.into() } else { self.record(id).into() }
    }

    /// The name of the record with this id.
    pub(super) fn record(&self, id: &str) -> String {
        let mut name = String::new();
        self.push_record(id, &mut name);
        name
    }

    /// Puts the name of the record with this id at the end of `name`.
    pub(super) fn push_record(&self, id: &str, name: &mut String) {
        name.push_str(&self.address);
        name.push_str(id);
    }
}

/// What an address says after its scheme: the host and what follows it.
fn after_scheme(address: &str) -> &str {
    address.split_once("://").map_or("", |(_, rest)| rest)
}

/// The name of something that a record holds: its own, and the JSON Pointer to it as the fragment.
///
/// Where the address of the records has a fragment already, the pointer goes on with it.
pub(super) fn inner(node: &str, field: &str, step: Option<usize>) -> String {
    let mut name = node.to_owned();
    push_inner(&mut name, field, step);
    name
}

/// Makes the name of something that holds the field that of what it holds there, in a list at a step from 0.
pub(super) fn push_inner(node: &mut String, field: &str, step: Option<usize>) {
    let has_fragment = memchr::memchr(b'#', node.as_bytes()).is_some();
    node.push_str(if has_fragment { "/" } else { "#/" });
    node.push_str(field);
    if let Some(step) = step {
        // A string takes all that is written to it.
        let _ = write!(node, "/{step}");
    }
}

/// The name of a graph of a record, which no pointer shares, since pointers begin with a slash.
pub(super) fn graph(record: &str, name: &str) -> String {
    let mark = if record.contains('#') { "!" } else { "#" };
    format!("{record}{mark}{name}")
}

#[cfg(test)]
mod tests {
    use standpoint_model::{Manifest, Record};

    use super::{Base, graph, inner};

    fn base(base_iri: &str) -> Base {
        let manifest: Manifest = match serde_json::from_value(serde_json::json!({
            "kind": "dataset", "id": "dataset/d", "title": "D", "version": "1.0.0", "license": "CC0-1.0",
            "publisher": "P", "base_iri": base_iri, "created": "2023",
        })) {
            Ok(Record::Dataset(manifest)) => manifest,
            other => panic!("{other:?}"),
        };
        Base::of(Some(&manifest))
    }

    #[test]
    fn every_address_makes_iris() {
        for base in [
            "https://h.org",
            "https://h.org:80",
            "http://[::1]",
            "https://h.org?",
            "https://h/a/../b#c/",
            "http://h/\u{e9}",
        ] {
            let record = self::base(base).record("actor/a");
            for iri in [inner(&inner(&record, "basis", None), "evidence", Some(0)), graph(&record, "assertion"), record]
            {
                assert!(oxrdf::NamedNode::new(&iri).is_ok(), "{iri}");
            }
        }
        assert_eq!(base("https://h.org:80").record("actor/a"), "https://h.org:80/actor/a");
        assert_eq!(inner("https://h/actor/a", "basis", None), "https://h/actor/a#/basis");
    }
    #[test]
    fn names_are_relative_where_they_resolve() {
        for (address, resolves) in [
            ("https://h.org", true),
            ("https://h.org/a/", true),
            ("https://h.org/a", false),
            ("https://h.org/a/?q=", false),
            ("https://h.org/a/#", false),
            ("https://h.org/a/../b/", false),
            ("https://h.org//", false),
            ("https://h.org/a//b/", false),
        ] {
            let base = base(address);
            assert_eq!(base.to_resolve_against().is_some(), resolves, "{address}");
            let name = inner(&base.record("actor/a"), "basis", None);
            assert_eq!(base.short(&name) == "actor/a#/basis", resolves, "{address}");
        }
    }
}
