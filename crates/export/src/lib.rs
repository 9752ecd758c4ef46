#![doc = include_str!("../README.md")]

mod file;
mod format;
mod json;
mod markdown;
mod ndjson;

pub use file::{ExportError, export_to_file, write_file};
pub use format::{FORMATS, Format};
