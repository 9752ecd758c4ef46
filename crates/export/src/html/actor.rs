//! The profile of an actor.

use std::collections::BTreeMap;

use maud::{Markup, html};
use standpoint_model::{Actor, Event, Interest, Modality, Observation, Record, Relationship, Statement};

use super::{
    chart::{Days, Quantities},
    map_of,
    page::{ITEMS, Page, text},
    record::{facts, remarks},
    ties_around,
};
use crate::prose::{self, COLUMNS, title, told_at};

pub(super) fn profile(page: &Page<'_>, actor: &Actor, record: &Record) -> Markup {
    let dataset = page.dataset;
    let interests = dataset.interests_of(&actor.id);
    let ties: Vec<&Relationship> = dataset.relationships_of(&actor.id).collect();
    let figures: Vec<&Observation> = dataset.observations_about(actor.id.as_str()).collect();
    let events = events(page, actor);
    html! {
        @if let Some(description) = &actor.description { div class="lead" { (text(description.as_str())) } }
        (facts(page, record))
        (topics(page, actor))
        @if !interests.is_empty() {
            section aria-labelledby="interests" {
                h2 id="interests" { "Interests" }
                @for interest in interests { (self::interest(page, interest)) }
            }
        }
        @if !ties.is_empty() || !dataset.interests_of(&actor.id).is_empty() {
            section aria-labelledby="relationships" {
                h2 id="relationships" { "Relationships" }
                (table(page, actor, &ties))
                @if let Some(map) = map_of(page, ties_around(dataset, actor)) {
                    section class="drawing" tabindex="0" aria-label="Map of relationships" { (map) }
                }
                (rests_on(page, actor, &ties))
            }
        }
        @if !figures.is_empty() {
            section aria-labelledby="figures" {
                h2 id="figures" { "Strength and other figures" }
                (self::figures(page, figures))
            }
        }
        @if !events.is_empty() {
            section aria-labelledby="timeline" {
                h2 id="timeline" { "Timeline" }
                (timeline(page, &events[..events.len().min(ITEMS)]))
                @if events.len() > ITEMS {
                    p { a href=(format!("{}{}-events.html", page.root, actor.id)) { "All " (events.len()) " events" } }
                }
            }
        }
    }
}

/// The events that an actor takes part in or is the target of, from first to last.
pub(super) fn events<'a>(page: &Page<'a>, actor: &Actor) -> Vec<&'a Event> {
    let mut events: Vec<&Event> = page.dataset.events_with(&actor.id).collect();
    // What has no date comes last.
    let key = |event: &&Event| {
        let when = event.when.as_ref();
        let first = when.and_then(|when| when.earliest().day().or_else(|| when.latest().day()));
        (first.is_none(), first, event.id.as_str().to_owned())
    };
    events.sort_by_cached_key(key);
    events
}

/// The statements about the actor, topic by topic as the source comes to them.
fn topics(page: &Page<'_>, actor: &Actor) -> Markup {
    let mut topics: BTreeMap<&str, Vec<&Statement>> = BTreeMap::new();
    for statement in prose::in_order(page.dataset.statements_about(actor.id.as_str())) {
        topics.entry(statement.topic.as_str()).or_default().push(statement);
    }
    let mut topics: Vec<(&str, Vec<&Statement>)> = topics.into_iter().collect();
    topics.sort_by_cached_key(|(_, statements)| statements.iter().map(|statement| told_at(&statement.basis)).min());
    html! {
        @if !topics.is_empty() {
            section aria-labelledby="profile" {
                h2 id="profile" { "Profile" }
                @for (topic, statements) in topics {
                    h3 { (title(topic)) }
                    @for statement in statements {
                        (self::statement(page, statement))
                        (remarks(page, statement.id.as_str()))
                    }
                }
            }
        }
    }
}

/// What a statement says, as a fact.
pub(super) fn statement(page: &Page<'_>, statement: &Statement) -> Markup {
    let says = html! {
        span dir="auto" { (statement.text) }
        @if let Some(when) = &statement.when { " (" (Page::when(when)) ")" }
    };
    html! {
        @if let Some(record) = page.dataset.resolve(statement.id.as_str()) { (page.fact(&says, record)) }
    }
}

fn interest(page: &Page<'_>, interest: &Interest) -> Markup {
    let says = html! {
        span dir="auto" { (interest.summary) }
    };
    html! {
        article class="interest" {
            h3 { (interest.rank) ". " bdi { (interest.title) } }
            p class="category" { (title(interest.category.as_str()))
                @if !interest.towards.is_empty() {
                    " – towards " (page.links(interest.towards.iter().map(AsRef::as_ref)))
                }
            }
            @if let Some(record) = page.dataset.resolve(interest.id.as_str()) { (page.fact(&says, record)) }
            @if !interest.supported_by.is_empty() {
                details {
                    summary { "Shows in " (interest.supported_by.len()) " records" }
                    ul { @for id in &interest.supported_by { li { (page.link(id.as_str())) } } }
                }
            }
        }
    }
}

