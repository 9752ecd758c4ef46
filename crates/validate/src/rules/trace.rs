//! What records say of one thing, and what comes of it when it is merged.

use serde::{Serialize, de::DeserializeOwned};

/// What records say of one thing, merged: the outcome is the same in whatever order they come.
pub(crate) trait Trace: Copy + Send + Sync + Serialize + DeserializeOwned + 'static {
    /// What is merged: traces that have one key. A group may have several.
    fn key(&self) -> u64;

    /// What orders traces of one key that are not merged. Most are.
    fn order(&self) -> u64 {
        0
    }

    /// Adds what another record says.
    fn merge(&mut self, other: Self);

    /// Whether a rule may have something to say about the thing, once all traces are merged.
    fn is_suspect(&self, whole: Whole) -> bool;

    /// The group of what joins this trace.
    fn group(&self) -> u64 {
        self.key()
    }

    /// Whether a rule may mention the record that left `one`, if this, which was merged, is suspect.
    fn concerns(&self, one: &Self) -> bool {
        let _ = one;
        true
    }

    /// The same, of a record whose id others have too. Rules believe the first of these alone, and where traces are merged
    /// nobody knows which it is: so this may bring others under suspicion, but clears nobody.
    #[must_use]
    fn untrusted(self) -> Self {
        self
    }
}

/// What is known of the dataset as a whole when traces are settled.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Whole {
    /// Whether everything was read as JSON. If not, nobody can say what is missing.
    pub(crate) is_complete: bool,
}
