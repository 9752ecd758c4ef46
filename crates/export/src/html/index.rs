//! The first page, the lists of all records, and the map.

use maud::{Markup, html};
use standpoint_model::{Actor, Dataset, Event, Kind, Record, Relationship};

use super::{
    actor, map_of,
    page::{Page, listing, plural, text},
    record::chunks,
};
use crate::prose;

/// All pages at the root of the site, with their paths.
pub(super) fn pages(dataset: &Dataset) -> Vec<(String, Markup)> {
    let page = Page::at_root(dataset);
    let mut pages = vec![("index.html".into(), index(&page))];
    for &kind in Kind::ALL.iter().filter(|&&kind| kind != Kind::Dataset) {
        pages.extend(list(&page, kind));
    }
    if let Some(map) = map_of(&page, dataset.iter::<Relationship>().collect()) {
        let main = html! {
            h1 { "Map" }
            section class="drawing" tabindex="0" aria-label="Map of relationships" { (map) }
        };
        pages.push(("map.html".into(), page.whole("Map", &main)));
    }
    pages
}

fn index(page: &Page<'_>) -> Markup {
    let dataset = page.dataset;
    let title = dataset.manifest().map_or("Untitled dataset", |manifest| manifest.title.as_str());
    let profiled: Vec<&Actor> =
        dataset.iter::<Actor>().filter(|actor| !dataset.interests_of(&actor.id).is_empty()).collect();
    let counts = Kind::ALL.iter().copied().filter(|&kind| kind != Kind::Dataset && dataset.count(kind) > 0);
    let main = html! {
        h1 { bdi { (title) } }
        @if let Some(description) = dataset.manifest().and_then(|manifest| manifest.description.as_ref()) {
            div class="lead" { (text(description.as_str())) }
        }
        @if !profiled.is_empty() {
            section aria-labelledby="profiles" {
                h2 id="profiles" { "Profiles" }
                ul class="cards" {
                    @for actor in profiled {
                        li {
                            h3 { (page.link(actor.id.as_str())) }
                            @if let Some(description) = &actor.description { p dir="auto" { (description) } }
                        }
                    }
                }
            }
        }
        section aria-labelledby="records" {
            h2 id="records" { "All records" }
            ul class="counts" {
                @for kind in counts {
                    li { a href=(format!("{}.html", listing(kind))) { strong { (dataset.count(kind)) } " " (plural(kind)) } }
                }
            }
        }
        section aria-labelledby="signs" {
            h2 id="signs" { "How sure a fact is" }
            p { "Each fact says how its source puts it:" }
            ul class="signs" {
                li { span class="badge stated" { "stated" } " in the source's own voice" }
                li { span class="badge reported" { "reported" } " as what others say" }
                li { span class="badge alleged" { "alleged" } " as an allegation" }
                li { span class="badge estimated" { "estimated" } " as an estimate" }
                li { span class="badge inferred" { "inferred" } " from what the source says" }
                li { span class="badge contested" { "contested" } " where somebody denies or disputes it" }
                li { span class="badge tension" { "in tension" } " where another record says something else" }
            }
        }
    };
    page.whole(title, &main)
}

/// Every record of a kind that stands, over as many pages as that takes.
fn list(page: &Page<'_>, kind: Kind) -> Vec<(String, Markup)> {
    let dataset = page.dataset;
    let heading = html! { (plural(kind)) };
    if kind == Kind::Event {
        let events: Vec<&Event> = dataset
            .timeline()
            .into_iter()
            .chain(dataset.records().filter(|record| record.when().is_none()))
            .filter_map(|record| if let Record::Event(event) = record { Some(event) } else { None })
            .collect();
        return chunks(page, &listing(kind), plural(kind), &heading, &events, |events| actor::timeline(page, events));
    }
    let mut records: Vec<&Record> = dataset.records().filter(|record| record.kind() == kind).collect();
    records.sort_by_cached_key(|record| prose::name(dataset, record).to_lowercase());
    chunks(page, &listing(kind), plural(kind), &heading, &records, |records| page.list(records))
}
