//! RDF: one mapping of records to triples, written in three ways.
//!
//! Nothing is a blank node: what a record holds is named by its JSON Pointer. So a graph is a plain set of triples, and
//! two exports of one dataset can be compared line by line.

mod datatype;
mod derived;
mod graph;
mod identity;
pub(crate) mod jsonld;
mod mapping;
mod name;
pub(crate) mod nquads;
mod read;
pub(crate) mod shapes;
mod terms;
mod triples;
pub(crate) mod turtle;
pub(crate) mod vocabulary;
