//! The traces of all records, merged, and what is suspect in them.

use hashbrown::{HashMap, HashSet, HashTable, hash_map::Entry};

use rayon::prelude::*;

use super::traces::{Being, Trace, life};

/// A part of the traces: those whose hashes fall to it. Parts are filled independently of one another.
#[derive(Default)]
pub(super) struct Ledger {
    /// Every id that was met: the upper bits of its hash, and [`Marks`] in the others. Merged from time to time.
    ids: Vec<u64>,
    /// How many of them there were when they were merged last.
    merged: usize,
    /// When what has a key is there, and when it is met.
    bounds: HashTable<Bounds>,
    /// The upper bits of the keys of names, with [`Marks`] in the others.
    names: HashTable<u64>,
    /// Keys of what should be there once, as often as they were met.
    unique: Vec<u64>,
    /// Those of them that were met again.
    repeated: HashSet<u64>,
    /// Contradictions that were said from one side so far, the smaller id first, and from which side.
    one_sided: HashMap<[u64; 2], u8>,
    postures: HashMap<u64, Postures>,
    /// Of each pair of actors, what the records that hold a posture contradict.
    contested: HashMap<u64, Vec<u64>>,
    /// Places and the countries that they lie in.
    lies: HashSet<(u64, u64)>,
    /// Places and the countries of what lies in them; in the end those that these places do not lie in.
    enclosed: HashSet<(u64, u64)>,
    leads: Vec<[u64; 2]>,
    ties: Vec<(u64, u16)>,
    killed: Vec<(u64, i32)>,
    /// Of each actor, how many interests it has and the highest rank among them.
    ranks: HashMap<u64, (u64, u64)>,
    /// The latest day on which something dated began.
    dated: Option<i32>,
    /// The earliest day on which a manifest says that the dataset was last changed.
    changed: Option<i32>,
    manifests: usize,
    odd: bool,
}

/// Marks of an id or a name, in the low bits of what is remembered of it.
struct Marks;

impl Marks {
    /// A record has it.
    const OWN: u64 = 1;
    /// A second record has it.
    const AGAIN: u64 = 1 << 1;
    /// A record that stands names it.
    const NAMED: u64 = 1 << 2;
    /// It is cited; of a name, an alias has it.
    const CITED: u64 = 1 << 3;
    /// The record that has it is retracted.
    const RETRACTED: u64 = 1 << 4;
    /// What the record that has it is, in four bits.
    const BEING: u32 = 5;
    /// All of them.
    const ALL: u64 = (1 << 9) - 1;
}

/// The records that hold a posture of one actor towards another.
#[derive(Default)]
struct Postures {
    first_two: [u64; 2],
    count: u32,
}

struct Bounds {
    key: u64,
    from: i32,
    until: i32,
    first: i32,
    last: i32,
}

impl Bounds {
    fn new(key: u64) -> Self {
        Self { key, from: i32::MAX, until: i32::MAX, first: i32::MAX, last: i32::MIN }
    }

    fn excludes(&self, first: i32, last: i32) -> bool {
        (self.from != i32::MAX && first < self.from) || last > self.until
    }
}

/// How many ids a part remembers before it merges them for the first time.
const MERGED_FROM: usize = 1 << 12;

/// How many types of actors there are.
const ACTOR_TYPES: u64 = standpoint_model::ActorType::ALL.len() as u64;

