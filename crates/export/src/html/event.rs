//! Events, where a list or a timeline tells of them.

use maud::{Markup, html};
use standpoint_model::Event;

use super::{page::Page, signs};
use crate::prose;

/// An event with its date, and with what is counted of it.
pub(super) fn event(page: &Page<'_>, event: &Event) -> Markup {
    let says = html! {
        div class="date" { (page.line(&prose::event_date(event))) }
        (page.named(event.id.as_str()))
        @let figures = prose::figures(page.dataset, event.id.as_str());
        @if !figures.is_empty() {
            ul class="toll" {
                @for figure in figures {
                    li {
                        (page.line(&prose::figure(figure, event.when.as_ref())))
                        (signs::doubts(page.dataset, figure.id.as_str()))
                    }
                }
            }
        }
    };
    html! { @if let Some(record) = page.dataset.resolve(event.id.as_str()) { (page.fact(&says, record)) } }
}
