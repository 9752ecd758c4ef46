//! The traces of all records, merged, and what is suspect in them.

use std::num::NonZero;

use hashbrown::{HashMap, HashSet};
use standpoint_model::Kind;

use super::{
    log::{Log, Merge},
    share::share,
    traces::{Being, Trace, life},
};
use crate::recognise::{Days, Leaf};

/// A part of the traces: those whose hashes fall to it. Parts are filled independently of one another.
#[derive(Default)]
pub(super) struct Ledger {
    /// Every id that was met.
    ids: Log<Marked>,
    /// When what has a key is there, and when it is met. In the end, of what is met when it is not there.
    bounds: Log<Bounds>,
    /// Names of actors and their aliases. In the end, those that are suspect.
    names: Log<Marked>,
    /// Keys of what should be there once, as often as they were met. In the end, those that were met again.
    unique: Vec<u64>,
    /// Contradictions that were said from one side so far.
    one_sided: Log<Contradiction>,
    /// The keys of pairs of actors and the records that hold a posture of them. In the end, those that are suspect.
    postures: Vec<(u64, u64)>,
    /// Of each pair of actors, what the records that hold a posture contradict.
    contested: Vec<(u64, u64)>,
    /// Places and the countries that they lie in.
    lies: Vec<(u64, u64)>,
    /// Places and the countries of what lies in them. In the end, those that these places do not lie in.
    enclosed: Vec<(u64, u64)>,
    leads: Vec<[u64; 2]>,
    /// Ids of records that have to be looked at.
    suspects: Vec<u64>,
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
    /// How many traces have been added since it was made or the last were taken.
    traces: usize,
}

/// The hash of an id or of a name: its upper bits, and [`Marks`] in the others.
#[derive(Clone, Copy)]
struct Marked(u64);

impl Marked {
    fn new(hash: u64, marks: u64) -> Self {
        Self(hash & !Marks::ALL | marks)
    }

    fn marks(self) -> u64 {
        self.0 & Marks::ALL
    }
}

impl Merge for Marked {
    type Key = u64;

    fn key(&self) -> u64 {
        self.0 & !Marks::ALL
    }

    fn merge(&mut self, other: Self) {
        let again = if self.0 & other.0 & Marks::OWN == 0 { 0 } else { Marks::AGAIN };
        self.0 |= other.0 | again;
    }
}

/// Marks of an id or a name, in the low bits of what is remembered of it.
struct Marks;

impl Marks {
    /// A record has it.
    const OWN: u64 = 1;
    /// A second record has it.
    const AGAIN: u64 = 1 << 1;
    /// A record that stands names it; of a name, a tie goes forth.
    const NAMED: u64 = 1 << 2;
    /// It is cited; of a name, an alias has it, or a tie goes back.
    const CITED: u64 = 1 << 3;
    /// The record that has it is retracted.
    const RETRACTED: u64 = 1 << 4;
    /// What the record that has it is, in four bits.
    const BEING: u32 = 5;
    /// All of them.
    const ALL: u64 = (1 << 9) - 1;
}

/// When what has a key is there, and when it is met.
#[derive(Clone, Copy)]
struct Bounds {
    key: u64,
    from: i32,
    until: i32,
    first: i32,
    last: i32,
}

impl Bounds {
    /// So far away as days are not told apart, what is met may always be out of bounds.
    fn there(key: u64, from: i32, until: i32) -> Self {
        let [past, future] = Days::FAR;
        let from = if from == past { past + 1 } else { from };
        let until = if until == future { future - 1 } else { until };
        Self { key, from, until, first: i32::MAX, last: i32::MIN }
    }

    fn met(key: u64, first: i32, last: i32) -> Self {
        Self { key, from: i32::MAX, until: i32::MAX, first, last }
    }

    fn excludes(&self, first: i32, last: i32) -> bool {
        (self.from != i32::MAX && first < self.from) || last > self.until
    }
}

impl Merge for Bounds {
    type Key = u64;

    fn key(&self) -> u64 {
        self.key
    }

    fn merge(&mut self, other: Self) {
        self.from = self.from.min(other.from);
        self.until = self.until.min(other.until);
        self.first = self.first.min(other.first);
        self.last = self.last.max(other.last);
    }
}

/// That one of two records contradicts the other: the smaller id first, and which of them, or both, said so.
#[derive(Clone, Copy)]
struct Contradiction {
    pair: [u64; 2],
    sides: u8,
}

