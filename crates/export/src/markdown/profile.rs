//! The profile of one actor.

use standpoint_model::{Actor, Interest};

use super::{
    escape::escape,
    event,
    line::{line, named},
    page::Page,
    relationship, talks,
};
use crate::prose::{self, title};

pub(super) fn write<'a>(page: &mut Page<'a>, actor: &'a Actor) {
    let dataset = page.dataset;
    let id = actor.id.as_str();
    page.heading(2, &escape(actor.name.as_str()));
    page.heading(3, "Profile");
    facts(page, actor);
    for (topic, statements) in prose::topics(dataset, id) {
        page.heading(4, &title(topic.as_str()));
        for statement in statements {
            let id = statement.id.as_str();
            page.fact(0, &line(dataset, &prose::claim(statement)), id);
            page.remarks(1, id, None);
        }
    }

    page.heading(3, "Interests");
    for wanted in dataset.interests_of(&actor.id) {
        interest(page, 4, wanted);
    }

    talks::positions_of(page, actor);

    page.heading(3, "Relationships");
    relationship::write(page, actor);

    let figures = prose::figures(dataset, id);
    if !figures.is_empty() {
        page.heading(3, "Strength and other figures");
    }
    for observation in figures {
        let id = observation.id.as_str();
        page.fact(0, &line(dataset, &prose::figure(observation, None)), id);
        page.remarks(1, id, observation.when.as_ref());
    }

    if dataset.events_with(&actor.id).next().is_some() {
        page.heading(3, "Timeline");
        event::timeline(page, dataset.events_with(&actor.id));
    }

    let differing = prose::differing(dataset, actor);
    if !differing.is_empty() {
        page.heading(3, "Where accounts differ");
    }
    for record in differing {
        page.item(0, &named(dataset, record.id()));
    }
}

fn facts<'a>(page: &mut Page<'a>, actor: &'a Actor) {
    let id = actor.id.as_str();
    if let Some(description) = &actor.description {
        page.paragraph(&escape(description.as_str()));
    }
    if let Some(record) = page.dataset.resolve(id) {
        page.rows(0, record);
    }
    let support = page.support(id);
    page.item(0, &format!("Evidence:{support}"));
    page.details(0, id);
}

/// An interest under a heading of its own.
pub(super) fn interest<'a>(page: &mut Page<'a>, level: usize, interest: &'a Interest) {
    let dataset = page.dataset;
    let id = interest.id.as_str();
    let rank = interest.rank.map(|rank| format!("{rank}. ")).unwrap_or_default();
    page.heading(level, &format!("{rank}{}", escape(interest.title.as_str())));
    let support = page.support(id);
    let says = interest.summary.as_ref().unwrap_or(&interest.title);
    page.paragraph(&format!("{}{support}", escape(says.as_str())));
    let aims = line(dataset, &prose::interest_aims(interest));
    if !aims.is_empty() {
        page.item(0, &aims);
    }
    if !interest.supported_by.is_empty() {
        page.item(0, "Shows in:");
        for record in &interest.supported_by {
            page.item(1, &named(dataset, record.as_str()));
        }
    }
    page.details(0, id);
    page.remarks(0, id, None);
}
