//! What a fact rests on: how the source puts it, where, and who takes which position.

use standpoint_model::{Basis, Citation, Dataset, Modality, Standpoint};

use super::{
    escape::escape,
    name::{self, at},
};
use crate::prose;

/// How the source puts it, and where: ` *(alleged)* [A page, characters 120–187]`, to stand after the fact.
pub(super) fn support(dataset: &Dataset, basis: &Basis) -> String {
    format!("{}{}", mark(basis.modality), citations(dataset, &basis.evidence))
}

pub(super) fn mark(modality: Modality) -> String {
    match modality {
        Modality::Stated => String::new(),
        Modality::Reported | Modality::Alleged | Modality::Estimated | Modality::Inferred => format!(" *({modality})*"),
    }
}

/// Citations, those of one source in one bracket: ` [A page, characters 120–187, 200–210; table 3]`.
fn citations(dataset: &Dataset, citations: &[Citation]) -> String {
    let mut brackets = String::new();
    for same in citations.chunk_by(|a, b| a.source == b.source) {
        brackets.push_str(" \\[");
        brackets.push_str(&name::of(dataset, same[0].source.as_str()));
        for run in same.chunk_by(|a, b| is_bare_span(a) && is_bare_span(b)) {
            let spans: Vec<String> = run
                .iter()
                .filter_map(|citation| citation.span.as_ref())
                .map(|span| format!("{}–{}", span.start(), span.end()))
                .collect();
            if !spans.is_empty() {
                brackets.push_str(", characters ");
                brackets.push_str(&spans.join(", "));
            }
            for citation in run {
                if let Some(locator) = &citation.locator {
                    brackets.push_str(", ");
                    brackets.push_str(&escape(locator.as_str()));
                }
                if let Some(quote) = &citation.quote {
                    brackets.push_str(": “");
                    brackets.push_str(&escape(quote.as_str()));
                    brackets.push('”');
                }
            }
        }
        brackets.push_str("\\]");
    }
    brackets
}

/// Whether a citation is so plain that its offsets can follow those of another.
fn is_bare_span(citation: &Citation) -> bool {
    citation.span.is_some() && citation.quote.is_none() && citation.locator.is_none()
}

/// `Denied by the authorities, in a statement, 7 May 2022 [A page, characters 120–187]`.
pub(super) fn standpoint(dataset: &Dataset, standpoint: &Standpoint) -> String {
    let position = prose::stance(standpoint.stance);
    let holder = name::of(dataset, standpoint.holder.as_str());
    let via = standpoint.via.map(prose::channel).unwrap_or_default();
    let when = at(standpoint.when.as_ref());
    format!("{position} {holder}{via}{when}{}", citations(dataset, &standpoint.evidence))
}