impl Contradiction {
    const BOTH: u8 = 3;
}

impl Merge for Contradiction {
    type Key = [u64; 2];

    fn key(&self) -> [u64; 2] {
        self.pair
    }

    fn merge(&mut self, other: Self) {
        self.sides |= other.sides;
    }
}

/// How many types of actors there are.
const ACTOR_TYPES: u64 = standpoint_model::ActorType::ALL.len() as u64;

impl Being {
    /// Of actors their types from 1, then the others, in four bits.
    fn code(self) -> u64 {
        match self {
            Self::Unknown => 0,
            Self::Actor(r#type) => 1 + u64::from(r#type).min(ACTOR_TYPES - 1),
            Self::Place => ACTOR_TYPES + 1,
            Self::Source => ACTOR_TYPES + 2,
            Self::Interest | Self::Manifest | Self::Other => ACTOR_TYPES + 3,
        }
    }
}

const _: () = assert!(ACTOR_TYPES + 3 < 16, "four bits are too few");

impl Trace {
    /// The hash that decides to which part it belongs.
    #[expect(clippy::inline_always, reason = "of each trace it is known what it is where it is left")]
    #[inline(always)]
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
            | Self::Suspect { .. }
            | Self::Odd => 0,
        }
    }
}

impl Ledger {
    /// Merges a trace with what is here.
    #[expect(clippy::inline_always, reason = "of each trace it is known what it is where it is left")]
    #[inline(always)]
    pub(super) fn add(&mut self, trace: Trace) {
        self.traces += 1;
        match trace {
            Trace::Own { id, is, is_current } => {
                let retracted = if is_current { 0 } else { Marks::RETRACTED };
                self.ids.push(Marked::new(id, Marks::OWN | retracted | is.code() << Marks::BEING));
                self.manifests += usize::from(is == Being::Manifest);
            }
            Trace::Named { id, by_current, as_evidence } => {
                let named = if by_current { Marks::NAMED } else { 0 };
                let cited = if as_evidence { Marks::CITED } else { 0 };
                self.ids.push(Marked::new(id, named | cited));
            }
            Trace::Bounded { key, from, until } => self.bounds.push(Bounds::there(key, from, until)),
            Trace::Met { key, first, last } => self.bounds.push(Bounds::met(key, first, last)),
            Trace::Unique { key } => self.unique.push(key),
            Trace::Name { key } => self.names.push(Marked::new(key, Marks::OWN)),
            // Going forth again and again is no more than going forth once.
            Trace::Forth { key } => self.names.push(Marked::new(key, Marks::NAMED)),
            Trace::Alias { key } | Trace::Back { key } => self.names.push(Marked::new(key, Marks::CITED)),
            Trace::Contradicts { ids: [one, other] } => {
                let (pair, sides) = if one < other { ([one, other], 1) } else { ([other, one], 2) };
                self.one_sided.push(Contradiction { pair, sides });
            }
            Trace::Posture { key, id } => self.postures.push((key, id)),
            Trace::Contested { key, id } => self.contested.push((key, id)),
            Trace::Lies { place, country } => self.lies.push((place, country)),
            Trace::Enclosed { place, country } => self.enclosed.push((place, country)),
            Trace::Leads { ids } => self.leads.push(ids),
            Trace::Tied { actor, types } => self.ties.push((actor, types)),
            Trace::Killed { actor, until } => self.killed.push((actor, until)),
            Trace::Ranked { actor, rank } => self.rank(actor, 1, rank),
            Trace::Dated { day } => self.dated = self.dated.max(Some(day)),
            Trace::Changed { day } => self.change(day),
            Trace::Suspect { id } => self.suspects.push(id),
            Trace::Odd => self.odd = true,
        }
    }

    /// How many traces have been added to it that no other ledger took.
    pub(super) fn traces(&self) -> usize {
        self.traces
    }

