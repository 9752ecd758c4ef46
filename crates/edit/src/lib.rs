#![doc = include_str!("../README.md")]

mod add;
mod agreement;
mod diff;
mod edited;
mod error;
mod file;
mod format;
mod identity;
mod ids;
mod layout;
mod markdown;
mod merge;
mod migrate;
mod new_folder;
mod place;
mod put;
mod record_files;
mod rename;
mod retract;
mod rewrite;

pub use add::{Addition, NewField, add, new_fields, proposed_id};
pub use agreement::{
    Agreement, AlignedPair, AlignedRecords, Alpha, Answer, CitedPlace, DateDifference, DecidedDataset, Decisions,
    Disagreement, Measured, PairValues, Variable, agreement_schema, decisions_schema,
};
pub use diff::{Change, Diff, Fate, Meaning, RecordDiff, Step, diff_schema};
pub use edited::Edited;
pub use error::Error;
pub use file::EditedFile;
pub use format::format;
pub use identity::{LEAST_LIKENESS, Proposal, Proposals, ProposedMember, propose_identities};
pub use merge::{Merged, SplitDataset, merge, split, write_split};
pub use migrate::{Count, Migrate, Migrated, Migration, Refusal, migration_codes};
pub use put::{Put, put};
pub use rename::rename;
pub use retract::retract;
