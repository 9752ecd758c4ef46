//! Positions, where an issue, an agreement or an actor is told of.

use maud::{Markup, html};
use standpoint_model::{Actor, Event, Issue, Position};

use super::{list::List, page::Page};
use crate::prose::{self, Line};

/// Who holds which position on an issue.
pub(super) fn on_issue<'a>(page: Page<'a>, issue: &Issue) -> Option<List<'a>> {
    let positions = prose::positions_on(page.dataset, &issue.id);
    let items = positions.into_iter().map(|position| of_somebody(&page, position, &["issue"]));
    list(page, "Who holds which position", issue.id.as_str(), items.collect())
}

/// The provisions of an agreement, or the positions taken in talks.
pub(super) fn in_event<'a>(page: Page<'a>, event: &Event) -> Option<List<'a>> {
    let positions = prose::positions_in(page.dataset, &event.id);
    let is_agreement = !positions.is_empty() && positions.iter().all(|position| prose::is_provision(position));
    let title = if is_agreement { "Provisions" } else { "Positions taken in it" };
    let items = positions.into_iter().map(|position| {
        if is_agreement {
            entry(&page, position, &prose::provision(position), &["in"])
        } else {
            of_somebody(&page, position, &["in"])
        }
    });
    list(page, title, event.id.as_str(), items.collect())
}

/// The positions of an actor, then those in which it has another part, by name alone.
pub(super) fn of_actor(page: &Page<'_>, actor: &Actor) -> Vec<(&'static str, Vec<Markup>)> {
    let groups = prose::positions_of(page.dataset, &actor.id).into_iter();
    groups
        .map(|(heading, positions)| {
            let is_own = heading == prose::OWN_POSITIONS;
            let item = |position: &Position| {
                if is_own { of_somebody(page, position, &[]) } else { page.link(position.id.as_str()) }
            };
            (heading, positions.into_iter().map(item).collect())
        })
        .collect()
}

fn of_somebody(page: &Page<'_>, position: &Position, known: &[&str]) -> Markup {
    entry(page, position, &prose::position(page.dataset, position), known)
}

/// A position with what its line does not say, and what it rests on.
fn entry(page: &Page<'_>, position: &Position, line: &Line<'_>, known: &[&str]) -> Markup {
    let details = prose::position_details(page.dataset, position, known);
    let says = html! {
        p class="position" { (page.line(line)) }
        @if !details.is_empty() { (page.rows(&details, None)) }
    };
    html! { @if let Some(record) = page.dataset.resolve(position.id.as_str()) { (page.fact(&says, record)) } }
}

fn list<'a>(page: Page<'a>, title: &str, id: &str, items: Vec<Markup>) -> Option<List<'a>> {
    (!items.is_empty()).then(|| List {
        page,
        path: format!("{id}_positions"),
        title: title.to_owned(),
        heading: html! { (title) ": " (page.link(id)) },
        class: "plain",
        items,
    })
}
