//! What a fact rests on: how the source puts it, where, and who takes which position.

use standpoint_model::{Basis, Channel, Citation, Dataset, Modality, Span, Stance, Standpoint, Statement};

use super::{
    escape::escape,
    name::{self, at},
};

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
    let position = match standpoint.stance {
        Stance::Asserts => "Asserted by",
        Stance::ClaimsResponsibility => "Responsibility claimed by",
        Stance::Estimates => "Estimated by",
        Stance::Denies => "Denied by",
        Stance::Disputes => "Disputed by",
    };
    let holder = name::of(dataset, standpoint.holder.as_str());
    let via = standpoint.via.map(channel).unwrap_or_default();
    let when = at(standpoint.when.as_ref());
    format!("{position} {holder}{via}{when}{}", citations(dataset, &standpoint.evidence))
}

fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Letter => ", by letter",
        Channel::Call => ", by telephone",
        Channel::Email => ", by e-mail",
        Channel::Note => ", in a note left at the scene",
        Channel::Video => ", in a video",
        Channel::Online => ", online",
        Channel::Statement => ", in a statement",
        Channel::Personal => ", in person",
        Channel::Other => ", by another channel",
        Channel::Unknown => ", channel not named",
    }
}

/// Where the sources speak of a fact: a key that sorts facts as their source tells them.
pub(super) fn told_at(basis: &Basis) -> Vec<(&str, u64)> {
    let place = |citation| {
        let Citation { source, span, .. }: &Citation = citation;
        (source.as_str(), span.as_ref().map_or(u64::MAX, Span::start))
    };
    basis.evidence.iter().map(place).collect()
}

/// Statements by rank, those without one last, and as their source tells them.
pub(super) fn statements_in_order<'a>(statements: impl Iterator<Item = &'a Statement>) -> Vec<&'a Statement> {
    let mut statements: Vec<&Statement> = statements.collect();
    statements.sort_by_cached_key(|statement| {
        let rank = statement.rank.map_or(u32::MAX, |rank| rank.get().into());
        (rank, told_at(&statement.basis), statement.id.as_str())
    });
    statements
}
