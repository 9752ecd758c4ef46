//! The manifest, and what is dated after it.

use serde::{Deserialize, Serialize};
use standpoint_model::{Kind, Record};

use crate::{
    dataset::entry::Entry,
    recognise::{Days, Sketch},
    rules::{
        relation::{Hasher, Relation, Traces},
        trace::{Trace, Whole},
    },
};

/// The manifests of the dataset, and all that is dated.
pub(crate) struct Dates;

/// When the dataset was changed, and the latest of what it holds.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(crate) struct DateTrace {
    manifests: u32,
    /// The earliest day on which a manifest says that the dataset was last changed.
    changed: i32,
    /// The latest day on which something dated began.
    dated: i32,
}

impl Trace for DateTrace {
    fn key(&self) -> u64 {
        0
    }

    fn merge(&mut self, other: Self) {
        self.manifests = self.manifests.saturating_add(other.manifests);
        self.changed = self.changed.min(other.changed);
        self.dated = self.dated.max(other.dated);
    }

    fn is_suspect(&self, _: Whole) -> bool {
        self.manifests > 1 || self.dated > self.changed
    }

    fn concerns(&self, one: &Self) -> bool {
        one.manifests > 0 || one.dated > self.changed
    }

    fn untrusted(self) -> Self {
        if self.manifests > 0 { Self { changed: i32::MIN, ..self } } else { self }
    }
}

impl Relation for Dates {
    type Key<'a> = ();
    type Trace = DateTrace;
    const LOOKS_AT_SOURCES: bool = true;

    fn keys(entry: &Entry, visit: &mut dyn FnMut(())) {
        let standpoints = || entry.record.basis().into_iter().flat_map(|basis| &basis.standpoints);
        let is_dated = match &entry.record {
            Record::Dataset(_) => true,
            Record::Source(source) => source.accessed.is_some() || source.published.is_some(),
            Record::Statement(_) => standpoints().any(|standpoint| standpoint.when.is_some()),
            record => record.when().is_some() || standpoints().any(|standpoint| standpoint.when.is_some()),
        };
        if is_dated {
            visit(());
        }
    }

    fn hash((): &(), _: &Hasher) -> u64 {
        0
    }

    fn trace(sketch: &Sketch, _: &Hasher, to: &mut impl Traces<Self>) {
        let nothing = DateTrace { manifests: 0, changed: i32::MAX, dated: i32::MIN };
        match sketch.kind {
            Some(Kind::Dataset) => {
                let changed = sketch.modified.or(sketch.created).map_or(i32::MAX, |changed| changed.last);
                let [past, future] = Days::FAR;
                // Days so far away that they are not told apart may always be after one another.
                let changed = if changed == past { i32::MIN } else { changed.min(future - 1) };
                to.leave(0, DateTrace { manifests: 1, changed, ..nothing });
            }
            Some(Kind::Source) => {
                if let Some(known) = sketch.accessed.or(sketch.published) {
                    to.gather(0, DateTrace { dated: known.first, ..nothing });
                }
            }
            _ => {
                let own = sketch.when.filter(|_| !sketch.is(Kind::Statement));
                let days = own.into_iter().chain(sketch.standpoints.iter().filter_map(|standpoint| standpoint.when));
                if let Some(dated) = days.map(|when| when.first).max() {
                    to.gather(0, DateTrace { dated, ..nothing });
                }
            }
        }
    }
}
