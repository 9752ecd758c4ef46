//! What a fact rests on: how the source puts it, where, and who says what of it.

use standpoint_model::{Basis, Citation, Dataset, Standpoint};

use super::{line::line, signs::mark};
use crate::prose;

/// How the source puts what the record called `id` says, and where: ` *(alleged)* [A page, characters 120–187]`, to stand
/// after the fact.
pub(super) fn support(dataset: &Dataset, id: &str) -> String {
    let basis = dataset.resolve(id).and_then(standpoint_model::Record::basis);
    basis.map(|basis| mark(dataset, id) + &citations(dataset, &basis.evidence)).unwrap_or_default()
}

/// Citations, those of one source in one bracket: ` [A page, characters 120–187, 200–210; table 3]`.
pub(super) fn citations(dataset: &Dataset, citations: &[Citation]) -> String {
    let brackets = prose::citations(citations);
    brackets.iter().flat_map(|of_one| [" \\[".to_owned(), line(dataset, of_one), "\\]".to_owned()]).collect()
}

/// `Denied by the authorities, in a statement, 7 May 2022 [A page, characters 120–187]`.
pub(super) fn standpoint(dataset: &Dataset, basis: &Basis, standpoint: &Standpoint) -> String {
    format!("{}{}", line(dataset, &prose::standpoint(basis, standpoint)), citations(dataset, &standpoint.evidence))
}
