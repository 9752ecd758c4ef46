//! What is known of records that the types refuse.

use std::collections::{BTreeMap, BTreeSet, btree_map::Entry};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use standpoint_model::{Id, Kind, Manifest, RecordId};
use standpoint_report::{Part, Place};

use crate::{diagnose::meant::id::slug, read::stretch::Stretch};

/// Of how many ids it is remembered that refused records have or name them. With more, something else is amiss than a few
/// mistakes, and nothing is remembered, so that memory does not grow with what is wrong.
const MOST_IDS: usize = 1 << 18;

/// What is known of records that the types refuse, so that others are not blamed for naming them.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Refusals {
    /// How many there are, those that are no JSON among them.
    pub(crate) records: usize,
    /// Where they are given ids.
    pub(crate) ids: BTreeMap<String, Vec<Place>>,
    /// Every id that they name: whatever they name counts as named, so that one mistake does not become two.
    pub(crate) named: BTreeSet<String>,
    pub(crate) kinds: BTreeSet<Kind>,
    /// Whether one of them names no source as its evidence. Then nobody can say that a source is not cited.
    pub(crate) cite_nothing: bool,
    /// The kinds of those that have no id that one could name.
    pub(crate) nameless_kinds: BTreeSet<Kind>,
    /// Whether something could not be read as JSON, or there are too many to be remembered. Then nobody can say what is
    /// missing.
    pub(crate) unread: bool,
    /// How many ids they have and name, each counted as often.
    count: usize,
}

impl Refusals {
    /// Adds what is known of one more record, which says that it is of `kind`.
    pub(super) fn add(&mut self, value: &Value, kind: Option<Kind>, record: Stretch<'_>) {
        self.records += 1;
        let named = ids_in(value);
        let is_fact = kind.is_none_or(|kind| !matches!(kind, Kind::Dataset | Kind::Source));
        self.cite_nothing |= is_fact && !named.iter().any(|id| Kind::of_id(id) == Some(Kind::Source));
        self.count += named.len() + 1;
        self.named.extend(named);
        let id = value.get("id").and_then(Value::as_str);
        self.kinds.extend(kind);
        if let Some(id) = id.filter(|id| RecordId::new(id).is_ok() || Id::<Manifest>::new(id).is_ok()) {
            // Nearly every id is given once, and there may be millions.
            let places = self.ids.entry(id.to_owned()).or_insert_with(|| Vec::with_capacity(1));
            places.push(record.pointer("/id".into(), Part::Value));
        } else if let Some(kind) = kind {
            self.nameless_kinds.insert(kind);
        } else {
            self.unread = true;
        }
        self.forget_too_many();
    }

    fn forget_too_many(&mut self) {
        if self.count > MOST_IDS {
            self.ids.clear();
            self.named.clear();
            self.unread = true;
        }
    }

    /// Adds what is known of others.
    pub(crate) fn merge(&mut self, mut other: Self) {
        self.records = self.records.saturating_add(other.records);
        for (id, mut places) in std::mem::take(&mut other.ids) {
            match self.ids.entry(id) {
                Entry::Occupied(mut there) => there.get_mut().append(&mut places),
                Entry::Vacant(free) => _ = free.insert(places),
            }
        }
        self.named.append(&mut other.named);
        self.cite_nothing |= other.cite_nothing;
        self.kinds.append(&mut other.kinds);
        self.nameless_kinds.append(&mut other.nameless_kinds);
        self.unread |= other.unread;
        self.count = self.count.saturating_add(other.count);
        self.forget_too_many();
    }

    /// Whether one of them may have been meant to have this id.
    pub(crate) fn may_have(&self, id: &str) -> bool {
        self.count > MOST_IDS
            || self.ids.contains_key(id)
            || Kind::of_id(id).is_some_and(|kind| self.nameless_kinds.contains(&kind))
    }
}

/// The fields that name actors, places and sources, and what they name.
const NAMING: [(&str, Kind); 8] = [
    ("source", Kind::Source),
    ("holder", Kind::Actor),
    ("actor", Kind::Actor),
    ("subject", Kind::Actor),
    ("object", Kind::Actor),
    ("towards", Kind::Actor),
    ("places", Kind::Place),
    ("within", Kind::Place),
];

/// Every id of another record that is named within `value`, or may be meant where a field should name one.
fn ids_in(value: &Value) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    collect_ids(value, None, &mut found);
    found
}

fn collect_ids(value: &Value, kind: Option<Kind>, found: &mut BTreeSet<String>) {
    match value {
        Value::String(text) if RecordId::new(text).is_ok() => _ = found.insert(text.clone()),
        Value::String(text) => {
            let name = slug(text.rsplit(['/', ':']).next().unwrap_or_default());
            let meant = Kind::of_id(text).or(kind).map(|kind| format!("{kind}/{name}"));
            found.extend(meant.filter(|id| RecordId::new(id).is_ok()));
        }
        Value::Array(items) => items.iter().for_each(|item| collect_ids(item, kind, found)),
        Value::Object(fields) => {
            for (name, field) in fields.iter().filter(|(name, _)| *name != "id") {
                let kind = NAMING.iter().find(|(naming, _)| naming == name).map(|(_, kind)| *kind);
                collect_ids(field, kind, found);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_very_many_ids_none_are_remembered_whoever_met_them() {
        let met = |ids: std::ops::Range<usize>| {
            let mut refusals = Refusals::default();
            for id in ids {
                let value = serde_json::json!({ "kind": "actor", "id": format!("actor/a{id}"), "note": "actor/b" });
                refusals.add(&value, Some(Kind::Actor), Stretch { text: "{}", document: 0, start: 0 });
            }
            refusals
        };
        let most = MOST_IDS / 2;
        let few = met(0..most);
        assert_eq!((few.ids.len(), few.named.len(), few.unread), (most, 1, false));
        let (mut together, mut other) = (met(0..2), met(0..most));
        other.merge(met(7..9));
        together.merge(met(0..most + 1));
        for many in [met(0..most + 1), together, other] {
            assert_eq!((many.ids.len(), many.named.len(), many.unread), (0, 0, true));
            assert!(many.may_have("actor/whoever") && many.records > most);
        }
    }
}
