//! What the formats hold, read back, and how exports fail.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "the helpers of tests fail by panicking too, and read fixtures"
)]

mod canonical;
mod csl;
mod csv;
mod doubt;
mod file;
mod folder;
mod ftm;
mod geojson;
mod graph;
mod html;
mod json;
mod markdown;
mod misp;
mod packed;
mod parquet;
mod public;
mod published;
mod rdf;
mod rdf_read;
mod sample;
mod show;
mod sqlite;
mod stix;
mod stream;
mod table;
mod xlsx;
