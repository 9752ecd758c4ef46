//! Evidence, positions and quantities.

use proptest::{
    collection::vec,
    option::of,
    prelude::{BoxedStrategy, Strategy, any},
    sample::select,
};

use super::{
    date::edtf,
    lexical::{count, id, sha256, text},
};
use crate::{Basis, Channel, Citation, Estimate, Modality, OneOrMore, Span, Stance, Standpoint};

/// Lists of one to three items.
pub(super) fn one_or_more<T: std::fmt::Debug + 'static>(
    item: impl Strategy<Value = T> + 'static,
) -> BoxedStrategy<OneOrMore<T>> {
    vec(item, 1..=3).prop_filter_map("empty", |items| OneOrMore::new(items).ok()).boxed()
}

/// Spans.
pub fn span() -> BoxedStrategy<Span> {
    ([count(), count()], sha256())
        .prop_filter_map("an empty stretch", |([a, b], sha256)| Span::new(a.min(b), a.max(b), sha256).ok())
        .boxed()
}

/// Estimates with every combination of low, best and high.
pub fn estimate() -> BoxedStrategy<Estimate> {
    ([count(), count(), count()], 1..8_u8, any::<bool>())
        .prop_filter_map("no number", |(mut counts, given, approximate)| {
            counts.sort();
            let [low, best, high] = [0, 1, 2].map(|at| (given >> at & 1 == 1).then_some(counts[at]));
            Estimate::new(low, best, high, approximate).ok()
        })
        .boxed()
}

/// Citations.
pub fn citation() -> BoxedStrategy<Citation> {
    (id(), of(span()), of(text()), of(text()))
        .prop_map(|(source, span, quote, locator)| Citation { source, span, quote, locator })
        .boxed()
}

/// Positions on a record.
pub fn standpoint() -> BoxedStrategy<Standpoint> {
    (id(), select(Stance::ALL), of(select(Channel::ALL)), of(edtf()), one_or_more(citation()))
        .prop_map(|(holder, stance, via, when, evidence)| Standpoint { holder, stance, via, when, evidence })
        .boxed()
}

/// The grounds of a record.
pub fn basis() -> BoxedStrategy<Basis> {
    (select(Modality::ALL), one_or_more(citation()), vec(standpoint(), 0..=2), vec(id(), 0..=2))
        .prop_map(|(modality, evidence, standpoints, contradicts)| Basis {
            modality,
            evidence,
            standpoints,
            contradicts,
        })
        .boxed()
}
