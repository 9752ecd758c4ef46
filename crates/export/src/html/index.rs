//! The first page, the lists of all records, and the map.

use maud::{Markup, html};
use standpoint_model::{Actor, Event, EventType, Issue, Kind, Record};

use super::{
    chart,
    event::event,
    list::{List, SOME},
    mapped::Mapped,
    page::{Page, anchor, listing, nothing, plural, text},
    signs,
};
use crate::prose::{self, Sign, counted};

/// All pages at the root of the site, with their paths.
pub(super) fn pages(page: Page<'_>) -> Vec<(String, Markup)> {
    let mut pages = vec![("index.html".into(), index(&page))];
    pages.extend(page.site.kinds.iter().flat_map(|&kind| list(page, kind)));
    pages
}

/// The page of the map of all.
pub(super) fn map(page: &Page<'_>, mapped: &Mapped<'_>) -> Markup {
    let main = html! {
        h1 { "Map" }
        p class="lead" { "Who stands how to whom, as the sources list it or as those concerned say. " a href="map.svg" { "Open the drawing alone" } ", to enlarge, print or keep it." }
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
        (section("profiles", "Profiles", Kind::Actor, &profiled.into_iter().map(|actor| profile(page, actor)).collect::<Vec<_>>()))
        (talks(page))
        (issues(page))
        section aria-labelledby="records" {
            h2 id="records" { "All records" }
            ul class="counts" {
                @for &kind in &page.site.kinds {
                    li { a href=(format!("{}.html", listing(kind))) { strong { (dataset.count(kind)) } " " @if dataset.count(kind) == 1 { (kind) } @else { (plural(kind).to_lowercase()) } } }
                }
            }
        }
        section aria-labelledby="signs" {
            h2 id="signs" { "How sure a fact is" }
            p { "Each fact says how its source puts it, who claims it and who denies it, and opens what it rests on." }
            dl class="signs" {
                @for sign in Sign::borne_in(dataset) { div { dt { (signs::badge(sign)) } dd { (sign.explanation()) } } }
            }
        }
    };
    page.whole(title, &main)
}

/// An actor with what it is.
fn profile(page: &Page<'_>, actor: &Actor) -> Markup {
    html! {
        li {
            h3 { (page.named(actor.id.as_str())) (signs::doubts(page.dataset, actor.id.as_str())) }
            @if let Some(description) = &actor.description { p dir="auto" { (prose::brief(description.as_str(), 400)) } }
        }
    }
}

/// Agreements, and talks in which positions were taken, from first to last.
fn talks(page: &Page<'_>) -> Markup {
    let is_talk = |event: &&Event| matches!(event.r#type, EventType::Agreement | EventType::Negotiation);
    let talks = prose::in_time(page.dataset.iter::<Event>().filter(is_talk));
    let item = |event: &Event| {
        let positions = page.dataset.positions_in(&event.id).count();
        html! {
            li {
                h3 { (page.named(event.id.as_str())) (signs::doubts(page.dataset, event.id.as_str())) }
                p { (page.line(&prose::event_date(event))) @if positions > 0 { "; " (counted(positions, "position", "positions")) } }
            }
        }
    };
    section("talks", "Talks and agreements", Kind::Event, &talks.into_iter().map(item).collect::<Vec<_>>())
}

/// Issues, those with the most positions first.
fn issues(page: &Page<'_>) -> Markup {
    let mut issues: Vec<(usize, &Issue)> =
        page.dataset.iter::<Issue>().map(|issue| (page.dataset.positions_on(&issue.id).count(), issue)).collect();
    issues.sort_by_key(|(positions, _)| std::cmp::Reverse(*positions));
    let item = |(positions, issue): (usize, &Issue)| {
        html! {
            li {
                h3 { (page.named(issue.id.as_str())) (signs::doubts(page.dataset, issue.id.as_str())) }
                @if let Some(question) = &issue.question { p dir="auto" { (prose::brief(question.as_str(), 400)) } }
                p { @if positions == 0 { "No position recorded" } @else { (counted(positions, "position", "positions")) } }
            }
        }
    };
    section("issues", "Issues", Kind::Issue, &issues.into_iter().map(item).collect::<Vec<_>>())
}

/// A section of cards on the first page, with a link to the list of all if they are many.
fn section(id: &str, title: &str, kind: Kind, items: &[Markup]) -> Markup {
    html! {
        @if !items.is_empty() {
            section aria-labelledby=(id) {
                h2 id=(id) { (title) }
                ul class="cards" { @for item in items.iter().take(SOME) { (item) } }
                @if items.len() > SOME {
                    p class="all" { a href=(format!("{}.html", listing(kind))) { "All " (plural(kind).to_lowercase()) } }
                }
            }
        }
    }
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
        let list = list("timeline", events.iter().map(|happened| event(&page, happened)).collect());
        let address = |nth: usize| list.address(nth, &anchor(events[nth].id.as_str()));
        return list.pages(&chart::timeline(dataset, &events, &address).unwrap_or_else(nothing));
    }
    let mut records: Vec<&Record> = dataset.records().filter(|record| record.kind() == kind).collect();
    records.sort_by_cached_key(|record| prose::natural(&prose::name(dataset, record)));
    list("records", records.into_iter().map(|record| page.entry(record)).collect()).pages(&nothing())
}
