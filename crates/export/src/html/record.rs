//! The pages of a record: what it says, what that rests on, and which records name it.

use maud::{Markup, html};
use standpoint_model::{Actor, CountryCode, Dataset, Event, Observation, Record, Role, Status};

use super::{
    actor, grounds, heading,
    page::{ITEMS, Page, nothing, text},
};
use crate::prose::{self, title, words};

/// The pages of a record, with their paths; more than one where a list is long.
pub(super) fn pages(dataset: &Dataset, record: &Record) -> Vec<(String, Markup)> {
    let page = Page::of_record(dataset);
    let id = record.id();
    let name = heading(dataset, id);
    let main = html! {
        article class=(grounds::classes(record).replacen("fact", "record", 1)) {
            p class="kind" { (title(record.kind().as_str())) " " (grounds::badges(record)) }
            h1 { bdi { (name) } }
            (says(&page, record))
            @if !matches!(record, Record::Actor(_)) {
                (page.grounds(record))
                (remarks_section(&page, id))
            }
            (named_by(&page, id))
            details class="json" {
                summary { "The record as data" }
                pre tabindex="0" { code { (json(record)) } }
            }
        }
    };
    let mut pages = vec![(format!("{id}.html"), page.whole(&name, &main))];
    if let Record::Actor(actor) = record {
        pages.extend(all_events(&page, actor, &name));
    }
    pages.extend(all_namings(&page, id, &name));
    pages
}

fn json(record: &Record) -> String {
    // A record always serializes: its keys are strings and its numbers are finite.
    serde_json::to_string_pretty(record).unwrap_or_default()
}

/// What the record says, kind by kind.
fn says(page: &Page<'_>, record: &Record) -> Markup {
    match record {
        Record::Actor(actor) => actor::profile(page, actor, record),
        Record::Event(event) => html! {
            (facts(page, record))
            @if let Some(when) = &event.when { p class="lead" { (prose::capitalised(&when.english())) } }
        },
        Record::Statement(statement) => html! {
            p class="lead" { "About " (page.link(statement.about.as_str())) }
            (facts(page, record))
        },
        Record::Interest(interest) => html! {
            div class="lead" { (text(interest.summary.as_str())) }
            (facts(page, record))
        },
        Record::Relationship(relationship) => html! {
            @if let Some(description) = &relationship.description { div class="lead" { (text(description.as_str())) } }
            (facts(page, record))
        },
        Record::Dataset(manifest) => html! {
            @if let Some(description) = &manifest.description { div class="lead" { (text(description.as_str())) } }
            (facts(page, record))
            @if let Some(note) = &manifest.note { (text(note.as_str())) }
        },
        Record::Source(source) => html! {
            (facts(page, record))
            @if let Some(note) = &source.note { (text(note.as_str())) }
        },
        Record::Place(_) | Record::Observation(_) => facts(page, record),
    }
}

/// The fields of a record as a list of terms.
pub(super) fn facts(page: &Page<'_>, record: &Record) -> Markup {
    let rows = rows(page, record);
    html! {
        dl class="facts" {
            @for (term, value) in rows { div { dt { (term) } dd { (value) } } }
            @if let Record::Actor(_) = record { div { dt { "Evidence" } dd { (page.grounds(record)) } } }
        }
    }
}

