//! Who holds which position, on an issue, in talks, of an actor.

use standpoint_model::{Actor, Position, Record};

use super::page::Page;
use crate::prose::{self, Line, counted};

/// How many positions are listed at most.
const SOME: usize = 40;

/// Those on an issue, or those that were taken in an event.
pub(super) fn of(page: &mut Page<'_>, record: &Record) {
    let dataset = page.dataset;
    match record {
        Record::Issue(issue) => {
            let positions = prose::positions_on(dataset, &issue.id);
            list(page, "Who holds which position", &positions, false, &["issue"]);
        }
        Record::Event(event) => {
            let positions = prose::positions_in(dataset, &event.id);
            let is_agreement = positions.iter().all(|position| prose::is_provision(position));
            let heading = if is_agreement { "Provisions" } else { "Positions taken in it" };
            list(page, heading, &positions, is_agreement, &["in"]);
        }
        _ => {}
    }
}

/// The positions of an actor, and those in which it has another part.
pub(super) fn of_actor(page: &mut Page<'_>, actor: &Actor) {
    let groups = prose::positions_of(page.dataset, &actor.id);
    if !groups.is_empty() {
        page.heading("Positions");
    }
    for (heading, positions) in groups {
        page.subheading(heading);
        for position in positions.iter().take(SOME) {
            if heading == prose::OWN_POSITIONS {
                entry(page, position, &prose::position(page.dataset, position), &[]);
            } else {
                let name = page.named(position.id.as_str());
                page.write("• ", "  ", &name);
            }
        }
        more(page, positions.len());
    }
}

fn list(page: &mut Page<'_>, heading: &str, positions: &[&Position], are_provisions: bool, known: &[&str]) {
    if positions.is_empty() {
        return;
    }
    page.heading(heading);
    for position in positions.iter().take(SOME) {
        let line = if are_provisions { prose::provision(position) } else { prose::position(page.dataset, position) };
        entry(page, position, &line, known);
    }
    more(page, positions.len());
}

/// A position with what its line does not say.
fn entry(page: &mut Page<'_>, position: &Position, line: &Line<'_>, known: &[&str]) {
    let dataset = page.dataset;
    let Some(record) = dataset.resolve(position.id.as_str()) else { return };
    let says = page.line(line);
    page.fact(0, &says, record);
    for row in prose::position_details(dataset, position, known) {
        let says = format!("{}: {}", row.term, page.line(&row.says));
        page.write("    ", "      ", &says);
    }
}

fn more(page: &mut Page<'_>, all: usize) {
    if let Some(more) = all.checked_sub(SOME).filter(|&more| more > 0) {
        page.write("  ", "  ", &format!("and {}", counted(more, "more position", "more positions")));
    }
}
