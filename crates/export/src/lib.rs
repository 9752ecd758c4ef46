#![doc = include_str!("../README.md")]

mod bounds;
mod csv;
mod file;
mod folder;
mod format;
mod ftm;
mod geojson;
mod gexf;
mod graph;
mod graphml;
mod html;
mod import;
mod json;
mod loss;
mod map;
mod markdown;
mod ndjson;
mod parquet;
mod prose;
mod published;
mod rdf;
mod records;
mod shape;
mod sqlite;
mod stix;
mod tables;
mod tree;
mod unfinished;
mod xlsx;

pub use file::{ExportError, export, write_file};
pub use format::{FORMATS, Format, Read, Write};
pub use import::ImportError;
pub use loss::{Loss, Losses, Lost, Which};
pub use published::{PUBLISHED_FILES, PublishedFile};
pub use records::Records;
pub use unfinished::abandon_exports;
