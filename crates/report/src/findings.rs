//! What is found, as much of it as is worth keeping. Nothing is lost: what is not kept is counted.

use std::{cmp::Ordering, collections::BTreeMap};

use crate::{Code, Finding, Level, Levels, Place};

/// Findings that are not kept: of each code and level, how many in which document; in none, where they are about the
/// dataset as a whole.
pub type NotKept = BTreeMap<(&'static str, Level, Option<usize>), usize>;

/// Of each code the first findings, in the order of their places, and how many more there are.
#[derive(Debug, Clone)]
pub struct Findings<'l> {
    levels: &'l Levels,
    max_per_code: usize,
    kept: BTreeMap<&'static str, Vec<Finding>>,
    more: NotKept,
}

impl<'l> Findings<'l> {
    /// No findings yet; of each code at most `max_per_code` will be kept, those that come first.
    pub fn new(levels: &'l Levels, max_per_code: usize) -> Self {
        Self { levels, max_per_code, kept: BTreeMap::new(), more: NotKept::new() }
    }

    /// Room for as many findings as here, with none.
    #[must_use]
    pub fn none(&self) -> Self {
        Self::new(self.levels, self.max_per_code)
    }

    /// The levels at which they are found.
    pub fn levels(&self) -> &'l Levels {
        self.levels
    }

    fn level(&self, finding: &Finding) -> Option<Level> {
        self.levels.of(finding.code, finding.place.as_ref().map(|place| place.document))
    }

    /// Adds what was found about one record, after all that was found about records before it. Whether any of it is kept.
    pub fn add(&mut self, found: impl IntoIterator<Item = Finding>) -> bool {
        let mut is_kept = false;
        for finding in found {
            let Some(level) = self.level(&finding) else { continue };
            let kept = self.kept.entry(finding.code.name).or_default();
            if kept.len() < self.max_per_code {
                kept.push(finding);
                is_kept = true;
            } else {
                count(&mut self.more, level, &finding, 1);
            }
        }
        is_kept
    }

    /// Adds what was found in whatever order.
    pub fn add_all(&mut self, mut found: Vec<Finding>) {
        found.sort_by(order);
        let mut others = Self::new(self.levels, self.max_per_code);
        others.add(found);
        self.merge(others);
    }

    /// Adds what others found. Of each code those stay that come first, whoever found them.
    pub fn merge(&mut self, others: Findings<'_>) {
        for (code, mut found) in others.kept {
            let kept = self.kept.entry(code).or_default();
            kept.append(&mut found);
            kept.sort_by(order);
            for finding in kept.drain(self.max_per_code.min(kept.len())..) {
                let document = finding.place.as_ref().map(|place| place.document);
                if let Some(level) = self.levels.of(finding.code, document) {
                    count(&mut self.more, level, &finding, 1);
                }
            }
        }
        for (key, number) in others.more {
            *self.more.entry(key).or_default() += number;
        }
    }

    /// The ids that are missing, in the order in which they are met; of very many, as many as `most`.
    pub fn missing(&self, most: usize) -> Vec<String> {
        self.kept.values().flatten().filter_map(|finding| finding.missing.clone()).take(most).collect()
    }

    /// Says what only all findings together tell: which ids are meant by the first of those that are missing, of which
    /// `help` speaks, and what many findings in one file come to. Whatever is meant counts as named, so that one mistake is
    /// not told twice.
    pub fn conclude(&mut self, meant: &[Option<String>], help: impl Fn(&str) -> String) {
        let renamed = self.renamed(meant);
        let missing = self.kept.values_mut().flatten().filter(|finding| finding.missing.is_some());
        for ((finding, meant), renamed) in missing.zip(meant).zip(&renamed) {
            match (meant, renamed) {
                (Some(id), _) => finding.help = Some(help(id)),
                (None, Some(id)) => {
                    finding.help =
                        Some(format!("{} that record is named nowhere, so it may have got a new id", help(id)));
                }
                (None, None) => {}
            }
        }
        let is_meant = |id: &String| meant.iter().chain(&renamed).flatten().any(|meant| meant == id);
        for found in self.kept.values_mut() {
            found.retain(|finding| !finding.unnamed.as_ref().is_some_and(is_meant));
            if found.iter().any(|finding| finding.group.is_some()) {
                *found = as_one_a_file(std::mem::take(found), self.levels, &mut self.more);
            }
        }
    }

    /// The ids that records may have got anew while others still name the old ones, each in the place of the one that is
    /// missing: of its kind no other is missing that is like none that is known, and one is named nowhere.
    fn renamed(&self, meant: &[Option<String>]) -> Vec<Option<String>> {
        let kind_of = |id: &str| id.split_once('/').map(|(kind, _)| kind.to_owned());
        let mut unnamed: BTreeMap<Option<String>, Vec<&String>> = BTreeMap::new();
        for id in self.kept.values().flatten().filter_map(|finding| finding.unnamed.as_ref()) {
            unnamed.entry(kind_of(id)).or_default().push(id);
        }
        let missing: Vec<&Finding> = self.kept.values().flatten().filter(|finding| finding.missing.is_some()).collect();
        // A name in the place of an id has none that could be given anew.
        let kinds: Vec<Option<Option<String>>> = missing
            .iter()
            .enumerate()
            .map(|(place, finding)| {
                let is_unexplained = meant.get(place).is_none_or(Option::is_none) && finding.group.is_none();
                is_unexplained.then(|| finding.missing.as_deref().and_then(kind_of))
            })
            .collect();
        let only = |kind: &Option<String>| {
            let is_alone = kinds.iter().flatten().filter(|other| *other == kind).count() == 1;
            match unnamed.get(kind).map(Vec::as_slice) {
                Some([id]) if is_alone => Some((*id).clone()),
                _ => None,
            }
        };
        kinds.iter().map(|kind| only(kind.as_ref()?)).collect()
    }

    /// Leaves out all but the first finding of a code, if there is one: whatever else was found comes of that.
    pub fn eclipse(&mut self, code: &Code) {
        let Some(cause) = self.kept.remove(code.name).and_then(|found| found.into_iter().next()) else { return };
        self.kept = BTreeMap::from([(code.name, vec![cause])]);
        self.more.clear();
    }

    /// Leaves out the findings of a code.
    pub fn forget(&mut self, code: &Code) {
        self.kept.remove(code.name);
        self.more.retain(|(name, _, _), _| *name != code.name);
    }

    /// Where the records begin that those that are kept have to do with.
    pub fn starts(&self) -> impl Iterator<Item = (usize, usize)> {
        let places = |finding: &'_ Finding| {
            let related = finding.related.iter().map(|related| related.place.start());
            finding.place.iter().map(Place::start).chain(related).collect::<Vec<_>>()
        };
        self.kept.values().flatten().flat_map(places)
    }

    /// What [`Self::into_parts`] gave: of each code at most `max_per_code` findings, in the order of their places, and how
    /// many more there are.
    pub fn from_parts(
        levels: &'l Levels,
        max_per_code: usize,
        kept: impl IntoIterator<Item = Finding>,
        more: NotKept,
    ) -> Self {
        let mut by_code: BTreeMap<&'static str, Vec<Finding>> = BTreeMap::new();
        for finding in kept {
            by_code.entry(finding.code.name).or_default().push(finding);
        }
        Self { levels, max_per_code, kept: by_code, more }
    }

    /// Those that are kept, and how many more there are.
    pub fn into_parts(self) -> (impl Iterator<Item = Finding>, NotKept) {
        (self.kept.into_values().flatten(), self.more)
    }
}

