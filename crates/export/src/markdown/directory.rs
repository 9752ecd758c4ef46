//! The short lists at the end: actors, places, sources, and what found no place before.

use standpoint_model::{Actor, Estimate, Interest, Observation, Place, Source, Statement};

use super::{
    escape::{escape, link},
    name::{self, date},
    page::Page,
    profile,
};
use crate::prose::{self, words};

pub(super) fn actors<'a>(page: &mut Page<'a>, title: &str, mut actors: Vec<&'a Actor>) {
    actors.sort_by_key(|actor| actor.name.as_str());
    if !actors.is_empty() {
        page.heading(2, title);
    }
    for actor in actors {
        let mut facts = vec![words(actor.r#type.as_str())];
        facts.extend(name::aliases(actor).map(|aliases| format!("also known as {aliases}")));
        facts.extend(name::codes(actor).map(|codes| format!("codes {codes}")));
        facts.extend(actor.country.map(name::country));
        facts.extend(actor.description.as_ref().map(|description| escape(description.as_str())));
        entry(page, actor.name.as_str(), &facts, actor.id.as_str());
    }
}

pub(super) fn places(page: &mut Page) {
    let dataset = page.dataset;
    let mut places: Vec<&Place> = dataset.iter().collect();
    places.sort_by_key(|place| place.name.as_str());
    if !places.is_empty() {
        page.heading(2, "Places");
    }
    for place in places {
        let mut facts = vec![words(place.r#type.as_str())];
        facts.extend(place.country.map(name::country));
        facts.extend(place.within.as_ref().map(|id| format!("within {}", name::of(dataset, id.as_str()))));
        if !place.overlaps.is_empty() {
            let countries: Vec<String> = place.overlaps.iter().map(|&code| name::country(code)).collect();
            facts.push(format!("extends over {}", countries.join(", ")));
        }
        facts.extend(place.location.map(|location| {
            let (north, east) = (location.latitude.get(), location.longitude.get());
            format!("latitude {north}°, longitude {east}°")
        }));
        entry(page, place.name.as_str(), &facts, place.id.as_str());
    }
}

/// One actor or place on one line, with what is said about it below.
fn entry<'a>(page: &mut Page<'a>, name: &str, facts: &[String], id: &'a str) {
    page.fact(0, &format!("**{}** – {}", escape(name), facts.join("; ")), id);
    page.remarks(1, id, None);
}

pub(super) fn sources(page: &mut Page) {
    let mut sources: Vec<&Source> = page.dataset.iter().collect();
    sources.sort_by_key(|source| source.title.as_str());
    if !sources.is_empty() {
        page.heading(2, "Sources");
    }
    for source in sources {
        let mut facts = vec![words(source.r#type.as_str())];
        facts.extend(source.publisher.as_ref().map(|publisher| escape(publisher.as_str())));
        facts.extend(source.published.as_ref().map(|when| format!("published {}", date(when))));
        facts.extend(source.accessed.as_ref().map(|when| format!("read {}", date(when))));
        facts.extend(source.language.as_ref().map(|tag| format!("language {tag}")));
        facts.extend(source.url.as_ref().map(link));
        let name = escape(source.title.as_str());
        page.item(0, &format!("**{name}** – {}", facts.join("; ")));
        if let Some(rights) = &source.rights {
            page.item(1, &format!("Rights: {}", escape(rights.as_str())));
        }
        if let Some(reliability) = source.reliability {
            page.item(1, &format!("Reliability: {} ({reliability})", prose::reliability(reliability)));
        }
        if let Some(text) = &source.text {
            let length = Estimate::exact(text.length);
            page.item(1, &format!("Text: {length} characters, SHA-256 {}", text.sha256));
        }
        page.details(1, source.id.as_str());
        page.remarks(1, source.id.as_str(), None);
    }
}

/// What hangs on a record that is withdrawn or missing, or on a remark about another record.
pub(super) fn rest(page: &mut Page) {
    let dataset = page.dataset;
    let interests: Vec<&Interest> = dataset.iter().filter(|i: &&Interest| !page.has_shown(i.id.as_str())).collect();
    if !interests.is_empty() {
        page.heading(2, "Other interests");
    }
    for interest in interests {
        profile::interest(page, 3, interest);
        page.item(0, &format!("Of: {}", name::of(dataset, interest.actor.as_str())));
    }
    let figures = dataset.iter().filter(|o: &&Observation| !page.has_shown(o.id.as_str()));
    let figures: Vec<&Observation> = page.in_order(figures, |observation| observation.id.as_str());
    if !figures.is_empty() {
        page.heading(2, "Other figures");
    }
    for observation in figures {
        let id = observation.id.as_str();
        page.fact(0, &name::of(dataset, id), id);
    }
    let statements: Vec<&Statement> = dataset.iter().filter(|s: &&Statement| !page.has_shown(s.id.as_str())).collect();
    if !statements.is_empty() {
        page.heading(2, "Other statements");
    }
    for statement in statements {
        let id = statement.id.as_str();
        let about = name::of(dataset, statement.about.as_str());
        page.fact(0, &format!("About “{about}”: {}", name::claim(statement)), id);
    }
}
