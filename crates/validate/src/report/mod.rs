//! What is said of the data, and how: codes, findings, documents, and the forms in which a report is written.

pub(crate) mod code;
pub(crate) mod diagnostic;
pub(crate) mod document;
pub(crate) mod finding;
pub(crate) mod findings;
pub(crate) mod levels;
pub(crate) mod outcome;
pub(crate) mod pace;
pub(crate) mod render;
pub(crate) mod repair;
