//! Which record of one coder is which of the other.

use std::collections::{BTreeMap, BTreeSet};

use standpoint_model::{Kind, Record};

use super::{
    coder::Coder,
    likeness::{Features, Paired},
    place::{Index, SourceKey, overlap, share_a_source},
};
use crate::Error;

/// The most pairs of records at one place that are looked at.
const MOST: usize = 4_000_000;

/// How much of their evidence two records of different kinds must share to be one.
const HALF: f64 = 0.5;

/// Two records that are taken for one: the number of that of A and of that of B.
pub(super) type Pair = [usize; 2];

/// Which records are one.
#[derive(Debug, Clone)]
pub(super) struct Alignment {
    /// Those that are measured.
    pub(super) pairs: Vec<Pair>,
    /// Those that nobody codes: the manifests, the sources, the identities, what is withdrawn by both.
    pub(super) others: Vec<Pair>,
    /// Those that are not looked at, and are named by what is.
    pub(super) outside: Vec<Pair>,
}

/// Two records that may be one, and how well they go together.
struct Candidate {
    pair: Pair,
    weight: f64,
}

impl Alignment {
    pub(super) fn of(a: &Coder, b: &Coder) -> Result<Self, Error> {
        let mut aligning = Aligning::new(a, b);
        for kind in Kind::ALL {
            aligning.pair_of_kind(*kind)?;
        }
        aligning.pair_of_two_kinds()?;
        let others = aligning.others();
        let mut pairs = aligning.pairs;
        pairs.sort_unstable();
        Ok(Self { pairs, others, outside: Vec::new() })
    }
}

struct Aligning<'c> {
    a: &'c Coder,
    b: &'c Coder,
    index: Index,
    /// What is paired already.
    paired: Paired,
    pairs: Vec<Pair>,
    left_a: BTreeSet<usize>,
    left_b: BTreeSet<usize>,
    /// How many pairs were met.
    met: usize,
}

impl<'c> Aligning<'c> {
    fn new(a: &'c Coder, b: &'c Coder) -> Self {
        let index = Index::of(b.compared().map(|number| (number, b.cited[number].as_slice())));
        let mut paired = Paired::new();
        for [one, other] in sources(a, b).into_iter().chain(withdrawn(a, b)) {
            paired.insert(b.records[other].id().into(), a.records[one].id().into());
        }
        let (left_a, left_b) = (a.compared().collect(), b.compared().collect());
        Self { a, b, index, paired, pairs: Vec::new(), left_a, left_b, met: 0 }
    }

    /// Pairs records of a kind. Kinds that others name come first, so that records are alike which name the same.
    fn pair_of_kind(&mut self, kind: Kind) -> Result<(), Error> {
        let is_of_kind = |coder: &Coder, number: usize| coder.records[number].kind() == kind;
        let own = self.left_a.iter().filter(|number| is_of_kind(self.a, **number));
        let own: BTreeMap<usize, Features> =
            own.map(|number| (*number, Features::of_a(&self.a.records[*number]))).collect();
        let others = self.left_b.iter().filter(|number| is_of_kind(self.b, **number));
        let others: BTreeMap<usize, Features> = others.map(|number| (*number, self.features_of_b(*number))).collect();
        let mut by_name: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        if is_named(kind) {
            for (number, features) in &others {
                features.names().for_each(|name| by_name.entry(name).or_default().push(*number));
            }
        }
        let mut near = Vec::new();
        for (one, features) in &own {
            let named = features.names().filter_map(|name| by_name.get(name)).flatten().copied();
            let in_one_text = named.filter(|other| share_a_source(&self.a.cited[*one], &self.b.cited[*other]));
            let in_one_text: Vec<usize> = in_one_text.collect();
            near.extend(self.near(*one, in_one_text)?);
        }
        let candidate = |pair: Pair| {
            let (own, theirs) = (own.get(&pair[0])?, others.get(&pair[1])?);
            let named = if own.share_a_name(theirs) { 1.0 } else { 0.0 };
            let weight = named + own.likeness(theirs) + self.overlap(pair);
            own.can_be_one(theirs, kind).then_some(Candidate { pair, weight })
        };
        let candidates = near.into_iter().filter_map(candidate).collect();
        self.take(candidates);
        Ok(())
    }

