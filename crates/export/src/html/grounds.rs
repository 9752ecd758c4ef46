//! How a fact is put, who takes which position on it, and what it rests on.

use maud::{Markup, html};
use standpoint_model::{Basis, Citation, Record, Standpoint, Status};

use super::page::{Page, anchor, text};
use crate::prose::{self, Sign};

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

    /// Who stands behind a record and who is against it, side by side, and what does not agree with it.
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
                                @for standpoint in standpoints { li { (self.line(&prose::position(standpoint))) } }
                            }
                        }
                    }
                }
            }
            @if !basis.contradicts.is_empty() {
                p class="differs" {
                    "In tension with "
                    @for (nth, other) in basis.contradicts.iter().enumerate() {
                        @if nth > 0 { "; " }
                        (self.link(other.as_str()))
                    }
                }
            }
        }
    }

    /// How the source puts a record and, behind that, where the sources say so, and the note.
    pub(super) fn evidence(&self, record: &Record, place: Place) -> Markup {
        let Some(basis) = record.basis() else { return super::page::nothing() };
        html! {
            details class="evidence" open[place == Place::Page] {
                summary { @if place != Place::Page { (badges(record)) " " } span class="more" { "evidence" } }
                (self.grounds(basis))
                @if let Some(note) = record.note() {
                    div class="note" { strong { "Note" } (text(note.as_str())) }
                }
                @if place == Place::Fact { p class="own" { a href=[self.address(record.id())] { "This record" } } }
            }
        }
    }

    fn grounds(&self, basis: &Basis) -> Markup {
        html! {
            p { (prose::explanation(basis.modality)) }
            (self.citations(&basis.evidence))
            @for standpoint in &basis.standpoints {
                p { (self.line(&prose::position(standpoint))) ":" }
                (self.citations(&standpoint.evidence))
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
            @if let Some(locator) = &citation.locator { div { bdi { (locator) } } }
            @if let Some(quote) = &citation.quote { blockquote dir="auto" { (quote) } }
        }
    }
}

/// The classes of what tells of a record, by which it looks as sure as it is.
pub(super) fn classes(record: &Record) -> String {
    let modality = record.basis().map_or("", |basis| basis.modality.as_str());
    let contested = if record.basis().is_some_and(prose::is_contested) { " contested" } else { "" };
    let withdrawn = if record.status() == Status::Retracted { " withdrawn" } else { "" };
    format!("{modality}{contested}{withdrawn}")
}

/// How the source puts a record, and whether anybody is against it, in a word each.
pub(super) fn badges(record: &Record) -> Markup {
    html! {
        @for (nth, sign) in prose::signs(record).into_iter().enumerate() {
            @if nth > 0 { " " }
            (badge(sign))
        }
    }
}

/// The badges of a record that say more than that the source states it, to stand after its name.
pub(super) fn doubts(record: &Record) -> Markup {
    html! { @for sign in record.basis().into_iter().flat_map(prose::doubts) { " " (badge(sign)) } }
}

pub(super) fn badge(sign: Sign) -> Markup {
    html! {
        span class=(format!("badge {}", sign.word().replace(' ', "-"))) title=(sign.explanation()) { (sign.word()) }
    }
}
