//! N-Quads: what each record says and what that rests on, in two graphs of its own.

use std::{
    io::{self, Write as _},
    ops::Range,
    path::Path,
};

use oxrdf::{TermRef, TripleRef, vocab::xsd};
use oxttl::nquads::NQuadsParser;
use serde_json::Value;
use standpoint_model::Record;

use super::{
    name::{Base, graph},
    read,
    triples::Triples,
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
    public: false,
    write: Write::Stream(write),
    read: Some(read),
};

fn write(records: Records<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let base = Base::of(records.manifest());
    records.write_chunks(out, "", |records, bytes| {
        let mut lines = Lines { base: &base, triples: Triples::new(&base), bytes: Vec::new(), ranges: Vec::new() };
        records.iter().try_for_each(|record| lines.write(record, bytes))
    })
}

fn read(path: &Path) -> Result<Vec<Value>, ImportError> {
    read::from_quads(path, NQuadsParser::new().for_slice(&read_to_string(path)?))
}

/// The lines of one record after another.
struct Lines<'a> {
    base: &'a Base,
    triples: Triples<'a>,
    /// Lines before they are sorted, and where each is. Kept for their allocations.
    bytes: Vec<u8>,
    ranges: Vec<Range<usize>>,
}

impl Lines<'_> {
    /// Writes the lines of `record`, sorted by their bytes.
    fn write(&mut self, record: &Record, out: &mut Vec<u8>) -> io::Result<()> {
        let Self { base, triples, bytes, ranges } = self;
        let node = base.record(record.id());
        let graphs = ["assertion", "provenance"].map(|name| format!("<{}> .\n", graph(&node, name)));
        bytes.clear();
        ranges.clear();
        triples.each(record, |part, triple| {
            let start = bytes.len();
            write_triple(triple, bytes)?;
            bytes.extend_from_slice(graphs[part as usize].as_bytes());
            ranges.push(start..bytes.len());
            Ok(())
        })?;
        let line = |range: &Range<usize>| &bytes[range.clone()];
        ranges.sort_unstable_by(|one, other| line(one).cmp(line(other)));
        for line in ranges {
            out.extend_from_slice(&bytes[line.clone()]);
        }
        Ok(())
    }
}

/// Writes the terms of a triple as N-Quads has them. Most hold nothing to escape, which is told at a glance.
fn write_triple(triple: TripleRef<'_>, out: &mut Vec<u8>) -> io::Result<()> {
    for term in [triple.subject.into(), triple.predicate.into(), triple.object] {
        match term {
            TermRef::NamedNode(name) => write_between(b'<', name.as_str(), b'>', out),
            TermRef::Literal(literal) if is_clean(literal.value()) => {
                write_between(b'"', literal.value(), b'"', out);
                if literal.datatype() != xsd::STRING {
                    out.extend_from_slice(b"^^");
                    write_between(b'<', literal.datatype().as_str(), b'>', out);
                }
            }
            other => write!(out, "{other}")?,
        }
        out.push(b' ');
    }
    Ok(())
}

fn write_between(before: u8, text: &str, after: u8, out: &mut Vec<u8>) {
    out.push(before);
    out.extend_from_slice(text.as_bytes());
    out.push(after);
}

/// Whether a text stands in a literal as it is. Of one with U+FFFE or U+FFFF, which do not, this is not sure.
fn is_clean(text: &str) -> bool {
    text.bytes().all(|byte| !matches!(byte, ..b' ' | b'"' | b'\\' | 0x7F | 0xEF))
}