type Row = (&'static str, Markup);

fn rows(page: &Page<'_>, record: &Record) -> Vec<Row> {
    let dates = |term, when: Option<&standpoint_model::Edtf>| when.map(|when| (term, Page::when(when)));
    let links = |term, ids: Vec<&str>| (!ids.is_empty()).then(|| (term, page.links(ids)));
    let mut rows: Vec<Option<Row>> = Vec::new();
    match record {
        Record::Dataset(manifest) => rows.extend([
            Some(("Version", html! { (manifest.version) })),
            Some(("Publisher", html! { bdi { (manifest.publisher) } })),
            Some(("Licence", html! { (manifest.license) })),
            Some(("Address of the records", address(manifest.base_iri.as_str()))),
            dates("Created", Some(&manifest.created)),
            dates("Last changed", manifest.modified.as_ref()),
        ]),
        Record::Source(source) => rows.extend([
            Some(("Type", plain(source.r#type.as_str()))),
            source.publisher.as_ref().map(|publisher| ("Publisher", html! { bdi { (publisher) } })),
            source.url.as_ref().map(|url| ("Address", address(url.as_str()))),
            dates("Published", source.published.as_ref()),
            dates("Read", source.accessed.as_ref()),
            source.language.as_ref().map(|tag| ("Language", html! { (tag) })),
            source.rights.as_ref().map(|rights| ("Rights", html! { span dir="auto" { (rights) } })),
            source.reliability.map(|grade| ("Reliability", html! { (prose::reliability(grade)) " (" (grade) ")" })),
            source.text.as_ref().map(|text| {
                ("Text", html! { (text.length) " characters, SHA-256 " code class="digest" { (text.sha256) } })
            }),
        ]),
        Record::Actor(actor) => rows.extend([
            Some(("Type", plain(actor.r#type.as_str()))),
            (!actor.aliases.is_empty()).then(|| ("Also known as", aliases(actor))),
            actor.country.map(|code| ("Country", html! { (code.name()) " (" (code) ")" })),
            (!actor.codes.is_empty()).then(|| ("Codes", codes(actor))),
        ]),
        Record::Place(place) => rows.extend([
            Some(("Type", plain(place.r#type.as_str()))),
            place.country.map(|code| ("Country", html! { (code.name()) " (" (code) ")" })),
            links("Within", place.within.iter().map(AsRef::as_ref).collect()),
            (!place.overlaps.is_empty()).then(|| {
                let names: Vec<&str> = place.overlaps.iter().map(CountryCode::name).collect();
                ("Extends over", html! { (names.join(", ")) })
            }),
            place.location.map(|at| {
                ("Coordinates", html! { "latitude " (at.latitude.get()) "°, longitude " (at.longitude.get()) "°" })
            }),
        ]),
        Record::Event(event) => rows.extend(event_rows(page, event)),
        Record::Relationship(relationship) => rows.extend([
            Some(("Who", page.link(relationship.subject.as_str()))),
            Some(("How", plain(relationship.r#type.as_str()))),
            Some(("To whom", page.link(relationship.object.as_str()))),
            dates("When", relationship.when.as_ref()),
        ]),
        Record::Interest(interest) => rows.extend([
            Some(("Of", page.link(interest.actor.as_str()))),
            Some(("Rank", html! { (interest.rank) })),
            Some(("Category", plain(interest.category.as_str()))),
            links("Towards", interest.towards.iter().map(AsRef::as_ref).collect()),
            links("Shows in", interest.supported_by.iter().map(AsRef::as_ref).collect()),
        ]),
        Record::Observation(observation) => rows.extend([
            Some(("Of", page.link(observation.about.as_str()))),
            Some(("Measure", plain(observation.measure.as_str()))),
            Some(("Value", html! { (observation.value) })),
            observation.population.as_ref().map(|text| ("Of whom", html! { span dir="auto" { (text) } })),
            dates("When", observation.when.as_ref()),
        ]),
        Record::Statement(statement) => rows.extend([
            Some(("Topic", plain(statement.topic.as_str()))),
            dates("When", statement.when.as_ref()),
            links("Mentions", statement.mentions.iter().map(AsRef::as_ref).collect()),
        ]),
    }
    rows.into_iter().flatten().collect()
}

fn event_rows(page: &Page<'_>, event: &Event) -> Vec<Option<Row>> {
    let links = |term, ids: Vec<&str>| (!ids.is_empty()).then(|| (term, page.links(ids)));
    let role = |role: Role| {
        let actors = event.participants.iter().filter(|participant| participant.role == role);
        let actors: Vec<&str> = actors.map(|participant| participant.actor.as_str()).collect();
        (!actors.is_empty()).then(|| html! { dt { (title(role.as_str())) } dd { (page.links(actors)) } })
    };
    let roles: Vec<Markup> = Role::ALL.iter().filter_map(|&each| role(each)).collect();
    vec![
        Some(("Type", plain(event.r#type.as_str()))),
        links("Where", event.places.iter().map(AsRef::as_ref).collect()),
        (!roles.is_empty()).then(|| ("Who", html! { dl class="roles" { @for role in roles { div { (role) } } } })),
        links("Aimed at", event.targets.iter().map(AsRef::as_ref).collect()),
        event.outcome.map(|outcome| ("Outcome", html! { (prose::outcome(outcome)) })),
        links("In the wake of", event.follows.iter().map(AsRef::as_ref).collect()),
        links("Part of", event.part_of.iter().map(AsRef::as_ref).collect()),
    ]
}

fn plain(word: &str) -> Markup {
    html! { (prose::capitalised(&words(word))) }
}

/// An address of the web; the model admits `http` and `https` alone.
fn address(url: &str) -> Markup {
    html! { a class="address" href=(url) rel="noreferrer" { (url) } }
}

fn aliases(actor: &Actor) -> Markup {
    html! {
        ul class="inline" {
            @for alias in &actor.aliases {
                li {
                    bdi lang=[alias.language.as_ref()] { (alias.text) }
                    " (" (words(alias.r#type.as_str()))
                    @if let Some(tag) = &alias.language { ", " (tag) }
                    ")"
                }
            }
        }
    }
}

fn codes(actor: &Actor) -> Markup {
    html! {
        ul class="inline" {
            @for code in &actor.codes { li { bdi { (code.value) } " (" (code.scheme) ")" } }
        }
    }
}

/// The figures and statements about a record. What is said of these in turn stands on their own pages.
pub(super) fn remarks(page: &Page<'_>, id: &str) -> Markup {
    let figures: Vec<&Observation> = page.dataset.observations_about(id).collect();
    let statements = prose::in_order(page.dataset.statements_about(id));
    if figures.is_empty() && statements.is_empty() {
        return nothing();
    }
    html! {
        div class="remarks" {
            @for observation in figures {
                @let says = html! {
                    (prose::figure(observation))
                    @if let Some(when) = &observation.when { ", " (Page::when(when)) }
                };
                @if let Some(record) = page.dataset.resolve(observation.id.as_str()) { (page.fact(&says, record)) }
            }
            @for statement in statements { (actor::statement(page, statement)) }
        }
    }
}

fn remarks_section(page: &Page<'_>, id: &str) -> Markup {
    let remarks = remarks(page, id);
    if remarks.0.is_empty() {
        return nothing();
    }
    html! { section { h2 { "What is said of it" } (remarks) } }
}

/// The records that stand and name this one.
fn namings<'a>(page: &Page<'a>, id: &str) -> Vec<&'a Record> {
    page.dataset.referrers(id).filter(|record| record.status() == Status::Current).collect()
}

fn named_by(page: &Page<'_>, id: &str) -> Markup {
    let namings = namings(page, id);
    html! {
        @if !namings.is_empty() {
            section class="named-by" aria-labelledby="named-by" {
                h2 id="named-by" { "Named by" }
                details {
                    summary { (namings.len()) @if namings.len() == 1 { " record" } @else { " records" } }
                    (page.list(&namings[..namings.len().min(ITEMS)]))
                    @if namings.len() > ITEMS {
                        p { a href=(format!("{}{id}-named-by.html", page.root)) { "All " (namings.len()) " records" } }
                    }
                }
            }
        }
    }
}

fn all_namings(page: &Page<'_>, id: &str, name: &str) -> Vec<(String, Markup)> {
    let namings = namings(page, id);
    if namings.len() <= ITEMS {
        return Vec::new();
    }
    let back = html! { "Named by: " (page.link(id)) };
    chunks(page, &format!("{id}-named-by"), name, &back, &namings, |namings| page.list(namings))
}

fn all_events(page: &Page<'_>, actor: &Actor, name: &str) -> Vec<(String, Markup)> {
    let events = actor::events(page, actor);
    if events.len() <= ITEMS {
        return Vec::new();
    }
    let back = html! { "Timeline of " (page.link(actor.id.as_str())) };
    chunks(page, &format!("{}-events", actor.id), name, &back, &events, |events| actor::timeline(page, events))
}

/// A long list over several pages.
pub(super) fn chunks<T>(
    page: &Page<'_>,
    path: &str,
    title: &str,
    heading: &Markup,
    items: &[T],
    show: impl Fn(&[T]) -> Markup,
) -> Vec<(String, Markup)> {
    let path_of = |nth: usize| if nth == 0 { format!("{path}.html") } else { format!("{path}-{}.html", nth + 1) };
    let chunks: Vec<&[T]> = items.chunks(ITEMS).collect();
    let last = chunks.len().saturating_sub(1);
    let link = |nth: usize, words: &str| html! { a href=(format!("{}{}", page.root, path_of(nth))) { (words) } };
    chunks
        .into_iter()
        .enumerate()
        .map(|(nth, items)| {
            let main = html! {
                h1 { (heading) }
                (show(items))
                @if last > 0 {
                    nav class="turn" aria-label="Pages" {
                        @if nth > 0 { (link(nth - 1, "Previous page")) " " }
                        "Page " (nth + 1) " of " (last + 1)
                        @if nth < last { " " (link(nth + 1, "Next page")) }
                    }
                }
            };
            (path_of(nth), page.whole(title, &main))
        })
        .collect()
}
