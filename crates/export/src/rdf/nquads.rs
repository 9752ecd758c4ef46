//! N-Quads: what each record says and what that rests on, in two graphs of its own.

use std::{io, path::Path};

use oxrdf::NamedNodeRef;
use oxttl::nquads::{NQuadsParser, NQuadsSerializer};
use serde_json::Value;
use standpoint_model::Record;

use super::{
    mapping::Part,
    name::{Base, graph},
    read, triples,
};
use crate::{Format, ImportError, Records, Write, import::read_to_string};

pub(crate) const FORMAT: Format = Format {
    name: "nquads",
    summary: "RDF, with what each record says and what that rests on as named graphs",
    extension: "nq",
    media_type: "application/n-quads",
    docs: include_str!("../../docs/nquads.md"),
    losses: &[],
    streams: true,
    write: Write::Stream(write),
    read: Some(read),
};

fn write(records: Records<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let base = Base::of(records.manifest());
    records.write_each(out, |record, lines| write_lines(record, &base, lines))
}

fn read(path: &Path) -> Result<Vec<Value>, ImportError> {
    read::from_quads(path, NQuadsParser::new().for_slice(&read_to_string(path)?))
}

/// Writes the lines of `record`, sorted.
fn write_lines(record: &Record, base: &Base, out: &mut Vec<u8>) -> io::Result<()> {
    let node = base.record(record.id());
    let (assertion, provenance) = (graph(&node, "assertion"), graph(&node, "provenance"));
    let mut serializer = NQuadsSerializer::new().low_level();
    let (mut bytes, mut ranges) = (Vec::new(), Vec::new());
    triples::write(record, base, &mut |part, triple| {
        let graph = match part {
            Part::Assertion => &assertion,
            Part::Provenance => &provenance,
        };
        let start = bytes.len();
        serializer.serialize_quad(triple.in_graph(NamedNodeRef::new_unchecked(graph)), &mut bytes)?;
        ranges.push(start..bytes.len());
        Ok(())
    })?;
    let mut lines: Vec<&[u8]> = ranges.into_iter().map(|range| &bytes[range]).collect();
    lines.sort_unstable();
    for line in lines {
        out.extend_from_slice(line);
    }
    Ok(())
}
