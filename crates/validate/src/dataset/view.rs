//! The dataset as rules see it: the records that were read, and the ids that are known.

use std::collections::BTreeMap;

use hashbrown::{HashMap, HashSet, hash_map::EntryRef};
use standpoint_model::{Entity, Kind, Status};
use standpoint_report::{Counts, Place};

use super::entry::Entry;
use crate::diagnose::{meant::reference::did_you_mean_id, refusals::Refusals};

/// How many missing ids get a suggestion, the first ones: with more, something else is amiss, such as a file that was left
/// out.
pub(crate) const SUGGESTIONS: usize = 100;

/// All that was submitted, or of a large dataset all that may be wrong.
#[derive(Default)]
pub(crate) struct Submission {
    /// The records that the types accept, in the order in which they were read. Of a large dataset, those that may
    /// offend against a rule together with others.
    pub(crate) entries: Vec<Entry>,
    /// The first of them with each id.
    first: HashMap<String, usize>,
    /// Those whose id came before.
    again: Vec<usize>,
    pub(crate) refusals: Refusals,
    /// Of all records.
    pub(crate) counts: Counts,
    /// What is known of the records that are not among the entries. `None` if all are.
    pub(crate) elsewhere: Option<Box<dyn Elsewhere>>,
    /// Ids of such records that are like some that are missing.
    pub(crate) near_ids: Vec<String>,
}

/// What is known of the records of a large dataset without keeping them.
pub(crate) trait Elsewhere: Send + Sync {
    /// Whether there is a record with this id.
    fn has(&self, id: &str) -> bool;

    /// Whether a record that stands names this id.
    fn is_named(&self, id: &str) -> bool;

    /// Whether a record cites this id.
    fn is_cited(&self, id: &str) -> bool;

    /// Whether what this id stands for is suspect for what it has to do with others: the interests of such an actor are
    /// among the entries.
    fn is_suspect(&self, id: &str) -> bool;

    /// Whether what this id stands for is met before it is there, or after it: whatever begins and ends it is among the
    /// entries.
    fn is_met_out_of_time(&self, id: &str) -> bool;
}

/// Ids that were met in some sense.
pub(crate) enum Met<'s> {
    /// All of them.
    All(HashSet<&'s str>),
    /// By a look-up.
    Elsewhere(&'s dyn Elsewhere, fn(&dyn Elsewhere, &str) -> bool, &'s Refusals),
}

impl Met<'_> {
    pub(crate) fn contains(&self, id: &str) -> bool {
        match self {
            Self::All(ids) => ids.contains(id),
            Self::Elsewhere(elsewhere, contains, refusals) => contains(*elsewhere, id) || refusals.named.contains(id),
        }
    }
}

impl Submission {
    /// Takes a record, after all that stand before it.
    pub(crate) fn accept(&mut self, entry: Entry) {
        let index = self.entries.len();
        match self.first.entry_ref(entry.record.id()) {
            EntryRef::Occupied(_) => self.again.push(index),
            EntryRef::Vacant(place) => _ = place.insert(index),
        }
        self.entries.push(entry);
    }

    /// Whether everything was read as JSON. If not, nobody can say what is missing.
    pub(crate) fn is_complete(&self) -> bool {
        !self.refusals.unread
    }

    /// Whether there is a record with this id, or one that was refused and may have been meant to have it.
    pub(crate) fn may_exist(&self, id: &str) -> bool {
        self.first.contains_key(id)
            || self.refusals.may_have(id)
            || self.elsewhere.as_ref().is_some_and(|elsewhere| elsewhere.has(id))
    }

    /// Whether the interests of this actor that are not refused are all among the entries.
    pub(crate) fn has_interests_of(&self, actor: &str) -> bool {
        self.elsewhere.as_ref().is_none_or(|elsewhere| elsewhere.is_suspect(actor))
    }

    /// Whether the events by which this actor came into being are all among the entries.
    pub(crate) fn has_foundings_of(&self, actor: &str) -> bool {
        self.elsewhere.as_ref().is_none_or(|elsewhere| elsewhere.is_met_out_of_time(actor))
    }