/// Allies, partners, rivals and adversaries. An empty column says that the sources list none.
fn table(page: &Page<'_>, actor: &Actor, ties: &[&Relationship]) -> Markup {
    let mut ties: Vec<&Relationship> = ties.iter().copied().filter(|tie| tie.subject == actor.id).collect();
    ties.sort_by_cached_key(|tie| told_at(&tie.basis).first().map(|(source, at)| ((*source).to_owned(), *at)));
    html! {
        div class="columns" role="group" aria-label="Allies, partners, rivals and adversaries" {
            @for (r#type, heading) in COLUMNS {
                section class=(format!("column {type}")) {
                    h3 { (heading) }
                    @let listed: Vec<&Relationship> = ties.iter().copied().filter(|tie| tie.r#type == r#type).collect();
                    @if listed.is_empty() { p class="none" { "The sources list none." } }
                    @else { ul { @for tie in listed { li { (entry(page, tie)) } } } }
                }
            }
        }
    }
}

fn entry(page: &Page<'_>, tie: &Relationship) -> Markup {
    html! {
        (page.link(tie.object.as_str()))
        @if let Some(when) = &tie.when { ", " (Page::when(when)) }
        @if tie.basis.modality != Modality::Stated {
            " " span class=(format!("badge {}", tie.basis.modality)) { (tie.basis.modality) }
        }
        @if prose::is_contested(&tie.basis) { " " span class="badge contested" { "contested" } }
    }
}

/// Each tie with its evidence, those of the table first.
fn rests_on(page: &Page<'_>, actor: &Actor, ties: &[&Relationship]) -> Markup {
    let is_listed =
        |tie: &&&Relationship| tie.subject == actor.id && COLUMNS.iter().any(|(r#type, _)| tie.r#type == *r#type);
    let (listed, other): (Vec<&Relationship>, Vec<&Relationship>) = ties.iter().partition(|tie| is_listed(tie));
    html! {
        @for (heading, ties) in [("What the table rests on", listed), ("Other ties", other)] {
            @if !ties.is_empty() {
                details class="ties" open[heading == "Other ties"] {
                    summary { h3 { (heading) } }
                    @for tie in ties {
                        @let own = tie.subject == actor.id;
                        @let says = html! {
                            strong {
                                @if own { (title(tie.r#type.as_str())) }
                                @else { (prose::capitalised(tie.r#type.rule().inverse)) }
                            } ": "
                            (page.link(if own { tie.object.as_str() } else { tie.subject.as_str() }))
                            @if let Some(when) = &tie.when { ", " (Page::when(when)) }
                            @if let Some(description) = &tie.description { " – " span dir="auto" { (description) } }
                        };
                        @if let Some(record) = page.dataset.resolve(tie.id.as_str()) {
                            (page.fact(&says, record))
                            (remarks(page, tie.id.as_str()))
                        }
                    }
                }
            }
        }
    }
}

/// Quantities of one measure beside each other, on one scale.
pub(super) fn figures(page: &Page<'_>, figures: Vec<&Observation>) -> Markup {
    let mut measures: BTreeMap<&str, Vec<&Observation>> = BTreeMap::new();
    for observation in figures {
        measures.entry(observation.measure.as_str()).or_default().push(observation);
    }
    for same in measures.values_mut() {
        same.sort_by_cached_key(|observation| {
            let first = observation.when.as_ref().and_then(|when| when.earliest().day());
            (first.is_none(), first, observation.id.as_str().to_owned())
        });
    }
    html! {
        @for (measure, same) in measures {
            h3 { (title(measure)) }
            @let scale = Quantities::of(same.iter().map(|observation| &observation.value));
            ul class="chart" {
                @for observation in same {
                    @let says = html! {
                        strong { (observation.value) }
                        @if let Some(population) = &observation.population { " " span dir="auto" { (population) } }
                        @if let Some(when) = &observation.when { ", " (Page::when(when)) }
                    };
                    li {
                        @if let Some(scale) = &scale { (scale.bar(&observation.value)) }
                        @if let Some(record) = page.dataset.resolve(observation.id.as_str()) {
                            (page.fact(&says, record))
                            (remarks(page, observation.id.as_str()))
                        }
                    }
                }
            }
        }
    }
}

/// Events from first to last, each with its stretch of time.
pub(super) fn timeline(page: &Page<'_>, events: &[&Event]) -> Markup {
    let days = Days::of(events.iter().filter_map(|event| event.when.as_ref()));
    html! {
        @if let Some(days) = &days { p class="scale" { "Each bar runs from " (days.axis()) "." } }
        ol class="chart timeline" {
            @for event in events {
                @let says = html! {
                    span class="date" {
                        @if let Some(when) = &event.when { (Page::when(when)) } @else { "Undated" }
                    }
                    " " (page.link(event.id.as_str()))
                    @for observation in page.dataset.observations_about(event.id.as_str()) {
                        " – " (prose::figure(observation))
                    }
                };
                li {
                    @if let (Some(days), Some(when)) = (&days, &event.when) { (days.bar(when)) }
                    @if let Some(record) = page.dataset.resolve(event.id.as_str()) { (page.fact(&says, record)) }
                }
            }
        }
    }
}
