//! How bad something is.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How bad something is. Levels are ordered by how bad they are, so that the greatest of several is the worst.
///
/// The levels are all there are on purpose: whoever matches on one learns of another from the compiler.
///
/// ```
/// use standpoint_report::Level;
///
/// assert_eq!([Level::Note, Level::Error, Level::Warning].into_iter().max(), Some(Level::Error));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(description = "How bad something is.")]
pub enum Level {
    /// The data is wrong.
    Error = 2,
    /// The data may be right, but deserves a look. Warnings alone leave a dataset valid.
    Warning = 1,
    /// The data is often right. Whoever knows the source sees at once whether it is.
    Note = 0,
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        })
    }
}
