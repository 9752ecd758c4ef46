#![doc = include_str!("../README.md")]

mod add;
mod error;
mod file;
mod layout;
mod migrate;
mod new_folder;
mod rewrite;

pub use add::{Addition, NewField, Resolve, add, field_value, new_fields, placeholder, proposed_id};
pub use error::Error;
pub use file::EditedFile;
pub use migrate::{Count, Migrate, Migrated, Migration, Refusal, migration_codes};
