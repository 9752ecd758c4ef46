//! How actors stand to one another.

use standpoint_model::{Actor, Relationship};

use super::{line::line, page::Page, signs::signs};
use crate::prose::{self, COLUMNS, Ties};

/// The table of an actor's allies, partners, rivals and adversaries, what it rests on, and the actor's other ties.
pub(super) fn write<'a>(page: &mut Page<'a>, actor: &'a Actor) {
    let dataset = page.dataset;
    let ties = Ties::of(dataset, actor);
    let mut cells = ties.columns.each_ref().map(|column| column.iter().map(|tie| entry(page, tie)).collect());
    for ((r#type, _), cells) in
        COLUMNS.into_iter().zip(&mut cells).filter(|(_, cells): &(_, &mut Vec<String>)| cells.is_empty())
    {
        cells.push(format!("*{}*", line(dataset, &ties.none(r#type))));
    }
    page.table(COLUMNS.map(|(_, title)| title), &cells);
    if ties.columns.iter().any(|column| !column.is_empty()) {
        page.paragraph(prose::TABLE);
    }
    let listed: Vec<&Relationship> = ties.columns.iter().flatten().copied().collect();
    for (heading, ties) in std::iter::once(("What the table rests on", listed)).chain(ties.others) {
        if !ties.is_empty() {
            page.heading(4, heading);
        }
        for tie in ties {
            fact(page, &line(dataset, &prose::tie(tie, actor)), tie);
        }
    }
}

fn entry(page: &Page<'_>, tie: &Relationship) -> String {
    line(page.dataset, &prose::entry(tie)) + &signs(page.dataset, tie.id.as_str())
}

/// The relationships that the page has not told of.
pub(super) fn write_rest(page: &mut Page<'_>, title: &str) {
    let dataset = page.dataset;
    let ties: Vec<&Relationship> =
        dataset.iter::<Relationship>().filter(|relationship| !page.has_shown(relationship.id.as_str())).collect();
    if !ties.is_empty() {
        page.heading(2, title);
    }
    for tie in ties {
        fact(page, &line(dataset, &prose::tie_described(tie)), tie);
    }
}

fn fact<'a>(page: &mut Page<'a>, text: &str, tie: &'a Relationship) {
    let id = tie.id.as_str();
    page.fact(0, text, id);
    page.remarks(1, id, tie.when.as_ref());
}
