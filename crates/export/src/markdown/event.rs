//! What happened.

use standpoint_model::{Event, EventType, Role};

use super::{
    escape::escape,
    name::{self, date},
    page::Page,
};
use crate::prose::{self, capitalised, title, words};

/// Events from first to last, those without a date at the end.
pub(super) fn timeline<'a>(page: &mut Page<'a>, events: impl Iterator<Item = &'a Event>) {
    for event in page.in_order(events, |event| event.id.as_str()) {
        write(page, event);
    }
}

/// The events that the page has not told of.
pub(super) fn write_rest(page: &mut Page, title: &str) {
    let events: Vec<&Event> = page.dataset.iter::<Event>().filter(|event| !page.has_shown(event.id.as_str())).collect();
    if !events.is_empty() {
        page.heading(2, title);
        timeline(page, events.into_iter());
    }
}

fn write<'a>(page: &mut Page<'a>, event: &'a Event) {
    let dataset = page.dataset;
    let id = event.id.as_str();
    let when = event.when.as_ref().map_or("Undated".into(), |when| capitalised(&date(when)));
    let kind = match event.r#type {
        EventType::Other => String::new(),
        named => format!(" ({})", words(named.as_str())),
    };
    let (happened, support) = (escape(event.title.as_str()), page.support(id));
    page.item(0, &format!("**{when}:** {happened}{kind}{support}"));
    let mut list = |label: &str, ids: Vec<&str>| {
        if !ids.is_empty() {
            page.item(1, &format!("{label}: {}", name::list(dataset, ids)));
        }
    };
    list("Where", event.places.iter().map(AsRef::as_ref).collect());
    for &role in Role::ALL {
        let actors = event.participants.iter().filter(|participant| participant.role == role);
        list(&title(role.as_str()), actors.map(|participant| participant.actor.as_str()).collect());
    }
    list("Aimed at", event.targets.iter().map(AsRef::as_ref).collect());
    list("In the wake of", event.follows.iter().map(AsRef::as_ref).collect());
    list("Part of", event.part_of.iter().map(AsRef::as_ref).collect());
    if let Some(outcome) = event.outcome {
        page.item(1, &format!("Outcome: {}", prose::outcome(outcome)));
    }
    page.details(1, id);
    page.remarks(1, id, event.when.as_ref());
}
