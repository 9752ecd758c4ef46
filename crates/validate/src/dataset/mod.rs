//! What rules look at: all records that were submitted, and where they stand.

pub(crate) mod entry;
pub(crate) mod view;
