//! Canonical JSON.

use std::io;

use serde::ser::{SerializeSeq, Serializer};
use serde_json::ser::PrettyFormatter;

use crate::{Format, Records, Write};

pub(crate) const FORMAT: Format = Format {
    name: "json",
    summary: "one array of all records in canonical order and form",
    extension: "json",
    media_type: "application/json",
    docs: include_str!("../docs/json.md"),
    losses: &[],
    streams: true,
    public: false,
    write: Write::Stream(write),
    read: None,
};

fn write(records: Records<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::with_formatter(&mut *out, PrettyFormatter::new());
    let mut array = serializer.serialize_seq(None)?;
    for record in records {
        array.serialize_element(&*record?)?;
    }
    array.end()?;
    out.write_all(b"\n")
}
