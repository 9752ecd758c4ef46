#![doc = include_str!("../README.md")]

mod add;
mod diff;
mod edited;
mod error;
mod file;
mod format;
mod ids;
mod layout;
mod merge;
mod migrate;
mod new_folder;
mod place;
mod put;
mod rename;
mod retract;
mod rewrite;

pub use add::{Addition, NewField, add, new_fields, proposed_id};
pub use diff::{Change, Diff, Fate, Meaning, RecordDiff, Step, diff_schema};
pub use edited::Edited;
pub use error::Error;
pub use file::EditedFile;
pub use format::format;
pub use merge::{Merged, SplitDataset, merge, split, write_split};
pub use migrate::{Count, Migrate, Migrated, Migration, Refusal, migration_codes};
pub use put::{Put, put};
pub use rename::rename;
pub use retract::retract;
