//! Turtle: all triples in one graph, to read.

use std::{io, path::Path};

use oxrdf::GraphName;
use oxttl::{TurtleParser, TurtleSerializer};
use serde_json::Value;

use super::{name::Base, read, terms::PREFIXES, triples};
use crate::{Format, ImportError, Records, Write, import::read_to_string};

pub(crate) const FORMAT: Format = Format {
    name: "turtle",
    summary: "RDF as one graph: PROV-O, Web Annotation, SKOS, schema.org",
    extension: "ttl",
    media_type: "text/turtle",
    docs: include_str!("../../docs/turtle.md"),
    losses: &[],
    streams: true,
    write: Write::Stream(write),
    read: Some(read),
};

fn write(records: Records<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let base = Base::of(records.manifest());
    let mut serializer = TurtleSerializer::new();
    for (prefix, full) in PREFIXES {
        serializer = serializer.with_prefix(prefix, full).map_err(io::Error::other)?;
    }
    let mut writer = serializer.for_writer(out);
    for record in records {
        triples::write(&*record?, &base, &mut |_, triple| writer.serialize_triple(triple))?;
    }
    writer.finish().map(drop)
}

fn read(path: &Path) -> Result<Vec<Value>, ImportError> {
    let text = read_to_string(path)?;
    let quads =
        TurtleParser::new().for_slice(&text).map(|triple| triple.map(|it| it.in_graph(GraphName::DefaultGraph)));
    read::from_quads(path, quads)
}