    /// Merges all that another ledger holds with what is here. The other is empty then.
    pub(super) fn take(&mut self, other: &mut Self) {
        let Self {
            ids,
            bounds,
            names,
            unique,
            one_sided,
            postures,
            contested,
            lies,
            enclosed,
            leads,
            suspects,
            ties,
            killed,
            ranks,
            dated,
            changed,
            manifests,
            odd,
            traces,
        } = other;
        self.ids.take(ids);
        self.bounds.take(bounds);
        self.names.take(names);
        self.unique.append(unique);
        self.one_sided.take(one_sided);
        self.postures.append(postures);
        self.contested.append(contested);
        self.lies.append(lies);
        self.enclosed.append(enclosed);
        self.leads.append(leads);
        self.suspects.append(suspects);
        self.ties.append(ties);
        self.killed.append(killed);
        for (actor, (count, highest)) in ranks.drain() {
            self.rank(actor, count, highest);
        }
        self.dated = self.dated.max(dated.take());
        if let Some(day) = changed.take() {
            self.change(day);
        }
        self.manifests += std::mem::take(manifests);
        self.odd |= std::mem::take(odd);
        *traces = 0;
    }

    fn rank(&mut self, actor: u64, count: u64, highest: u64) {
        let before = self.ranks.entry(actor).or_default();
        *before = (before.0 + count, before.1.max(highest));
    }

    fn change(&mut self, day: i32) {
        let day = day.min(Days::FAR[1] - 1);
        self.changed = Some(self.changed.map_or(day, |before| before.min(day)));
    }

    /// The ids that records share.
    pub(super) fn twins(&mut self) -> Twins {
        self.ids.merge();
        Twins(self.ids.iter().filter(|id| id.marks() & Marks::AGAIN != 0).map(Merge::key).collect())
    }

    /// The marks of an id, once all are merged.
    fn marks(&self, id: u64) -> u64 {
        self.ids.get(&Marked::new(id, 0).key()).map_or(0, |marked| marked.marks())
    }

    /// Keeps of all but the ids what is suspect.
    fn settle(&mut self) {
        self.bounds.merge();
        self.bounds.retain(|bounds| bounds.excludes(bounds.first, bounds.last));
        self.names.merge();
        self.names.retain(|name| is_suspect_name(name.marks()));
        self.one_sided.merge();
        self.one_sided.retain(|contradiction| contradiction.sides != Contradiction::BOTH);
        self.unique.sort_unstable();
        self.unique = repeated(&self.unique);
        self.settle_postures();
        self.lies.sort_unstable();
        let lies = std::mem::take(&mut self.lies);
        let is_known =
            |place| lies.get(lies.partition_point(|pair| pair.0 < place)).is_some_and(|pair| pair.0 == place);
        self.enclosed.retain(|pair| is_known(pair.0) && lies.binary_search(pair).is_err());
        self.enclosed.sort_unstable();
        self.enclosed.shrink_to_fit();
    }

    /// Keeps the postures of pairs of which more than two records hold one, or two that do not name one another.
    fn settle_postures(&mut self) {
        self.postures.sort_unstable();
        self.contested.sort_unstable();
        let contested = std::mem::take(&mut self.contested);
        let is_suspect = |of_pair: &&[(u64, u64)]| match of_pair {
            [] | [_] => false,
            [one, other] => [one, other].iter().all(|posture| contested.binary_search(posture).is_err()),
            _ => true,
        };
        self.postures =
            self.postures.chunk_by(|one, next| one.0 == next.0).filter(is_suspect).flatten().copied().collect();
    }
}

/// Ids that several records have, as far as a ledger knows them.
#[derive(Default)]
pub(super) struct Twins(HashSet<u64>);

