//! N-Quads: what each record says and what that rests on, in two graphs of its own.

use std::{io, ops::Range, path::Path};

use oxrdf::NamedNodeRef;
use oxttl::nquads::{LowLevelNQuadsSerializer, NQuadsParser, NQuadsSerializer};
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
    let mut lines = Lines { serializer: NQuadsSerializer::new().low_level(), bytes: Vec::new(), ranges: Vec::new() };
    for record in records {
        lines.write(&*record?, &base, out)?;
    }
    Ok(())
}

fn read(path: &Path) -> Result<Vec<Value>, ImportError> {
    read::from_quads(path, NQuadsParser::new().for_slice(&read_to_string(path)?))
}

/// The lines of one record.
struct Lines {
    serializer: LowLevelNQuadsSerializer,
    bytes: Vec<u8>,
    ranges: Vec<Range<usize>>,
}

impl Lines {
    /// Writes the lines of `record`, sorted.
    fn write(&mut self, record: &Record, base: &Base, out: &mut dyn io::Write) -> io::Result<()> {
        let node = base.record(record.id());
        let (assertion, provenance) = (graph(&node, "assertion"), graph(&node, "provenance"));
        self.bytes.clear();
        self.ranges.clear();
        triples::write(record, base, &mut |part, triple| {
            let graph = match part {
                Part::Assertion => &assertion,
                Part::Provenance => &provenance,
            };
            let start = self.bytes.len();
            let quad = triple.in_graph(NamedNodeRef::new_unchecked(graph));
            self.serializer.serialize_quad(quad, &mut self.bytes)?;
            self.ranges.push(start..self.bytes.len());
            Ok(())
        })?;
        let bytes = &self.bytes;
        self.ranges.sort_unstable_by(|one, other| bytes[one.clone()].cmp(&bytes[other.clone()]));
        self.ranges.iter().try_for_each(|range| out.write_all(&bytes[range.clone()]))
    }
}
