//! How actors stand to one another.

use standpoint_model::{Actor, Relationship};

use super::{
    escape::escape,
    grounds::mark,
    name::{self, at},
    page::Page,
};
use crate::prose::{COLUMNS, capitalised, title, told_at};

/// The table of an actor's allies, partners, rivals and adversaries, what it rests on, and the actor's other ties.
pub(super) fn write(page: &mut Page, actor: &Actor) {
    let dataset = page.dataset;
    let mut relationships: Vec<&Relationship> = dataset.relationships_of(&actor.id).collect();
    relationships.sort_by_cached_key(|relationship| (told_at(&relationship.basis), relationship.id.as_str()));
    let column = |relationship: &Relationship| {
        COLUMNS.iter().position(|(r#type, _)| relationship.subject == actor.id && relationship.r#type == *r#type)
    };

    let none = if page.has_one_source { "*The source lists none*" } else { "*The sources list none*" };
    let mut cells = COLUMNS.map(|_| Vec::new());
    for relationship in &relationships {
        if let Some(column) = column(relationship) {
            let object = name::of(dataset, relationship.object.as_str());
            let mark = mark(relationship.basis.modality);
            cells[column].push(format!("{object}{}{mark}", at(relationship.when.as_ref())));
        }
    }
    for column in &mut cells {
        if column.is_empty() {
            column.push(none.to_owned());
        }
    }
    page.table(COLUMNS.map(|(_, title)| title), &cells);

    let (mut listed, other): (Vec<&Relationship>, Vec<&Relationship>) =
        relationships.into_iter().partition(|relationship| column(relationship).is_some());
    // The sort is stable: within a column the order is that of the table.
    listed.sort_by_key(|relationship| column(relationship));
    for (heading, relationships) in [("What the table rests on", listed), ("Other ties", other)] {
        if !relationships.is_empty() {
            page.heading(4, heading);
        }
        for relationship in relationships {
            fact(page, &from_side_of(page, actor, relationship), relationship);
        }
    }
}

/// The relationship as told by `actor`: `Affiliate of: …`, `Regarded as a rival by: …`.
fn from_side_of(page: &Page, actor: &Actor, relationship: &Relationship) -> String {
    let (words, other) = if relationship.subject == actor.id {
        (title(relationship.r#type.as_str()), &relationship.object)
    } else {
        (capitalised(relationship.r#type.rule().inverse), &relationship.subject)
    };
    let other = name::of(page.dataset, other.as_str());
    format!("{words}: {other}{}", at(relationship.when.as_ref()))
}

/// The relationships that the page has not told of.
pub(super) fn write_rest(page: &mut Page, title: &str) {
    let dataset = page.dataset;
    let relationships: Vec<&Relationship> =
        dataset.iter::<Relationship>().filter(|relationship| !page.has_shown(relationship.id.as_str())).collect();
    if !relationships.is_empty() {
        page.heading(2, title);
    }
    for relationship in relationships {
        fact(page, &name::tie(dataset, relationship), relationship);
    }
}

fn fact<'a>(page: &mut Page<'a>, text: &str, relationship: &'a Relationship) {
    let id = relationship.id.as_str();
    let description = relationship.description.as_ref();
    let description = description.map(|text| format!(" – {}", escape(text.as_str()))).unwrap_or_default();
    page.fact(0, &format!("{text}{description}"), id);
    page.remarks(1, id, relationship.when.as_ref());
}
