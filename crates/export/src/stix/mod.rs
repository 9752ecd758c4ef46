//! STIX 2.1, the language in which threat intelligence is exchanged.

mod accepted;
mod apart;
mod bundle;
mod crowded;
mod id;
mod link;
mod marking;
mod moment;
mod note;
mod object;
mod opencti;
mod party;
mod place;
mod properties;

use std::io;

use serde_json::Value;
use standpoint_model::Record;

use self::{apart::Moments, bundle::Bundle};
use crate::{Format, Records, Write};

pub(crate) const FORMAT: Format = Format {
    name: "stix",
    summary: "a STIX 2.1 bundle, for platforms of threat intelligence",
    extension: "json",
    media_type: "application/stix+json;version=2.1",
    docs: include_str!("../../docs/stix.md"),
    losses: &[],
    streams: false,
    public: true,
    write: Write::Stream(write),
    read: None,
};

fn write(records: Records<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let dataset = records.into_dataset()?;
    let bundle = Bundle::of(&dataset);
    writeln!(out, "{{\"type\":\"bundle\",\"id\":\"{}\",\"objects\":[", bundle.id())?;
    for (at, object) in bundle.head().into_iter().enumerate() {
        write_object(at == 0, &object, out)?;
    }
    let mut moments = Moments::default();
    for record in dataset.all_records() {
        for mut object in objects(&bundle, record) {
            moments.tell_apart(&mut object);
            write_object(false, &object, out)?;
        }
    }
    out.write_all(b"\n]}\n")
}

/// One object a line.
fn write_object(first: bool, object: &Value, out: &mut dyn io::Write) -> io::Result<()> {
    if !first {
        out.write_all(b",\n")?;
    }
    serde_json::to_writer(out, object).map_err(io::Error::from)
}

/// What a record becomes: an object of its own, and those that tie it to others.
fn objects(bundle: &Bundle<'_>, record: &Record) -> Vec<Value> {
    let mut objects = vec![object::of(bundle, record)];
    objects.extend(link::ties(bundle, record));
    objects.extend(link::opinions(bundle, record));
    objects.extend(link::tensions(bundle, record));
    objects
}