impl Being {
    /// Of actors their types, then the others, in four bits.
    fn code(self) -> u64 {
        match self {
            Self::Actor(r#type) => u64::from(r#type).min(ACTOR_TYPES - 1),
            Self::Place => ACTOR_TYPES,
            Self::Source => ACTOR_TYPES + 1,
            Self::Interest => ACTOR_TYPES + 2,
            Self::Manifest => ACTOR_TYPES + 3,
            Self::Other => ACTOR_TYPES + 4,
        }
    }
}

const _: () = assert!(ACTOR_TYPES + 4 < 16, "four bits are too few");

/// A hash that is spread anew over all bits, since the low ones were given up for marks.
fn spread(hash: u64) -> u64 {
    (hash & !Marks::ALL).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// The marks of a hash, which is added if it is not there.
fn mark(table: &mut HashTable<u64>, hash: u64) -> &mut u64 {
    let hash = hash & !Marks::ALL;
    let entry = table.entry(spread(hash), |there| there & !Marks::ALL == hash, |there| spread(*there));
    entry.or_insert(hash).into_mut()
}

fn marks(table: &HashTable<u64>, hash: u64) -> u64 {
    let hash = hash & !Marks::ALL;
    table.find(spread(hash), |there| there & !Marks::ALL == hash).map_or(0, |there| there & Marks::ALL)
}

impl Trace {
    /// The hash that decides to which part it belongs.
    pub(super) fn hash(self) -> u64 {
        match self {
            Self::Own { id, .. } | Self::Named { id, .. } => id,
            Self::Bounded { key, .. }
            | Self::Met { key, .. }
            | Self::Unique { key }
            | Self::Name { key }
            | Self::Alias { key }
            | Self::Forth { key }
            | Self::Back { key }
            | Self::Posture { key, .. }
            | Self::Contested { key, .. } => key,
            Self::Enclosed { place, .. } | Self::Lies { place, .. } => place,
            Self::Contradicts { ids: [one, other] } => one.min(other),
            Self::Leads { .. }
            | Self::Tied { .. }
            | Self::Killed { .. }
            | Self::Ranked { .. }
            | Self::Dated { .. }
            | Self::Changed { .. }
            | Self::Odd => 0,
        }
    }
}

impl Ledger {
    /// Merges a trace with what is here.
    pub(super) fn add(&mut self, trace: Trace) {
        match trace {
            Trace::Own { id, is, is_current } => {
                let retracted = if is_current { 0 } else { Marks::RETRACTED };
                self.add_id(id, Marks::OWN | retracted | is.code() << Marks::BEING);
                self.manifests += usize::from(is == Being::Manifest);
            }
            Trace::Named { id, by_current, as_evidence } => {
                let named = if by_current { Marks::NAMED } else { 0 };
                let cited = if as_evidence { Marks::CITED } else { 0 };
                self.add_id(id, named | cited);
            }
            Trace::Bounded { key, from, until } => {
                let bounds = self.bounds_mut(key);
                bounds.from = bounds.from.min(from);
                bounds.until = bounds.until.min(until);
            }
            Trace::Met { key, first, last } => {
                let bounds = self.bounds_mut(key);
                bounds.first = bounds.first.min(first);
                bounds.last = bounds.last.max(last);
            }
            Trace::Unique { key } => self.unique.push(key),
            Trace::Name { key } => {
                let marks = mark(&mut self.names, key);
                *marks |= if *marks & Marks::OWN == 0 { Marks::OWN } else { Marks::AGAIN };
            }
            Trace::Alias { key } | Trace::Back { key } => *mark(&mut self.names, key) |= Marks::CITED,
            Trace::Contradicts { ids: [one, other] } => {
                let (pair, side) = if one < other { ([one, other], 1) } else { ([other, one], 2) };
                match self.one_sided.entry(pair) {
                    Entry::Occupied(said) if *said.get() | side == 3 => _ = said.remove(),
                    Entry::Occupied(_) => {}
                    Entry::Vacant(place) => _ = place.insert(side),
                }
            }
            Trace::Posture { key, id } => {
                let postures = self.postures.entry(key).or_default();
                postures.first_two = [id, postures.first_two[0]];
                postures.count += 1;
            }
            Trace::Contested { key, id } => self.contested.entry(key).or_default().push(id),
            Trace::Lies { place, country } => _ = self.lies.insert((place, country)),
            Trace::Enclosed { place, country } => _ = self.enclosed.insert((place, country)),
            Trace::Forth { key } => *mark(&mut self.names, key) |= Marks::OWN,
            Trace::Leads { ids } => self.leads.push(ids),
            Trace::Tied { actor, types } => self.ties.push((actor, types)),
            Trace::Killed { actor, until } => self.killed.push((actor, until)),
            Trace::Ranked { actor, rank } => {
                let (count, highest) = self.ranks.entry(actor).or_default();
                *count += 1;
                *highest = rank.max(*highest);
            }
            Trace::Dated { day } => self.dated = self.dated.max(Some(day)),
            Trace::Changed { day } => self.changed = Some(self.changed.map_or(day, |before| before.min(day))),
            Trace::Odd => self.odd = true,
        }
    }

    fn add_id(&mut self, id: u64, marks: u64) {
        if self.ids.len() >= MERGED_FROM.max(2 * self.merged) {
            self.merge_ids();
        }
        self.ids.push(id & !Marks::ALL | marks);
    }

    /// Makes one of all that is remembered of an id.
    fn merge_ids(&mut self) {
        self.ids.sort_unstable();
        self.ids.dedup_by(|next, kept| {
            let is_same = *next & !Marks::ALL == *kept & !Marks::ALL;
            if is_same {
                let again = if *next & *kept & Marks::OWN == 0 { 0 } else { Marks::AGAIN };
                *kept |= *next | again;
            }
            is_same
        });
        self.merged = self.ids.len();
    }

    /// The marks of an id, once all are merged.
    fn marks(&self, id: u64) -> u64 {
        let id = id & !Marks::ALL;
        let at = self.ids.partition_point(|there| *there < id);
        self.ids.get(at).filter(|there| **there & !Marks::ALL == id).map_or(0, |there| there & Marks::ALL)
    }

    /// Looks for what was met again.
    fn settle(&mut self) {
        self.merge_ids();
        let lies = std::mem::take(&mut self.lies);
        let known: HashSet<u64> = lies.iter().map(|(place, _)| *place).collect();
        self.enclosed.retain(|pair| known.contains(&pair.0) && !lies.contains(pair));
        let mut unique = std::mem::take(&mut self.unique);
        unique.sort_unstable();
        self.repeated = unique.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
    }

    /// Whether two records that hold a posture of one pair do not name one another, or there are more of them.
    fn has_suspect_postures(&self, key: u64) -> bool {
        let linked = |ids: &[u64; 2]| {
            self.contested.get(&key).is_some_and(|contested| contested.iter().any(|id| ids.contains(id)))
        };
        self.postures.get(&key).is_some_and(|postures| match postures.count {
            0 | 1 => false,
            2 => !linked(&postures.first_two),
            _ => true,
        })
    }

    fn bounds_mut(&mut self, key: u64) -> &mut Bounds {
        let entry = self.bounds.entry(key, |there| there.key == key, |there| there.key);
        entry.or_insert_with(|| Bounds::new(key)).into_mut()
    }
}

/// All traces, and what is suspect in them: what some rule over several records may have something to say about.
pub(crate) struct Index {
    parts: Vec<Ledger>,
    /// Ids that are suspect for what they have to do with others.
    suspects: HashSet<u64>,
    /// Ids that are missing, there twice, or else not as they should be, with their marks.
    odd_ids: HashMap<u64, u64>,
    /// Whether there is an interest whose actor's interests are not numbered as they should be.
    odd_ranks: bool,
    changed: i32,
    /// Whether it can be said what is missing.
    pub(super) is_complete: bool,
}

impl Index {
    /// The index of all parts, of which there are a power of two.
    pub(super) fn new(parts: Vec<Ledger>, is_complete: bool) -> Self {
        let mut index = Self {
            parts,
            suspects: HashSet::new(),
            odd_ids: HashMap::new(),
            odd_ranks: false,
            changed: i32::MAX,
            is_complete,
        };
        index.parts.par_iter_mut().for_each(Ledger::settle);
        index.settle_killed();
        index.settle_ties();
        let changed = index.parts.iter().filter_map(|part| part.changed).min();
        index.changed = changed.unwrap_or(i32::MAX);
        let odd_ranks =
            index.parts.iter().flat_map(|part| &part.ranks).filter(|(_, (count, highest))| count != highest);
        let odd_ranks: Vec<u64> = odd_ranks.map(|(actor, _)| *actor).collect();
        index.odd_ranks = !odd_ranks.is_empty();
        let one_sided: Vec<u64> =
            index.parts.iter().flat_map(|part| part.one_sided.keys().flatten().copied()).collect();
        let on_cycles = on_cycles(index.parts.iter_mut().flat_map(|part| std::mem::take(&mut part.leads)).collect());
        let around: Vec<u64> = index.parts.iter().flat_map(|part| &part.enclosed).map(|(place, _)| *place).collect();
        index.suspects.extend(around);
        index.suspects.extend(odd_ranks.into_iter().chain(one_sided).chain(on_cycles));
        let ids = index.parts.iter().flat_map(|part| &part.ids).map(|id| (id & !Marks::ALL, id & Marks::ALL));
        let odd_ids = ids.filter(|(_, marks)| index.is_odd(*marks)).collect();
        index.odd_ids = odd_ids;
        index
    }

    /// Persons end when they are killed; populations do not.
    fn settle_killed(&mut self) {
        let killed: Vec<(u64, i32)> = self.parts.iter_mut().flat_map(|part| std::mem::take(&mut part.killed)).collect();
        for (actor, until) in killed {
            let person = Being::Actor(standpoint_model::ActorType::Individual as u8).code();
            if self.marks(actor) >> Marks::BEING == person {
                self.part_mut(life(actor)).add(Trace::Bounded { key: life(actor), from: i32::MAX, until });
            }
        }
    }

    fn settle_ties(&mut self) {
        let ties: Vec<(u64, u16)> = self.parts.iter_mut().flat_map(|part| std::mem::take(&mut part.ties)).collect();
        let suspects: Vec<u64> = ties
            .into_iter()
            .filter(|(actor, types)| self.is_tied_wrongly(*actor, *types))
            .map(|(actor, _)| actor)
            .collect();
        self.suspects.extend(suspects);
    }

    fn is_tied_wrongly(&self, actor: u64, types: u16) -> bool {
        let marks = self.marks(actor);
        let being = marks >> Marks::BEING;
        marks & Marks::OWN != 0 && being < ACTOR_TYPES && types & (1 << being) == 0
    }

    fn part(&self, hash: u64) -> &Ledger {
        &self.parts[part_of(hash, self.parts.len())]
    }

    fn part_mut(&mut self, hash: u64) -> &mut Ledger {
        let part = part_of(hash, self.parts.len());
        &mut self.parts[part]
    }

    fn marks(&self, id: u64) -> u64 {
        self.part(id).marks(id)
    }

    fn bounds(&self, key: u64) -> Option<&Bounds> {
        self.part(key).bounds.find(key, |there| there.key == key)
    }

    /// Whether some record has this id.
    pub(super) fn has(&self, id: u64) -> bool {
        self.marks(id) & Marks::OWN != 0
    }

    /// Whether a record that stands names this id.
    pub(super) fn is_named(&self, id: u64) -> bool {
        self.marks(id) & Marks::NAMED != 0
    }

    /// Whether this id is cited.
    pub(super) fn is_cited(&self, id: u64) -> bool {
        self.marks(id) & Marks::CITED != 0
    }

    /// How many manifests there are.
    pub(super) fn manifests(&self) -> usize {
        self.parts.iter().map(|part| part.manifests).sum()
    }

    /// Whether anything is suspect.
    pub(super) fn has_suspects(&self) -> bool {
        let dated = self.parts.iter().filter_map(|part| part.dated).max().unwrap_or(i32::MIN);
        self.manifests() > 1
            || dated > self.changed
            || !self.suspects.is_empty()
            || !self.odd_ids.is_empty()
            || self.parts.iter().any(|part| {
                part.odd
                    || part.bounds.iter().any(|bounds| bounds.excludes(bounds.first, bounds.last))
                    || part.postures.keys().any(|key| part.has_suspect_postures(*key))
                    || !part.repeated.is_empty()
                    || part.names.iter().any(|name| is_suspect_name(name & Marks::ALL))
            })
    }

    /// Whether there is something about an id with these marks: it is missing, or is there twice, or nobody names it, or
    /// names it although it is retracted.
    fn is_odd(&self, marks: u64) -> bool {
        let named = marks & Marks::NAMED != 0;
        if marks & Marks::OWN == 0 {
            return self.is_complete;
        }
        let being = marks >> Marks::BEING;
        let expected = if being <= Being::Place.code() {
            named
        } else {
            being != Being::Source.code() || marks & Marks::CITED != 0
        };
        marks & Marks::AGAIN != 0 || (marks & Marks::RETRACTED != 0 && named) || (self.is_complete && !expected)
    }

    /// Whether a record that leaves this trace may offend against a rule over several records.
    pub(super) fn is_suspect(&self, trace: Trace) -> bool {
        match trace {
            Trace::Own { id, is, is_current } => {
                self.odd_ids.contains_key(&(id & !Marks::ALL))
                    || self.suspects.contains(&id)
                    || self.is_out_of_bounds(life(id))
                    || is == Being::Manifest
                    || (is == Being::Interest && !is_current && self.odd_ranks)
            }
            Trace::Named { id, .. } => self
                .odd_ids
                .get(&(id & !Marks::ALL))
                .is_some_and(|marks| marks & Marks::OWN == 0 || marks & Marks::RETRACTED != 0),
            Trace::Bounded { key, .. } => self.is_out_of_bounds(key),
            Trace::Killed { actor, .. } => self.is_out_of_bounds(life(actor)),
            Trace::Met { key, first, last } => self.bounds(key).is_some_and(|bounds| bounds.excludes(first, last)),
            Trace::Unique { key } => self.part(key).repeated.contains(&key),
            Trace::Name { key } | Trace::Alias { key } | Trace::Forth { key } | Trace::Back { key } => {
                is_suspect_name(marks(&self.part(key).names, key))
            }
            Trace::Posture { key, .. } => self.part(key).has_suspect_postures(key),
            Trace::Enclosed { place, country } => self.part(place).enclosed.contains(&(place, country)),
            Trace::Contested { .. } | Trace::Lies { .. } => false,
            Trace::Contradicts { ids } | Trace::Leads { ids } => ids.iter().all(|id| self.suspects.contains(id)),
            Trace::Tied { actor, types } => self.is_tied_wrongly(actor, types),
            Trace::Ranked { actor, .. } => self.suspects.contains(&actor),
            Trace::Dated { day } => day > self.changed,
            Trace::Changed { .. } | Trace::Odd => true,
        }
    }

    fn is_out_of_bounds(&self, key: u64) -> bool {
        self.bounds(key).is_some_and(|bounds| bounds.excludes(bounds.first, bounds.last))
    }
}

fn is_suspect_name(marks: u64) -> bool {
    marks & Marks::AGAIN != 0 || (marks & Marks::OWN != 0 && marks & Marks::CITED != 0)
}

/// Which of so many parts, a power of two, a hash falls to.
pub(super) fn part_of(hash: u64, parts: usize) -> usize {
    // Bits that the tables themselves use least.
    usize::try_from(hash >> 40).unwrap_or_default() & (parts - 1)
}

/// The ids that lie on a cycle of leads, or lead into one.
fn on_cycles(mut leads: Vec<[u64; 2]>) -> Vec<u64> {
    leads.retain(|[one, other]| one != other);
    leads.sort_unstable_by_key(|[_, other]| *other);
    let mut from: HashMap<u64, usize> = HashMap::with_capacity(leads.len());
    for [one, _] in &leads {
        *from.entry(*one).or_default() += 1;
    }
    let mut ends: Vec<u64> = leads.iter().map(|[_, other]| *other).filter(|id| !from.contains_key(id)).collect();
    ends.dedup();
    while let Some(end) = ends.pop() {
        let first = leads.partition_point(|[_, other]| *other < end);
        for [one, _] in leads[first..].iter().take_while(|[_, other]| *other == end) {
            if let Some(left) = from.get_mut(one) {
                *left -= 1;
                if *left == 0 {
                    from.remove(one);
                    ends.push(*one);
                }
            }
        }
    }
    from.into_keys().collect()
}
