//! The first page, the lists of all records, and the map.

use maud::{Markup, html};
use standpoint_model::{Actor, Event, Kind, Record};

use super::{
    chart,
    list::List,
    mapped::Mapped,
    page::{Page, anchor, listing, nothing, plural, text},
    profile, signs,
};
use crate::prose::{self, Sign};

/// All pages at the root of the site, with their paths.
pub(super) fn pages(page: Page<'_>) -> Vec<(String, Markup)> {
    let mut pages = vec![("index.html".into(), index(&page))];
    pages.extend(page.kinds.iter().flat_map(|&kind| list(page, kind)));
    pages
}

/// The page of the map of all.
pub(super) fn map(page: &Page<'_>, mapped: &Mapped<'_>) -> Markup {
    let main = html! {
        h1 { "Map" }
        p class="lead" { "Who stands how to whom. " a href="map.svg" { "Open the drawing alone" } ", to enlarge, print or keep it." }
        (mapped.figure(page))
    };
    page.whole("Map", &main)
}

fn index(page: &Page<'_>) -> Markup {
    let dataset = page.dataset;
    let title = dataset.manifest().map_or("Untitled dataset", |manifest| manifest.title.as_str());
    // Those that are named most come first.
    let mut profiled: Vec<&Actor> =
        dataset.iter::<Actor>().filter(|actor| !dataset.interests_of(&actor.id).is_empty()).collect();
    profiled.sort_by_cached_key(|actor| std::cmp::Reverse(dataset.referrers(actor.id.as_str()).count()));
    let main = html! {
        h1 dir="auto" { (title) }
        @if let Some(description) = dataset.manifest().and_then(|manifest| manifest.description.as_ref()) {
            div class="lead" { (text(description.as_str())) }
        }
        @if !profiled.is_empty() {
            section aria-labelledby="profiles" {
                h2 id="profiles" { "Profiles" }
                ul class="cards" {
                    @for actor in profiled.iter().take(super::list::SOME) {
                        li {
                            h3 { (page.named(actor.id.as_str())) @for sign in prose::doubts(&actor.basis) { " " (signs::badge(sign)) } }
                            @if let Some(description) = &actor.description {
                                p dir="auto" { (prose::brief(description.as_str(), 400)) }
                            }
                        }
                    }
                }
                @if profiled.len() > super::list::SOME {
                    p class="all" { a href=(format!("{}.html", listing(Kind::Actor))) { "All actors" } }
                }
            }
        }
        section aria-labelledby="records" {
            h2 id="records" { "All records" }
            ul class="counts" {
                @for &kind in page.kinds {
                    li { a href=(format!("{}.html", listing(kind))) { strong { (dataset.count(kind)) } " " @if dataset.count(kind) == 1 { (kind) } @else { (plural(kind).to_lowercase()) } } }
                }
            }
        }
        section aria-labelledby="signs" {
            h2 id="signs" { "How sure a fact is" }
            p { "Each fact says how its source puts it, who claims it and who denies it, and opens what it rests on." }
            dl class="signs" {
                @for sign in Sign::all() { div { dt { (signs::badge(sign)) } dd { (sign.explanation()) } } }
            }
        }
    };
    page.whole(title, &main)
}

/// Every record of a kind that stands, over as many pages as that takes.
fn list(page: Page<'_>, kind: Kind) -> Vec<(String, Markup)> {
    let dataset = page.dataset;
    let list = |class, items| List {
        page,
        path: listing(kind),
        title: plural(kind).into(),
        heading: html! { (plural(kind)) },
        class,
        items,
    };
    if kind == Kind::Event {
        let events: Vec<&Event> = prose::in_time(dataset.iter());
        let list = list("timeline", events.iter().map(|event| profile::event(&page, event)).collect());
        let address = |nth: usize| list.address(nth, &anchor(events[nth].id.as_str()));
        return list.pages(&chart::timeline(&events, &address).unwrap_or_else(nothing));
    }
    let mut records: Vec<&Record> = dataset.records().filter(|record| record.kind() == kind).collect();
    records.sort_by_cached_key(|record| prose::name(dataset, record).to_lowercase());
    list("records", records.into_iter().map(|record| page.entry(record)).collect()).pages(&nothing())
}
