//! The records that cells may name, by their ids and names.

use std::collections::{BTreeSet, HashMap, HashSet};

use serde_json::Value;
use standpoint_model::{Kind, RecordId};
use standpoint_validate::slug;

/// The records of the tables and of the dataset that they join.
#[derive(Debug, Default)]
pub(crate) struct Names {
    ids: HashSet<String>,
    by_name: HashMap<String, HashSet<String>>,
}

impl Names {
    /// Adds a record.
    pub(crate) fn add<'n>(&mut self, id: &str, names: impl IntoIterator<Item = &'n str>) {
        self.ids.insert(id.to_owned());
        for name in names {
            self.by_name.entry(folded(name)).or_default().insert(id.to_owned());
        }
    }

    /// Adds a record of the dataset, with its name or title and its aliases.
    pub(crate) fn add_record(&mut self, record: &Value) {
        let Some(id) = record["id"].as_str() else { return };
        let aliases = record["aliases"].as_array().into_iter().flatten().map(|alias| &alias["text"]);
        self.add(id, [&record["name"], &record["title"]].into_iter().chain(aliases).filter_map(Value::as_str));
    }

    /// The id that a text means where records of these kinds may be named: the text itself, if it is one; the only record that is
    /// called so or has the id that it makes. Otherwise the text as it is, of which a validation tells.
    pub(crate) fn id(&self, kinds: &[Kind], text: &str) -> String {
        let text = text.trim();
        if RecordId::new(text).is_ok() {
            return text.to_owned();
        }
        let is_of_kind = |id: &&String| Kind::of_id(id).is_some_and(|kind| kinds.contains(&kind));
        let called = self.by_name.get(&folded(text)).into_iter().flatten().filter(is_of_kind).cloned();
        let name = text.rsplit_once('/').map_or(text, |(_, name)| name);
        let written = kinds.iter().map(|kind| format!("{kind}/{}", slug(name)));
        let meant: BTreeSet<String> = called.chain(written.filter(|id| self.ids.contains(id))).collect();
        if let (Some(id), 1) = (meant.first(), meant.len()) {
            return id.clone();
        }
        if meant.len() > 1 {
            return text.to_owned();
        }
        match kinds {
            [kind] => own_id(*kind, text),
            _ => text.to_owned(),
        }
    }
}

/// An id of a kind, which may be written without the kind.
pub(crate) fn own_id(kind: Kind, text: &str) -> String {
    if !text.is_empty() && slug(text) == text { format!("{kind}/{text}") } else { text.to_owned() }
}

/// A name without differences of case and of spaces.
fn folded(name: &str) -> String {
    name.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_name_is_an_id_where_only_one_record_can_be_meant() {
        let mut names = Names::default();
        names.add("actor/front", ["Northern Front"]);
        names.add("actor/other", ["Twin"]);
        names.add("place/twin", ["Twin"]);
        names.add("actor/league", ["Front"]);
        names.add("actor/ministry", ["Ministry"]);
        names.add_record(&json!({ "id": "source/report", "title": "The Report", "aliases": [{ "text": "Rep" }] }));
        for (kinds, text, expected) in [
            (&[Kind::Actor][..], " northern  front", "actor/front"),
            (&[Kind::Actor], "Actor/Front ", "actor/front"),
            (&[Kind::Actor], "front", "front"),
            (&[Kind::Actor], "actor/front", "actor/front"),
            (&[Kind::Actor], "ministry", "actor/ministry"),
            (&[Kind::Identity], "new-one", "identity/new-one"),
            (&[Kind::Actor], "unknown-one", "actor/unknown-one"),
            (&[Kind::Actor], "Unknown One", "Unknown One"),
            (&[Kind::Actor, Kind::Place], "Twin", "Twin"),
            (&[Kind::Place], "Twin", "place/twin"),
            (&[Kind::Source], "rep", "source/report"),
            (&[Kind::Source], "actor/front", "actor/front"),
        ] {
            assert_eq!(names.id(kinds, text), expected, "{text}");
        }
    }
}
