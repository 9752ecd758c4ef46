//! Whether a record stands.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// Whether a record stands or is withdrawn.
    pub enum Status {
        /// It stands. This is what leaving the field out means.
        Current = "current",
        /// It is withdrawn; it stays in the dataset, and readers skip it by default.
        Retracted = "retracted",
    }
    default Current
}

impl Status {
    /// Whether the record stands.
    pub fn is_current(&self) -> bool {
        *self == Self::Current
    }
}
