#![doc = include_str!("../README.md")]

mod error;
mod file;
mod layout;
mod migrate;
mod new_folder;
mod rewrite;

pub use error::Error;
pub use file::EditedFile;
pub use migrate::{Count, Migrate, Migrated, Migration, Refusal, migration_codes};
