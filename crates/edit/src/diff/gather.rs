//! The records that are not the same in two versions.

use std::{
    collections::BTreeMap,
    hash::{BuildHasher as _, RandomState},
};

use standpoint_model::Record;
use standpoint_validate::{Error, Input, Validation};

use crate::ids::{Key, key};

/// The records of each version that the other one does not have as they are.
pub(super) struct Gathered {
    pub(super) old: Records,
    pub(super) new: Records,
}

pub(super) type Records = BTreeMap<Key, Record>;

/// A record as numbers: two records with the same ones are taken for the same.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Seen {
    id: u64,
    content: [u64; 2],
}

impl Gathered {
    pub(super) fn of(old: &[Input], new: &[Input]) -> Result<Self, Error> {
        // Two hashes of different seeds: a change is as good as never overlooked.
        let hashers = [RandomState::new(), RandomState::new()];
        let [old_seen, new_seen] = [seen(old, &hashers)?, seen(new, &hashers)?];
        Ok(Self { old: others(old, &new_seen, &hashers)?, new: others(new, &old_seen, &hashers)? })
    }
}

fn see(record: &Record, hashers: &[RandomState; 2]) -> Seen {
    let content = serde_json::to_string(record).unwrap_or_default();
    Seen { id: hashers[0].hash_one(record.id()), content: hashers.each_ref().map(|hasher| hasher.hash_one(&content)) }
}

/// All records as numbers, sorted by the first of them.
fn seen(inputs: &[Input], hashers: &[RandomState; 2]) -> Result<Vec<Seen>, Error> {
    let records = Validation::new().records(inputs.iter().cloned())?;
    let mut seen: Vec<Seen> =
        records.map(|record| record.map(|record| see(&record, hashers))).collect::<Result<_, _>>()?;
    seen.sort_unstable_by_key(|seen| seen.id);
    Ok(seen)
}

/// The records that are not among the others as they are.
fn others(inputs: &[Input], others: &[Seen], hashers: &[RandomState; 2]) -> Result<Records, Error> {
    let is_there = |record: &Record| {
        let own = see(record, hashers);
        let first = others.partition_point(|other| other.id < own.id);
        others[first..].iter().take_while(|other| other.id == own.id).any(|other| *other == own)
    };
    Validation::new()
        .records(inputs.iter().cloned())?
        .filter(|record| !record.as_ref().is_ok_and(&is_there))
        .map(|record| record.map(|record| (key(&record), record)))
        .collect()
}
