//! What contradicts what.

use crate::{
    dataset::entry::Entry,
    recognise::{Sketch, Slot},
    rules::{
        relation::{Hasher, Relation, Traces},
        trace::{Trace, Whole},
    },
};
use serde::{Deserialize, Serialize};

/// A record and those that say that they contradict it.
pub(crate) struct Contradictions;

/// For each record that says that it contradicts this one, a number that stands for the two is added; for each that this
/// one says that it contradicts, the same number is taken away. Where both say so, nothing is left.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(crate) struct ContradictionTrace {
    id: u64,
    balance: u64,
    is_untrusted: bool,
}

impl Trace for ContradictionTrace {
    fn key(&self) -> u64 {
        self.id
    }

    fn merge(&mut self, other: Self) {
        self.balance = self.balance.wrapping_add(other.balance);
        self.is_untrusted |= other.is_untrusted;
    }

    fn is_suspect(&self, _: Whole) -> bool {
        self.balance != 0 || self.is_untrusted
    }

    fn untrusted(self) -> Self {
        Self { is_untrusted: true, ..self }
    }
}

impl Relation for Contradictions {
    type Key<'a> = &'a str;
    type Trace = ContradictionTrace;

    fn keys<'a>(entry: &'a Entry, visit: &mut dyn FnMut(&'a str)) {
        visit(entry.record.id());
        for id in entry.record.basis().into_iter().flat_map(|basis| basis.contradicts.iter()) {
            visit(id.as_str());
        }
    }

    fn hash(key: &&str, hasher: &Hasher) -> u64 {
        hasher.text(key)
    }

    fn trace(sketch: &Sketch, hasher: &Hasher, to: &mut impl Traces<Self>) {
        to.join(sketch.own);
        for id in sketch.items(Slot::Contradiction) {
            let pair = hasher.of((sketch.own.min(id), sketch.own.max(id)));
            to.leave(id, ContradictionTrace { id, balance: pair, is_untrusted: false });
            let balance = pair.wrapping_neg();
            to.leave(sketch.own, ContradictionTrace { id: sketch.own, balance, is_untrusted: false });
        }
    }
}
