//! Relations: what records say together of one thing, in however many records and in whatever order.
//!
//! A rule that compares records looks at *groups*: all records that stand in one relation to one thing (an id, a name, an
//! actor whose interests are numbered). A relation is one file with both of its faces: over values it says in which groups
//! a record is ([`Relation::keys`]); of a sketch it leaves a [`Trace`] for each of them ([`Relation::trace`]). Merged, the
//! traces of all records tell whether any rule can have something to say about a group. Small datasets use the first face
//! alone; of large ones only the groups whose merged traces are suspect are ever looked at.
//!
//! What makes this right: a group that is looked at is complete but for records that no rule over the relation would
//! mention in it ([`Trace::concerns`]), so a rule may argue from what is absent. Each finding belongs to one group, so
//! none comes twice.

use std::{
    hash::{BuildHasher, Hash},
    io,
    num::NonZero,
};

use foldhash::fast::SeedableRandomState;
use hashbrown::HashMap;
use standpoint_model::{CountryCode, Edtf, Entity, Manifest, Source, Status};
use standpoint_report::Finding;

use crate::{
    dataset::entry::Entry,
    diagnose::refusals::Refusals,
    recognise::{self, Days, Sketch},
    rules::{
        log::Log,
        trace::{Trace, Whole},
    },
    share::share,
};

/// A relation between records.
pub(crate) trait Relation: Sized + 'static {
    /// What a group is about.
    type Key<'a>: Hash + Eq;
    /// What is remembered of it.
    type Trace: Trace;
    /// Whether a rule may have something to say about a record that is alone in its group.
    const LOOKS_AT_ONE: bool = false;
    /// Whether its rules look up the sources that records cite.
    const LOOKS_AT_SOURCES: bool = false;

    /// Gives `visit` the keys of the groups that a record is in.
    fn keys<'a>(entry: &'a Entry, visit: &mut dyn FnMut(Self::Key<'a>));

    /// Gives `visit` the ids of other records beside which this one is looked at: it has to do with whatever groups those
    /// are in. It [joins](Traces::join) their traces.
    fn beside<'a>(entry: &'a Entry, visit: &mut dyn FnMut(&'a str)) {
        let _ = (entry, visit);
    }

    /// Gives `visit` the keys of groups in which there are records that the types refuse.
    fn refused<'a>(refusals: &'a Refusals, visit: &mut dyn FnMut(Self::Key<'a>)) {
        let _ = (refusals, visit);
    }

    /// By what a key is known where there are no values. It is what [`Self::trace`] calls the group.
    fn hash(key: &Self::Key<'_>, hasher: &Hasher) -> u64;

    /// Leaves what a record says in each of its groups. A property test holds it against [`Self::keys`].
    fn trace(sketch: &Sketch, hasher: &Hasher, to: &mut impl Traces<Self>);

    /// Keeps of the traces of all records, merged in parts, those that are suspect.
    fn settle(parts: &mut [Log<Self::Trace>], whole: Whole, threads: NonZero<usize>) -> io::Result<()> {
        let suspects = |traces: &mut Vec<Self::Trace>| traces.retain(|trace| trace.is_suspect(whole));
        share(threads, parts, |part| part.retain(suspects)).into_iter().collect()
    }
}

/// Takes the traces that a record leaves, or asks whether they are suspect.
pub(crate) trait Traces<R: Relation> {
    /// The record says this in a group.
    fn leave(&mut self, group: u64, trace: R::Trace);

    /// The record says this in a group, and most records beside it say the same.
    fn gather(&mut self, group: u64, trace: R::Trace);

    /// The record belongs to the groups of the traces with this key, if they are suspect for what others say.
    fn join(&mut self, key: u64);
}

/// Hashes values as the recogniser hashes the texts that they are written as.
pub(crate) struct Hasher {
    state: SeedableRandomState,
    /// The place of each country among all of them, by the hash of its code.
    countries: HashMap<u64, usize>,
    /// The years of those that are no more, as days.
    years: HashMap<u64, Days>,
}

impl Hasher {
    pub(crate) fn new(state: SeedableRandomState) -> Self {
        let countries = CountryCode::all().enumerate();
        let countries =
            countries.map(|(place, country)| (recognise::hash_of(&state, country.as_str().as_bytes()), place));
        let hash = |country: CountryCode| recognise::hash_of(&state, country.as_str().as_bytes());
        let years = CountryCode::all().filter_map(|country| Some((hash(country), years_of(country)?))).collect();
        Self { countries: countries.collect(), years, state }
    }

    /// What hashes the texts themselves.
    pub(crate) fn state(&self) -> SeedableRandomState {
        self.state.clone()
    }

    /// The hash of a text or an id.
    pub(crate) fn text(&self, text: &str) -> u64 {
        recognise::hash_of(&self.state, text.as_bytes())
    }

    /// The hash of a name, however it is spelt.
    pub(crate) fn name(&self, folded: &str) -> u64 {
        let name: String = folded.split_whitespace().collect();
        self.text(&name)
    }

    /// The place of a country among all of them, by the hash of its code.
    pub(crate) fn country(&self, code: u64) -> usize {
        self.countries.get(&code).copied().unwrap_or_default()
    }

    /// The years of a country that is no more, by the hash of its code.
    pub(crate) fn years(&self, code: u64) -> Option<Days> {
        self.years.get(&code).copied()
    }

    /// The hash of what is made of several.
    pub(crate) fn of(&self, parts: impl Hash) -> u64 {
        self.state.hash_one(parts)
    }
}

/// The years of a country that is no more, as days.
pub(crate) fn years_of(country: CountryCode) -> Option<Days> {
    let years = country.years()?;
    let year = |year: i32| Edtf::new(&format!("{year:04}")).ok().map(|year| Days::of(&year));
    Some(Days { first: year(*years.start())?.first, last: year(*years.end())?.last })
}

/// The records that stand in a relation to one thing, in the order of the files.
pub(crate) struct Group<'g> {
    entries: Vec<&'g Entry>,
    beside: Vec<&'g Entry>,
    around: Surroundings<'g>,
}

