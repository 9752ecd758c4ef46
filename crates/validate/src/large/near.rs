//! The ids of records that are not kept, but may be meant by ids that are missing.

use std::collections::BTreeMap;

use standpoint_model::Kind;

use crate::diagnose::meant::reference::Comparable;

/// Ids that are missing, each with its place among all of them, by the kinds that they name.
pub(super) struct Missing<'m>(BTreeMap<Option<Kind>, Vec<(usize, Comparable<'m>)>>);

impl<'m> Missing<'m> {
    pub(super) fn of(ids: impl IntoIterator<Item = &'m str>) -> Self {
        let mut by_kind: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (place, id) in ids.into_iter().enumerate() {
            by_kind.entry(Kind::of_id(id)).or_default().push((place, Comparable::new(id)));
        }
        Self(by_kind)
    }
}

/// In the place of each id that is missing the one that is most like it, and how much; of equals, the first.
#[derive(Default)]
pub(super) struct Nearest(Vec<Option<(f64, String)>>);

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

    pub(super) fn merge(&mut self, other: Self) {
        for (place, near) in other.0.into_iter().enumerate() {
            if let Some((likeness, id)) = near.filter(|(likeness, id)| self.is_nearer(place, *likeness, id)) {
                self.put(place, likeness, id);
            }
        }
    }

    /// The ids that are meant, if any may be.
    pub(super) fn into_ids(self) -> Vec<String> {
        self.0.into_iter().flatten().map(|(_, id)| id).collect()
    }

    /// The places of the ids to which this one is nearer than any before, and how near.
    fn nearer(&self, missing: &Missing<'_>, id: &str) -> Vec<(usize, f64)> {
        let Some(of_kind) = missing.0.get(&Kind::of_id(id)) else { return Vec::new() };
        let this = Comparable::new(id);
        let likeness = of_kind.iter().filter_map(|(place, wanted)| {
            let most = self.at(*place).map_or(0.0, |(most, _)| *most);
            Some((*place, wanted.likeness(&this, most)?))
        });
        likeness.filter(|(place, likeness)| self.is_nearer(*place, *likeness, id)).collect()
    }

    fn at(&self, place: usize) -> Option<&(f64, String)> {
        self.0.get(place)?.as_ref()
    }

    fn is_nearer(&self, place: usize, likeness: f64, id: &str) -> bool {
        self.at(place).is_none_or(|(most, first)| likeness > *most || (likeness >= *most && id < first.as_str()))
    }

    fn put(&mut self, place: usize, likeness: f64, id: String) {
        if self.0.len() <= place {
            self.0.resize(place + 1, None);
        }
        self.0[place] = Some((likeness, id));
    }
}
