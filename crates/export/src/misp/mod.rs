//! MISP's core format, in which analysts of threats share events, objects and what ties them.

mod event;
mod object;
mod record;
mod reference;
mod standpoint;
mod template;

use std::io;

use self::event::Event;
use crate::{Format, Records, Write};

pub(crate) const FORMAT: Format = Format {
    name: "misp",
    summary: "a MISP event of objects, for MISP",
    extension: "json",
    media_type: "application/json",
    docs: include_str!("../../docs/misp.md"),
    losses: &[],
    streams: false,
    public: true,
    write: Write::Stream(write),
    read: None,
};

fn write(records: Records<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let dataset = records.into_dataset()?;
    let event = Event::of(&dataset);
    let head = serde_json::to_string(&event.head())?;
    // The objects are the last member of the same object, one a line.
    write!(out, "{{\"Event\":{},\"Object\":[", head.strip_suffix('}').unwrap_or_default())?;
    let records = dataset.all_records().iter();
    let objects = records
        .flat_map(|record| std::iter::once(record::object(&event, record)).chain(standpoint::objects(&event, record)));
    for (at, object) in objects.enumerate() {
        out.write_all(if at == 0 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut *out, &object.finish(&event))?;
    }
    out.write_all(b"\n]}}\n")
}
