//! The profile of one actor.

use std::collections::BTreeMap;

use standpoint_model::{Actor, Interest, Statement};

use super::{escape::escape, event, name, page::Page, relationship};
use crate::prose::{in_order, title, told_at, words};

pub(super) fn write<'a>(page: &mut Page<'a>, actor: &'a Actor) {
    let dataset = page.dataset;
    let id = actor.id.as_str();
    page.heading(2, &escape(actor.name.as_str()));
    page.heading(3, "Profile");
    facts(page, actor);
    topics(page, id);

    page.heading(3, "Interests");
    for wanted in dataset.interests_of(&actor.id) {
        interest(page, 4, wanted);
    }

    page.heading(3, "Relationships");
    relationship::write(page, actor);

    let figures = page.in_order(dataset.observations_about(id), |observation| observation.id.as_str());
    if !figures.is_empty() {
        page.heading(3, "Strength and other figures");
    }
    for observation in figures {
        let id = observation.id.as_str();
        page.fact(0, &name::figure(observation, None), id);
        page.remarks(1, id, observation.when.as_ref());
    }

    if dataset.events_with(&actor.id).next().is_some() {
        page.heading(3, "Timeline");
        event::timeline(page, dataset.events_with(&actor.id));
    }
}

fn facts<'a>(page: &mut Page<'a>, actor: &'a Actor) {
    let id = actor.id.as_str();
    if let Some(description) = &actor.description {
        page.paragraph(&escape(description.as_str()));
    }
    page.item(0, &format!("Type: {}", words(actor.r#type.as_str())));
    if let Some(aliases) = name::aliases(actor) {
        page.item(0, &format!("Also known as: {aliases}"));
    }
    if let Some(codes) = name::codes(actor) {
        page.item(0, &format!("Codes: {codes}"));
    }
    if let Some(code) = actor.country {
        page.item(0, &format!("Country: {}", name::country(code)));
    }
    let support = page.support(id);
    page.item(0, &format!("Evidence:{support}"));
    page.details(0, id);
}

/// The statements about the actor, topic by topic as the source comes to them.
fn topics<'a>(page: &mut Page<'a>, id: &str) {
    let mut topics: BTreeMap<&str, Vec<&'a Statement>> = BTreeMap::new();
    for statement in in_order(page.dataset.statements_about(id)) {
        topics.entry(statement.topic.as_str()).or_default().push(statement);
    }
    let mut topics: Vec<(&str, Vec<&Statement>)> = topics.into_iter().collect();
    topics.sort_by_cached_key(|(_, statements)| statements.iter().map(|statement| told_at(&statement.basis)).min());
    for (topic, statements) in topics {
        page.heading(4, &title(topic));
        for statement in statements {
            let id = statement.id.as_str();
            page.fact(0, &name::claim(statement), id);
            page.remarks(1, id, None);
        }
    }
}

/// An interest under a heading of its own.
pub(super) fn interest<'a>(page: &mut Page<'a>, level: usize, interest: &'a Interest) {
    let dataset = page.dataset;
    let id = interest.id.as_str();
    page.heading(level, &format!("{}. {}", interest.rank, escape(interest.title.as_str())));
    let support = page.support(id);
    page.paragraph(&format!("{}{support}", escape(interest.summary.as_str())));
    page.item(0, &format!("Category: {}", words(interest.category.as_str())));
    if !interest.towards.is_empty() {
        let towards = name::list(dataset, interest.towards.iter().map(AsRef::as_ref));
        page.item(0, &format!("Towards: {towards}"));
    }
    if !interest.supported_by.is_empty() {
        page.item(0, "Shows in:");
        for record in &interest.supported_by {
            page.item(1, &name::of(dataset, record.as_str()));
        }
    }
    page.details(0, id);
    page.remarks(0, id, None);
}
