//! What happened.

use standpoint_model::{Event, EventType};

use super::{
    escape::escape,
    line::{date, line},
    page::Page,
};
use crate::prose::{self, capitalised, words};

/// Events from first to last, those without a date at the end.
pub(super) fn timeline<'a>(page: &mut Page<'a>, events: impl IntoIterator<Item = &'a Event>) {
    for event in prose::in_time(events) {
        write(page, event);
    }
}

/// The events that the page has not told of.
pub(super) fn write_rest(page: &mut Page<'_>, title: &str) {
    let events: Vec<&Event> = page.dataset.iter::<Event>().filter(|event| !page.has_shown(event.id.as_str())).collect();
    if !events.is_empty() {
        page.heading(2, title);
        timeline(page, events);
    }
}

fn write<'a>(page: &mut Page<'a>, event: &'a Event) {
    let id = event.id.as_str();
    let when = event.when.as_ref().map_or("Undated".into(), |when| capitalised(&date(when)));
    let kind = match event.r#type {
        EventType::Other => String::new(),
        named => format!(" ({})", words(named.as_str())),
    };
    let (happened, support) = (escape(event.title.as_str()), page.support(id));
    page.item(0, &format!("**{when}:** {happened}{kind}{support}"));
    for row in prose::event_rows(event) {
        let says = line(page.dataset, &row.says);
        page.item(1, &format!("{}: {says}", row.term));
    }
    page.details(1, id);
    page.remarks(1, id, event.when.as_ref());
}
