//! The exact path, for what was not recognised at once: what is wrong with a record, and where.

use std::collections::{BTreeMap, BTreeSet, btree_map::Entry};

use serde_json::Value;
use standpoint_model::{Id, Kind, Manifest, Record, RecordId};

use crate::{
    code,
    finding::{Finding, Part, Place, Spot},
    nearest::did_you_mean,
    schema,
    syntax::{self, Stretch},
};

/// What is known of records that the types refuse, so that others are not blamed for naming them.
#[derive(Debug, Default)]
pub(crate) struct Refusals {
    /// How many there are, those that are no JSON among them.
    pub(crate) records: usize,
    /// Where they are given ids.
    pub(crate) ids: BTreeMap<String, Vec<Place>>,
    /// Every id that they name: whatever they name counts as named, so that one mistake does not become two.
    pub(crate) named: BTreeSet<String>,
    pub(crate) kinds: BTreeSet<Kind>,
    /// The kinds of those that have no id that one could name.
    pub(crate) nameless_kinds: BTreeSet<Kind>,
    /// Whether something could not be read as JSON. Then nobody can say what is missing.
    pub(crate) unread: bool,
}

/// The record of a text that the types refused before, or why they did.
pub(crate) fn examine(record: Stretch<'_>, refusals: &mut Refusals, findings: &mut Vec<Finding>) -> Option<Record> {
    let before = findings.len();
    let Some(value) = syntax::parse(record, findings) else {
        refusals.unread = true;
        refusals.records += 1;
        return None;
    };
    let faults = kind_of(&value).map_or_else(|fault| vec![fault], |kind| schema::faults(kind, &value));
    findings.extend(faults.into_iter().map(|fault| {
        Finding::new(fault.code, place(record, fault.pointer, fault.part), fault.message).maybe_help(fault.help)
    }));
    match serde_json::from_value::<Record>(value.clone()) {
        Ok(accepted) => Some(accepted),
        Err(error) => {
            if findings.len() == before {
                let place = Place::bytes(record.document, record.bytes());
                findings.push(Finding::new(&code::INVALID_FORMAT, place, error.to_string()));
            }
            refusals.add(&value, record);
            None
        }
    }
}

/// The record of a text that was examined before, if it is one after all; if not, what is known of it is added again.
pub(crate) fn examined(record: Stretch<'_>, refusals: &mut Refusals) -> Option<Record> {
    let value: Value = serde_json::from_str(record.text).ok()?;
    let accepted = serde_json::from_value::<Record>(value.clone()).ok();
    if accepted.is_none() {
        refusals.add(&value, record);
    }
    accepted
}

fn place(record: Stretch<'_>, pointer: String, part: Part) -> Place {
    Place { document: record.document, spot: Spot::Pointer { record: record.bytes(), pointer, part } }
}

impl Refusals {
    fn add(&mut self, value: &Value, record: Stretch<'_>) {
        self.records += 1;
        ids_in(value, &mut self.named);
        let id = value.get("id").and_then(Value::as_str);
        let kind = kind_of(value).ok().or_else(|| id.and_then(Kind::of_id));
        self.kinds.extend(kind);
        if let Some(id) = id.filter(|id| RecordId::new(id).is_ok() || Id::<Manifest>::new(id).is_ok()) {
            // Nearly every id is given once, and there may be millions.
            let places = self.ids.entry(id.to_owned()).or_insert_with(|| Vec::with_capacity(1));
            places.push(place(record, "/id".into(), Part::Value));
        } else if let Some(kind) = kind {
            self.nameless_kinds.insert(kind);
        } else {
            self.unread = true;
        }
    }

    /// Adds what is known of others.
    pub(crate) fn merge(&mut self, mut other: Self) {
        self.records += other.records;
        for (id, mut places) in std::mem::take(&mut other.ids) {
            match self.ids.entry(id) {
                Entry::Occupied(mut there) => there.get_mut().append(&mut places),
                Entry::Vacant(free) => _ = free.insert(places),
            }
        }
        self.named.append(&mut other.named);
        self.kinds.append(&mut other.kinds);
        self.nameless_kinds.append(&mut other.nameless_kinds);
        self.unread |= other.unread;
    }

    /// Whether one of them may have been meant to have this id.
    pub(crate) fn may_have(&self, id: &str) -> bool {
        self.ids.contains_key(id) || Kind::of_id(id).is_some_and(|kind| self.nameless_kinds.contains(&kind))
    }
}

/// Adds every string within `value` that may be the id of another record to `found`.
fn ids_in(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::String(text) if Kind::of_id(text).is_some() => {
            found.insert(text.clone());
        }
        Value::Array(items) => items.iter().for_each(|item| ids_in(item, found)),
        Value::Object(fields) => {
            fields.iter().filter(|(name, _)| *name != "id").for_each(|(_, field)| ids_in(field, found));
        }
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The kind that a record's JSON names.
fn kind_of(value: &Value) -> Result<Kind, schema::Fault> {
    let kinds = || Kind::ALL.iter().map(|kind| kind.as_str());
    let all = || format!("the kinds are {}", kinds().map(|kind| format!("`{kind}`")).collect::<Vec<_>>().join(", "));
    let fault = |code, pointer: &str, message: String, help| schema::Fault {
        code,
        pointer: pointer.to_owned(),
        part: Part::Value,
        message,
        help: Some(help),
    };
    let Value::Object(fields) = value else {
        let help = "a record is an object in curly brackets, with a `kind` and an `id`".into();
        return Err(fault(&code::NOT_A_RECORD, "", "this is not a record".into(), help));
    };
    match fields.get("kind") {
        None => Err(fault(
            &code::MISSING_KIND,
            "",
            "this record has no `kind`".into(),
            fields
                .get("id")
                .and_then(|id| Kind::of_id(id.as_str()?))
                .map_or_else(all, |kind| format!("by its id, it is `\"kind\": \"{kind}\"`")),
        )),
        Some(Value::String(name)) => Kind::from_word(name).ok_or_else(|| {
            let help = did_you_mean(name, kinds()).unwrap_or_else(all);
            fault(&code::UNKNOWN_KIND, "/kind", format!("there is no kind `{name}`"), help)
        }),
        Some(_) => Err(fault(&code::UNKNOWN_KIND, "/kind", "the kind is a word in quotation marks".into(), all())),
    }
}
