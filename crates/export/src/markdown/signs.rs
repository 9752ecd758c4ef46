//! The signs that a fact bears: how the source puts it, whether it is contested, whether another contradicts it.

use standpoint_model::Dataset;

use crate::prose::{self, Sign};

/// Every sign of a record, to stand after its name in a list, which says no more of it.
pub(super) fn signs(dataset: &Dataset, id: &str) -> String {
    prose::doubts(dataset, id).map(sign).collect()
}

/// The signs to stand after a fact below which the reader finds what contradicts it and on what it depends.
pub(super) fn mark(dataset: &Dataset, id: &str) -> String {
    prose::doubts(dataset, id)
        .filter(|sign| !matches!(sign, Sign::Contradicted | Sign::Conditional))
        .map(sign)
        .collect()
}

fn sign(sign: Sign) -> String {
    if sign == Sign::Contested { " **(contested)**".into() } else { format!(" *({})*", sign.word()) }
}
