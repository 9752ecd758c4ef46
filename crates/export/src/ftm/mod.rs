//! `FollowTheMoney`, the model in which investigators link people, bodies, events and documents.

mod clean;
mod document;
mod entity;
mod ground;
mod note;
mod party;
mod record;

use std::io;

use self::entity::Names;
use crate::{Format, Loss, Records, Which, Write};

pub(crate) const FORMAT: Format = Format {
    name: "ftm",
    summary: "FollowTheMoney entities, for Aleph and other tools of investigators",
    extension: "ndjson",
    media_type: "application/x-ndjson",
    docs: include_str!("../../docs/ftm.md"),
    losses: &[
        Loss::every("*.basis.evidence.span", "where in the source the evidence stands, and its digest"),
        Loss::every(
            "*.basis.standpoints.evidence.span",
            "where in the source the evidence for a standpoint stands, and its digest",
        ),
        Loss::every(
            "*.conditions.evidence.span",
            "where in the source the evidence for a condition stands, and its digest",
        ),
        Loss::every(
            "identity.evidence.span",
            "where in the source the evidence for an identity stands, and its digest",
        ),
        Loss::every("source.sections.span", "which stretch of the text a section is, and its digest"),
        Loss::every("*.allow", "findings that a record waives, which are no part of what it says"),
        Loss::texts("*", clean::is_altered, "characters that FollowTheMoney changes or drops"),
        Loss {
            field: "*",
            of: Which::LongerThan(clean::most),
            why: "the longest texts of records of more than 10 MiB, as many as are too much",
        },
    ],
    streams: true,
    public: true,
    write: Write::Stream(write),
    read: None,
};

fn write(records: Records<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let manifest = records.manifest().cloned();
    let names = Names::of(manifest.as_ref());
    records.write_each(out, "", |record, lines| {
        for entity in record::entities(record, names) {
            serde_json::to_writer(&mut *lines, &entity)?;
            lines.push(b'\n');
        }
        Ok(())
    })
}
