//! How sure a fact is, to be seen at a glance.

use maud::{Markup, html};
use standpoint_model::{Dataset, Record, Status};

use crate::prose::{self, Sign};

/// The classes of what tells of a record, by which it looks as sure as it is.
pub(super) fn classes(record: &Record) -> String {
    let modality = record.basis().map_or("", |basis| basis.modality.as_str());
    let contested = if record.basis().is_some_and(prose::is_contested) { " contested" } else { "" };
    let withdrawn = if record.status() == Status::Retracted { " withdrawn" } else { "" };
    format!("{modality}{contested}{withdrawn}")
}

/// How the source puts a record, and whether anybody is against it, in a word each.
pub(super) fn badges(dataset: &Dataset, record: &Record) -> Markup {
    html! {
        @for (nth, sign) in prose::signs(dataset, record).into_iter().enumerate() {
            @if nth > 0 { " " }
            (badge(sign))
        }
    }
}

/// The badges of a record that say more than that the source states it, to stand after its name.
pub(super) fn doubts(dataset: &Dataset, id: &str) -> Markup {
    html! { @for sign in prose::doubts(dataset, id) { " " (badge(sign)) } }
}

pub(super) fn badge(sign: Sign) -> Markup {
    html! {
        span class=(format!("badge {}", sign.word().replace(' ', "-"))) title=(sign.explanation()) { (sign.word()) }
    }
}
