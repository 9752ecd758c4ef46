//! What was left a moment ago, so that it is not left again and again: records that stand near one another mostly name
//! the same few others.

use crate::rules::trace::Trace;

/// Traces that wait to be left, each in a place of its own, where others of their keys are merged with them.
pub(super) struct Recent<T>(Vec<Option<T>>);

impl<T> Default for Recent<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Trace> Recent<T> {
    /// How many traces wait: as many as the first cache of a processor has room for beside those of other relations. A power
    /// of two.
    const PLACES: usize = ((1 << 13) / size_of::<Option<T>>()).next_power_of_two();

    /// Merges a trace with the one that waits, or what has to give way to it.
    #[expect(clippy::inline_always, reason = "the relation is known where a trace is left")]
    #[inline(always)]
    pub(super) fn gather(&mut self, trace: T) -> Option<T> {
        if self.0.is_empty() {
            self.0.resize(Self::PLACES, None);
        }
        let place = usize::try_from(trace.key() >> 32).unwrap_or_default() & (Self::PLACES - 1);
        match &mut self.0[place] {
            Some(waiting) if waiting.key() == trace.key() => {
                waiting.merge(trace);
                None
            }
            other => other.replace(trace),
        }
    }

    /// All that wait.
    pub(super) fn drain(&mut self) -> impl Iterator<Item = T> {
        std::mem::take(&mut self.0).into_iter().flatten()
    }
}
