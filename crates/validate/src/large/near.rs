//! The ids of records that are not kept, but may be meant by ids that are missing.

use std::collections::BTreeMap;

use standpoint_model::{Kind, Record};

use crate::diagnose::meant::reference::{Called, Comparable};

/// Ids that are missing, each with its place among all of them, by the kinds that they name.
pub(super) struct Missing<'m> {
    ids: BTreeMap<Option<Kind>, Vec<(usize, Comparable<'m>)>>,
    /// Names that stand in the place of ids.
    names: Vec<(usize, Called)>,
}

impl<'m> Missing<'m> {
    pub(super) fn of(ids: impl IntoIterator<Item = &'m str>) -> Self {
        let mut missing = Self { ids: BTreeMap::new(), names: Vec::new() };
        for (place, id) in ids.into_iter().enumerate() {
            missing.ids.entry(Kind::of_id(id)).or_default().push((place, Comparable::new(id)));
            missing.names.extend(Called::of(id).map(|name| (place, name)));
        }
        missing
    }

    /// Whether records must be asked what they are called.
    pub(super) fn has_names(&self) -> bool {
        !self.names.is_empty()
    }
}

/// In the place of each id that is missing the one that is most like it, and how much; of equals, the first.
#[derive(Default)]
pub(super) struct Nearest {
    ids: Vec<Option<(f64, String)>>,
    /// In the place of each name the first of the ids of records that are called so.
    called: Vec<Option<String>>,
}

impl Nearest {
    /// Whether this id is no nearer to any that is missing than what was offered before.
    pub(super) fn is_nearer_to_none(&self, missing: &Missing<'_>, id: &str) -> bool {
        self.nearer(missing, id).is_empty()
    }

    /// Offers an id as the one that is meant by any that is missing.
    pub(super) fn offer(&mut self, missing: &Missing<'_>, id: &str) {
        for (place, likeness) in self.nearer(missing, id) {
            self.put(place, likeness, id.to_owned());
        }
    }

    /// Offers a record as the one that is meant by its name.
    pub(super) fn offer_record(&mut self, missing: &Missing<'_>, record: &Record) {
        for (place, _) in missing.names.iter().filter(|(_, name)| name.is(record)) {
            self.call(*place, record.id().to_owned());
        }
    }

    fn call(&mut self, place: usize, id: String) {
        if self.called.len() <= place {
            self.called.resize(place + 1, None);
        }
        if self.called[place].as_ref().is_none_or(|first| id < *first) {
            self.called[place] = Some(id);
        }
    }

    pub(super) fn merge(&mut self, other: Self) {
        for (place, id) in other.called.into_iter().enumerate().filter_map(|(place, id)| Some((place, id?))) {
            self.call(place, id);
        }
        for (place, near) in other.ids.into_iter().enumerate() {
            if let Some((likeness, id)) = near.filter(|(likeness, id)| self.is_nearer(place, *likeness, id)) {
                self.put(place, likeness, id);
            }
        }
    }

    /// The ids that are meant, if any may be, and those that are meant by names, in their places.
    pub(super) fn into_ids(self) -> (Vec<String>, Vec<Option<String>>) {
        (self.ids.into_iter().flatten().map(|(_, id)| id).collect(), self.called)
    }

    /// The places of the ids to which this one is nearer than any before, and how near.
    fn nearer(&self, missing: &Missing<'_>, id: &str) -> Vec<(usize, f64)> {
        let Some(of_kind) = missing.ids.get(&Kind::of_id(id)) else { return Vec::new() };
        let this = Comparable::new(id);
        let likeness = of_kind.iter().filter_map(|(place, wanted)| {
            let most = self.at(*place).map_or(0.0, |(most, _)| *most);
            Some((*place, wanted.likeness(&this, most)?))
        });
        likeness.filter(|(place, likeness)| self.is_nearer(*place, *likeness, id)).collect()
    }

    fn at(&self, place: usize) -> Option<&(f64, String)> {
        self.ids.get(place)?.as_ref()
    }

    fn is_nearer(&self, place: usize, likeness: f64, id: &str) -> bool {
        self.at(place).is_none_or(|(most, first)| likeness > *most || (likeness >= *most && id < first.as_str()))
    }

    fn put(&mut self, place: usize, likeness: f64, id: String) {
        if self.ids.len() <= place {
            self.ids.resize(place + 1, None);
        }
        self.ids[place] = Some((likeness, id));
    }
}
