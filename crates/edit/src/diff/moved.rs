//! Records that have another id than before.

use std::collections::{BTreeMap, HashMap};

use serde_json::Value;
use standpoint_model::{IdentityGround, Record};

use super::gather::Records;
use crate::ids::{Key, replace};

/// The records that have another id than before.
#[derive(Default)]
pub(crate) struct Moved {
    /// From the old id to the new one.
    new_ids: BTreeMap<String, String>,
    /// From the new one to the old.
    old_ids: BTreeMap<Key, Key>,
}

impl Moved {
    /// Those of which an identity keeps the old id, and those of which nothing but the id is another.
    pub(super) fn of(old: &Records, new: &Records) -> Self {
        let mut moved = Self::default();
        let is_gone = |key: &Key| old.contains_key(key) && !new.contains_key(key);
        let is_new = |key: &Key| new.contains_key(key) && !old.contains_key(key);
        for record in new.values() {
            let Record::Identity(identity) = record else { continue };
            if identity.how == Some(IdentityGround::Renamed) {
                let mut keys = identity.members.iter().map(|id| (id.kind(), id.as_str().to_owned()));
                let Some(lead) = keys.next().filter(is_new) else { continue };
                if let Some(before) = keys.find(is_gone) {
                    moved.add(before, lead);
                }
            }
        }
        let gone = old.iter().filter(|(key, _)| is_gone(key));
        let mut by_content: HashMap<String, &Key> = gone.map(|(key, record)| (content(record), key)).collect();
        for (key, record) in new.iter().filter(|(key, _)| is_new(key)) {
            if moved.old_ids.contains_key(key) {
                continue;
            }
            if let Some(before) = by_content.remove(&content(record)).filter(|key| !moved.has(key)) {
                moved.add(before.clone(), key.clone());
            }
        }
        moved
    }

    fn add(&mut self, old: Key, new: Key) {
        self.new_ids.insert(old.1.clone(), new.1.clone());
        self.old_ids.insert(new, old);
    }

    /// Whether a record of the old version has another id now.
    pub(super) fn has(&self, key: &Key) -> bool {
        self.new_ids.contains_key(&key.1)
    }

    /// What the record was called before that is called so now, if it was called otherwise.
    pub(super) fn old_id(&self, key: &Key) -> Option<&Key> {
        self.old_ids.get(key)
    }

    /// The id that a record has now of which this is the old one.
    pub(super) fn now<'i>(&'i self, id: &'i str) -> &'i str {
        self.new_ids.get(id).map_or(id, String::as_str)
    }

    /// A record of the old version, with the ids that records have in the new one.
    pub(super) fn value(&self, record: &Record) -> Value {
        let mut value = serde_json::to_value(record).unwrap_or_default();
        replace(record, &mut value, |id| self.new_ids.get(id).cloned());
        value
    }
}

/// A record without its id.
fn content(record: &Record) -> String {
    let mut value = serde_json::to_value(record).unwrap_or_default();
    value["id"] = Value::Null;
    value.to_string()
}
