//! What people decided of the identity of records.

use hashbrown::{HashMap, HashSet};
use standpoint_model::{Identity, Record, RecordId, Verdict};

/// Who is decided to be one, or not.
#[derive(Default)]
pub(super) struct Decided<'d> {
    /// The classes of ids that are the same, by the leader of each.
    leaders: HashMap<&'d str, &'d str>,
    pairs: HashSet<[&'d str; 2]>,
}

impl<'d> Decided<'d> {
    pub(super) fn of(records: &[&'d Record]) -> Self {
        let mut decided = Self::default();
        let identities = || {
            records
                .iter()
                .filter_map(|record| if let Record::Identity(identity) = record { Some(identity) } else { None })
        };
        for identity in identities().filter(|identity| identity.verdict == Verdict::Same) {
            let mut members = identity.members.iter().map(RecordId::as_str);
            let Some(first) = members.next() else { continue };
            for member in members {
                let (one, other) = (decided.leader(first), decided.leader(member));
                decided.leaders.insert(one, other);
            }
        }
        for identity in identities().filter(|identity: &&Identity| identity.verdict != Verdict::Same) {
            let members: Vec<&str> = identity.members.iter().map(RecordId::as_str).collect();
            for (at, one) in members.iter().enumerate() {
                for other in &members[at + 1..] {
                    let pair = decided.pair([*one, *other]);
                    decided.pairs.insert(pair);
                }
            }
        }
        decided
    }

    fn leader(&self, id: &'d str) -> &'d str {
        let mut leader = id;
        while let Some(next) = self.leaders.get(leader).filter(|next| **next != leader) {
            leader = next;
        }
        leader
    }

    fn pair(&self, ids: [&'d str; 2]) -> [&'d str; 2] {
        let mut pair = ids.map(|id| self.leader(id));
        pair.sort_unstable();
        pair
    }

    pub(super) fn is_decided(&self, ids: [&'d str; 2]) -> bool {
        let pair = self.pair(ids);
        pair[0] == pair[1] || self.pairs.contains(&pair)
    }
}
