//! What happened.

use standpoint_model::{Event, EventType, Extent};

use super::{
    escape::escape,
    line::{date, line},
    page::Page,
    talks,
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
    let dataset = page.dataset;
    let when = capitalised(&line(dataset, &prose::event_date(event)));
    let kind = match event.r#type {
        EventType::Other => String::new(),
        named => format!(" ({})", words(named.as_str())),
    };
    let (happened, support) = (escape(event.title.as_str()), page.support(id));
    page.item(0, &format!("**{when}:** {happened}{kind}{support}"));
    if let Some(description) = &event.description {
        page.item(1, &escape(description.as_str()));
    }
    if event.extent == Extent::Series {
        page.item(1, "A series of events, told as one");
    }
    // The day for which it is planned stands above, if it is not the day on which it happened.
    let due = event.due.as_ref().filter(|_| event.when.is_some());
    if let Some(due) = due {
        page.item(1, &format!("Planned for: {}", date(due)));
    }
    page.rows_of(1, prose::event_rows(event));
    page.details(1, id);
    talks::positions_in(page, event);
    page.remarks(1, id, event.when.as_ref());
}
