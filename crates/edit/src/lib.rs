#![doc = include_str!("../README.md")]

mod edited;
mod error;
mod file;
mod format;
mod layout;
mod migrate;
mod new_folder;
mod rename;
mod retract;
mod rewrite;

pub use edited::Edited;
pub use error::Error;
pub use file::EditedFile;
pub use format::format;
pub use migrate::{Count, Migrate, Migrated, Migration, Refusal, migration_codes};
pub use rename::rename;
pub use retract::retract;
