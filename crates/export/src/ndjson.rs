//! Newline-delimited JSON.

use std::io;

use crate::{Format, Records, Write};

pub(crate) const FORMAT: Format = Format {
    name: "ndjson",
    summary: "a record a line, in the same form as `json`",
    extension: "ndjson",
    media_type: "application/x-ndjson",
    docs: include_str!("../docs/ndjson.md"),
    losses: &[],
    streams: true,
    public: false,
    write: Write::Stream(write),
    read: None,
};

fn write(records: Records<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    records.write_each(out, "", |record, line| {
        serde_json::to_writer(&mut *line, record)?;
        line.push(b'\n');
        Ok(())
    })
}
