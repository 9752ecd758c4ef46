//! The short lists at the end: actors, places, sources, and what found no place before.

use standpoint_model::{Actor, Identity, Interest, Observation, Place, Record, Source, Statement, Text};

use super::{
    escape::escape,
    line::{line, name, titled},
    page::{Page, own_rows},
    profile, talks,
};
use crate::prose;

pub(super) fn actors<'a>(page: &mut Page<'a>, title: &str, mut actors: Vec<&'a Actor>) {
    actors.sort_by_key(|actor| actor.name.as_str());
    if !actors.is_empty() {
        page.heading(2, title);
    }
    for actor in actors {
        let description = actor.description.as_ref().map(Text::as_str);
        entry(page, actor.name.as_str(), description, actor.id.as_str());
    }
}

pub(super) fn places(page: &mut Page<'_>) {
    let mut places: Vec<&Place> = page.dataset.iter().collect();
    places.sort_by_key(|place| place.name.as_str());
    if !places.is_empty() {
        page.heading(2, "Places");
    }
    for place in places {
        entry(page, place.name.as_str(), None, place.id.as_str());
    }
}

/// One actor or place on one line, with what is said about it below.
fn entry<'a>(page: &mut Page<'a>, name: &str, description: Option<&str>, id: &'a str) {
    let mut facts = page.dataset.resolve(id).map(|record| in_a_line(page, record)).unwrap_or_default();
    facts.extend(description.map(escape));
    page.fact(0, &format!("**{}** – {}", escape(name), facts.join("; ")), id);
    page.remarks(1, id, None);
}

/// The fields of a record; its type goes without a term.
fn in_a_line(page: &Page<'_>, record: &Record) -> Vec<String> {
    let rows = own_rows(page.dataset, record).into_iter();
    let row = |row: prose::Row<'_>| {
        let says = line(page.dataset, &row.says);
        let read_in = if row.readings.is_empty() { "" } else { " *(read in)*" };
        match row.term.as_ref() {
            "Type" => says.to_lowercase() + read_in,
            term => format!("{} {says}{read_in}", term.to_lowercase()),
        }
    };
    rows.map(row).collect()
}

pub(super) fn sources(page: &mut Page<'_>) {
    let mut sources: Vec<&Source> = page.dataset.iter().collect();
    sources.sort_by_key(|source| source.title.as_str());
    if !sources.is_empty() {
        page.heading(2, "Sources");
    }
    for source in sources {
        let id = source.id.as_str();
        page.item(0, &format!("**{}**", escape(source.title.as_str())));
        if let Some(record) = page.dataset.resolve(id) {
            page.rows(1, record);
        }
        page.details(1, id);
        page.remarks(1, id, None);
    }
}

/// What hangs on a record that is withdrawn or missing, or on a remark about another record.
pub(super) fn rest(page: &mut Page<'_>) {
    let dataset = page.dataset;
    let interests: Vec<&Interest> = dataset.iter().filter(|i: &&Interest| !page.has_shown(i.id.as_str())).collect();
    if !interests.is_empty() {
        page.heading(2, "Other interests");
    }
    for interest in interests {
        profile::interest(page, 3, interest);
        page.item(0, &format!("Of: {}", name(dataset, interest.actor.as_str())));
    }
    talks::rest(page);
    let figures: Vec<&Observation> = dataset.iter().filter(|o: &&Observation| !page.has_shown(o.id.as_str())).collect();
    if !figures.is_empty() {
        page.heading(2, "Other figures");
    }
    for observation in figures {
        let figure = line(dataset, &prose::figure(observation, None));
        page.fact(0, &format!("{figure}, of {}", titled(dataset, observation.about.as_str())), observation.id.as_str());
    }
    let statements: Vec<&Statement> = dataset.iter().filter(|s: &&Statement| !page.has_shown(s.id.as_str())).collect();
    if !statements.is_empty() {
        page.heading(2, "Other statements");
    }
    for statement in statements {
        let about = titled(dataset, statement.about.as_str());
        let claim = line(dataset, &prose::claim(statement));
        page.fact(0, &format!("About {about}: {claim}"), statement.id.as_str());
    }
}

/// What is decided, or open, about whether records name one thing, as far as the page does not tell of them as one.
pub(super) fn identities(page: &mut Page<'_>) {
    let identities: Vec<&Identity> = page.dataset.iter().collect();
    if !identities.is_empty() {
        page.heading(2, "What is one, and what is not");
    }
    for identity in identities {
        let id = identity.id.as_str();
        page.item(0, &name(page.dataset, id));
        if let Some(record) = page.dataset.resolve(id) {
            page.rows(1, record);
        }
        page.details(1, id);
    }
}
