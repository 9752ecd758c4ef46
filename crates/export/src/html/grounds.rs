//! How a fact is put, who takes which position on it, and what it rests on.

use maud::{Markup, html};
use standpoint_model::{Basis, Citation, Modality, Record, Standpoint, Status};

use super::page::{Page, text};
use crate::prose;

impl Page<'_> {
    /// One fact: what it says, how the source puts it, who claims and who denies it; behind it the evidence.
    pub(super) fn fact(&self, says: &Markup, record: &Record) -> Markup {
        html! {
            div class=(classes(record)) {
                div class="says" { (says) " " (badges(record)) }
                (self.grounds(record))
            }
        }
    }

    /// The positions on a record, and its evidence behind a summary.
    pub(super) fn grounds(&self, record: &Record) -> Markup {
        let basis = record.basis();
        html! {
            @if let Some(basis) = basis.filter(|basis| !basis.standpoints.is_empty()) {
                ul class="standpoints" {
                    @for standpoint in &basis.standpoints { li { (self.standpoint(standpoint)) } }
                }
            }
            @if let Some(basis) = basis {
                details class="evidence" {
                    summary { "Evidence" }
                    (self.evidence(basis))
                    @if let Some(note) = record.note() {
                        div class="note" { strong { "Note" } (text(note.as_str())) }
                    }
                    p class="own" { a href=[self.address(record.id())] { "This record" } " " code { (record.id()) } }
                }
            }
        }
    }

    fn evidence(&self, basis: &Basis) -> Markup {
        html! {
            p class="modality" { (explanation(basis.modality)) }
            ul { @for citation in &basis.evidence { li { (self.citation(citation)) } } }
            @for standpoint in &basis.standpoints {
                p { "For “" (self.position(standpoint)) "”:" }
                ul { @for citation in &standpoint.evidence { li { (self.citation(citation)) } } }
            }
            @if !basis.contradicts.is_empty() {
                p class="tension" { "In tension with: " (self.links(basis.contradicts.iter().map(AsRef::as_ref))) }
            }
        }
    }

    fn citation(&self, citation: &Citation) -> Markup {
        html! {
            (self.link(citation.source.as_str()))
            @if let Some(span) = &citation.span {
                ", characters " (span.start()) "–" (span.end())
                " " code class="digest" title="SHA-256 of the characters cited" { (span.sha256()) }
            }
            @if let Some(locator) = &citation.locator { ", " bdi { (locator) } }
            @if let Some(quote) = &citation.quote { blockquote dir="auto" { (quote) } }
        }
    }

    fn position(&self, standpoint: &Standpoint) -> Markup {
        html! {
            (prose::stance(standpoint.stance)) " " (self.link(standpoint.holder.as_str()))
            @if let Some(via) = standpoint.via { (prose::channel(via)) }
            @if let Some(when) = &standpoint.when { ", " (Self::when(when)) }
        }
    }

    fn standpoint(&self, standpoint: &Standpoint) -> Markup {
        let side = if standpoint.stance.is_for() { "for" } else { "against" };
        html! { span class=(side) { (self.position(standpoint)) } }
    }
}

/// The classes of what tells of a record, by which it looks as sure as it is.
pub(super) fn classes(record: &Record) -> String {
    let modality = record.basis().map_or("", |basis| basis.modality.as_str());
    let contested = if record.basis().is_some_and(prose::is_contested) { " contested" } else { "" };
    let withdrawn = if record.status() == Status::Retracted { " withdrawn" } else { "" };
    format!("fact {modality}{contested}{withdrawn}")
}

/// How the source puts a record, and whether anybody is against it, in a word each.
pub(super) fn badges(record: &Record) -> Markup {
    html! {
        @if let Some(basis) = record.basis() {
            span class=(format!("badge {}", basis.modality)) title=(explanation(basis.modality)) { (basis.modality) }
            @if prose::is_contested(basis) {
                " " span class="badge contested" title="Somebody denies or disputes this" { "contested" }
            }
            @if !basis.contradicts.is_empty() {
                " " span class="badge tension" title="Another record says something else" { "in tension" }
            }
        }
        @if record.status() == Status::Retracted {
            " " span class="badge withdrawn" title="Kept for the record, and no longer said" { "withdrawn" }
        }
    }
}

fn explanation(modality: Modality) -> &'static str {
    match modality {
        Modality::Stated => "The source says so in its own voice.",
        Modality::Reported => "The source reports that others say so.",
        Modality::Alleged => "The source reports it as an allegation.",
        Modality::Estimated => "The source gives it as an estimate.",
        Modality::Inferred => "The source does not say so outright; it is read from what it says.",
    }
}
