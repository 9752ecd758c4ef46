//! Values with an inner order: spans and estimates.

use proptest::{
    option::of,
    prelude::{BoxedStrategy, Strategy, any},
};

use super::lexical::{amount, count, sha256, text};
use crate::{Estimate, Span};

/// Spans.
pub fn span() -> BoxedStrategy<Span> {
    ([count(), count()], sha256())
        .prop_filter_map("an empty stretch", |([a, b], sha256)| Span::new(a.min(b), a.max(b), sha256).ok())
        .boxed()
}

/// Estimates with every combination of low, best, high and words.
pub fn estimate() -> BoxedStrategy<Estimate> {
    ([amount(), amount(), amount()], 0..8_u8, any::<bool>(), of(text()))
        .prop_filter_map("no number and no words", |(mut amounts, given, approximate, words)| {
            amounts.sort();
            let values = [0, 1, 2].map(|at| (given >> at & 1 == 1).then_some(amounts[at]));
            Estimate::new(values, approximate, words).ok()
        })
        .boxed()
}
