#![doc = include_str!("../README.md")]
// Where formats are left out, some of the code that they share is not in use.
#![cfg_attr(not(feature = "default"), allow(dead_code, unused_imports))]

mod bibliography;
mod bounds;
mod country;
mod csl;
mod csv;
mod error;
mod export;
mod failure;
mod format;
mod formats;
mod ftm;
mod geojson;
mod gexf;
mod given_away;
mod graph;
mod graphml;
#[cfg(feature = "html")]
mod html;
mod import;
mod inputs;
mod json;
mod loss;
#[cfg(feature = "svg")]
mod map;
mod markdown;
mod misp;
mod ndjson;
#[cfg(feature = "parquet")]
mod parquet;
mod prose;
mod published;
#[cfg(feature = "rdf")]
mod rdf;
mod records;
mod show;
mod sql;
#[cfg(feature = "sqlite")]
mod sqlite;
mod stix;
#[cfg(feature = "svg")]
mod svg;
mod tables;
#[cfg(feature = "xlsx")]
mod template;
mod tree;
#[cfg(feature = "xlsx")]
mod xlsx;

pub use error::ExportError;
pub use export::export;
pub use format::{Format, Read, Write};
pub use formats::FORMATS;
pub use given_away::GivenAway;
pub use import::ImportError;
pub use inputs::{spare_folders, spare_inputs};
pub use loss::{Loss, Losses, Lost, Which};
pub use published::{PUBLISHED_FILES, PublishedFile};
pub use records::Records;
pub use show::{Screen, caption, list, show};
#[cfg(feature = "xlsx")]
pub use template::write_template;
