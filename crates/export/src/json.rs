//! Canonical JSON.

use std::io::{self, Write};

use standpoint_model::Dataset;

use crate::Format;

pub(crate) const FORMAT: Format = Format {
    name: "json",
    extension: "json",
    media_type: "application/json",
    docs: include_str!("../docs/json.md"),
    write,
};

fn write(dataset: &Dataset, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, dataset.all_records())?;
    out.write_all(b"\n")
}