impl Twins {
    pub(super) fn and(mut self, others: Self) -> Self {
        self.0.extend(others.0);
        self
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn has(&self, id: u64) -> bool {
        self.0.contains(&Marked::new(id, 0).key())
    }
}

/// What is there more than once in a sorted list.
fn repeated(sorted: &[u64]) -> Vec<u64> {
    let mut repeated: Vec<u64> = sorted.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
    repeated.dedup();
    repeated
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
    /// Whether more is suspect than ids, and the records that have and name them.
    has_other_suspects: bool,
    /// Whether it can be said what is missing.
    pub(super) is_complete: bool,
}

/// What is known of records that left no traces.
pub(super) struct Refused {
    /// Their ids.
    pub(super) ids: HashSet<u64>,
    /// Whether an interest is among them.
    pub(super) has_interest: bool,
    /// Whether there are others of which nothing is known.
    pub(super) has_unread: bool,
}

impl Index {
    /// The index of all parts, of which there are a power of two.
    pub(super) fn new(parts: Vec<Ledger>, refused: &Refused, threads: NonZero<usize>) -> Self {
        let mut index = Self {
            parts,
            suspects: HashSet::new(),
            odd_ids: HashMap::new(),
            odd_ranks: false,
            changed: i32::MAX,
            has_other_suspects: false,
            is_complete: !refused.has_unread,
        };
        share(threads, &mut index.parts, |part| part.ids.merge());
        index.settle_killed();
        index.settle_ties(threads);
        share(threads, &mut index.parts, Ledger::settle);
        let changed = index.parts.iter().filter_map(|part| part.changed).min();
        index.changed = changed.unwrap_or(i32::MAX);
        // What is missing from a count may be what was refused.
        let all_count = index.is_complete && !refused.has_interest;
        let ranks = index.parts.iter().flat_map(|part| &part.ranks).filter(|_| all_count);
        let odd_ranks: Vec<u64> =
            ranks.filter(|(_, (count, highest))| count != highest).map(|(actor, _)| *actor).collect();
        index.odd_ranks = !odd_ranks.is_empty();
        // So may be what would say the same from the other side.
        let is_refused = |id: &u64| refused.ids.contains(id) && index.marks(*id) & Marks::AGAIN == 0;
        let one_sided = index.parts.iter().flat_map(|part| part.one_sided.iter()).map(|said| said.pair);
        let one_sided: Vec<u64> = one_sided.filter(|pair| !pair.iter().any(is_refused)).flatten().collect();
        let on_cycles = on_cycles(index.parts.iter_mut().flat_map(|part| std::mem::take(&mut part.leads)).collect());
        let around: Vec<u64> = index.parts.iter().flat_map(|part| &part.enclosed).map(|(place, _)| *place).collect();
        let said = index.parts.iter_mut().flat_map(|part| std::mem::take(&mut part.suspects));
        index.suspects.extend(said.chain(around));
        index.suspects.extend(odd_ranks.into_iter().chain(one_sided).chain(on_cycles));
        let odd_ids = share(threads, &index.parts, |part| {
            let ids = part.ids.iter().map(|id| (id.key(), id.marks()));
            ids.filter(|(_, marks)| index.is_odd(*marks)).collect::<Vec<_>>()
        });
        index.odd_ids = odd_ids.into_iter().flatten().collect();
        index.has_other_suspects = index.finds_other_suspects();
        index
    }

    /// Persons end when they are killed; populations do not.
    fn settle_killed(&mut self) {
        let killed: Vec<(u64, i32)> = self.parts.iter_mut().flat_map(|part| std::mem::take(&mut part.killed)).collect();
        for (actor, until) in killed {
            let person = Being::Actor(standpoint_model::ActorType::Individual as u8).code();
            let marks = self.marks(actor);
            if marks & Marks::AGAIN != 0 || marks >> Marks::BEING == person {
                self.part_mut(life(actor)).add(Trace::Bounded { key: life(actor), from: i32::MAX, until });
            }
        }
    }

    fn settle_ties(&mut self, threads: NonZero<usize>) {
        /// How many are looked at together.
        const SOME: usize = 1 << 12;
        let ties: Vec<(u64, u16)> = self.parts.iter_mut().flat_map(|part| std::mem::take(&mut part.ties)).collect();
        let suspects = share(threads, ties.chunks(SOME), |ties| {
            let wrong = ties.iter().filter(|(actor, types)| self.is_tied_wrongly(*actor, *types));
            wrong.map(|(actor, _)| *actor).collect::<Vec<_>>()
        });
        self.suspects.extend(suspects.into_iter().flatten());
    }

