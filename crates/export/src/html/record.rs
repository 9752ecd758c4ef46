//! The pages of a record: what it says, what that rests on, and which records name it.

use maud::{Markup, html};
use standpoint_model::Record;

use super::{
    grounds,
    list::List,
    page::{Page, nothing, text},
    profile::{Profile, remarks},
    signs,
};
use crate::prose::{self, Row, counted, title};

/// The pages of a record, with their paths; more than one where a list is long.
pub(super) fn pages(site: Page<'_>, record: &Record) -> Vec<(String, Markup)> {
    let (page, dataset) = (site.of_record(), site.dataset);
    let id = record.id();
    let name = prose::name(dataset, record);
    let profile = if let Record::Actor(actor) = record { Some(Profile::of(page, actor)) } else { None };
    let namings = namings(page, id, &name);
    let main = html! {
        article class=(format!("record {}", signs::classes(record))) {
            p class="kind" { (title(prose::kind(record))) @if profile.is_none() { " " (signs::badges(record)) } }
            h1 dir="auto" { (name) }
            @if let Some(profile) = &profile { (profile.main(record)) } @else { (says(&page, record)) }
            @if !namings.items.is_empty() {
                section class="named-by" aria-labelledby="named-by" {
                    h2 id="named-by" { "Named by" }
                    details {
                        summary { (counted(namings.items.len(), "record", "records")) }
                        (namings.some("records"))
                    }
                }
            }
            details class="json" {
                summary { "The record as data" }
                pre tabindex="0" { code { (json(record)) } }
            }
        }
    };
    let mut pages = vec![(format!("{id}.html"), page.whole(&name, &main))];
    pages.extend(profile.map(|profile| profile.more()).unwrap_or_default());
    if namings.is_long() {
        pages.extend(namings.pages(&nothing()));
    }
    pages
}

fn json(record: &Record) -> String {
    // A record always serializes: its keys are strings and its numbers are finite.
    serde_json::to_string_pretty(record).unwrap_or_default()
}

/// What the record says: its text, its fields, who takes which position, what it rests on, and what is said of it.
fn says(page: &Page<'_>, record: &Record) -> Markup {
    let id = record.id();
    let rows: Vec<Row<'_>> = prose::rows(record);
    let remarks = remarks(page, id);
    html! {
        @if let Some(lead) = prose::lead(record) { div class="lead" { (text(lead)) } }
        (page.sides(record))
        (page.rows(&rows, None))
        (page.evidence(record, grounds::Place::Page))
        @if let (None, Some(note)) = (record.basis(), record.note()) {
            div class="note" { strong { "Note" } (text(note.as_str())) }
        }
        @if !remarks.0.is_empty() { section { h2 { "What is said of it" } (remarks) } }
    }
}

/// The records that stand and name this one.
fn namings<'a>(page: Page<'a>, id: &str, name: &str) -> List<'a> {
    List {
        page,
        path: format!("{id}_named-by"),
        title: format!("Named by: {name}"),
        heading: html! { "Records that name " (page.named(id)) },
        class: "records",
        items: page.dataset.referrers(id).map(|record| page.entry(record)).collect(),
    }
}
