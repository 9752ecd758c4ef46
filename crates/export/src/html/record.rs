//! The pages of a record: what it says, what that rests on, and which records name it.

use maud::{Markup, html};
use standpoint_model::Record;

use super::{
    grounds,
    list::List,
    page::{Page, nothing, text},
    position,
    profile::{Profile, remarks},
    signs,
};
use crate::prose::{self, Row, counted, title};

/// The pages of a record, with their paths; more than one where a list is long. `several` is the record as the dataset has it,
/// which may be one of several that the site tells of as one.
pub(super) fn pages(site: Page<'_>, several: &Record) -> Vec<(String, Markup)> {
    let page = site.of_record();
    let id = several.id();
    if page.site.united.lead_of(id) != id {
        return vec![(format!("{id}.html"), elsewhere(&page, several))];
    }
    // A decision that the view carries out is in it no more.
    let record = page.dataset.resolve(id).unwrap_or(several);
    of_lead(page, record, several)
}

fn of_lead(page: Page<'_>, record: &Record, several: &Record) -> Vec<(String, Markup)> {
    let dataset = page.dataset;
    let id = record.id();
    let name = prose::name(dataset, record);
    let profile = if let Record::Actor(actor) = record { Some(Profile::of(page, actor)) } else { None };
    let mut lists = lists(page, record, &name);
    let namings = namings(page, id, &name);
    // A profile tells of what is said of its actor in parts of its own.
    let remarks = if profile.is_some() { nothing() } else { remarks(&page, id) };
    let main = html! {
        article class=(format!("record {}", signs::classes(record))) {
            p class="kind" {
                (title(prose::kind(record))) @if profile.is_none() { " " (signs::badges(dataset, record)) }
            }
            h1 dir="auto" lang=[prose::language(record)] { (heading(record, &name)) }
            @if let Some(joint) = prose::joint(page.site.several, page.site.united, id) {
                p class="identity" { (page.line(&joint)) }
            }
            @for (line, decision) in prose::identities(dataset, id) {
                p class="identity" { (page.line(&line)) " " a href=[page.address(decision.id())] { "The decision" } }
            }
            @if let Some(profile) = &profile { (profile.main(record)) } @else { (says(&page, record)) }
            @for (nth, list) in lists.iter().enumerate() {
                @let id = format!("list-{nth}");
                section aria-labelledby=(id) { h2 id=(id) { (list.title) } (list.some("records")) }
            }
            @if !remarks.0.is_empty() { section { h2 { "What is said of it" } (remarks) } }
            @if !namings.items.is_empty() {
                section class="named-by" aria-labelledby="named-by" {
                    h2 id="named-by" { "Named by" }
                    details {
                        summary { (counted(namings.items.len(), "record", "records")) }
                        (namings.some("records"))
                    }
                }
            }
            (json(several))
        }
    };
    let mut pages = vec![(format!("{id}.html"), page.whole(&name, &main))];
    pages.extend(profile.map(|profile| profile.more()).unwrap_or_default());
    lists.push(namings);
    pages.extend(lists.iter().filter(|list| list.is_long()).flat_map(|list| list.pages(&nothing())));
    pages
}

/// The name of a record without the text that stands below it: "Agreed, 3", "Offered by the ministry".
fn heading<'n>(record: &Record, name: &'n str) -> &'n str {
    let bare = prose::lead(record).and_then(|lead| name.strip_suffix(lead)?.strip_suffix(": "));
    bare.unwrap_or(name)
}

/// The page of a record that the site tells of elsewhere, together with others.
fn elsewhere(page: &Page<'_>, record: &Record) -> Markup {
    let name = prose::name(page.site.several, record);
    let main = html! {
        article class="record" {
            p class="kind" { (title(prose::kind(record))) }
            h1 dir="auto" lang=[prose::language(record)] { (name) }
            p class="identity" { "This record is told of as one with " (page.titled(page.site.united.lead_of(record.id()))) "." }
            (json(record))
        }
    };
    page.whole(&name, &main)
}

fn json(record: &Record) -> Markup {
    // A record always serializes: its keys are strings and its numbers are finite.
    let json = serde_json::to_string_pretty(record).unwrap_or_default();
    html! {
        details class="json" {
            summary { "The record as data" }
            pre tabindex="0" { code { (json) } }
        }
    }
}

/// What the record says: its text, its fields, who says what of it, what it rests on, and what is said of it.
fn says(page: &Page<'_>, record: &Record) -> Markup {
    let rows: Vec<Row<'_>> = prose::rows(page.dataset, record);
    html! {
        @if let Some(lead) = prose::lead(record) { div class="lead" { (text(lead)) } }
        (page.sides(record))
        (page.rows(&rows, None))
        (page.evidence(record, grounds::Place::Page))
        @if let (None, Some(note)) = (record.basis(), record.note()) {
            div class="note" { strong { "Note" } (text(note.as_str())) }
        }
    }
}

/// What others say from their side: the positions on an issue or in an event, and what stands to the record in another way.
fn lists<'a>(page: Page<'a>, record: &Record, name: &str) -> Vec<List<'a>> {
    let positions = match record {
        Record::Issue(issue) => position::on_issue(page, issue),
        Record::Event(event) => position::in_event(page, event),
        _ => None,
    };
    let related = prose::related(page.dataset, record).into_iter().enumerate().map(|(nth, (heading, records))| List {
        page,
        path: format!("{}_related-{}", record.id(), nth + 1),
        title: heading.to_owned(),
        heading: html! { (heading) ": " (name) },
        class: "plain",
        items: records.into_iter().map(|record| page.entry(record)).collect(),
    });
    positions.into_iter().chain(related).collect()
}

/// The records that stand and name this one.
fn namings<'a>(page: Page<'a>, id: &str, name: &str) -> List<'a> {
    List {
        page,
        path: format!("{id}_named-by"),
        title: format!("Named by: {name}"),
        heading: html! { "Records that name " (page.titled(id)) },
        class: "records",
        items: page.dataset.referrers(id).map(|record| page.entry(record)).collect(),
    }
}
