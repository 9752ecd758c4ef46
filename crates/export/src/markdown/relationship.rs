//! How actors stand to one another.

use standpoint_model::{Actor, Relationship};

use super::{line::date, line::line, line::name, page::Page, signs::signs};
use crate::prose::{self, COLUMNS, Ties};

/// The table of an actor's allies, partners, rivals and adversaries, what it rests on, and the actor's other ties.
pub(super) fn write(page: &mut Page<'_>, actor: &Actor) {
    let dataset = page.dataset;
    let ties = Ties::of(dataset, actor);
    let mut cells = ties.columns.each_ref().map(|column| column.iter().map(|tie| entry(page, tie)).collect());
    for ((r#type, _), cells) in
        COLUMNS.into_iter().zip(&mut cells).filter(|(_, cells): &(_, &mut Vec<String>)| cells.is_empty())
    {
        cells.push(format!("*{}*", ties.none(r#type)));
    }
    page.table(COLUMNS.map(|(_, title)| title), &cells);
    let listed: Vec<&Relationship> = ties.columns.into_iter().flatten().collect();
    for (heading, ties) in [("What the table rests on", listed), ("Other ties", ties.others)] {
        if !ties.is_empty() {
            page.heading(4, heading);
        }
        for tie in ties {
            fact(page, &line(dataset, &prose::tie(tie, actor)), tie);
        }
    }
}

fn entry(page: &Page<'_>, tie: &Relationship) -> String {
    let when = tie.when.as_ref().map(|when| format!(", {}", date(when))).unwrap_or_default();
    format!("{}{when}{}", name(page.dataset, tie.object.as_str()), signs(&tie.basis))
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
        fact(page, &line(dataset, &prose::tie_between(tie)), tie);
    }
}

fn fact<'a>(page: &mut Page<'a>, text: &str, tie: &'a Relationship) {
    let id = tie.id.as_str();
    page.fact(0, text, id);
    page.remarks(1, id, tie.when.as_ref());
}
