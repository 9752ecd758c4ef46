#![doc = include_str!("../README.md")]

mod busy;
mod error;
mod exchange;
mod file;
mod folder;
#[cfg(test)]
mod killed;
mod leftovers;
mod replace;
mod unfinished;
mod workplace;

pub use error::Error;
pub use file::{create_file, write_file};
pub use folder::{Existing, check_empty, write_folder};
pub use replace::{Replacement, replace_files};
pub use unfinished::abandon;