    /// The ids that several records may have: where each of them has it, in the order of reading.
    pub(crate) fn shared_ids(&self) -> BTreeMap<&str, Vec<Place>> {
        let mut shared: BTreeMap<&str, Vec<Place>> = BTreeMap::new();
        for (id, places) in &self.refusals.ids {
            shared.insert(id, places.clone());
        }
        for &index in &self.again {
            let entry = &self.entries[index];
            shared.entry(entry.record.id()).or_default().push(entry.id());
        }
        for (id, places) in &mut shared {
            places.extend(self.entry(id).map(Entry::id));
            places.sort_by_key(Place::start);
        }
        shared
    }

    /// The first record with an id.
    pub(crate) fn entry(&self, id: &str) -> Option<&Entry> {
        self.first.get(id).map(|&index| &self.entries[index])
    }

    /// The first record with an id, as one of a given kind.
    pub(crate) fn get<E: Entity>(&self, id: &str) -> Option<&E> {
        self.entry(id).and_then(|entry| E::from_record(&entry.record))
    }

    /// Every record of a kind that is not retracted, and where it stands.
    pub(crate) fn of<E: Entity>(&self) -> impl Iterator<Item = (&Entry, &E)> {
        self.entries.iter().filter_map(|entry| entry.current().map(|record| (entry, record)))
    }

    /// The ids that records cite as their sources.
    pub(crate) fn cited(&self) -> Met<'_> {
        if let Some(elsewhere) = &self.elsewhere {
            return Met::Elsewhere(&**elsewhere, |elsewhere, id| elsewhere.is_cited(id), &self.refusals);
        }
        let cited = self.entries.iter().flat_map(Entry::citations).map(|(_, citation)| citation.source.as_str());
        Met::All(cited.chain(self.refusals.named.iter().map(String::as_str)).collect())
    }

    /// The ids that records name, unless they are retracted.
    pub(crate) fn named(&self) -> Met<'_> {
        if let Some(elsewhere) = &self.elsewhere {
            return Met::Elsewhere(&**elsewhere, |elsewhere, id| elsewhere.is_named(id), &self.refusals);
        }
        let mut named: HashSet<&str> = self.refusals.named.iter().map(String::as_str).collect();
        for entry in self.entries.iter().filter(|entry| entry.record.status() == Status::Current) {
            entry.record.visit_references(|id, _| _ = named.insert(id));
        }
        Met::All(named)
    }

    /// The ids that are named and not there, in the order in which they are met, and where they are named.
    pub(crate) fn missing(&self) -> Vec<(&str, Vec<Place>)> {
        let mut missing: Vec<(&str, Vec<Place>)> = Vec::new();
        let mut met: HashMap<&str, usize> = HashMap::new();
        if !self.is_complete() {
            return missing;
        }
        for entry in &self.entries {
            entry.record.visit_references(|id, pointer| {
                if !self.may_exist(id) {
                    let nth = *met.entry(id).or_insert(missing.len());
                    if nth == missing.len() {
                        missing.push((id, Vec::new()));
                    }
                    missing[nth].1.push(entry.value(pointer.to_string()));
                }
            });
        }
        missing
    }

    /// The ids that are missing and get a suggestion.
    pub(crate) fn first_missing(&self) -> Vec<&str> {
        let mut first = Vec::new();
        for entry in &self.entries {
            if first.len() >= SUGGESTIONS || !self.is_complete() {
                break;
            }
            entry.record.visit_references(|id, _| {
                if !self.may_exist(id) && !first.contains(&id) {
                    first.push(id);
                }
            });
        }
        first.truncate(SUGGESTIONS);
        first
    }

    /// The help that names the known id most like `id`, of the same kind if there is one.
    pub(crate) fn did_you_mean(&self, id: &str) -> Option<String> {
        let kind = Kind::of_id(id);
        let known = self.first.keys().chain(self.refusals.ids.keys()).chain(&self.near_ids).map(String::as_str);
        let mut known: Vec<&str> = known.filter(|known| Kind::of_id(known) == kind).collect();
        known.sort_unstable();
        known.dedup();
        did_you_mean_id(id, known)
    }
}
