//! Turtle: all triples in one graph, to read.

use std::{io, path::Path};

use oxrdf::{GraphName, TripleRef, vocab::rdf};
use oxttl::{TurtleParser, TurtleSerializer, turtle::LowLevelTurtleSerializer};
use serde_json::Value;

use super::{
    name::Base,
    read,
    terms::{ORDER, PREFIXES, SEQUENCE},
    triples::Triples,
};
use crate::{Format, ImportError, Records, Write, import::read_to_string};

pub(crate) const FORMAT: Format = Format {
    name: "turtle",
    summary: "RDF as one graph: PROV-O, Web Annotation, SKOS, schema.org",
    extension: "ttl",
    media_type: "text/turtle",
    docs: include_str!("../../docs/turtle.md"),
    losses: &[],
    streams: true,
    public: false,
    write: Write::Stream(write),
    read: Some(read),
};

fn write(records: Records<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let base = Base::of(records.manifest());
    let header = header()?;
    out.write_all(&header)?;
    records.write_chunks(out, "", |records, text| {
        let (mut serializer, mut triples) = (serializer()?, Triples::new(&base));
        for record in records {
            triples.each(record, |_, triple| serializer.serialize_triple(triple, &mut *text))?;
        }
        serializer.finish(&mut *text)?;
        // Each chunk is written as a document of its own, and the prefixes stand once.
        text.drain(..header.len());
        Ok(())
    })
}

/// The prefixes as they are written before the first triple.
fn header() -> io::Result<Vec<u8>> {
    let mut document = Vec::new();
    serializer()?.serialize_triple(TripleRef::new(ORDER, rdf::TYPE, SEQUENCE), &mut document)?;
    let lines = document.split_inclusive(|&byte| byte == b'\n');
    Ok(lines.filter(|line| line.starts_with(b"@prefix")).collect::<Vec<_>>().concat())
}

fn serializer() -> io::Result<LowLevelTurtleSerializer> {
    let with_prefix = |serializer: TurtleSerializer, (prefix, full)| serializer.with_prefix(prefix, full);
    let serializer = PREFIXES.into_iter().try_fold(TurtleSerializer::new(), with_prefix).map_err(io::Error::other)?;
    Ok(serializer.low_level())
}

fn read(path: &Path) -> Result<Vec<Value>, ImportError> {
    let text = read_to_string(path)?;
    let quads =
        TurtleParser::new().for_slice(&text).map(|triple| triple.map(|it| it.in_graph(GraphName::DefaultGraph)));
    read::from_quads(path, quads)
}
