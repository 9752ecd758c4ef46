//! Newline-delimited JSON.

use std::io::{self, Write};

use standpoint_model::Dataset;

use crate::Format;

pub(crate) const FORMAT: Format = Format {
    name: "ndjson",
    extension: "ndjson",
    media_type: "application/x-ndjson",
    docs: include_str!("../docs/ndjson.md"),
    write,
};

fn write(dataset: &Dataset, out: &mut dyn Write) -> io::Result<()> {
    for record in dataset.all_records() {
        serde_json::to_writer(&mut *out, record)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}