/// What rules over groups may ask about the rest of the dataset.
#[derive(Clone, Copy)]
pub(crate) struct Surroundings<'g> {
    /// The records that the types refuse.
    pub(crate) refusals: &'g Refusals,
    /// The first record with an id, if it is among those kept for the relation: sources that any record of the group cites.
    pub(crate) lookup: &'g (dyn Fn(&str) -> Option<&'g Entry> + Sync),
}

impl<'g> Group<'g> {
    /// All of them.
    pub(crate) fn entries(&self) -> impl Iterator<Item = &'g Entry> {
        self.entries.iter().copied()
    }

    /// Those that are not retracted.
    pub(crate) fn current(&self) -> impl Iterator<Item = &'g Entry> {
        self.entries().filter(|entry| entry.record.status() == Status::Current)
    }

    /// Those of a kind that are not retracted.
    pub(crate) fn of<E: Entity>(&self) -> impl Iterator<Item = (&'g Entry, &'g E)> {
        self.entries().filter_map(|entry| entry.current().map(|record| (entry, record)))
    }

    /// Those of a kind that are not retracted, save those whose id came before, which is a mistake of its own.
    pub(crate) fn distinct<E: Entity>(&self) -> impl Iterator<Item = (&'g Entry, &'g E)> {
        self.of::<E>().filter(|(entry, _)| entry.is_first)
    }

    /// The records that are looked at [beside](Relation::beside) those of the group.
    pub(crate) fn beside(&self) -> impl Iterator<Item = &'g Entry> {
        self.beside.iter().copied()
    }

    /// The first record with an id, if it is in the group.
    pub(crate) fn entry(&self, id: &str) -> Option<&'g Entry> {
        self.entries().find(|entry| entry.is_first && entry.record.id() == id)
    }

    /// The first record with an id, as one of a kind.
    pub(crate) fn named<E: Entity>(&self, id: &str) -> Option<(&'g Entry, &'g E)> {
        self.entry(id).and_then(|entry| Some((entry, E::from_record(&entry.record)?)))
    }

    /// A source that a record of the group cites, if it is suspect itself.
    pub(crate) fn source(&self, id: &str) -> Option<(&'g Entry, &'g Source)> {
        let entry = (self.around.lookup)(id)?;
        Some((entry, Source::from_record(&entry.record)?))
    }

    /// The manifest, if there is one in the group and no other.
    pub(crate) fn manifest(&self) -> Option<(&'g Entry, &'g Manifest)> {
        let mut manifests = self.distinct::<Manifest>();
        manifests.next().filter(|_| manifests.next().is_none())
    }

    /// Whether everything was read as JSON. If not, nobody can say what is missing.
    pub(crate) fn is_complete(&self) -> bool {
        !self.around.refusals.unread
    }

    /// The records that the types refuse.
    pub(crate) fn refusals(&self) -> &'g Refusals {
        self.around.refusals
    }
}

/// A rule over the groups of a relation: what it finds in one of them.
pub(crate) type GroupRule<R> = for<'k> fn(&<R as Relation>::Key<'k>, &Group<'_>, &mut Vec<Finding>);

/// Applies rules to the groups of records, those whose keys are `covered`. The records come in the order of the files.
pub(crate) fn check_groups<'g, R: Relation>(
    rules: &[GroupRule<R>],
    entries: impl IntoIterator<Item = &'g Entry>,
    covered: impl Fn(&R::Key<'g>) -> bool,
    around: Surroundings<'g>,
    findings: &mut Vec<Finding>,
) {
    let mut places: HashMap<R::Key<'g>, usize> = HashMap::new();
    let mut groups: Vec<Vec<&'g Entry>> = Vec::new();
    R::refused(around.refusals, &mut |key| {
        if covered(&key) {
            places.entry(key).or_insert(groups.len());
            groups.resize(places.len(), Vec::new());
        }
    });
    let mut others: HashMap<&str, Vec<&'g Entry>> = HashMap::new();
    for entry in entries {
        R::beside(entry, &mut |id| others.entry(id).or_default().push(entry));
        R::keys(entry, &mut |key| {
            if covered(&key) {
                let place = *places.entry(key).or_insert(groups.len());
                if place == groups.len() {
                    groups.push(Vec::new());
                }
                if !groups[place].last().is_some_and(|last| std::ptr::eq(*last, entry)) {
                    groups[place].push(entry);
                }
            }
        });
    }
    for (key, place) in &places {
        let entries = std::mem::take(&mut groups[*place]);
        if entries.len() > 1 || R::LOOKS_AT_ONE {
            let beside = entries.iter().filter_map(|entry| others.get(entry.record.id())).flatten().copied().collect();
            let group = Group { entries, beside, around };
            for rule in rules {
                rule(key, &group, findings);
            }
        }
    }
}
