//! Records that name one another.

use std::collections::{BTreeMap, BTreeSet};

use proptest::{
    collection::vec,
    prelude::{BoxedStrategy, Strategy},
};
use serde_json::Value;

use super::records::record_of;
use crate::{Kind, Record};

/// The records of a dataset: one manifest, one to four records of each other kind, no id twice, every reference
/// resolved.
///
/// References are otherwise arbitrary: a record may name itself, and an actor may be its own adversary.
pub fn dataset() -> BoxedStrategy<Vec<Record>> {
    let groups: Vec<_> =
        Kind::ALL.iter().map(|&kind| vec(record_of(kind), if kind == Kind::Dataset { 1..=1 } else { 1..=4 })).collect();
    groups
        .prop_filter_map("not a record any more", |groups| {
            let records: Vec<Record> = groups.into_iter().flatten().collect();
            connected(&records)
        })
        .boxed()
}

/// The records with ids of their own and with references to one another.
fn connected(records: &[Record]) -> Option<Vec<Record>> {
    let mut taken = BTreeSet::new();
    let mut ids: BTreeMap<Kind, Vec<String>> = BTreeMap::new();
    for record in records {
        let numbered = (2..).map(|number| format!("{}/record-{number}", record.kind()));
        let mut candidates = std::iter::once(record.id().to_owned()).chain(numbered);
        let id = candidates.find(|id| taken.insert(id.clone()))?;
        ids.entry(record.kind()).or_default().push(id);
    }
    let mut own = ids.values().flatten();
    records
        .iter()
        .map(|record| {
            let mut json = serde_json::to_value(record).ok()?;
            *json.get_mut("id")? = own.next()?.as_str().into();
            for reference in record.references() {
                let choices = &ids[&Kind::of_id(reference.id)?];
                // Any rule will do that spreads the references and needs no more randomness.
                let choice = reference.id.bytes().map(usize::from).sum::<usize>() % choices.len();
                *json.pointer_mut(&reference.pointer)? = Value::from(choices[choice].as_str());
            }
            serde_json::from_value(json).ok()
        })
        .collect()
}