/// How many records are pointed at beside the first. The others are counted: a register may list thousands.
const SHOWN: usize = 9;

/// One of the findings of each group of a code in each file, which tells of the others. Those that are in no group stay.
fn as_one_a_file(found: Vec<Finding>, levels: &Levels, more: &mut NotKept) -> Vec<Finding> {
    let (grouped, mut all): (Vec<Finding>, Vec<Finding>) =
        found.into_iter().partition(|finding| finding.group.is_some());
    let mut groups: BTreeMap<(Option<usize>, Option<String>), Vec<Finding>> = BTreeMap::new();
    for finding in grouped {
        let document = finding.place.as_ref().map(|place| place.document);
        groups.entry((document, finding.group.clone())).or_default().push(finding);
    }
    for ((document, group), found) in groups {
        let mut found = found.into_iter();
        let Some(first) = found.next() else { continue };
        // Those that were not kept are of the group if all of the code are.
        let is_whole_code = group.as_deref() == Some("");
        let level = levels.of(first.code, document).filter(|_| is_whole_code);
        let not_kept = level.and_then(|level| more.remove(&(first.code.name, level, document))).unwrap_or_default();
        let others = found.len() + not_kept;
        if others == 0 {
            all.push(first);
            continue;
        }
        let what = if is_whole_code { "record" } else { "place" };
        let plural = if others == 1 { "" } else { "s" };
        let message = format!("{}; the same is true of {others} more {what}{plural} of this file", first.message);
        let mut one = Finding { message, ..first };
        for (nth, other) in found.enumerate() {
            if let Some(place) = other.place.filter(|_| nth < SHOWN) {
                one = one.related(place, "and this one");
            }
            one.repairs.extend(other.repairs);
        }
        all.push(one);
    }
    all.sort_by(order);
    all
}

fn count(more: &mut NotKept, level: Level, finding: &Finding, number: usize) {
    let document = finding.place.as_ref().map(|place| place.document);
    *more.entry((finding.code.name, level, document)).or_default() += number;
}

/// By where the record begins that they are about, and then by what they say, so that the order does not depend on who
/// found which first.
fn order(one: &Finding, other: &Finding) -> Ordering {
    let start = |finding: &Finding| finding.place.as_ref().map(Place::start);
    start(one).cmp(&start(other)).then_with(|| one.message.cmp(&other.message))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Code;

    static INVALID_JSON: Code = Code::fixed("invalid-json", Level::Error, "");
    static EMPTY_FILE: Code = Code::fixed("empty-file", Level::Error, "");

    #[test]
    fn the_first_of_each_code_stay_whoever_found_them_and_the_others_are_counted() {
        let levels = Levels::default();
        let finding = |at: usize| Finding::new(&INVALID_JSON, Place::bytes(at % 2, at..at), at.to_string());
        let all = || (0..100).map(finding).chain([Finding::new(&EMPTY_FILE, None, "one")]);
        let kept = |findings: Findings<'_>| {
            let (kept, more) = findings.into_parts();
            (kept.map(|finding| finding.message).collect::<Vec<_>>(), more)
        };
        let mut whole = Findings::new(&levels, 7);
        whole.add_all(all().collect());
        let whole = kept(whole);
        assert_eq!(whole.0, ["one", "0", "2", "4", "6", "8", "10", "12"]);
        let more = |document| whole.1[&("invalid-json", Level::Error, Some(document))];
        assert_eq!((whole.1.len(), more(0), more(1)), (2, 43, 50));
        for parts in 1..6 {
            let mut merged = Findings::new(&levels, 7);
            for part in (0..parts).rev() {
                let mut own = Findings::new(&levels, 7);
                let mut found: Vec<Finding> =
                    all().enumerate().filter(|(at, _)| at % parts == part).map(|it| it.1).collect();
                found.sort_by(order);
                own.add(found);
                merged.merge(own);
            }
            assert_eq!(kept(merged), whole);
        }
    }
}
