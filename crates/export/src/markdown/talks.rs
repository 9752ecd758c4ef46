//! Issues, and who holds which position on them.

use standpoint_model::{Actor, Event, Issue, Position};

use super::{
    escape::escape,
    line::{line, named},
    page::Page,
    signs::signs,
};
use crate::prose::{self, Line};

/// Every issue under a heading of its own, with the positions on it that the page has not told of.
pub(super) fn issues(page: &mut Page<'_>) {
    let dataset = page.dataset;
    let issues: Vec<&Issue> = dataset.iter().collect();
    if !issues.is_empty() {
        page.heading(2, "Issues");
    }
    for issue in issues {
        let id = issue.id.as_str();
        page.heading(3, &escape(issue.title.as_str()));
        let support = page.support(id);
        match &issue.question {
            Some(question) => page.paragraph(&format!("{}{support}", escape(question.as_str()))),
            None => page.item(0, &format!("Evidence:{support}")),
        }
        if let Some(record) = dataset.resolve(id) {
            page.rows(0, record);
        }
        page.details(0, id);
        page.remarks(0, id, None);
        let positions = prose::positions_on(dataset, &issue.id);
        if !positions.is_empty() {
            page.item(0, "Who holds which position:");
        }
        for position in positions {
            of_somebody(page, 1, position, &["issue"]);
        }
    }
}

/// The provisions of an agreement, or the positions that were taken in an event, below it.
pub(super) fn positions_in(page: &mut Page<'_>, event: &Event) {
    let positions = prose::positions_in(page.dataset, &event.id);
    let are_provisions = positions.iter().all(|position| prose::is_provision(position));
    if !positions.is_empty() {
        page.item(1, if are_provisions { "Provisions:" } else { "Positions taken in it:" });
    }
    for position in positions {
        if are_provisions {
            write(page, 2, position, &prose::provision(position), &["in"]);
        } else {
            of_somebody(page, 2, position, &["in"]);
        }
    }
}

/// The positions of an actor, then those in which it has another part, by name alone.
pub(super) fn positions_of(page: &mut Page<'_>, actor: &Actor) {
    let groups = prose::positions_of(page.dataset, &actor.id);
    if !groups.is_empty() {
        page.heading(3, "Positions");
    }
    for (heading, positions) in groups {
        page.heading(4, heading);
        for position in positions {
            if heading == prose::OWN_POSITIONS {
                of_somebody(page, 0, position, &[]);
            } else {
                page.item(0, &named(page.dataset, position.id.as_str()));
            }
        }
    }
}

/// The positions that the page has not told of.
pub(super) fn rest(page: &mut Page<'_>) {
    let dataset = page.dataset;
    let positions: Vec<&Position> =
        dataset.iter().filter(|position: &&Position| !page.has_shown(position.id.as_str())).collect();
    if !positions.is_empty() {
        page.heading(2, "Other positions");
    }
    for position in positions {
        of_somebody(page, 0, position, &[]);
    }
}

fn of_somebody<'a>(page: &mut Page<'a>, depth: usize, position: &'a Position, known: &[&str]) {
    write(page, depth, position, &prose::position(page.dataset, position), known);
}

/// A position; one that the page has told of already, by its line alone.
fn write<'a>(page: &mut Page<'a>, depth: usize, position: &'a Position, says: &Line<'a>, known: &[&str]) {
    let dataset = page.dataset;
    let id = position.id.as_str();
    let says = line(dataset, says);
    if page.has_shown(id) {
        page.item(depth, &format!("{says}{} (told above)", signs(dataset, id)));
        return;
    }
    page.fact(depth, &says, id);
    page.rows_of(depth + 1, prose::position_details(dataset, position, known));
    page.remarks(depth + 1, id, position.when.as_ref());
}
