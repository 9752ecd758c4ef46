#![doc = include_str!("../README.md")]

mod cell;
mod check;
mod codes;
mod column;
mod draft;
mod error;
mod header;
mod import;
mod laid;
mod map;
mod names;
mod node;
mod sheet;
mod subject;
mod table;
mod tables;
mod text;
mod value;
mod workbook;

pub use codes::import_codes;
pub use error::TablesError;
pub use import::{Fate, Imported, ImportedRow};
pub use tables::Tables;
pub use workbook::WORKBOOK_THREAD;
