//! How a fact is put, who takes which position on it, and what it rests on.

use maud::{Markup, html};
use standpoint_model::{Basis, Citation, Record, Standpoint};

use super::{
    page::{Page, anchor, text},
    signs::{badges, classes},
};
use crate::prose;

/// Where the evidence of a record stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Beside a fact on the page of another record.
    Fact,
    /// Among the fields of a profile.
    Profile,
    /// On the page of the record itself, which is about little else.
    Page,
}

impl Page<'_> {
    /// One fact: what it says, who claims and who denies it; beside it how the source puts it and, behind that, the
    /// evidence.
    pub(super) fn fact(&self, says: &Markup, record: &Record) -> Markup {
        html! {
            div class=(format!("fact {}", classes(record))) id=(anchor(record.id())) {
                div class="claim" {
                    div class="says" { (says) }
                    (self.sides(record))
                }
                (self.evidence(record, Place::Fact))
            }
        }
    }

    /// Who stands behind a record and who is against it, side by side, what does not agree with it, and what in it is the
    /// dataset's own reading.
    pub(super) fn sides(&self, record: &Record) -> Markup {
        let Some(basis) = record.basis() else { return super::page::nothing() };
        let (those_for, against): (Vec<&Standpoint>, Vec<&Standpoint>) =
            basis.standpoints.iter().partition(|standpoint| standpoint.stance.is_for());
        html! {
            @if !basis.standpoints.is_empty() {
                div class="sides" {
                    @for (side, standpoints) in [("for", those_for), ("against", against)] {
                        @if !standpoints.is_empty() {
                            ul class=(side) {
                                @for standpoint in standpoints { li { (self.line(&prose::standpoint(basis, standpoint))) } }
                            }
                        }
                    }
                }
            }
            @for tension in prose::tensions(self.dataset, record) { p class="differs" { (self.line(&tension)) } }
            @if !basis.readings.is_empty() {
                p class="reads" { "The dataset reads in: " (self.line(&prose::read_in(&basis.readings))) }
            }
        }
    }

    /// How the source puts a record and, behind that, where the sources say so, and the note.
    pub(super) fn evidence(&self, record: &Record, place: Place) -> Markup {
        let Some(basis) = record.basis() else { return super::page::nothing() };
        html! {
            details class="evidence" open[place == Place::Page] {
                summary { @if place != Place::Page { (badges(self.dataset, record)) " " } span class="more" { "evidence" } }
                (self.grounds(record, basis))
                @if let Some(note) = record.note() {
                    div class="note" { strong { "Note" } (text(note.as_str())) }
                }
                @if place == Place::Fact { p class="own" { a href=[self.address(record.id())] { "This record" } } }
            }
        }
    }

    fn grounds(&self, record: &Record, basis: &Basis) -> Markup {
        let conditions = prose::conditions(record.conditions()).into_iter().zip(record.conditions());
        html! {
            p { (prose::explanation(basis.modality)) }
            (self.citations(&basis.evidence))
            @for standpoint in &basis.standpoints {
                p { (self.line(&prose::standpoint(basis, standpoint))) ":" }
                (self.citations(&standpoint.evidence))
            }
            @for (condition, cited) in conditions.filter(|(_, condition)| !condition.evidence.is_empty()) {
                p { (self.line(&condition)) ":" }
                (self.citations(&cited.evidence))
            }
            @for reading in &basis.readings {
                p { "The dataset reads this in: " (self.line(&prose::reading(reading))) }
            }
        }
    }

    /// Citations, those of one source together.
    fn citations(&self, citations: &[Citation]) -> Markup {
        html! {
            ul class="citations" {
                @for same in citations.chunk_by(|a, b| a.source == b.source) {
                    li {
                        (self.link(same[0].source.as_str()))
                        @for citation in same { (Self::place(citation)) }
                    }
                }
            }
        }
    }

    /// Where in its source a citation stands.
    fn place(citation: &Citation) -> Markup {
        html! {
            @if let Some(span) = &citation.span {
                div class="span" {
                    "characters " (span.start()) "–" (span.end()) " " (Self::digest(span.sha256().as_str()))
                }
            }
            @if let Some(words) = &citation.words { div { "where it says " q { (words) } } }
            @if let Some(locator) = &citation.locator { div { bdi { (locator) } } }
            @if let Some(quote) = &citation.quote { blockquote dir="auto" { (quote) } }
        }
    }
}