    /// Pairs what is left of records of different kinds, if they rest on the same. A party and a place may be one, and any two
    /// others; but not one that is named and one that is said.
    fn pair_of_two_kinds(&mut self) -> Result<(), Error> {
        let mut near = Vec::new();
        for one in self.left_a.clone() {
            near.extend(self.near(one, Vec::new())?);
        }
        let candidate = |pair: Pair| {
            let (own, theirs) = (&self.a.records[pair[0]], &self.b.records[pair[1]]);
            let can_be_one = own.kind() != theirs.kind() && is_named(own.kind()) == is_named(theirs.kind());
            let overlap = Some(self.overlap(pair)).filter(|overlap| can_be_one && *overlap >= HALF)?;
            let likeness = Features::of_a(own).likeness(&self.features_of_b(pair[1]));
            Some(Candidate { pair, weight: likeness + overlap })
        };
        let candidates = near.into_iter().filter_map(candidate).collect();
        self.take(candidates);
        Ok(())
    }

    /// The pairs of a record of A with what is left of B and rests on the same places, or is among `others`.
    fn near(&mut self, one: usize, others: Vec<usize>) -> Result<Vec<Pair>, Error> {
        let mut near = self.index.overlapping(&self.a.cited[one]);
        near.extend(others);
        self.met += near.len();
        if self.met > MOST {
            return Err(Error::TooManyAtOnePlace);
        }
        Ok(near.into_iter().filter(|other| self.left_b.contains(other)).map(|other| [one, other]).collect())
    }

    fn features_of_b(&self, number: usize) -> Features {
        Features::of_b(&self.b.records[number], self.b, &self.paired)
    }

    fn overlap(&self, [one, other]: Pair) -> f64 {
        overlap(&self.a.cited[one], &self.b.cited[other])
    }

    /// Takes pairs, those that go together best first. Of those that do so equally, the first by their ids, whoever is A.
    fn take(&mut self, mut candidates: Vec<Candidate>) {
        let ids = |[one, other]: Pair| {
            let ids = [self.a.records[one].id(), self.b.records[other].id()];
            (ids.into_iter().min(), ids.into_iter().max())
        };
        candidates.sort_by(|one, other| {
            other.weight.total_cmp(&one.weight).then_with(|| ids(one.pair).cmp(&ids(other.pair)))
        });
        for Candidate { pair: [one, other], .. } in candidates {
            if self.left_a.contains(&one) && self.left_b.contains(&other) {
                self.left_a.remove(&one);
                self.left_b.remove(&other);
                self.paired.insert(self.b.records[other].id().into(), self.a.records[one].id().into());
                self.pairs.push([one, other]);
            }
        }
    }

    /// The manifests, the sources, the identities of the same members, and the withdrawn records of one id.
    fn others(&self) -> Vec<Pair> {
        let manifests = self.a.of_kind(Kind::Dataset).zip(self.b.of_kind(Kind::Dataset));
        let mut others: Vec<Pair> = manifests.map(Pair::from).collect();
        others.extend(sources(self.a, self.b));
        others.extend(withdrawn(self.a, self.b));
        let members = |coder: &Coder, number: usize, is_b: bool| -> BTreeSet<String> {
            let Record::Identity(identity) = &coder.records[number] else { return BTreeSet::new() };
            let ids = identity.members.iter().map(standpoint_model::Id::as_str);
            ids.map(|id| self.paired.get(id).filter(|_| is_b).map_or_else(|| id.to_owned(), String::clone)).collect()
        };
        let mut left: BTreeMap<BTreeSet<String>, usize> =
            self.b.of_kind(Kind::Identity).map(|number| (members(self.b, number, true), number)).collect();
        for one in self.a.of_kind(Kind::Identity) {
            others.extend(left.remove(&members(self.a, one, false)).map(|other| [one, other]));
        }
        others
    }
}

/// Whether records of a kind are of what has a name, and say nothing.
fn is_named(kind: Kind) -> bool {
    matches!(kind, Kind::Actor | Kind::Place)
}

/// The records of one id that both withdrew.
fn withdrawn(a: &Coder, b: &Coder) -> Vec<Pair> {
    let left: BTreeMap<&str, usize> = b.withdrawn().collect();
    a.withdrawn().filter_map(|(id, one)| Some([one, *left.get(id)?])).collect()
}

/// The sources that are one: those of one text or, where no text is on record, of one id.
fn sources(a: &Coder, b: &Coder) -> Vec<Pair> {
    let mut left: BTreeMap<&SourceKey, usize> =
        b.of_kind(Kind::Source).map(|number| (&b.sources[b.records[number].id()], number)).collect();
    let one = |number: usize| Some([number, left.remove(&a.sources[a.records[number].id()])?]);
    a.of_kind(Kind::Source).filter_map(one).collect()
}
