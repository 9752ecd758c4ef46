//! The dataset as a whole: the records that were read, and the ids that are known.

use std::{collections::BTreeMap, ops::Range};

use hashbrown::{HashMap, hash_map::EntryRef};
use standpoint_model::{Entity, Kind, Record};
use standpoint_report::Counts;

use super::entry::Entry;
use crate::diagnose::{
    meant::reference::{Called, nearest_id},
    refusals::Refusals,
};

/// How many missing ids get a suggestion, the first ones: with more, something else is amiss, such as a file that was left
/// out.
pub(crate) const SUGGESTIONS: usize = 100;

/// All that was submitted.
#[derive(Default)]
pub struct Submission {
    /// The records that the types accept, in the order in which they were read; none of a large dataset, which is not kept.
    pub(crate) entries: Vec<Entry>,
    /// The first of them with each id.
    first: HashMap<String, usize>,
    pub(crate) refusals: Refusals,
    /// Of all records.
    pub(crate) counts: Counts,
}

impl Submission {
    /// The records that the types accept, in the order in which they were read.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Takes a record, after all that stand before it.
    pub(crate) fn accept(&mut self, record: Record, document: usize, bytes: Range<usize>) -> &Entry {
        let index = self.entries.len();
        let free = match self.first.entry_ref(record.id()) {
            EntryRef::Vacant(place) => Some(place),
            EntryRef::Occupied(_) => None,
        };
        let is_first = free.map(|place| place.insert(index)).is_some();
        self.entries.push(Entry { record, document, bytes, is_first });
        &self.entries[index]
    }

    /// Whether everything was read as JSON. If not, nobody can say what is missing.
    pub(crate) fn is_complete(&self) -> bool {
        !self.refusals.unread
    }

    /// The first record with an id.
    pub fn entry(&self, id: &str) -> Option<&Entry> {
        self.first.get(id).map(|&index| &self.entries[index])
    }

    /// The first record with an id, as one of a given kind.
    pub fn get<E: Entity>(&self, id: &str) -> Option<&E> {
        self.entry(id).and_then(|entry| E::from_record(&entry.record))
    }

    /// Every record of a kind that is not retracted, and where it stands.
    pub fn of<E: Entity>(&self) -> impl Iterator<Item = (&Entry, &E)> {
        self.entries.iter().filter_map(|entry| entry.current().map(|record| (entry, record)))
    }

    /// The known id most like each of some that are missing, of the same kind if there is one. Of records that are not kept,
    /// those with the ids `near` may be meant.
    ///
    /// A name that stands for an id means a record that is called so: of those that are not kept, the ids are in `called`,
    /// each in the place of the name.
    pub(crate) fn meant(&self, missing: &[String], near: &[String], called: &[Option<String>]) -> Vec<Option<String>> {
        let known = self.first.keys().chain(self.refusals.ids.keys()).chain(near).map(String::as_str);
        let mut by_kind: BTreeMap<Option<Kind>, Vec<&str>> = BTreeMap::new();
        if !missing.is_empty() {
            known.for_each(|id| by_kind.entry(Kind::of_id(id)).or_default().push(id));
        }
        for ids in by_kind.values_mut() {
            ids.sort_unstable();
            ids.dedup();
        }
        let meant = |id: &String| nearest_id(id, by_kind.get(&Kind::of_id(id))?.iter().copied()).map(str::to_owned);
        let by_name = |(place, id): (usize, &String)| {
            let name = Called::of(id)?;
            let kept = self.entries.iter().filter(|entry| name.is(&entry.record)).map(|entry| entry.record.id());
            kept.min().map(str::to_owned).or_else(|| called.get(place)?.clone())
        };
        missing.iter().enumerate().map(|(place, id)| by_name((place, id)).or_else(|| meant(id))).collect()
    }
}