    fn is_tied_wrongly(&self, actor: u64, types: u16) -> bool {
        let marks = self.marks(actor);
        let being = marks >> Marks::BEING;
        let is_of_another_type = (1..=ACTOR_TYPES).contains(&being) && types & (1 << (being - 1)) == 0;
        marks & Marks::AGAIN != 0 || is_of_another_type
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

    /// When something is there that is also met when it is not.
    fn bounds(&self, key: u64) -> Option<&Bounds> {
        self.part(key).bounds.get(&key)
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

    /// Whether what has this id is suspect for what it has to do with others.
    pub(super) fn is_suspect_itself(&self, id: u64) -> bool {
        self.suspects.contains(&id)
    }

    /// How many manifests there are.
    pub(super) fn manifests(&self) -> usize {
        self.parts.iter().map(|part| part.manifests).sum()
    }

    /// Whether anything is suspect.
    pub(super) fn has_suspects(&self) -> bool {
        self.manifests() > 1 || !self.odd_ids.is_empty() || self.has_other_suspects
    }

    fn finds_other_suspects(&self) -> bool {
        let dated = self.parts.iter().filter_map(|part| part.dated).max().unwrap_or(i32::MIN);
        dated > self.changed
            || !self.suspects.is_empty()
            || self.parts.iter().any(|part| {
                part.odd
                    || !part.bounds.is_empty()
                    || !part.postures.is_empty()
                    || !part.unique.is_empty()
                    || !part.names.is_empty()
            })
    }

    /// Whether a record of this kind that holds these leaves may leave a suspect trace. Mostly it is told at once that it
    /// does not: where no more than ids are suspect, by those that it has and names.
    pub(super) fn may_be_suspect(&self, kind: Kind, leaves: &[Leaf]) -> bool {
        let mut ids = leaves.iter().map(|leaf| leaf.value & !Marks::ALL);
        self.has_other_suspects || kind == Kind::Dataset || ids.any(|id| self.odd_ids.contains_key(&id))
    }

    /// Whether there is something about an id with these marks: it is missing, or is there twice, or nobody names it, or
    /// names it although it is retracted.
    fn is_odd(&self, marks: u64) -> bool {
        let named = marks & Marks::NAMED != 0;
        if marks & Marks::OWN == 0 {
            return self.is_complete;
        }
        let being = marks >> Marks::BEING;
        let expected = if (1..=Being::Place.code()).contains(&being) {
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
                // What a twin says was merged with what the first record of its id says, which alone counts.
                .is_some_and(|marks| marks & Marks::OWN == 0 || marks & (Marks::RETRACTED | Marks::AGAIN) != 0),
            Trace::Bounded { key, .. } => self.is_out_of_bounds(key),
            Trace::Killed { actor, .. } => self.is_out_of_bounds(life(actor)),
            Trace::Met { key, first, last } => self.bounds(key).is_some_and(|bounds| bounds.excludes(first, last)),
            Trace::Unique { key } => self.part(key).unique.binary_search(&key).is_ok(),
            Trace::Name { key } | Trace::Alias { key } | Trace::Forth { key } | Trace::Back { key } => {
                self.part(key).names.get(&Marked::new(key, 0).key()).is_some()
            }
            Trace::Posture { key, id } => self.part(key).postures.binary_search(&(key, id)).is_ok(),
            Trace::Enclosed { place, country } => self.part(place).enclosed.binary_search(&(place, country)).is_ok(),
            Trace::Contested { .. } | Trace::Lies { .. } | Trace::Suspect { .. } => false,
            Trace::Contradicts { ids } | Trace::Leads { ids } => ids.iter().all(|id| self.suspects.contains(id)),
            Trace::Tied { actor, types } => self.is_tied_wrongly(actor, types),
            Trace::Ranked { actor, .. } => self.is_suspect_itself(actor),
            Trace::Dated { day } => day > self.changed,
            Trace::Changed { .. } | Trace::Odd => true,
        }
    }

    pub(super) fn is_out_of_bounds(&self, key: u64) -> bool {
        self.bounds(key).is_some()
    }
}

fn is_suspect_name(marks: u64) -> bool {
    marks & Marks::AGAIN != 0 || (marks & (Marks::OWN | Marks::NAMED) != 0 && marks & Marks::CITED != 0)
}

/// Which of so many parts, a power of two, a hash falls to.
pub(super) fn part_of(hash: u64, parts: usize) -> usize {
    // Bits that the tables themselves use least.
    usize::try_from(hash >> 40).unwrap_or_default() & (parts - 1)
}

/// The ids that lie on a cycle of leads, or lead into one.
fn on_cycles(mut leads: Vec<[u64; 2]>) -> Vec<u64> {
    leads.retain(|[one, other]| one != other);
    // What leads to an end is on no cycle. Mostly that is true of most leads, and then of most that are left.
    loop {
        let from: HashSet<u64> = leads.iter().map(|[one, _]| *one).collect();
        let before = leads.len();
        leads.retain(|[_, other]| from.contains(other));
        if leads.len() == before {
            return from.into_iter().collect();
        }
        if leads.len() > before / 2 {
            return unravelled(leads);
        }
    }
}

/// As [`on_cycles`], of long chains: end by end.
fn unravelled(mut leads: Vec<[u64; 2]>) -> Vec<u64> {
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
